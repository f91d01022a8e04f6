// SPDX-License-Identifier: Apache-2.0
// Cells of pandoc's tables as plain text; read_pandoc.cpp has whole tables.
#include "flatten.hpp"

#include "support/catch.hpp"

#include <nlohmann/json.hpp>

using errcat::tool::unreadable;
using nlohmann::json;

namespace {

std::string flatten(const json& blocks) { return errcat::tool::flatten(blocks).text; }

json str(const std::string& text) { return {{"t", "Str"}, {"c", text}}; }

json paragraph(const std::vector<json>& inlines) { return json::array({{{"t", "Para"}, {"c", inlines}}}); }

}  // namespace

TEST_CASE("blanks around lines go, and so do line breaks at the end") {
  const json space = {{"t", "Space"}};
  const json line_break = {{"t", "LineBreak"}};
  CHECK(flatten(paragraph({space, str("a"), space, line_break, space, str("b"), line_break, space})) == "a\nb");
  CHECK(flatten(json::array()).empty());
}

TEST_CASE("the placeholder of an empty cell is empty, and only that") {
  CHECK(flatten(paragraph({str("-")})).empty());
  CHECK(flatten(paragraph({str("--")})) == "--");
  CHECK(flatten(paragraph({str("- a")})) == "- a");
}

TEST_CASE("a list of several blocks marks the first line of each item") {
  const json item = json::array({paragraph({str("a")})[0], paragraph({str("b")})[0]});
  CHECK(flatten(json::array({{{"t", "BulletList"}, {"c", json::array({item, item})}}})) == "- a\nb\n- a\nb");
}

TEST_CASE("a block or an inline that has no plain text is refused by its type") {
  const auto refusal = [](const json& blocks) {
    try {
      (void)flatten(blocks);
    } catch (const unreadable& e) {
      return e.what;
    }
    return std::string();
  };
  CHECK(refusal(json::array({{{"t", "Table"}}})) == "a table");
  CHECK(refusal(json::array({{{"t", "Strange"}}})) == "a block of type 'Strange'");
  CHECK(refusal(paragraph({{{"t", "Strange"}}})) == "an element of type 'Strange'");
}
