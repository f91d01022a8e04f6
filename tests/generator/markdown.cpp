// SPDX-License-Identifier: Apache-2.0
// Text in GitHub's Markdown. write_markdown.cpp has a parser read it back.
#include "markdown.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("Markdown: every character that GitHub gives a meaning is escaped, and no other") {
  CHECK(markdown_text("!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~ \u00E9") ==
        "\\!\"\\#$%&amp;'\\(\\)\\*\\+,-./09\\:;&lt;=\\>?\\@AZ\\[\\\\\\]^\\_\\`az\\{\\|\\}\\~ \u00E9");
  CHECK(markdown_text("a\nb") == "a<br>b");
}

TEST_CASE("Markdown: text is on one line, and may be empty") {
  CHECK(markdown_text("").empty());
  CHECK(markdown_text("\n") == "<br>");
  CHECK(markdown_text("\n\na\r\n") == "<br><br>a\r<br>");
  CHECK(markdown_text("<br>&lt;") == "&lt;br\\>&amp;lt;");
}

TEST_CASE("Markdown: the dot after www is escaped, in any case, and no other") {
  CHECK(markdown_text("www.a.b") == "www\\.a.b");
  CHECK(markdown_text("xWwW.a") == "xWwW\\.a");
  CHECK(markdown_text("www.www.www.") == "www\\.www\\.www\\.");
  for (const char* other : {".", "w.", "ww.", "www", "w w.", "www .", "vww.", "ww\u00E9."}) {
    INFO(other);
    CHECK(markdown_text(other) == other);
  }
}

TEST_CASE("Markdown: bytes that are not ASCII stay as they are") {
  const std::string text = "\u4E2D\U0001F600\xFF\x1B\x7F" + std::string(1, '\0');
  CHECK(markdown_text(text) == text);
}
