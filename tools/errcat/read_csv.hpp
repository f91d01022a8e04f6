// SPDX-License-Identifier: Apache-2.0
// CSV files as lines of cells.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Receives a line of a file, which has at least one cell.
using csv_line = std::function<void(std::vector<cell>)>;

/// Reads CSV (RFC 4180, separated by commas, semicolons or tabs as the first line is; rows of empty cells are skipped)
/// and passes each line to `on_line`. Returns false after a syntax error. `file` is its name in positions and must
/// outlive the cells.
[[nodiscard]] bool read_csv_lines(std::string_view file, std::string_view bytes, const csv_line& on_line,
                                  diagnostics& found);

}  // namespace errcat::tool
