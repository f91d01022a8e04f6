// SPDX-License-Identifier: Apache-2.0
// JSON of an enumerator without <errcat/json.hpp>: it would be the number.
#include <ims/errors.hpp>
#include <nlohmann/json.hpp>
#ifdef ERRCAT_TWIN
#include <errcat/json.hpp>
#endif

nlohmann::json code() { return ims::errc::IMG_0024; }
