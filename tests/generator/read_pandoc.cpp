// SPDX-License-Identifier: Apache-2.0
// The reader of documents, with small trees.
#include "read_pandoc.hpp"
#include "columns.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <nlohmann/json.hpp>
#include <utility>

using namespace errcat::tool;
using nlohmann::json;

namespace {

json plain(const std::string& text) { return {{{"t", "Plain"}, {"c", {{{"t", "Str"}, {"c", text}}}}}}; }

json cell_of(const json& blocks, int rows = 1, int columns = 1) {
  return json::array({json::array({"", json::array(), json::array()}), {{"t", "AlignDefault"}}, rows, columns, blocks});
}

json row_of(const std::vector<json>& cells) {
  return json::array({json::array({"", json::array(), json::array()}), cells});
}

json texts(const std::vector<std::string>& cells) {
  std::vector<json> all;
  for (const std::string& text : cells) all.push_back(cell_of(plain(text)));
  return row_of(all);
}

json table_of(std::size_t width, const std::vector<json>& head, const std::vector<json>& rows,
              const std::vector<json>& foot) {
  const json attributes = json::array({"", json::array(), json::array()});
  std::vector<json> columns(width, json::array({{{"t", "AlignDefault"}}, {{"t", "ColWidthDefault"}}}));
  return {
      {"t", "Table"},
      {"c", json::array({attributes, json::array({nullptr, json::array()}), columns, json::array({attributes, head}),
                         json::array({json::array({attributes, 0, json::array(), rows})}),
                         json::array({attributes, foot})})}};
}

json table(const json& head, const std::vector<json>& rows) { return table_of(head.at(1).size(), {head}, rows, {}); }

struct reading {
  document read;  // positions of the rows are views of it
  std::vector<code_table> tables;
  std::string reported;
};

/// Reads a tree, and reports about all of its tables.
reading read_blocks(const json& blocks, const column_options& options = {}) {
  diagnostics found;
  const json tree = {{"pandoc-api-version", {1, 22}}, {"meta", json::object()}, {"blocks", blocks}};
  reading result{read_pandoc("page", tree.dump(), found), {}, {}};
  result.tables = code_tables(result.read, options, {"page", 0, 0}, found);
  for (const code_table& table : result.tables) found.add(table.found);
  result.reported = printed(found);
  return result;
}

const json usual_head = texts({"Status Code", "Error Code", "Message", "Description", "Handling Measure"});

}  // namespace

TEST_CASE("cells become plain text: markup dropped, a paragraph and a list item a line, the placeholder empty") {
  const auto str = [](const char* text) { return json{{"t", "Str"}, {"c", text}}; };
  const json space = {{"t", "Space"}};
  const json attributes = json::array({"", json::array(), json::array()});
  const json inlines = {
      str("Set"),
      space,
      {{"t", "Strong"}, {"c", {str("bold")}}},
      {{"t", "SoftBreak"}},
      {{"t", "Code"}, {"c", json::array({attributes, "code"})}},
      {{"t", "LineBreak"}},
      {{"t", "Link"}, {"c", json::array({attributes, json::array({str("link")}), json::array({"u", ""})})}},
      {{"t", "Quoted"}, {"c", json::array({{{"t", "DoubleQuote"}}, json::array({str("q")})})}}};
  const json bullet = {{"t", "BulletList"}, {"c", json::array({plain("one"), plain("two")})}};
  const json ordered = {{"t", "OrderedList"},
                        {"c", json::array({json::array({1, {{"t", "Decimal"}}, {{"t", "Period"}}}),
                                           json::array({plain("first"), plain("second")})})}};
  const json division = {{"t", "Div"}, {"c", json::array({attributes, plain("note")})}};
  const json empty_list = json::array({{{"t", "BulletList"}, {"c", json::array({json::array()})}}});
  const auto [read, tables, reported] = read_blocks(json::array({table(
      usual_head,
      {row_of({cell_of(plain("400")), cell_of(plain("P.1")), cell_of(json::array({{{"t", "Para"}, {"c", inlines}}})),
               cell_of(json::array({plain("a")[0], bullet, ordered, division})), cell_of(empty_list)}),
       texts({"400", "P.2", "M.", "D.", "-"})})}));
  CHECK(reported.empty());
  REQUIRE(tables.at(0).rows.size() == 2);
  CHECK(tables[0].rows[0].message.text == "Set bold code\nlink\u201Cq\u201D");
  CHECK(tables[0].rows[0].description.text == "a\n- one\n- two\n1. first\n2. second\nnote");
  CHECK(tables[0].rows[0].handling_measure.text.empty());
  CHECK(tables[0].rows[1].handling_measure.text.empty());
}

TEST_CASE("tables inside divisions, quotes and lists are found") {
  const json attributes = json::array({"", json::array(), json::array()});
  const json inner = table(usual_head, {texts({"400", "P.1", "M.", "D.", "H."})});
  const json quote = {{"t", "BlockQuote"}, {"c", json::array({inner})}};
  const json list = {{"t", "BulletList"}, {"c", json::array({json::array({inner})})}};
  CHECK(read_blocks(json::array({{{"t", "Div"}, {"c", json::array({attributes, json::array({quote, list})})}}}))
            .tables.size() == 2);
}

TEST_CASE("a cell or a row that cannot be read faithfully is refused with its position") {
  const json inner = json::array({table(usual_head, {})});
  const json footnote = json::array({{{"t", "Para"}, {"c", {{{"t", "Note"}, {"c", plain("x")}}}}}});
  const json border = plain("--------+");
  const auto [read, tables, reported] = read_blocks(json::array({table(
      usual_head,
      {texts({"400", "P.1", "M.", "D.", "H."}),
       row_of({cell_of(plain("400")), cell_of(plain("P.2")), cell_of(plain("M."), 1, 2), cell_of(plain("H."))}),
       texts({"400", "P.3", "M."}), texts({"400"}),
       row_of({cell_of(plain("400")), cell_of(plain("P.4")), cell_of(inner), cell_of(footnote), cell_of(border)})})}));
  CHECK(reported ==
        "page, table 1, row 2: error: merged cells; every cell must span one column\n"
        "page, table 1, row 3: error: 3 cells, but the table has 5 columns\n"
        "page, table 1, row 4: error: 1 cell, but the table has 5 columns\n"
        "page, table 1, row 5: error: cell contains a table\n"
        "page, table 1, row 5: warning: a footnote is left out\n"
        "page, table 1, row 5: error: cell contains what pandoc makes of merged cells\n");
  CHECK(read.tables.at(0).rows.size() == 3);
}

TEST_CASE("a cell that spans several rows is repeated in each") {
  const auto [read, tables, reported] = read_blocks(
      json::array({table(usual_head, {row_of({cell_of(plain("400")), cell_of(plain("P.1"), 2), cell_of(plain("M.")),
                                              cell_of(plain("D."), 9), cell_of(plain("H."))}),
                                      texts({"404", "N.", "H."}), texts({"500", "P.3", "M.", "H."})})}));
  CHECK(reported.empty());
  REQUIRE(tables.at(0).rows.size() == 3);
  CHECK(tables[0].rows[1].code.text == "P.1");
  CHECK(tables[0].rows[1].message.text == "N.");
  CHECK(tables[0].rows[2].code.text == "P.3");
  CHECK(tables[0].rows[2].description.text == "D.");
}

TEST_CASE("a cell spans only rows of its head, body or foot, and the last column may span, too") {
  const auto line = [](const std::string& code, int rows) {
    return row_of({cell_of(plain(code), rows), cell_of(plain("M."), rows)});
  };
  const json node = table_of(
      2, {row_of({cell_of(plain("Code"), 2), cell_of(plain("Message"), 2)})},
      {line("P.1", 1), row_of({cell_of(plain("P.2")), cell_of(plain("N."), 2)}), row_of({cell_of(plain("P.3"), 3)})},
      {line("P.4", 1)});
  const auto [read, tables, reported] = read_blocks(json::array({node}), {{}, "400"});
  CHECK(reported.find("error") == std::string::npos);
  std::string rows;
  for (const row& r : tables.at(0).rows) rows += r.code.text + r.message.text + ' ';
  CHECK(rows == "P.1M. P.2N. P.3N. P.4M. ");
}

TEST_CASE("parts of a tree without a type are skipped") {
  diagnostics found;
  CHECK(read_pandoc("page", R"({"blocks":[{"c":[]},{"t":"Null"}]})", found).tables.empty());
  CHECK(printed(found).empty());
}

TEST_CASE("diagnostics about a tree hold no control characters") {
  const auto reported = [](const std::string& bytes) {
    diagnostics found;
    (void)read_pandoc("page", bytes, found);
    return printed(found);
  };
  CHECK(reported("{\n \"\xE9\": 1}") ==
        "page:2:3: error: byte 0xE9 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
        "Excel\n");
  CHECK(reported("{\u00E9") ==
        "page: error: not the JSON of pandoc 2.10 or later ([json.exception.parse_error.101] parse error at line 1, "
        "column 2: syntax error while parsing object key - invalid literal; last read: '{\uFFFD'; expected string "
        "literal)\n");
  CHECK(reported("[\"\u009B31m").find("last read: '\"U+009B31m'") != std::string::npos);
  const std::string endless = reported("[\"" + std::string(1'000'000, 'x'));
  CHECK(endless.size() < 400);
  CHECK(endless.ends_with("xxx...)\n"));
  const json strange = json::array({{{"t", "\x1B[31m"}}});
  CHECK(read_blocks(json::array({table(usual_head, {row_of(std::vector(5, cell_of(strange)))})}))
            .reported.find("page, table 1, row 1: error: cell contains a block of type 'U+001B[31m'\n") !=
        std::string::npos);
}

TEST_CASE("a tree that is deeper than the stack is refused") {
  for (const auto& [before, after] : {std::pair{"[", "]"}, {"{\"blocks\":", "}"}, {"{\"t\":\"Div\",\"c\":[", "]}"}}) {
    std::string bytes = "{\"blocks\":[";
    for (int i = 0; i != 1'000'000; ++i) bytes += before;
    bytes += '0';
    for (int i = 0; i != 1'000'000; ++i) bytes += after;
    bytes += "]}";
    diagnostics found;
    (void)read_pandoc("page", bytes, found);
    CHECK(printed(found) == "page: error: elements nested deeper than 1000 levels\n");
  }
}

TEST_CASE("line breaks at the end of a cell go, CRLF is LF") {
  const auto str = [](const char* text) { return json{{"t", "Str"}, {"c", text}}; };
  const json line_break = {{"t", "LineBreak"}};
  const auto paragraph = [&](const std::vector<json>& inlines) {
    return cell_of(json::array({{{"t", "Para"}, {"c", inlines}}}));
  };
  const auto [read, tables, reported] = read_blocks(
      json::array({table(usual_head, {row_of({paragraph({str("400")}), paragraph({str("P.1"), line_break, line_break}),
                                              paragraph({str("a\r\nb")}), paragraph({str("a\r"), line_break, str("b")}),
                                              paragraph({str("-"), line_break, str(" "), line_break})})})}));
  CHECK(reported.empty());
  const row& r = tables.at(0).rows.at(0);
  CHECK(r.code.text == "P.1");
  CHECK(r.message.text == "a\nb");
  CHECK(r.description.text == "a\nb");
  CHECK(r.handling_measure.text.empty());
}

TEST_CASE("a heading on two rows is read as one, and the rows of the foot are rows of the table") {
  const json upper = row_of({cell_of(plain("Error"), 1, 2), cell_of(plain("Message"), 2)});
  const auto [read, tables, reported] =
      read_blocks(json::array({table_of(3, {texts({"Error", "HTTP", "Message"}), texts({"Code", "Status", ""})},
                                        {texts({"P.1", "400", "M."})}, {texts({"P.2", "404", "N."})})}));
  REQUIRE(read.tables.size() == 1);
  CHECK(read.tables[0].head == std::vector<std::string>{"Error Code", "HTTP Status", "Message"});
  REQUIRE(tables.at(0).rows.size() == 2);
  CHECK(tables[0].rows[1].code.text == "P.2");
  CHECK(tables[0].rows[1].message.text == "N.");
  CHECK(to_string(tables[0].rows[1].at) == "page, table 1, row 2");

  diagnostics found;
  const json tree = {
      {"blocks", json::array({table_of(3, {upper, texts({"Code", "Status"})}, {texts({"P.1", "400", "M."})}, {})})}};
  const document spanned = read_pandoc("page", tree.dump(), found);
  CHECK(spanned.tables.at(0).head == std::vector<std::string>{"Error Code", "Status", "Message"});
  CHECK(printed(spanned.tables[0].problems) == "page, table 1: error: merged cells; every cell must span one column\n");
}

TEST_CASE("a row with a wide cell or too many cells is refused, and the cells after it stay in their columns") {
  const auto [read, tables, reported] = read_blocks(json::array(
      {table(usual_head,
             {row_of({cell_of(plain("400"), 1, 2), cell_of(plain("M.")), cell_of(plain("D.")), cell_of(plain("H."))}),
              row_of({cell_of(plain("400")), cell_of(plain("P.2"), 1, 1'000'000'000)}),
              texts({"400", "P.3", "M.", "D.", "H.", "more"}), texts({"400", "P.4", "M.", "D.", "H."})})}));
  CHECK(reported ==
        "page, table 1, row 1: error: merged cells; every cell must span one column\n"
        "page, table 1, row 2: error: merged cells; every cell must span one column\n"
        "page, table 1, row 3: error: 6 cells, but the table has 5 columns\n");
  CHECK(tables.at(0).rows.at(0).message.text == "M.");
  CHECK(tables[0].rows.at(0).handling_measure.text == "H.");
}

TEST_CASE("a tree may be 1000 levels deep") {
  const auto reported = [](std::size_t arrays) {
    diagnostics found;
    (void)read_pandoc("page", "{\"blocks\":[" + std::string(arrays, '[') + std::string(arrays, ']') + "]}", found);
    return printed(found);
  };
  CHECK(reported(999).empty());
  CHECK(reported(1000) == "page: error: elements nested deeper than 1000 levels\n");
}
