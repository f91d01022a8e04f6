// SPDX-License-Identifier: Apache-2.0
// Cells of pandoc's tables as plain text; read_pandoc.cpp has whole tables.
#include "flatten.hpp"

#include "support/catch.hpp"

#include <nlohmann/json.hpp>

using errcat::tool::unreadable;
using nlohmann::json;

namespace {

std::string flat(const json& blocks) { return errcat::tool::flatten(blocks).text; }

json str(const std::string& text) { return {{"t", "Str"}, {"c", text}}; }

json paragraph(const std::vector<json>& inlines) { return json::array({{{"t", "Para"}, {"c", inlines}}}); }

}  // namespace

TEST_CASE("blanks around lines go, and so do line breaks at the end") {
  const json space = {{"t", "Space"}};
  const json line_break = {{"t", "LineBreak"}};
  CHECK(flat(paragraph({space, str("a"), space, line_break, space, str("b"), line_break, space})) == "a\nb");
  CHECK(flat(json::array()).empty());
}

TEST_CASE("the placeholder of an empty cell is empty, and only that") {
  CHECK(flat(paragraph({str("-")})).empty());
  CHECK(flat(paragraph({str("--")})) == "--");
  CHECK(flat(paragraph({str("- a")})) == "- a");
}

TEST_CASE("a list of several blocks marks the first line of each item") {
  const json item = json::array({paragraph({str("a")})[0], paragraph({str("b")})[0]});
  CHECK(flat(json::array({{{"t", "BulletList"}, {"c", json::array({item, item})}}})) == "- a\nb\n- a\nb");
}

TEST_CASE("a block or an inline that has no plain text is refused by its type") {
  const auto refusal = [](const json& blocks) {
    try {
      (void)flat(blocks);
    } catch (const unreadable& e) {
      return e.what;
    }
    return std::string();
  };
  CHECK(refusal(json::array({{{"t", "Table"}}})) == "a table");
  CHECK(refusal(json::array({{{"t", "Strange"}}})) == "a block of type 'Strange'");
  CHECK(refusal(paragraph({{{"t", "Strange"}}})) == "an element of type 'Strange'");
  for (const char* border : {"+--+", "+==+", "|--+"}) {
    CHECK(refusal(paragraph({str(border)})) == "what pandoc makes of merged cells");
  }
}

TEST_CASE("an ordered list begins with its number, in its style") {
  const auto list = [](int first, const char* style, const char* delimiter) {
    const json attributes = json::array({first, {{"t", style}}, {{"t", delimiter}}});
    const json items = json::array({paragraph({str("a")}), paragraph({str("b")})});
    return flat(json::array({{{"t", "OrderedList"}, {"c", json::array({attributes, items})}}}));
  };
  CHECK(list(3, "Decimal", "Period") == "3. a\n4. b");
  CHECK(list(3, "DefaultStyle", "DefaultDelim") == "3. a\n4. b");
  CHECK(list(3, "LowerAlpha", "OneParen") == "c) a\nd) b");
  CHECK(list(26, "UpperAlpha", "TwoParens") == "(Z) a\n(AA) b");
  CHECK(list(3, "LowerRoman", "Period") == "iii. a\niv. b");
  CHECK(list(5, "LowerRoman", "Period") == "v. a\nvi. b");
  CHECK(list(9, "LowerRoman", "Period") == "ix. a\nx. b");
  CHECK(list(40, "LowerRoman", "Period") == "xl. a\nxli. b");
  CHECK(list(50, "LowerRoman", "Period") == "l. a\nli. b");
  CHECK(list(100, "LowerRoman", "Period") == "c. a\nci. b");
  CHECK(list(400, "LowerRoman", "Period") == "cd. a\ncdi. b");
  CHECK(list(500, "LowerRoman", "Period") == "d. a\ndi. b");
  CHECK(list(3999, "UpperRoman", "OneParen") == "MMMCMXCIX) a\n4000) b");
  CHECK(list(0, "Decimal", "Period") == "0. a\n1. b");
  CHECK(list(-7, "Decimal", "Period") == "0. a\n1. b");
}

TEST_CASE("a division in a list item begins with the item's mark") {
  const json attributes = json::array({"", json::array(), json::array()});
  const json division = {{"t", "Div"}, {"c", json::array({attributes, paragraph({str("a")})})}};
  const json quote = {{"t", "BlockQuote"}, {"c", paragraph({str("b")})}};
  const json items = json::array({json::array({division}), json::array({quote}), paragraph({str("c")})});
  CHECK(flat(json::array({{{"t", "BulletList"}, {"c", items}}})) == "- a\n- b\n- c");
}

TEST_CASE("a formula is its text, and raw parts without text are named") {
  const auto raw = [](const char* format, const char* text) {
    return json{{"t", "RawInline"}, {"c", json::array({format, text})}};
  };
  const json formula = {{"t", "Math"}, {"c", json::array({{{"t", "InlineMath"}}, "n^2"})}};
  json blocks = paragraph({formula, raw("html", "<br/>"), raw("html", "<wbr>"), raw("tex", "\\alpha")});
  blocks.push_back({{"t", "RawBlock"}, {"c", json::array({"openxml", "<w:p/>"})}});
  const auto [text, dropped] = errcat::tool::flatten(blocks);
  CHECK(text == "n^2");
  CHECK(dropped == std::vector<std::string>{"raw '\\alpha'", "raw 'openxml'"});
}

TEST_CASE("the text of a role goes without its target") {
  const auto code = [](const char* text, const json& classes) {
    const json attributes = json::array({"", classes, json::array()});
    return flat(paragraph({{{"t", "Code"}, {"c", json::array({attributes, text})}}}));
  };
  const json role = json::array({"interpreted-text"});
  CHECK(code("A title <target>", role) == "A title");
  CHECK(code("<target>", role) == "<target>");
  CHECK(code("a title", role) == "a title");
  CHECK(code("a <b>", json::array()) == "a <b>");
}

TEST_CASE("what only resembles a border is text, and a rule is none") {
  for (const char* text : {"a+b=c", "+1", "--", "+", "1 + 1 = 2"}) CHECK(flat(paragraph({str(text)})) == text);
  CHECK(flat(json::array({{{"t", "HorizontalRule"}}, {{"t", "Null"}}})).empty());
}

TEST_CASE("quotes are those that the page shows") {
  const auto quoted = [](const char* kind) {
    return flat(paragraph({{{"t", "Quoted"}, {"c", json::array({{{"t", kind}}, json::array({str("q")})})}}}));
  };
  CHECK(quoted("DoubleQuote") == "\u201Cq\u201D");
  CHECK(quoted("SingleQuote") == "\u2018q\u2019");
}
