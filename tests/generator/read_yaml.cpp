// SPDX-License-Identifier: Apache-2.0
// The YAML reader with valid files; bad_input.cpp has invalid ones.
#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <algorithm>
#include <string>

using errcat::tool::catalog;
using errcat::tool::diagnostics;

TEST_CASE("YAML: every string is read as written, with its position") {
  diagnostics found;
  const catalog c = errcat::tool::read_yaml("c.yaml", yaml_head + R"(  - code: P.1
    name: one
    status: "400"
    message: 'It''s: "M".'
    description: "\u00E9\n\"x\""
    handling_measure: |
      Do:
      - this

      - that
    retired: true
    proposed: false
    note: ~x
)",
                                            found)
                        .value();
  CHECK(found.ok());
  REQUIRE(c.rows.size() == 1);
  CHECK(c.name_space.text == "n");
  CHECK(c.prefix.text == "P");
  CHECK(c.source.text == "s");
  CHECK(c.license.text.empty());
  CHECK(c.rows[0].code.text == "P.1");
  CHECK(c.rows[0].status.text == "400");
  CHECK(c.rows[0].message.text == "It's: \"M\".");
  CHECK(c.rows[0].description.text == "\u00E9\n\"x\"");
  CHECK(c.rows[0].handling_measure.text == "Do:\n- this\n\n- that");
  CHECK(c.rows[0].retired.text == "true");
  CHECK(c.rows[0].proposed.text == "false");
  CHECK(c.rows[0].note.text == "~x");
  CHECK(to_string(c.rows[0].at) == "c.yaml:5:5");
  CHECK(to_string(c.rows[0].description.at) == "c.yaml:9:18");
}

TEST_CASE("YAML: a byte order mark and CRLF are accepted") {
  std::string text = "\xEF\xBB\xBF" + yaml_catalog;
  for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 2)) text.replace(i, 1, "\r\n");
  CHECK(refusals_of_yaml(text).empty());
}

TEST_CASE("YAML: the note that once marked a proposed name is read as the mark") {
  const auto read = [](const std::string& keys) {
    diagnostics found;
    const std::string rows =
        "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.";
    const catalog c = errcat::tool::read_yaml("c.yaml", yaml_head + rows + keys + "}\n", found).value();
    CHECK(printed(found).empty());
    return c.rows.at(0);
  };
  const std::string sentence = "The name is proposed: confirm it and delete this note, or change it.";
  const auto old = read(", note: '" + sentence + "'");
  CHECK(old.proposed.text == "true");
  CHECK(to_string(old.proposed.at) == "c.yaml:5:99");
  CHECK(old.note.text.empty());
  CHECK(read(", proposed: false, note: '" + sentence + "'").proposed.text == "false");
  const auto longer = read(", note: '" + sentence + " And more.'");
  CHECK(longer.proposed.text.empty());
  CHECK(longer.note.text == sentence + " And more.");
}

TEST_CASE("YAML: a missing key is reported where the map begins, and a text without quotes as it should be") {
  CHECK(refusals_of_yaml("# c\n\nnamespace: n\nsource: s\n") == "c.yaml:3:1: error: missing key 'errors'\n");
  CHECK(refusals_of_yaml("namespace: n\nsource:   a: b  \n") ==
        "c.yaml:2:12: error: a second ': ' in the line; put the text in quotes: source: \"a: b\"\n");
  for (const char* line : {"a key: b: c\n", "a:b: c: d\n"}) {
    INFO(line);
    CHECK(refusals_of_yaml(std::string("namespace: n\n") + line)
              .ends_with("; put the text in quotes: message: \"Error: ...\"\n"));
  }
  CHECK(refusals_of_yaml("namespace: n\n: b: c\n") ==
        "c.yaml:2:1: error: invalid YAML: did not find expected key while parsing a block mapping\n");
}

TEST_CASE("YAML: no value has an anchor or a tag, of whatever kind it is") {
  const auto refusals = [](const std::string& mark) {
    return refusals_of_yaml(mark + "\n  namespace: n\n  source: s\n  allow: " + mark + " [" + mark +
                            " x]\n  errors: " + mark + "\n  - " + mark + " {code: " + mark +
                            " P.1, name: one, status: 400, message: M.}\n");
  };
  const auto all = [](const std::string& what) {
    std::string lines;
    for (const char* place : {"1:1", "4:10", "4:14", "5:11", "6:5", "6:15"}) {
      lines += "c.yaml:" + std::string(place) + ": error: " + what + '\n';
    }
    return lines;
  };
  CHECK(refusals("&a") == all("anchors are not allowed in a catalog"));
  CHECK(refusals("!a") == all("tags are not allowed in a catalog; every value is a string"));
}

TEST_CASE("YAML: values may be nested 100 levels deep") {
  const auto nested = [](std::size_t lists) {
    return refusals_of_yaml("namespace: n\nsource: s\nerrors: []\nx: " + std::string(lists, '[') +
                            std::string(lists, ']'));
  };
  CHECK(nested(99).starts_with("c.yaml:4:1: error: unknown key 'x'. "));
  CHECK(nested(99).find("nesting") == std::string::npos);
  CHECK(nested(100).ends_with("\nc.yaml:4:103: error: nesting deeper than 100 levels\n"));
}

TEST_CASE("YAML: a text that YAML reads as something else is quoted in the message") {
  const std::string head = "# \u00E9\nnamespace: n\nerrors: []\n";
  CHECK(refusals_of_yaml(head + "source: @x\n") ==
        "c.yaml:4:9: error: '@' cannot begin a text in YAML; put the text in quotes: source: \"@x\"\n");
  CHECK(refusals_of_yaml(head + "source:\n- @x\n")
            .ends_with("c.yaml:5:3: error: '@' cannot begin a text in YAML; put the text in quotes\n"));
  for (const std::string null : {"~", "null", "Null", "NULL"}) {
    CHECK(refusals_of_yaml(head + "source: " + null + "\n") ==
          "c.yaml:4:9: error: " + null + " is not a string; quote it, or write \"\" for an empty one\n");
  }
}

TEST_CASE("YAML: for a text that needs quotes, the message shows the line with them") {
  const auto remedy = [](const std::string& line) {
    const std::string reported = refusals_of_yaml("errors: []\nnamespace: n\n" + line + "\n");
    const std::string before = "; put the text in quotes: ";
    const std::size_t at = reported.find(before);
    return at == std::string::npos ? reported : reported.substr(at + before.size());
  };
  for (const std::string text : {"*x y", "& x", "!<x y", "[a] b", "]a", "{a} b", "}a", "'a' b", "%a", "@a", "`a", "|a",
                                 ">a", ",a", "? a", "a: b"}) {
    INFO(text);
    CHECK(remedy("source: " + text) == "source: \"" + text + "\"\n");
  }
  CHECK(remedy("source: \"a\" b") == "source: '\"a\" b'\n");
  CHECK(remedy("source: a\\b: c") == "source: 'a\\b: c'\n");
  CHECK(remedy("source: it's \"x\": y") == "source: 'it''s \"x\": y'\n");
  CHECK(remedy("source: a: b ") == "source: \"a: b\"\n");
  CHECK(remedy("source_url: a: b") == "source_url: \"a: b\"\n");
  CHECK(remedy("x: a: b") == "x: \"a: b\"\n");
  const std::string letters(192, 'b');  // 200 characters are shown
  CHECK(remedy("x: a: " + letters) == "x: \"a: " + letters + "\"\n");
  CHECK(remedy("x: a: " + letters + 'b') == "x: \"a: " + letters + "b...\n");
  CHECK(refusals_of_yaml("namespace: n\nerrors:\n- message: a: b\n")
            .ends_with("; put the text in quotes: message: \"a: b\"\n"));
}

TEST_CASE("YAML: a comment that may belong to the text is warned about") {
  const auto warning = [](const std::string& value, const std::string& end = "\n") {
    return refusals_of_yaml("errors: []" + end + "namespace: n" + end + "source: " + value + end);
  };
  CHECK(warning("Order #7 is empty") ==
        "c.yaml:3:9: warning: '#7 is empty' is a comment; put the text in quotes if it belongs to it, or write a space "
        "after '#' [comment-in-text]\n");
  for (const std::string value : {"\u00E9 #7", "\u4E2D\U0001F600 #7"}) {
    CHECK(warning(value).starts_with("c.yaml:3:9: warning: '#7' is a comment; "));
  }
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    for (const std::string value : {"a", "a #", "a # 7", "a ##7", "a#7", "'a' #7", "a \n#7"}) {
      INFO(value);
      CHECK(warning(value, end).empty());
    }
    CHECK(warning("a" + end + "#7", end).empty());
    CHECK(warning("a #7", end).starts_with("c.yaml:3:9: warning: '#7' is a comment; "));
  }
  CHECK(refusals_of_yaml("{errors: [], namespace: n , source: s }").empty());
}

TEST_CASE("YAML: after 100000 errors the rest of the file is not read") {
  std::string rows;
  for (int i = 0; i != 30'000; ++i) rows += "- {}\n";
  const std::string reported = refusals_of_yaml("namespace: n\nsource: s\nerrors:\n" + rows);
  CHECK(std::ranges::count(reported, '\n') == 100'001);
  CHECK(reported.find("c.yaml:25004:4: error: too many errors; the rest of the file is not read\n") !=
        std::string::npos);
  std::string words;
  for (int i = 0; i != 100'000; ++i) words += "- x\n";
  CHECK(std::ranges::count(refusals_of_yaml("namespace: n\nsource: s\nerrors:\n" + words), '\n') == 100'001);
  std::string separators;
  for (int i = 0; i != 100'001; ++i) separators += "\u0085";
  CHECK(std::ranges::count(refusals_of_yaml(separators), '\n') == 100'000);
}

TEST_CASE("YAML: blank lines and every kind of line break count in positions") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto refusals = [&](std::string lines) {
      for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; at += end.size()) {
        lines.replace(at, 1, end);
      }
      return refusals_of_yaml(lines);
    };
    INFO(end.size());
    CHECK(refusals("\n\nnamespace: n\n\nsource: s\nerrors:\n\n\n- code: C.1\n\n  name: [a]\n  status: 400\n"
                   "  message: M.\n") == "c.yaml:11:9: error: found a list; expected a string\n");
    CHECK(refusals("namespace: n\n\n\nsource: a: b\n") ==
          "c.yaml:4:10: error: a second ': ' in the line; put the text in quotes: source: \"a: b\"\n");
    CHECK(refusals("namespace: n\n\n<<<<<<< ours\nsource: a\n") == "c.yaml:3:1: error: merge conflict; resolve it\n");
    CHECK(refusals("namespace: n\n\nsource: \u0085\n") ==
          "c.yaml:3:9: error: control character U+0085; only printable text and line breaks are allowed\n");
  }
}
