// SPDX-License-Identifier: Apache-2.0
// Grid tables of reStructuredText.
#pragma once

#include "diagnostics.hpp"

#include <string_view>

namespace errcat::tool {

/// Reports merged cells in the grid tables of `rst`, with line and column: pandoc flattens them silently.
void refuse_merged_cells(std::string_view file, std::string_view rst, diagnostics& found);

}  // namespace errcat::tool
