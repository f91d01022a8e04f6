// SPDX-License-Identifier: Apache-2.0
// Tables in pandoc's syntax tree (`pandoc -t json`).
#pragma once

#include "diagnostics.hpp"
#include "document.hpp"

#include <string_view>

namespace errcat::tool {

/// Reads every table of the tree. A cell that spans several rows is repeated in each. Cells that span several columns,
/// cells that hold what is not text, and rows with too few cells are problems of their table. `file` is the document's
/// name in positions and must outlive the result.
[[nodiscard]] document read_pandoc(std::string_view file, std::string_view bytes, diagnostics& found);

}  // namespace errcat::tool
