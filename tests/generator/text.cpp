// SPDX-License-Identifier: Apache-2.0
// UTF-8 and line breaks.
#include "text.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

using namespace errcat::tool;

TEST_CASE("UTF-8 is told from other bytes") {
  for (const char* text : {"", "a", "\u00E9", "\U0001F600", "\uFFFE"}) CHECK(is_utf8(text));
  for (const char* text : {"\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80"})
    CHECK_FALSE(is_utf8(text));
}

TEST_CASE("a byte order mark is dropped, once") {
  diagnostics found;
  std::string_view text = "\xEF\xBB\xBF\xEF\xBB\xBFx";
  CHECK(take_utf8("f", text, found));
  CHECK(text == "\xEF\xBB\xBFx");
  CHECK(printed(found).empty());
}

TEST_CASE("the first byte that is not UTF-8 is named with its position") {
  diagnostics found;
  std::string_view text = "a\n\u00E9\xFF\xFE";
  CHECK_FALSE(take_utf8("f", text, found));
  CHECK(printed(found) ==
        "f:2:2: error: byte 0xFF is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in Excel\n");
}

TEST_CASE("line breaks of a cell are LF, and those at its end go") {
  const auto text = [](const char* written) { return make_cell(written, {"f", 2, 3}).text; };
  CHECK(text("a\r\nb") == "a\nb");
  CHECK(text("a\r\r\nb") == "a\nb");
  CHECK(text("a\rb\r") == "a\rb\r");
  CHECK(text("\na\n\nb\n\r\n") == "\na\n\nb");
  CHECK(text("\r\n").empty());
  CHECK(make_cell("", {"f", 2, 3}).at == position{"f", 2, 3});
}
