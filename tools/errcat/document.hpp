// SPDX-License-Identifier: Apache-2.0
// The tables of a document, before anything is known about their columns.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace errcat::tool {

/// A line of a table.
struct document_row {
  position at;
  std::vector<cell> cells;
};

struct document_table {
  std::size_t number;              // counts all tables of the document, from 1
  position at;                     // of the head
  std::vector<std::string> head;   // the headings
  std::vector<document_row> rows;  // below the head; each has as many cells as the head
  diagnostics problems;            // what cannot be read faithfully; matters if the table is imported
};

struct document {
  std::vector<document_table> tables;
  std::deque<std::string> places;  // "page.rst, table 1"; positions are views of these
};

/// Takes the first row as the head of a table that has none.
void complete_head(document_table& table);

}  // namespace errcat::tool
