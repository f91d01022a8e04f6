// SPDX-License-Identifier: Apache-2.0
// Which field each column of a published table is, by its heading.
#pragma once

#include "diagnostics.hpp"
#include "document.hpp"

#include <string>
#include <vector>

namespace errcat::tool {

/// A heading that the user names, and the field of its column.
struct column_heading {
  std::string field;    // "message"; "none": the column is ignored
  std::string heading;  // "Meaning"
};

/// A table with a code column, as rows of a catalog.
struct code_table {
  std::size_t number;
  std::vector<row> rows;  // a cell whose column the table does not have has no position
  diagnostics found;      // about this table; matters if it is imported
};

struct column_options {
  std::vector<column_heading> headings;
  std::string status;  // of rows without one; may be empty
};

/// Returns the tables that have a code column. Reports an error at `at`, the document, if there is none, and for a
/// heading of the user's that no table has.
[[nodiscard]] std::vector<code_table> code_tables(document& read, const column_options& options, const position& at,
                                                  diagnostics& found);

}  // namespace errcat::tool
