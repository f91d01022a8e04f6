// SPDX-License-Identifier: Apache-2.0
// Positions as text, and counting them.
#include "position.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

namespace {

std::string after(std::string_view text) {
  text_cursor cursor("f");
  cursor.advance(text);
  return to_string(cursor.at());
}

}  // namespace

TEST_CASE("a position names file, line and column, or a document's table and row") {
  CHECK(to_string({"img.yaml", 12, 5}) == "img.yaml:12:5");
  CHECK(to_string({"img.yaml"}) == "img.yaml:1:1");
  CHECK(to_string({"page.rst, table 1", 12, 0}) == "page.rst, table 1, row 12");
  CHECK(to_string({"page.rst", 0, 0}) == "page.rst");
  CHECK(to_string({"a\x1B\n", 1, 1}) == "aU+001BU+000A:1:1");
}

TEST_CASE("positions are ordered by file, line and column") {
  CHECK(position{"a", 9, 9} < position{"b", 1, 1});
  CHECK(position{"a", 1, 9} < position{"a", 2, 1});
  CHECK(position{"a", 2, 1} < position{"a", 2, 2});
}

TEST_CASE("a cursor counts code points, and LF, CR and CRLF each end a line") {
  CHECK(after("") == "f:1:1");
  CHECK(after("ab") == "f:1:3");
  CHECK(after("\u00E9\u4E2D\U0001F600") == "f:1:4");
  CHECK(after("a\n") == "f:2:1");
  CHECK(after("a\rb") == "f:2:2");
  CHECK(after("a\r\nb") == "f:2:2");
  CHECK(after("\n\n\r\r\r\n") == "f:6:1");
  CHECK(after("a\n\rb") == "f:3:2");
}
