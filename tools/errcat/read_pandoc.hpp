// SPDX-License-Identifier: Apache-2.0
// The reader of documents: error tables in pandoc's syntax tree (`pandoc -t json`).
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A heading that stands for a column which the reader would not know by it.
struct column_heading {
  std::string field;    // "message"
  std::string heading;  // "Meaning"
};

/// A table with a column of codes.
struct document_table {
  std::size_t number;  // among all tables of the document, from 1
  std::vector<row> rows;
};

struct document {
  std::vector<document_table> tables;
  std::deque<std::string> places;  // "page.rst, table 1": the positions of the rows view them
};

/// Reads every table of the tree that has a column of codes. What it cannot read whole it refuses: cells that are
/// merged or hold more than text and lists, rows with too few cells. It warns of tables and columns that it leaves out.
[[nodiscard]] document read_pandoc(std::string_view file, std::string_view bytes,
                                   const std::vector<column_heading>& headings, diagnostics& found);

}  // namespace errcat::tool
