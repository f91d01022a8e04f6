// SPDX-License-Identifier: Apache-2.0
// Counting codes. tests/cli/explain_logs.cpp counts them in large logs.
#include "tally.hpp"

#include "support/catch.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

using namespace errcat::tool;

namespace {

error_row counted_row(const char* code, const char* message, std::uint32_t value) {
  error_row r{};
  r.code = code;
  r.message = message;
  r.value = value;
  return r;
}

const error_tables& counted_tables() {
  static const error_tables made = [] {
    error_tables tables;
    tables.add({"a", "", "P", "P", ""},
               {counted_row("P.0001", "One\nand more.", 1), counted_row("P.0024", "Two.", 24)});
    tables.add({"b", "", "", "b", ""}, {counted_row("P.0001", "Other.", 1), counted_row("AccessDenied", "No.", 2)});
    return tables;
  }();
  return made;
}

void count_in(tally& codes, const std::string& text, const std::string& file = "") {
  codes.begin_text(file);
  codes.feed(text);
  codes.finish_text();
}

std::string counts_of(const tally& codes, const output_style& style = {}) {
  std::ostringstream out;
  print_counts(counted_tables(), codes, false, style, out);
  return out.str();
}

nlohmann::json json_of(const tally& codes) {
  std::ostringstream out;
  print_counts(counted_tables(), codes, true, {}, out);
  CHECK(out.str().ends_with("]\n"));
  return nlohmann::json::parse(out.str());
}

}  // namespace

TEST_CASE("tally: a code counts as one however it is written, with its first place and all its rows") {
  tally codes(counted_tables());
  CHECK(codes.total() == 0);
  CHECK(codes.codes().empty());
  count_in(codes, "\nx p.0024 P:24\nP.24", "a.log");
  count_in(codes, "P.0001 P.0024 b:2 \"AccessDenied\"");
  CHECK(codes.total() == 7);
  REQUIRE(codes.codes().size() == 3);
  const tally::code& first = codes.codes()[0];
  CHECK(first.name == "P.0024");
  CHECK(first.text == "p.0024");
  CHECK(first.count == 4);
  CHECK(first.file == "a.log");
  CHECK(first.line == 2);
  CHECK(first.rows == error_tables::row_list{1});
  CHECK(codes.codes()[1].rows == error_tables::row_list{0, 2});
  CHECK(codes.codes()[1].file.empty());
  CHECK(codes.codes()[1].line == 1);
  CHECK(codes.codes()[2].name == "AccessDenied");
  CHECK(codes.codes()[2].text == "b:2");
  CHECK(codes.codes()[2].count == 2);
}

TEST_CASE("tally: codes are new once") {
  tally codes(counted_tables());
  CHECK(codes.take_new().empty());
  count_in(codes, "P.0001 P.0001");
  REQUIRE(codes.take_new().size() == 1);
  count_in(codes, "P.0001 P.0024 P.9999");
  const auto added = codes.take_new();
  REQUIRE(added.size() == 2);
  CHECK(added[0].name == "P.0024");
  CHECK(added[1].name == "P.9999");
  CHECK(added[1].rows.empty());
  CHECK(codes.take_new().empty());
  CHECK(codes.codes()[0].count == 3);
}

TEST_CASE("tally: a thousand unknown codes are kept, the others are counted, and known ones are still found") {
  tally codes(counted_tables());
  std::string text;
  for (int i = 0; i != 1000; ++i) text += "P." + std::to_string(1000 + i) + ' ';
  count_in(codes, text);
  CHECK(codes.codes().size() == 1000);
  CHECK_FALSE(codes.has_more_unknown());
  CHECK(counts_of(codes).find("other unknown codes") == std::string::npos);
  count_in(codes, "P.5001 P.5001 P.5002 P.1999 P.0001");
  CHECK(codes.codes().size() == 1001);
  CHECK(codes.has_more_unknown());
  CHECK(codes.more_unknown() == 3);
  CHECK(codes.total() == 1005);
  CHECK(codes.codes()[999].count == 2);
  CHECK(codes.codes()[1000].name == "P.0001");
  CHECK(counts_of(codes).ends_with("\n3  other unknown codes\n"));
}

TEST_CASE("tally: counts are printed with the most frequent first, then by name, in columns") {
  tally codes(counted_tables());
  CHECK(counts_of(codes).empty());
  std::string text = "P.9999 P.0001\nP.0024 ";
  for (int i = 0; i != 10; ++i) text += " \"AccessDenied\"";
  count_in(codes, text, "a\x1B");
  count_in(codes, "P.7777");
  CHECK(counts_of(codes) ==
        "10  AccessDenied  aU+001B:2  No.\n"
        " 1  P.0001        aU+001B:1  One and more.\n"
        " 1  P.0024        aU+001B:2  Two.\n"
        " 1  P.7777        line 1     (unknown code)\n"
        " 1  P.9999        aU+001B:1  (unknown code)\n");
}

TEST_CASE("tally: in a terminal, messages are wrapped beside the columns, which leave them 20 columns") {
  error_tables tables;
  tables.add({"a", "", "P", "P", ""}, {counted_row("P.1", "A message that is longer than a line.", 1)});
  tally codes(tables);
  count_in(codes, "P.1");
  const auto printed_in = [&](std::size_t width) {
    std::ostringstream out;
    output_style style{};
    style.width = width;
    print_counts(tables, codes, false, style, out);
    return out.str();
  };
  const std::string least =
      "1  P.1  line 1  A message that is\n"
      "                longer than a line.\n";
  for (const std::size_t width : {1U, 20U, 36U}) CHECK(printed_in(width) == least);
  CHECK(printed_in(39) == least);
  CHECK(printed_in(40) ==
        "1  P.1  line 1  A message that is longer\n"
        "                than a line.\n");
  CHECK(printed_in(0) == "1  P.1  line 1  A message that is longer than a line.\n");
  tables.add({"a", "", "P", "P", ""}, {counted_row("P.2", "Fifteen letters word.", 2)});
  tally other(tables);
  count_in(other, "P.2");
  std::ostringstream out;
  output_style style{};
  style.width = 1;
  print_counts(tables, other, false, style, out);
  CHECK(out.str() == "1  P.2  line 1  Fifteen letters\n                word.\n");
}

TEST_CASE("tally: JSON has the counts, and text that is not UTF-8 made valid") {
  tally codes(counted_tables());
  CHECK(json_of(codes) == nlohmann::json::array());
  count_in(codes, "P.9999\np:1 P.0001\nP.0001", "a\xFF.log");
  const nlohmann::json list = json_of(codes);
  REQUIRE(list.size() == 2);
  CHECK(list[0] == nlohmann::json{{"code", "P.0001"},
                                  {"count", 2},
                                  {"file", "a\uFFFD.log"},
                                  {"line", 2},
                                  {"known", true},
                                  {"source", "a"},
                                  {"message", "One\nand more."}});
  CHECK(list[1]["known"] == false);
  CHECK(list[1]["message"] == "");
  std::ostringstream out;
  print_counts(counted_tables(), codes, true, {}, out);
  CHECK(
      out.str().starts_with("[\n  {\n    \"code\": \"P.0001\",\n    \"count\": 2,\n    \"file\": \"a\uFFFD.log\",\n"));
}
