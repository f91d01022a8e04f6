// SPDX-License-Identifier: Apache-2.0
// make_error_code without <errcat/system_error.hpp>: the compiler's message names the header.
#include <ims/errors.hpp>
#include <system_error>
#ifdef ERRCAT_TWIN
#include <errcat/system_error.hpp>
#endif

std::error_code code() { return make_error_code(ims::errc::IMG_0024); }
