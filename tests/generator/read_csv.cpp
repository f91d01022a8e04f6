// SPDX-License-Identifier: Apache-2.0
// The CSV reader with valid files; bad_input.cpp has invalid ones.
#include "read_csv.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/refusals.hpp"
#include "write.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <regex>
#include <string>
#include <vector>

using errcat::tool::catalog;
using errcat::tool::diagnostics;

namespace {

/// Returns how many lines are read, and what is reported.
std::string reported(const std::string& bytes) {
  diagnostics found;
  std::size_t lines = 0;
  const bool good = read_csv_lines(
      "c.csv", bytes, [&](const std::vector<errcat::tool::cell>&) { ++lines; }, found);
  return std::to_string(lines) + (good ? " lines\n" : " lines, refused\n") + printed(found);
}

/// Returns the cells of the first line, with '|' after each.
std::string first_line(const std::string& bytes) {
  diagnostics found;
  std::optional<std::string> first;
  const auto add = [&](const std::vector<errcat::tool::cell>& line) {
    if (first) return;
    first.emplace();
    for (const errcat::tool::cell& c : line) *first += c.text + '|';
  };
  CHECK(read_csv_lines("c.csv", bytes, add, found));
  return first.value_or("");
}

}  // namespace

TEST_CASE("CSV: every cell is read as written, with its position") {
  diagnostics found;
  const catalog c =
      errcat::tool::read_csv("c.csv",
                             "name,code,status,note,message,description,handling_measure,retired\n"
                             "one,P.1,400,,\"It's \"\"M\"\", \u00E9.\", spaced ,\"Do:\r\n- this\n\n- that\n\",true\n"
                             "\n"
                             "two,P.2,404,,M.,,,\n",
                             {"n", "P", "L", "s"}, found)
          .value();
  CHECK(printed(found).empty());
  REQUIRE(c.rows.size() == 2);
  CHECK(c.name_space.text == "n");
  CHECK(c.prefix.text == "P");
  CHECK(c.license.text == "L");
  CHECK(c.source.text == "s");
  CHECK(c.rows[0].code.text == "P.1");
  CHECK(c.rows[0].message.text == "It's \"M\", \u00E9.");
  CHECK(c.rows[0].description.text == " spaced ");
  CHECK(c.rows[0].handling_measure.text == "Do:\n- this\n\n- that");
  CHECK(c.rows[0].retired.text == "true");
  CHECK(c.rows[1].handling_measure.text.empty());
  CHECK(to_string(c.rows[0].at) == "c.csv:2:1");
  CHECK(to_string(c.rows[0].message.at) == "c.csv:2:14");
  CHECK(to_string(c.rows[0].description.at) == "c.csv:2:31");
  CHECK(to_string(c.rows[1].code.at) == "c.csv:8:5");
  CHECK(to_string(c.rows[1].note.at) == "c.csv:8:13");
}

TEST_CASE("CSV: a byte order mark, CRLF, a lone CR and no break at the end are accepted") {
  CHECK(refusals_of_csv("\xEF\xBB\xBF" + csv_columns + "P.1,one,400,M.,D.,H.").empty());
  CHECK(refusals_of_csv("code,name,status,message,description,handling_measure\r\nP.1,one,400,M.,D.,H.\r\n").empty());
  CHECK(refusals_of_csv("code,name,status,message,description,handling_measure\rP.1,one,400,M.,D.,H.\r").empty());
}

TEST_CASE("CSV: a cell of 10 MB is read like any other") {
  struct example {
    std::string written;
    std::size_t size;
  };
  const auto repeated = [](const char* part, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i != count; ++i) all += part;
    return all;
  };
  constexpr std::size_t half = 5'000'000;
  // A quadratic reader takes minutes for some of these; this one some tenths of a second.
  for (const auto& [written, size] : {example{std::string(2 * half, 'x') + '.', 2 * half + 1},
                                      {repeated("\r\n", half) + '.', half + 1},
                                      {repeated("\"\"", half) + '.', half + 1},
                                      {'.' + repeated("\r\n", half), 1},
                                      {repeated("\u00E9", half) + '.', 2 * half + 1}}) {
    diagnostics found;
    const auto start = std::chrono::steady_clock::now();
    const catalog c = errcat::tool::read_csv("c.csv", csv_columns + "P.1,one,400,\"" + written + "\",D.,H.\n",
                                             {"n", "P", "", "s"}, found)
                          .value();
    check(c, found);
    CHECK(printed(found).empty());
    CHECK(c.rows.at(0).message.text.size() == size);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  }
}

TEST_CASE("CSV: CR CRLF, which text conversions make, is one line break") {
  diagnostics found;
  const catalog c =
      errcat::tool::read_csv("c.csv", csv_columns + "P.1,one,400,\"a\r\r\nb\r\r\r\n\r\n\",D.,H.\n", {}, found).value();
  CHECK(c.rows.at(0).message.text == "a\nb");
}

TEST_CASE("CSV: the note that once marked a proposed name is read as the mark, and written as it") {
  diagnostics found;
  const std::string columns = "code,name,status,message,description,handling_measure,note\n";
  const std::string sentence = "The name is proposed: confirm it and delete this note, or change it.";
  const catalog c =
      errcat::tool::read_csv(
          "c.csv", columns + "P.1,one,400,M.,D.,H.,\"" + sentence + "\"\nP.2,two,400,M.,D.,H.,mine\n", {}, found)
          .value();
  CHECK(printed(found).empty());
  CHECK(c.rows.at(0).proposed.text == "true");
  CHECK(c.rows.at(0).note.text.empty());
  CHECK(c.rows.at(1).proposed.text.empty());
  CHECK(c.rows.at(1).note.text == "mine");
  CHECK(errcat::tool::write_csv(c) ==
        "code,name,status,message,description,handling_measure,group,retired,proposed,note\n"
        "P.1,one,400,M.,D.,H.,,,true,\nP.2,two,400,M.,D.,H.,,,,mine\n");
}

TEST_CASE("the first line decides between comma, semicolon and tab") {
  const std::string columns = "code,name,status,message,description,handling_measure\n";
  const std::string row = "P.1,one,400,M.,\"a; b\",H.\n";
  for (const char delimiter : {';', '\t'}) {
    std::string text = columns + row;
    std::ranges::replace(text, ',', delimiter);
    diagnostics found;
    for (const std::string directive : {"", "sep=X\n", "sep=X\r\n"}) {
      const std::string whole = std::regex_replace(directive, std::regex("X"), std::string(1, delimiter)) + text;
      const auto subject = read_csv("c.csv", whole, {"n", "P", "", "s"}, found);
      INFO(printed(found));
      REQUIRE(subject);
      REQUIRE(subject->rows.size() == 1);
      CHECK(subject->rows[0].description.text == "a; b");
      CHECK(subject->rows[0].at.line == (directive.empty() ? 2 : 3));
    }
  }
}

TEST_CASE("headings may be in any case, and rows of empty cells are skipped") {
  diagnostics found;
  const auto subject =
      read_csv("c.csv", "Code,NAME,Status,Message, Description ,Handling Measure\n,,,,,\nP.1,one,400,M.,D.,H.\n,,,,,\n",
               {"n", "P", "", "s"}, found);
  CHECK(printed(found).empty());
  REQUIRE(subject);
  REQUIRE(subject->rows.size() == 1);
  CHECK(subject->rows[0].at.line == 3);
}

TEST_CASE("CSV: blank lines and every kind of line break count in positions") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    diagnostics found;
    const std::string columns = csv_columns.substr(0, csv_columns.size() - 1) + end;
    const catalog c = errcat::tool::read_csv("c.csv",
                                             columns + end + end + "P.1,one,400,\"a" + end + "b\",D.,H." + end + end +
                                                 "P.2,two,400,M.,D.,H." + end + "P.3,one" + end,
                                             {"n", "P", "", "s"}, found)
                          .value();
    INFO(end.size() << printed(found));
    CHECK(printed(found) == "c.csv:8:1: error: 2 cells, but the first line names 6 columns\n");
    REQUIRE(c.rows.size() == 2);
    CHECK(to_string(c.rows[0].code.at) == "c.csv:4:1");
    CHECK(to_string(c.rows[0].message.at) == "c.csv:4:13");
    CHECK(to_string(c.rows[0].description.at) == "c.csv:5:4");
    CHECK(to_string(c.rows[1].status.at) == "c.csv:7:9");
  }
}

TEST_CASE("CSV: a lone CR is kept in a cell, refused by the rules, and written in quotes") {
  diagnostics found;
  const catalog c =
      errcat::tool::read_csv("c.csv", csv_columns + "P.1,one,400,\"a\rb\",D.,H.\n", {"n", "P", "", "s"}, found).value();
  CHECK(printed(found).empty());
  CHECK(c.rows.at(0).message.text == "a\rb");
  check(c, found);
  CHECK(printed(found) ==
        "c.csv:2:13: error: control character U+000D; only printable text and line breaks are allowed\n");
  CHECK(errcat::tool::write_csv(c).ends_with("P.1,one,400,\"a\rb\",D.,H.,,,,\n"));
}

TEST_CASE("CSV: a million rows are read, and more are refused") {
  std::string rows;
  for (std::size_t i = 0; i != errcat::tool::most_rows + 1; ++i) rows += "a\n";  // with the names of the columns
  CHECK(reported(rows) == "1000001 lines\n");
  CHECK(reported(rows + "a\n\nmore\n") == "1000001 lines, refused\nc.csv:1000002:2: error: more than 1000000 rows\n");
  CHECK(reported(rows + "a") == "1000001 lines, refused\nc.csv:1000002:2: error: more than 1000000 rows\n");
}

TEST_CASE("CSV: a line has at most a thousand cells") {
  CHECK(reported(std::string(999, ',') + "a\n") == "1 lines\n");
  CHECK(reported(std::string(1000, ',') + "a\n") ==
        "0 lines, refused\nc.csv:1:1002: error: more than 1000 cells in a line\n");
  CHECK(reported(std::string(1002, ',') + "a\n") ==
        "0 lines, refused\nc.csv:1:1001: error: more than 1000 cells in a line\n");
}

TEST_CASE("CSV: a broken line refuses the file, and an unknown column is reported once") {
  CHECK(reported("a\n\"b\"c\nd\n") == "1 lines, refused\nc.csv:2:4: error: text after a closing quote\n");
  CHECK(reported("a\n\"b") == "1 lines, refused\nc.csv:2:1: error: cell has no closing quote\n");
  const std::string unknown = refusals_of_csv("x," + csv_columns + ",P.1,one,400,M.,D.,H.\n");
  CHECK(unknown.starts_with("c.csv:1:1: error: unknown column 'x'. Columns: "));
  CHECK(std::ranges::count(unknown, '\n') == 1);
}

TEST_CASE("CSV: delimiters in quotes and below the headings don't count, and one in 'sep=' must be alone") {
  CHECK(first_line("\"a;b;\",c\n") == "a;b;|c|");
  CHECK(first_line("a,b\n1;2;3;4\n") == "a|b|");
  CHECK(first_line("a,b\r1;2;3;4\r") == "a|b|");
  CHECK(first_line("sep=;\na,b;c\n") == "a,b|c|");
  CHECK(first_line("sep=;") == "sep=||");
  CHECK(first_line("sep=;a,b\n") == "sep=;a|b|");
  CHECK(first_line("sep=\n") == "sep=|");
  CHECK(first_line("sep=;\n").empty());
  CHECK(first_line("sep=|\na|b") == "a|b|");
}
