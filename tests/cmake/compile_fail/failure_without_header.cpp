// SPDX-License-Identifier: Apache-2.0
// Asking a failure for its response without <errcat/json.hpp>.
#include <errcat/failure.hpp>
#include <ims/errors.hpp>
#include <string>
#ifdef ERRCAT_TWIN
#include <errcat/json.hpp>
#endif

std::string body(const errcat::failure<ims::errc>& error) { return error.response_body(); }
