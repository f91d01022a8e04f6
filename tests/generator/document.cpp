// SPDX-License-Identifier: Apache-2.0
// Tables without a head.
#include "document.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace errcat::tool;

namespace {

using head_cells = std::vector<std::string>;

document_table table_with_head(const head_cells& head, const std::vector<head_cells>& lines) {
  document_table table{1, {"page", 0, 0}, head, {}, {}};
  for (const head_cells& line : lines) {
    document_row& added = table.rows.emplace_back();
    added.at = {"page", static_cast<std::uint32_t>(table.rows.size()), 0};
    for (const std::string& text : line) added.cells.push_back({text, added.at});
  }
  complete_head(table);
  return table;
}

}  // namespace

TEST_CASE("the first row of a table without a head is its head, and the others keep their positions") {
  const document_table table = table_with_head({"", ""}, {{"Code", ""}, {"P.1", "M."}, {"P.2", "N."}});
  CHECK(table.head == head_cells{"Code", ""});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells.at(0).text == "P.1");
  CHECK(to_string(table.rows[0].at) == "page, row 2");
  CHECK(table.rows[1].cells.at(1).text == "N.");
  CHECK(table_with_head({""}, {{"Code"}}).rows.empty());
}

TEST_CASE("a table with a heading keeps its head, and one without rows has none") {
  const document_table one_heading = table_with_head({"", "Message"}, {{"Code", "M."}});
  CHECK(one_heading.head == head_cells{"", "Message"});
  CHECK(one_heading.rows.size() == 1);
  const document_table empty = table_with_head({"", ""}, {});
  CHECK(empty.head == head_cells{"", ""});
  CHECK(empty.rows.empty());
  CHECK(table_with_head({}, {}).head.empty());
}

TEST_CASE("a first row of empty cells is taken as the head once") {
  const document_table table = table_with_head({""}, {{""}, {"Code"}});
  CHECK(table.head == head_cells{""});
  CHECK(table.rows.size() == 1);
}
