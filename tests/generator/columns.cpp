// SPDX-License-Identifier: Apache-2.0
// Which field each column of a table is. import_page.cpp has examples of whole pages.
#include "columns.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <utility>

using namespace errcat::tool;

namespace {

struct columns_read {
  document read;  // positions of the rows are views of it
  std::vector<code_table> tables;
  std::string reported;
};

std::vector<std::string> cut_at(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// Returns a document; each table is a line of headings and lines of cells, which `|` separates.
document document_of(const std::vector<std::string>& tables) {
  document result;
  for (const std::string& text : tables) {
    const std::vector<std::string> lines = cut_at(text, '\n');
    const std::size_t number = result.tables.size() + 1;
    const std::string_view place = result.places.emplace_back("page, table " + std::to_string(number));
    result.tables.push_back({number, {place, 0, 0}, cut_at(lines[0], '|'), {}, {}});
    document_table& table = result.tables.back();
    for (std::size_t i = 1; i != lines.size(); ++i) {
      document_row& added = table.rows.emplace_back();
      added.at = {place, static_cast<std::uint32_t>(i), 0};
      for (const std::string& cell_text : cut_at(lines[i], '|')) added.cells.push_back({cell_text, added.at});
    }
  }
  return result;
}

/// Reports about the columns of all tables.
columns_read read_columns(const std::vector<std::string>& tables, const column_options& options = {}) {
  diagnostics found;
  columns_read result{document_of(tables), {}, {}};
  result.tables = code_tables(result.read, options, {"page", 0, 0}, found);
  for (const code_table& table : result.tables) found.add(table.found);
  result.reported = printed(found);
  return result;
}

const std::string no_status =
    "page, table 1: warning: no status column; the field stays empty (use --status N if all have one status)\n";
const std::string no_description = "page, table 1: warning: no description column; the field stays empty\n";
const std::string no_measure = "page, table 1: warning: no handling measure column; the field stays empty\n";

}  // namespace

TEST_CASE("a table is read by its headings, in any order and case") {
  const auto [read, tables, reported] =
      read_columns({"SOLUTION|Error Description|error code|Module|Error Message|Response Code\nS.|D.|P.1|x|M.|400"});
  CHECK(reported.empty());
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].number == 1);
  const row& r = tables[0].rows.at(0);
  CHECK(r.code.text == "P.1");
  CHECK(r.status.text == "400");
  CHECK(r.message.text == "M.");
  CHECK(r.description.text == "D.");
  CHECK(r.handling_measure.text == "S.");
  CHECK_FALSE(r.name.present());
  CHECK(to_string(r.code.at) == "page, table 1, row 1");
}

TEST_CASE("every known heading is its field") {
  const std::pair<cell row::*, const char*> headings[] = {
      {&row::status, "Status|Status code|HTTP status|http_status_code|HTTP code:|Response\u00A0Code"},
      {&row::code, "Code|Codes|ERROR-CODE|Error Codes|Error Type|Error Code(s)"},
      {&row::message, "Message|Error Message|ErrorMsg|Meaning|Message(s)"},
      {&row::description, "Description|Error Description|Explanation|Reason|Cause"},
      {&row::handling_measure, "Handling Measure|Handling Measures|Measure|Measures|Solution|Solutions|Solution(s)"},
      {&row::handling_measure, "Solution/Suggestion|Troubleshooting|Resolution|Action|User Action|Client Action"}};
  for (const auto& [field, list] : headings) {
    for (const std::string& heading : cut_at(list, '|')) {
      INFO(heading);
      const auto read =
          read_columns({field == &row::code ? heading + "|Message\nx|M." : "Code|" + heading + "\nP.1|x"});
      REQUIRE(read.tables.size() == 1);
      CHECK((read.tables[0].rows.at(0).*field).text == "x");
      if (field == &row::message) CHECK_FALSE(read.tables[0].rows[0].description.present());
      CHECK(read.reported.find("skipped") == std::string::npos);
    }
  }
  for (const char* other : {"", "Statuses", "Codex", "\u4EE3\u7801", "Error", "(s)"}) {
    CHECK(read_columns({std::string(other) + "|Message\nx|M."}).tables.empty());
  }
}

TEST_CASE("codes, statuses and names are cleaned, and other cells are not") {
  const auto [read, tables, reported] = read_columns(
      {"Code|Status|Message|Description|Measure|N\n\u200BP.1 |404 Not Found|\u200BM.|404 Not Found|H.|BadName"},
      {{{"name", "n"}}, ""});
  CHECK(reported.empty());
  const row& r = tables.at(0).rows.at(0);
  CHECK(r.code.text == "P.1");
  CHECK(r.status.text == "404");
  CHECK(r.name.text == "bad_name");
  CHECK(r.message.text == "\u200BM.");
  CHECK(r.description.text == "404 Not Found");
}

TEST_CASE("a column that the user names is its field, no other column is, and it may be ignored") {
  const auto [read, tables, reported] =
      read_columns({"Fehler|HTTP|Text|Description|Measure|Message|Code\nP.1|400|M.|D.|H.|x|1"},
                   {{{"code", "fehler"}, {"status", "HTTP"}, {"message", "T-e-x-t"}, {"none", "message"}}, ""});
  CHECK(reported == "page, table 1: warning: column 'Code' skipped; use --column FIELD=HEADING to import it\n");
  CHECK(tables.at(0).rows.at(0).code.text == "P.1");
  CHECK(tables[0].rows[0].message.text == "M.");
  const auto twice = read_columns({"Code|Text|More\nP.1|M.|N."}, {{{"message", "Text"}, {"message", "More"}}, ""});
  CHECK(twice.reported.starts_with("page, table 1: error: two columns for 'message'; ignore one with --column "));
  const auto unused = read_columns({"Code|Message\nP.1|M."}, {{{"status", "\x1B"}}, "400"});
  CHECK(unused.reported ==
        "page: error: no table has a column 'U+001B', which --column status names\n" + no_description + no_measure);
}

TEST_CASE("a heading that may be several fields is the first that no other column is") {
  const auto [read, tables, reported] = read_columns({"Code|Reason|Cause|Meaning|Meaning\nP.1|a|b|c|d"}, {{}, "400"});
  CHECK(reported ==
        "page, table 1: warning: column 'Cause' skipped; use --column FIELD=HEADING to import it\n"
        "page, table 1: warning: column 'Meaning' skipped; use --column FIELD=HEADING to import it\n" +
            no_measure);
  CHECK(tables.at(0).rows.at(0).description.text == "a");
  CHECK(tables[0].rows[0].message.text == "c");
}

TEST_CASE("skipped columns are warned about unless they are empty, and tables without codes are not") {
  const auto [read, tables, reported] =
      read_columns({"Element|Description\na|b", "Code|Message|Since|||\nP.1|M.|2020||x|\nP.2|M.|2020|||"});
  CHECK(reported ==
        "page, table 2: warning: column 'Since' skipped; use --column FIELD=HEADING to import it\n"
        "page, table 2: warning: column '' skipped; use --column FIELD=HEADING to import it\n"
        "page, table 2: warning: no status column; the field stays empty (use --status N if all have one status)\n"
        "page, table 2: warning: no description column; the field stays empty\n"
        "page, table 2: warning: no handling measure column; the field stays empty\n");
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].number == 2);
}

TEST_CASE("without a message column the description is the message, and not every message may be empty") {
  const auto described = read_columns({"Code|Status|Description|Measure\nP.1|400|D.|H."});
  CHECK(described.reported == "page, table 1: warning: no message column; the description is used as the message\n");
  CHECK(described.tables.at(0).rows.at(0).message.text == "D.");
  const std::string empty = "page, table 1: error: every message is empty; use --column message=HEADING\n";
  const column_options with_status{{}, "400"};
  CHECK(read_columns({"Code|Message|Description|Measure\nP.1||D.|\nP.2||D.|"}, with_status).reported == empty);
  CHECK(read_columns({"Code|Message|Description|Measure\nP.1||D.|\nP.2|M.|D.|"}, with_status).reported.empty());
  CHECK(read_columns({"Code|Message|Description|Measure"}, with_status).reported.empty());
}

TEST_CASE("a given status is that of the rows without one") {
  const auto given =
      read_columns({"Code|Status|Message|Description|Measure\nP.1||M.|D.|H.\nP.2|404|M.|D.|H."}, {{}, "418"});
  CHECK(given.reported.empty());
  CHECK(given.tables.at(0).rows.at(0).status.text == "418");
  CHECK(to_string(given.tables[0].rows[0].status.at) == "page, table 1, row 1");
  CHECK(given.tables[0].rows.at(1).status.text == "404");
  const auto none = read_columns({"Code|Message|Description|Measure\nP.1|M.|D.|H."});
  CHECK(none.reported == no_status);
  CHECK_FALSE(none.tables.at(0).rows.at(0).status.present());
}

TEST_CASE("a document without a code column is refused, with the reasons") {
  const std::string refusal = "page: error: no table has a code column; use --column code=HEADING\n";
  CHECK(read_columns({}).reported == refusal);
  CHECK(read_columns({"Element|Use\na|b"}).reported ==
        refusal +
            "page, table 1: warning: table skipped: no code column (headings: 'Element', 'Use'); use --column "
            "code=HEADING\n");
  CHECK(read_columns({"Element\na"}, {{{"code", "Eelment"}}, ""}).reported ==
        "page: error: no table has a column 'Eelment', which --column code names\n");
  CHECK(read_columns({"Code|Error Code|Message"})
            .reported.find("page, table 1: error: two columns for 'code'; ignore one with --column none=HEADING\n") !=
        std::string::npos);
}

TEST_CASE("a table's problems are reported with it, a skipped table's only if no other table is found") {
  const auto reported = [](const std::string& second) {
    document read = document_of({"Element\na", second});
    for (document_table& table : read.tables) table.problems.error(table.at, "merged");
    diagnostics found;
    const auto tables = code_tables(read, {}, {"page", 0, 0}, found);
    for (const code_table& table : tables) CHECK(printed(table.found).starts_with("page, table 2: error: merged\n"));
    return printed(found);
  };
  CHECK(reported("Code|Message\nP.1|M.").empty());
  CHECK(reported("Use\na").find("page, table 1: error: merged\n") != std::string::npos);
}
