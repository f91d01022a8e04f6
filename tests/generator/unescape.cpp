// SPDX-License-Identifier: Apache-2.0
// Escapes as logs have them.
#include "unescape.hpp"

#include "support/catch.hpp"

using errcat::tool::unescaper;

namespace {

std::string unescaped(std::string_view text) {
  unescaper escapes;
  std::string out;
  escapes.feed(text, out);
  escapes.finish(out);
  return out;
}

}  // namespace

TEST_CASE("JSON and C escapes become characters, after any number of backslashes") {
  for (const char* text : {R"(a\"b)", R"(a\\\"b)", R"(a\u0022b)", R"(a\\u0022b)", R"(a\u{22}b)", R"(a\U00000022b)",
                           R"(a\x22b)", R"(a\042b)", "a%22b", "a%2522b", "a%252522b", "a%5C%22b", "a%5Cu0022b"}) {
    INFO(text);
    CHECK(unescaped(text) == "a\"b");
  }
  for (const char* text : {R"(a\nb)", R"(a\\nb)", R"(a\tb)", R"(a\rb)", R"(a\u000ab)", R"(a\x0ab)", R"(a\u9519b)",
                           R"(a\xe9b)", "a%0Ab", "a#012b", "a%5Cnb"}) {
    INFO(text);
    CHECK(unescaped(text) ==
          "a\x01"
          "b");
  }
}

TEST_CASE("terminal sequences become one mark, however ESC is written") {
  for (const char* escape : {"\x1B", "\\e", "\\E", "\\033", "\\x1b", "\\x1B", "\\u001b", "\\\\u001B", "\\u{1b}",
                             "\\u{00001B}", "%1B", "%1b", "^[", "#033"}) {
    INFO(escape);
    for (const char* rest : {"[31m", "[0;1;38;5;196m", "[K", "[m", "(B", "7", "=", "[?25h", ""}) {
      CHECK(unescaped(std::string("a") + escape + rest) == "a\x02");
      CHECK(unescaped(std::string(escape) + "[m" + escape + rest + " b") == "\x02 b");
    }
  }
}

TEST_CASE("what is not an escape stays as it is") {
  for (const char* text : {"100%", "5% off", "%zz", "%2", "#1", "#999", "^", "^a", "a\\", "C:\\Import", "\\q", "\\u12",
                           "\\u{22", "\\u{}", "\\U0022", "\\xg", "\u9519", "a.b"}) {
    INFO(text);
    CHECK(unescaped(text) == text);
  }
  CHECK(unescaped("a\\\\\\\\ b") == "a\\ b");
}

TEST_CASE("an escape may be split anywhere") {
  const std::string text = "a\\\\\\u0022b%25252522c\x1B[0;31md#033[Ke\\n" + std::string(300, '\\') + "nf%";
  const std::string whole = unescaped(text);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    unescaper escapes;
    std::string out;
    escapes.feed(text.substr(0, cut), out);
    escapes.feed(text.substr(cut), out);
    escapes.finish(out);
    CHECK(out == whole);
  }
  unescaper escapes;
  std::string out;
  for (const char c : text) escapes.feed({&c, 1}, out);
  escapes.finish(out);
  CHECK(out == whole);
}
