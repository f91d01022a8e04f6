// SPDX-License-Identifier: Apache-2.0
// A catalog with strings that are hard to write, for the writers' tests.
#pragma once

#include "catalog.hpp"
#include "support/catch.hpp"

#include <string>
#include <string_view>

/// Returns one row for each string that a format could misread, in every field that may hold it.
[[nodiscard]] inline errcat::tool::catalog hard_catalog() {
  using namespace std::string_view_literals;
  errcat::tool::catalog c;
  c.name_space.text = "n";
  c.source.text = "a: b # \"c\"";
  constexpr std::string_view texts[] = {"plain",
                                        "~",
                                        "null",
                                        "NULL",
                                        "true",
                                        "no",
                                        "12:30",
                                        "190:20:30.15",
                                        "0x1F",
                                        "0o14",
                                        "0b1",
                                        "0010",
                                        "1_000",
                                        "1e3",
                                        ".5",
                                        "1.",
                                        ".nan",
                                        "-.INF",
                                        "2024-01-01",
                                        "2001-12-14t21:59:43.10-05:00",
                                        "- item",
                                        "# hash",
                                        "a # b",
                                        "a: b",
                                        "a:",
                                        "'single'",
                                        "\"double\"",
                                        "back\\slash",
                                        "[list]",
                                        "{map}",
                                        "&anchor",
                                        "*alias",
                                        "!tag",
                                        "|",
                                        ">",
                                        "%percent",
                                        "@at",
                                        "`tick`",
                                        "?",
                                        "? key",
                                        "---",
                                        "...",
                                        "a\nb",
                                        "a\n\nb",
                                        "\na",
                                        "a\n b",
                                        " a\nb",
                                        "a \nb",
                                        "  leading",
                                        "trailing  ",
                                        "a,b",
                                        "a;b",
                                        "a\tb"sv.substr(0, 1),
                                        "\u00E9\u4E2D",
                                        "\U0001F600",
                                        "\u2028",
                                        "a\u2029b",
                                        "\u202Ebidi",
                                        "\uFEFFbom",
                                        "</script>",
                                        "a|b",
                                        "Do:\n- this\n- that",
                                        "a\n\n\nb",
                                        "- a\n- b",
                                        "a\n#b",
                                        "a\n---\nb",
                                        "=",
                                        "<<",
                                        "key: [a, {b}]",
                                        "\"",
                                        "\"\"",
                                        ",",
                                        "'"};
  int number = 0;
  for (const std::string_view text : texts) {
    errcat::tool::row r;
    r.code.text = "P." + std::to_string(++number);
    r.name.text = "name_" + std::to_string(number);
    r.status.text = "400";
    r.message.text = text;
    r.description.text = text;
    r.handling_measure.text = number % 2 == 0 ? std::string(text) : "";
    r.retired.text = number % 3 == 0 ? "true" : "";
    r.proposed.text = number % 5 == 0 ? "true" : number % 5 == 1 ? "false" : "";
    r.note.text = text;
    c.rows.push_back(r);
  }
  return c;
}

inline void require_same_rows(const errcat::tool::catalog& left, const errcat::tool::catalog& right) {
  REQUIRE(left.rows.size() == right.rows.size());
  for (std::size_t i = 0; i != left.rows.size(); ++i) {
    for (const auto& field : errcat::tool::row_fields) {
      INFO(field.name << " of row " << i);
      CHECK((left.rows[i].*(field.member)).text == (right.rows[i].*(field.member)).text);
    }
  }
}
