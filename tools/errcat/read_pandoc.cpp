// SPDX-License-Identifier: Apache-2.0
// Tables in pandoc's syntax tree.
#include "read_pandoc.hpp"

#include "flatten.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace errcat::tool {
namespace {

using nlohmann::json;

class table_reader {
public:
  table_reader(document_table& table, const json& node)
      : table_(table), parts_(node.at("c")), width_(parts_.at(2).size()) {}

  void read() {
    table_.head.resize(width_);
    for (const json& line : parts_.at(3).at(1)) read_head(line);
    end_section();
    for (const json& body : parts_.at(4)) {
      for (const json& line : body.at(2)) read_row(line);
      for (const json& line : body.at(3)) read_row(line);
      end_section();
    }
    for (const json& line : parts_.at(5).at(1)) read_row(line);
    complete_head(table_);
  }

private:
  /// A cell of an earlier row that spans this one.
  struct spanning {
    std::size_t rows = 0;  // still to come
    std::string text;
  };

  [[nodiscard]] position here() const { return {table_.at.file, line_, 0}; }

  /// A cell spans only rows of its section.
  void end_section() { spanning_.assign(width_, {}); }

  std::string read_cell(const json& c) {
    try {
      flat_text flat = flatten(c.at(4));
      for (const std::string& dropped : flat.dropped) table_.problems.warning(here(), dropped + " is left out");
      return std::move(flat.text);
    } catch (const unreadable& e) {
      table_.problems.error(here(), "cell contains " + e.what);
      return {};
    }
  }

  /// Calls `visit` with each column of a line, its text, and whether the text repeats a cell above. Returns the number
  /// of columns.
  template <class Visitor> std::size_t for_each_cell(const json& line, Visitor visit) {
    std::size_t column = 0;
    const auto repeat = [&] {
      for (; column < width_ && spanning_[column].rows != 0; ++column) {
        --spanning_[column].rows;
        visit(column, spanning_[column].text, true);
      }
    };
    for (const json& c : line.at(1)) {
      repeat();
      if (column >= width_) {
        ++column;  // too many cells
        continue;
      }
      const auto rows = c.at(2).get<std::size_t>();
      const auto columns = c.at(3).get<std::size_t>();
      std::string text = read_cell(c);
      if (columns != 1) table_.problems.error(here(), "merged cells; every cell must span one column");
      visit(column, text, false);
      if (rows > 1) spanning_[column] = {rows - 1, std::move(text)};
      column += std::clamp<std::size_t>(columns, 1, width_ - column);
    }
    repeat();
    return column;
  }

  void read_head(const json& line) {
    (void)for_each_cell(line, [&](std::size_t column, const std::string& text, bool repeated) {
      std::string& heading = table_.head[column];
      if (!repeated && !text.empty()) heading += (heading.empty() ? "" : " ") + text;
    });
  }

  void read_row(const json& line) {
    ++line_;
    document_row added{here(), std::vector<cell>(width_, cell{"", here()})};
    const std::size_t count = for_each_cell(
        line, [&](std::size_t column, const std::string& text, bool /*repeated*/) { added.cells[column].text = text; });
    if (count != width_) {
      table_.problems.error(here(), std::to_string(count) + (count == 1 ? " cell" : " cells") + ", but the table has " +
                                        std::to_string(width_) + " columns");
      return;
    }
    table_.rows.push_back(std::move(added));
  }

  document_table& table_;
  const json& parts_;  // attributes, caption, columns, head, bodies, foot
  std::size_t width_;
  std::vector<spanning> spanning_ = std::vector<spanning>(width_);
  std::uint32_t line_ = 0;
};

/// Parses a tree. It is read by recursion, so the depth is limited.
json parse(std::string_view bytes) {
  constexpr int deepest = 1000;  // about four for each division or list; real documents have some tens
  const auto refuse_depth = [](int depth, json::parse_event_t /*event*/, const json& /*value*/) {
    if (depth > deepest) throw unreadable{"elements nested deeper than " + std::to_string(deepest) + " levels"};
    return true;
  };
  return json::parse(bytes, refuse_depth);
}

/// Collects every table, at any depth in lists, quotes and divisions, but not in cells.
void collect_tables(const json& node, std::vector<const json*>& tables) {
  if (node.is_object() && node.contains("t") && node["t"] == "Table") {
    tables.push_back(&node);
  } else if (node.is_structured()) {
    for (const json& part : node) collect_tables(part, tables);
  }
}

}  // namespace

document read_pandoc(std::string_view file, std::string_view bytes, diagnostics& found) {
  document result;
  if (!take_utf8(file, bytes, found)) return result;
  if (bytes.empty()) {
    found.error({file, 0, 0}, "file is empty; expected pandoc's JSON");
    return result;
  }
  std::vector<const json*> tables;
  try {
    const json tree = parse(bytes);
    collect_tables(tree.at("blocks"), tables);
    for (std::size_t i = 0; i != tables.size(); ++i) {
      result.places.push_back(std::string(file) + ", table " + std::to_string(i + 1));
      result.tables.push_back({i + 1, {result.places.back(), 0, 0}, {}, {}, {}});
      table_reader(result.tables.back(), *tables[i]).read();
    }
  } catch (const unreadable& e) {
    found.error({file, 0, 0}, e.what);
  } catch (const json::exception& e) {
    constexpr std::size_t longest = 300;  // the parser quotes what it read last, of any length
    found.error({file, 0, 0}, "not the JSON of pandoc 2.10 or later (" + printable(e.what(), longest) + ")");
  }
  return result;
}

}  // namespace errcat::tool
