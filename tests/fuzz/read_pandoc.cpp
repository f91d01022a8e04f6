// SPDX-License-Identifier: Apache-2.0
// Reads a pandoc syntax tree made from any bytes, or the bytes themselves if they begin like one, and the bytes as a
// grid table. The catalog can be written.
#include "read_pandoc.hpp"
#include "columns.hpp"
#include "grid_table.hpp"

#include "oracle.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <utf8.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

namespace {

using namespace errcat::tool;
using nlohmann::json;

const json attributes = json::array({"", json::array(), json::array()});

/// Makes inlines and blocks of every kind from bytes, not always well formed.
class tree_maker {
public:
  tree_maker(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {}

  json document() {
    json blocks = json::array();
    for (int tables = number(1, 3); tables != 0; --tables) blocks.push_back(table());
    return {{"blocks", blocks}};
  }

private:
  int number(int first, int last) { return bytes_.ConsumeIntegralInRange(first, last); }

  std::string text() {
    const std::string any = bytes_.ConsumeRandomLengthString(20);
    std::string clean;
    utf8::replace_invalid(any.begin(), any.end(), std::back_inserter(clean));
    return clean;
  }

  json inlines(int depth) {
    json all = json::array();
    for (int count = number(0, 3); count != 0; --count) all.push_back(inline_part(depth));
    return all;
  }

  json inline_part(int depth) {
    const char* const kinds[] = {"Str",  "Space", "SoftBreak", "LineBreak", "Code", "Math",
                                 "Emph", "Span",  "Link",      "Quoted",    "Note", "Image"};
    const std::string kind = kinds[number(0, 11)];
    if (kind == "Str") return {{"t", kind}, {"c", text()}};
    if (kind == "Space" || kind == "SoftBreak" || kind == "LineBreak" || depth == 0) return {{"t", kind}};
    if (kind == "Code" || kind == "Math") return {{"t", kind}, {"c", json::array({attributes, text()})}};
    if (kind == "Emph") return {{"t", kind}, {"c", inlines(depth - 1)}};
    if (kind == "Quoted") return {{"t", kind}, {"c", json::array({{{"t", "DoubleQuote"}}, inlines(depth - 1)})}};
    return {{"t", kind}, {"c", json::array({attributes, inlines(depth - 1)})}};
  }

  json blocks(int depth) {
    json all = json::array();
    for (int count = number(0, 2); count != 0; --count) all.push_back(block(depth));
    return all;
  }

  json block(int depth) {
    const char* const kinds[] = {"Plain", "Para", "BulletList", "OrderedList", "Div", "CodeBlock"};
    const std::string kind = depth == 0 ? "Plain" : kinds[number(0, 5)];
    if (kind == "Plain" || kind == "Para") return {{"t", kind}, {"c", inlines(2)}};
    if (kind == "BulletList") return {{"t", kind}, {"c", json::array({blocks(depth - 1), blocks(depth - 1)})}};
    if (kind == "Div") return {{"t", kind}, {"c", json::array({attributes, blocks(depth - 1)})}};
    const json start = json::array({number(-1, 9), {{"t", "Decimal"}}, {{"t", "Period"}}});
    return {{"t", kind}, {"c", json::array({start, json::array({blocks(depth - 1)})})}};
  }

  json cell_of(const json& content) {
    const int span = number(0, 19) == 19 ? 2 : 1;
    return json::array({attributes, {{"t", "AlignDefault"}}, span, 1, content});
  }

  json row_of(int width, bool is_head) {
    const char* const headings[] = {"Code", "Status", "Message", "Description", "Measure", "Module", "Other"};
    json cells = json::array();
    for (int i = 0; i != width; ++i) {
      const json heading = {{{"t", "Plain"}, {"c", {{{"t", "Str"}, {"c", headings[(i + number(0, 1)) % 7]}}}}}};
      cells.push_back(cell_of(is_head ? heading : blocks(2)));
    }
    return json::array({attributes, cells});
  }

  json table() {
    const int width = number(1, 7);
    json rows = json::array();
    for (int count = number(0, 4); count != 0; --count) {
      rows.push_back(row_of(width - (number(0, 19) == 19 ? 1 : 0), false));
    }
    return {{"t", "Table"},
            {"c", json::array({attributes, json::array({nullptr, json::array()}),
                               json(static_cast<std::size_t>(width), json::array()),
                               json::array({attributes, json::array({row_of(width, true)})}),
                               json::array({json::array({attributes, 0, json::array(), rows})}),
                               json::array({attributes, json::array()})})}};
  }

  FuzzedDataProvider bytes_;
};

void read(std::string_view bytes) {
  diagnostics found;
  document result = read_pandoc("in", bytes, found);
  std::vector<code_table> tables;
  if (found.ok()) tables = code_tables(result, {{{"status", "Other"}}, ""}, {"in", 0, 0}, found);
  (void)require_clean(found);
  for (code_table& table : tables) {
    (void)require_clean(table.found);
    catalog subject;
    subject.name_space.text = "n";
    subject.source.text = "s";
    subject.rows = std::move(table.rows);
    for (const row& r : subject.rows) {
      require(r.at.line <= subject.rows.size() + table.found.errors() + 1, "rows are counted");
      for (const auto& f : row_fields) require_clean(r.*(f.member), bytes);
    }
    if (table.found.ok()) require_is_written(subject, {});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  if (bytes.starts_with('{')) {
    read(bytes);
  } else {
    read(tree_maker(data, size).document().dump());
  }
  if (!is_utf8(bytes)) return 0;
  diagnostics found;
  for (const merged_grid& grid : merged_grids("in", bytes)) found.add(grid.found);
  (void)require_clean(found);
  return 0;
}
