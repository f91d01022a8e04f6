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

/// A heading that the reader does not know, and the field of its column.
struct column_heading {
  std::string field;    // "message"
  std::string heading;  // "Meaning"
};

/// A table with a code column.
struct document_table {
  std::size_t number;     // counts all tables of the document, from 1
  std::vector<row> rows;  // a cell whose column the table does not have has no position
};

struct document {
  std::vector<document_table> tables;
  std::deque<std::string> places;  // "page.rst, table 1"; the positions of the rows are views of these
};

/// Reads every table of the tree that has a code column. Reports what cannot be read faithfully: merged cells, cells
/// that hold more than text and lists, rows with too few cells. Warns about tables and columns that are skipped.
[[nodiscard]] document read_pandoc(std::string_view file, std::string_view bytes,
                                   const std::vector<column_heading>& headings, diagnostics& found);

}  // namespace errcat::tool
