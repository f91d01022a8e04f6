// SPDX-License-Identifier: Apache-2.0
// Merged cells in grid tables. bad_input.cpp has more examples.
#include "grid_table.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

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
               "\n+ no table\n| no table |\n")
            .empty());
}

TEST_CASE("every line with merged cells is reported") {
  CHECK(merged("+---+---+\n| across|\n+---+---+\n| a | b |\n+-------+\n") ==
        "page.rst:2:5: error: merged cells; every cell must span one row and one column\n"
        "page.rst:5:5: error: merged cells; every cell must span one row and one column\n");
}
