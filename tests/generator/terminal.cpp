// SPDX-License-Identifier: Apache-2.0
// Text that is safe to print.
#include "terminal.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("control characters are those of Unicode's category Cc") {
  for (const char32_t c : {U'\0', U'\n', U'\x1F', U'\x7F', U'\u0080', U'\u009F'}) CHECK(is_control(c));
  for (const char32_t c : {U' ', U'~', U'\u00A0', U'\u202E'}) CHECK_FALSE(is_control(c));
}

TEST_CASE("bidirectional controls are marks, embeddings, overrides and isolates") {
  for (const char32_t c : {U'\u061C', U'\u200E', U'\u200F', U'\u202A', U'\u202E', U'\u2066', U'\u2069'})
    CHECK(is_bidi_control(c));
  for (const char32_t c : {U'\u061B', U'\u061D', U'\u200D', U'\u2010', U'\u2029', U'\u202F', U'\u2065', U'\u206A'})
    CHECK_FALSE(is_bidi_control(c));
}

TEST_CASE("a code point is named by at least four hexadecimal digits") {
  CHECK(code_point_name(U'\n') == "U+000A");
  CHECK(code_point_name(U'\U0001F600') == "U+1F600");
}

TEST_CASE("printable text holds no control character, no line separator and no invalid UTF-8") {
  CHECK(printable("a \u00E9\U0001F600") == "a \u00E9\U0001F600");
  CHECK(printable("\x1B[31m\n\u009B\x7F") == "U+001B[31mU+000AU+009BU+007F");
  CHECK(printable("\u202E\u2028\u2029\uFEFF") == "U+202EU+2028U+2029U+FEFF");
  CHECK(printable("a\xFF\xC3") == "a\uFFFD\uFFFD");
}

TEST_CASE("printable text is cut after so many code points") {
  CHECK(printable("\u00E9\u00E9\u00E9", 3) == "\u00E9\u00E9\u00E9");
  CHECK(printable("\u00E9\u00E9\u00E9\u00E9", 3) == "\u00E9\u00E9\u00E9...");
}

TEST_CASE("quoted text is printable and fits on a line") {
  CHECK(quote("a\nb") == "'aU+000Ab'");
  CHECK(quote(std::string(60, 'x')) == "'" + std::string(60, 'x') + "'");
  CHECK(quote(std::string(61, 'x')) == "'" + std::string(60, 'x') + "...'");
}

TEST_CASE("text is wrapped between words, by columns") {
  using list = std::vector<std::string>;
  CHECK(wrapped("a bc def", 0) == list{"a bc def"});
  CHECK(wrapped("a bc def", 4) == list{"a bc", "def"});
  CHECK(wrapped("a bc def", 3) == list{"a", "bc", "def"});
  CHECK(wrapped("abcdefgh ij", 3) == list{"abcdefgh", "ij"});
  CHECK(wrapped("a\nb c", 80) == list{"a", "b c"});
  CHECK(wrapped("- one two", 7) == list{"- one", "  two"});
  CHECK(wrapped("\u955C\u50CF \u4E0D", 5) == list{"\u955C\u50CF", "\u4E0D"});
  CHECK(wrapped("\u00E9\u00E9 \u00E9", 4) == list{"\u00E9\u00E9 \u00E9"});
  CHECK(wrapped("", 10) == list{""});
  CHECK(wrapped("a\x1B[31m", 0) == list{"aU+001B[31m"});
  CHECK(wrapped("a\xFF b", 10) == list{"a\uFFFD b"});
}
