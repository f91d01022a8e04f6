// SPDX-License-Identifier: Apache-2.0
// Merged cells in grid tables. bad_input.cpp has more examples.
#include "grid_table.hpp"
#include "read_document.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <chrono>
#include <iterator>

using namespace errcat::tool;

namespace {

std::string merged(const std::string& rst) {
  diagnostics found;
  for (const merged_grid& grid : merged_grids("page.rst", rst)) found.add(grid.found);
  return printed(found);
}

}  // namespace

TEST_CASE("a table without merged cells has no errors") {
  CHECK(merged("Text\n\n"
               "   +-----+------+\n"
               "   | a   | b    |\n"
               "   +=====+======+\n"
               "   | 1   | \u4E2D\u6587 |\n"
               "   |     | +-+  |\n"
               "   +-----+------+\n"
               "   | \u00E9   | - x  |\r\n"
               "   +-----+------+\n"
               "\n+ no table\n| no table |\n\n+ a + b\n| no table |\n\n+\n+ a list\n\n++--+\n| no |\n")
            .empty());
  CHECK(merged("+---+---+\n| a | b |  \n+---+---+ \r\n| c | d | \r\n+---+---+\r \r\n").empty());
  CHECK(merged("+---+---\n| no table |\n").empty());
  CHECK(merged("+---+---+\n| a | b |\n+---+---+\nText\n| no table |\n").empty());
}

TEST_CASE("a table with merged cells is quoted from its first line to its last") {
  const std::string table = "+---+---+\n| across|\n+---+---+";
  const std::string text = "Text\n\n" + table + "\n\nText\n";
  const std::vector<merged_grid> grids = merged_grids("page.rst", text);
  REQUIRE(grids.size() == 1);
  CHECK(grids[0].text == table);
}

TEST_CASE("every line with merged cells is reported") {
  CHECK(merged("+---+---+\n| across|\n+---+---+\n| a | b |\n+-------+\n") ==
        "page.rst:2:5: error: merged cells; every cell must span one row and one column\n"
        "page.rst:5:5: error: merged cells; every cell must span one row and one column\n");
  for (const char* line : {"|across|", "|a", "|"}) {
    CHECK(merged(std::string("+-+---+  \n") + line + "\n") ==
          "page.rst:2:3: error: merged cells; every cell must span one row and one column\n");
  }
}

TEST_CASE("full-width signs take one column or two, as pandoc 2 and 3 have them") {
  const std::string border = "+----+---+\n";
  const std::string head = border + "| C  | M |\n" + border;
  for (const char* sign : {"\uFFE0", "\uFFE5", "\uFFE6"}) {
    INFO(sign);
    CHECK(merged(head + "|" + sign + "...|xyz|\n" + border + "|" + sign + "..|xyz|\n" + border).empty());
  }
  CHECK(merged(head + "|\uFFE6....|xyz|\n" + border) ==
        "page.rst:4:6: error: merged cells; every cell must span one row and one column\n");
  CHECK(merged(head + "|\uFFE7..|xyz|\n" + border) ==
        "page.rst:4:6: error: merged cells; every cell must span one row and one column\n");
}

TEST_CASE("a character takes as many columns as pandoc gives it") {
  struct example {
    const char* text;
    std::size_t columns;
  };
  const example examples[] = {{"e\u0301", 1},               // a combining accent
                              {"e\u0300", 1},               // the first one
                              {"\u1100\u3041", 4},          // the first of a range, which is wide
                              {"e\u20DD", 1},               // a combining circle
                              {"a\u200Bb\u200D", 2},        // zero-width
                              {"\u1112\u1161\u11AB", 4},    // Hangul in parts
                              {"\uD55C\uA960", 4},          // Hangul
                              {"\uFF21\uFF60", 4},          // full-width
                              {"\uFF76\uFFE8", 2},          // half-width
                              {"\u4E2D\u3042\uFA0E", 6},    // Chinese and Japanese
                              {"\u303F\u3248\u4DC0", 3},    // narrow between wide ones
                              {"\U00020000\U0002F800", 4},  // rare Chinese
                              {"\u2705\u274C\u2B50", 6},    // symbols that are shown as emoji
                              {"\u231A\u26A1\u2753", 6},    //
                              {"\u2713\u26A0\u2764", 3},    // symbols that are not
                              {"\U0001F600\U0001F680", 4},  // emoji
                              {"\U0001F321\U0001F5A5", 2},  // emoji that are symbols by default
                              {"\U0001F44D\U0001F3FD", 4},  // with a skin tone
                              {"\U0001F1E9\U0001F1EA", 2},  // a flag
                              {"\u00E9\u2026\u2192\uFFFD", 4}};
  const std::string border = "+------+---+\n";
  std::string table = border + "| Code | M |\n" + border;
  for (const auto& [text, columns] : examples) {
    table += "|" + std::string(text) + std::string(6 - columns, '.') + "|xyz|\n" + border;
  }
  CHECK(merged(table).empty());
  diagnostics found;
  const document read = read_document({"p.rst", "", std::chrono::seconds(30)}, table, found);
  CHECK(printed(found).empty());
  REQUIRE(read.tables.size() == 1);
  CHECK(printed(read.tables[0].problems).empty());
  std::size_t i = 0;
  for (const document_row& r : read.tables[0].rows) {
    const auto& [text, columns] = examples[i++];
    INFO(i << ' ' << text);
    CHECK(r.cells.at(0).text == text + std::string(6 - columns, '.'));
    CHECK(r.cells.at(1).text == "xyz");
  }
  CHECK(i == std::size(examples));
}
