// SPDX-License-Identifier: Apache-2.0
// Rows of tables as text, lines and JSON.
#include "explanation.hpp"

#include "support/catch.hpp"
#include "support/output.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

using namespace errcat::tool;

namespace {

error_row printed_row(const std::string& code, const std::string& message, const std::string& description = "",
                      const std::string& measure = "", bool retired = false) {
  error_row r{};
  r.code = code;
  r.name = "name";
  r.status = "400";
  r.message = message;
  r.description = description;
  r.handling_measure = measure;
  r.retired = retired;
  return r;
}

error_tables one_table(const error_row& r, const std::string& page = "") {
  error_tables tables;
  tables.add({"Page, 2024", "", "P", "P", page}, {r});
  return tables;
}

using print_function = void (*)(const error_tables&, const std::vector<answer>&, const output_style&, std::ostream&);

std::string shown_by(print_function function, const error_tables& tables, const output_style& style = {},
                     std::vector<answer> answers = {{0, ""}}) {
  std::ostringstream out;
  function(tables, answers, style, out);
  return out.str();
}

output_style wide(std::size_t width) {
  output_style style{};
  style.width = width;
  return style;
}

}  // namespace

TEST_CASE("an explanation has all fields that say something, with their further lines indented") {
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M.", "D.\n- x", "H."))) ==
        "P.1\n  status            400\n  message           M.\n  description       D.\n                    - x\n"
        "  handling measure  H.\n");
  const std::string least =
      "P.1 (retired)\n  status            400\n  message           M.\n  handling measure  (none documented)\n";
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M.", "M.", "", true))) == least);
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M.", "", "", true))) == least);
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M.")), {}, {}).empty());
  error_row without_status = printed_row("P.1", "M.");
  without_status.status.clear();
  CHECK(shown_by(print_explanations, one_table(without_status)) ==
        "P.1\n  message           M.\n  handling measure  (none documented)\n");
}

TEST_CASE("an explanation names the source if there are several tables, and blank lines part entries on request") {
  error_tables tables = one_table(printed_row("P.1", "M."));
  tables.add({"Other\x1B", "", "", "", ""}, {printed_row("Q", "N.")});
  output_style style{};
  style.blank_lines = true;
  const std::string first =
      "P.1\n  source            Page, 2024\n  status            400\n  message           M.\n"
      "  handling measure  (none documented)\n";
  const std::string second =
      "Q\n  source            OtherU+001B\n  status            400\n  message           N.\n"
      "  handling measure  (none documented)\n";
  CHECK(shown_by(print_explanations, tables, style, {{0, ""}, {1, ""}}) == first + '\n' + second);
  CHECK(shown_by(print_explanations, tables, {}, {{1, ""}, {0, ""}}) == second + first);
}

TEST_CASE("an explanation is wrapped to the width, which leaves text 20 columns") {
  const error_tables tables = one_table(printed_row("P.1", "A message longer than that."));
  const std::string narrow = "message           A message longer\n                    than that.\n";
  for (const std::size_t width : {1U, 40U})
    CHECK(shown_by(print_explanations, tables, wide(width)).find(narrow) != std::string::npos);
  CHECK(shown_by(print_explanations, tables, wide(42)).find("A message longer than\n                    that.\n") !=
        std::string::npos);
  CHECK(shown_by(print_explanations, tables, wide(47)).find("A message longer than that.\n") != std::string::npos);
}

TEST_CASE("a code is bold, a link to its place in the page, and printable") {
  output_style style{};
  style.colours = true;
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1\x1B", "M.")), style)
            .starts_with("\033[1mP.1U+001B\033[0m\n"));
  style.links = true;
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M.")), style).starts_with("\033[1mP.1\033[0m\n"));
  style.colours = false;
  CHECK(shown_by(print_explanations, one_table(printed_row("a/b\u00E9~", "M."), "/x y/-._~%\033\xFF.html"), style)
            .starts_with("\033]8;;file:///x%20y/-._~%25%1B%FF.html#a%2Fb%C3%A9~\033\\a/b\u00E9~\033]8;;\033\\\n"));
  style.links = false;
  CHECK(shown_by(print_explanations, one_table(printed_row("P.1", "M."), "/p.html"), style).starts_with("P.1\n"));
}

TEST_CASE("a line has a code and its message, wrapped beside it") {
  const error_tables tables = one_table(printed_row("P.1\x07", "One two\nthree."));
  CHECK(shown_by(print_lines, tables) == "P.1U+0007  One two three.\n");
  CHECK(shown_by(print_lines, tables, wide(24)) == "P.1U+0007  One two\n           three.\n");
  CHECK(shown_by(print_lines, tables, wide(1)) == "P.1U+0007  One two\n           three.\n");
  CHECK(shown_by(print_lines, tables, wide(15)) == "P.1U+0007  One two\n           three.\n");
  CHECK(shown_by(print_lines, tables, wide(25)) == "P.1U+0007  One two three.\n");
  CHECK(shown_by(print_lines, tables, {}, {}).empty());
  CHECK(shown_by(print_lines, one_table(printed_row("P.1", ""))) == "P.1  \n");
}

TEST_CASE("JSON has all fields, a status as a number if it is one, and only UTF-8") {
  error_row odd = printed_row("P.2", "N\xFF.", "D.", "H.", true);
  error_tables tables = one_table(printed_row("P.1", "M."));
  const auto json_of = [&](const std::vector<answer>& answers) {
    std::ostringstream out;
    print_json(tables, answers, out);
    CHECK(out.str().ends_with("]\n"));
    CHECK(out.str().find("\\u") == std::string::npos);
    return nlohmann::json::parse(out.str());
  };
  CHECK(json_of({}) == nlohmann::json::array());
  for (const char* status : {"400/404", "40", "4000", "4xx", "", "-40", "+40", " 40"}) {
    odd.status = status;
    tables.add({"Other", "", "", "", ""}, {odd});
    CHECK(json_of({{tables.rows().size() - 1, ""}})[0]["status"] == status);
  }
  CHECK(json_of({{0, "p\xFF"}})[0]["status"] == 400);
  CHECK(json_of({{1, "p\xFF"}, {0, ""}})[0] == nlohmann::json{{"asked", "p\uFFFD"},
                                                              {"code", "P.2"},
                                                              {"name", "name"},
                                                              {"status", "400/404"},
                                                              {"message", "N\uFFFD."},
                                                              {"description", "D."},
                                                              {"handling_measure", "H."},
                                                              {"retired", true},
                                                              {"source", "Other"}});
}

TEST_CASE("an output that is not a terminal gets nothing special") {
  setenv("FORCE_HYPERLINK", "1", 1);
  const captured_output captured;
  const output_style style = style_of_output();
  CHECK(style.width == 0);
  CHECK_FALSE(style.colours);
  CHECK_FALSE(style.links);
  CHECK_FALSE(style.blank_lines);
}
