// SPDX-License-Identifier: Apache-2.0
// The module errcat.json: the headers that need nlohmann_json, and the module errcat. See errcat.cppm.
module;

#include <errcat/catalog.hpp>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

export module errcat.json;

export import errcat;

#ifdef __clang__
#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"
#endif
export extern "C++" {
#include <errcat/error_response.hpp>
#include <errcat/json.hpp>
}
