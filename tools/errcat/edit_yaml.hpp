// SPDX-License-Identifier: Apache-2.0
// Changes a YAML catalog in place, so that its comments and layout stay.
#pragma once

#include "catalog.hpp"

#include <string>
#include <string_view>

namespace errcat::tool {

/// Returns `bytes`, a catalog that was read as `before` without an error, changed so that it reads as `after`: the same
/// rows in the same order with other cells, and perhaps more rows at the end. Only values that differ are written; new
/// keys go to the end of their map and new rows to the end of the list.
[[nodiscard]] std::string edit_yaml(std::string_view bytes, const catalog& before, const catalog& after);

}  // namespace errcat::tool
