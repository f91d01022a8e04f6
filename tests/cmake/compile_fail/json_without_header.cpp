// SPDX-License-Identifier: Apache-2.0
// Converting an enumerator to JSON without <errcat/json.hpp>; nlohmann_json alone would make it a number.
#include <ims/errors.hpp>
#include <nlohmann/json.hpp>
#ifdef ERRCAT_TWIN
#include <errcat/json.hpp>
#endif

nlohmann::json code() { return ims::errc::IMG_0024; }
