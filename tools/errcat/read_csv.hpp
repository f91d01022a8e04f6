// SPDX-License-Identifier: Apache-2.0
// CSV as such, below the catalog: lines of cells.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Takes one line of a file: at least one cell.
using csv_line = std::function<void(std::vector<cell>)>;

/// Reads CSV (RFC 4180; blank lines are none) and hands its lines on. False where the file cannot be read to its end.
/// `file` is its name in positions and outlives the cells.
[[nodiscard]] bool read_csv_lines(std::string_view file, std::string_view bytes, const csv_line& on_line,
                                  diagnostics& found);

}  // namespace errcat::tool
