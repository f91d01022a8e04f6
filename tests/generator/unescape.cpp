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
  CHECK(unescaped("a%5C'b") == "a'b");
  CHECK(unescaped("a%5C/b") == "a/b");
  for (const char* text :
       {R"(a\nb)",   R"(a\\nb)",   R"(a\tb)",         R"(a\rb)", R"(a\u000ab)", R"(a\x0ab)", R"(a\u9519b)",
        R"(a\xe9b)", R"(a\u{a}b)", R"(a\u{00000a}b)", R"(a\0b)", R"(a\7b)",     R"(a\x0fb)", "a%0Ab",
        "a#012b",    "a#037b",     "a%5Cnb",          "a%250Ab", "a%25E9b",     "a%1Fb",     "a%7Fb",
        "a%5Ctb",    "a%5Crb",     "a%5Cbb",          "a%5Cfb",  "a%5Cvb",      "a%5Cab"}) {
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
    for (const char* rest :
         {"[31m", "[0;1;38;5;196m", "[K", "[m", "[@", "[~", "(B", "(0", "(~", "+B", "7", "8", "=", ">", "[?25h", ""}) {
      CHECK(unescaped(std::string("a") + escape + rest) == "a\x02");
      CHECK(unescaped(std::string(escape) + "[m" + escape + rest + " b") == "\x02 b");
    }
  }
}

TEST_CASE("the end of a terminal sequence may be encoded") {
  for (const char* text : {"a\x1B[31%6d b", "a\x1B[%33%31m b", "a\x1B%5B31m b"}) CHECK(unescaped(text) == "a\x02 b");
}

TEST_CASE("what is not an escape stays as it is") {
  for (const char* text :
       {"100%", "5% off", "%zz",        "%2z",  "%z2",   "%2",     "#1",    "#999",         "^",
        "^a",   "a\\",    "C:\\Import", "\\q",  "\\u12", "\\u{22", "\\u{}", "\\u{0000022}", "\\U0022",
        "\\xg", "\u9519", "a.b",        "#040", "#101",  "#12",    "#12x"}) {
    INFO(text);
    CHECK(unescaped(text) == text);
  }
  CHECK(unescaped("a\\\\\\\\ b") == "a\\ b");
}

TEST_CASE("printable characters that are encoded become themselves") {
  CHECK(unescaped("%20%7E%2f%2F%41 %2520%257E") == " ~//A  ~");
  CHECK(unescaped("a%25252522b") == "a%22b");  // encoded four times
  CHECK(unescaped("%2312 %235 %23 %23404 %23101x") == "#12 #5 # #404 #101x");
}

TEST_CASE("a terminal sequence that does not end is text") {
  const std::string letters(40, 'x');
  for (const std::string escape : {"\x1B", "\\e"}) {
    CHECK(unescaped(escape + "[31m" + letters) == "\x02" + letters);
    CHECK(unescaped(escape + "[31\nX" + letters) == "\x02[31\nX" + letters);
    CHECK(unescaped(escape + "[31") == "\x02[31");
    CHECK(unescaped(escape + "(/") == "\x02(/");
    CHECK(unescaped(escape + "9") == "\x02" + std::string("9"));
    CHECK(unescaped(escape + "[" + std::string(32, '1') + "m") == "\x02");
    CHECK(unescaped(escape + "[" + std::string(33, '1') + "m") == "\x02[" + std::string(33, '1') + "m");
  }
}

TEST_CASE("a run of backslashes is an escape of up to 32") {
  CHECK(unescaped(std::string(32, '\\') + "n") == "\x01");
  CHECK(unescaped(std::string(33, '\\') + "n") == "\\\x01");
  CHECK(unescaped(std::string(32, '\\') + "q") == "\\q");
}

TEST_CASE("the end of one text is not the beginning of the next") {
  unescaper escapes;
  std::string out;
  escapes.feed("a\\", out);
  escapes.finish(out);
  escapes.feed("nb", out);
  escapes.finish(out);
  CHECK(out == "a\\nb");
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
