// SPDX-License-Identifier: Apache-2.0
// Grid tables of reStructuredText.
#pragma once

#include "diagnostics.hpp"

#include <string_view>
#include <vector>

namespace errcat::tool {

/// A grid table with merged cells.
struct merged_grid {
  std::string_view text;
  diagnostics found;  // an error for each line, with line and column
};

/// Returns the grid tables of `rst` that have merged cells: pandoc 2.17 flattens them silently.
[[nodiscard]] std::vector<merged_grid> merged_grids(std::string_view file, std::string_view rst);

}  // namespace errcat::tool
