// SPDX-License-Identifier: Apache-2.0
// Error tables in pandoc's syntax tree.
#include "read_pandoc.hpp"

#include "ascii.hpp"
#include "flatten.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace errcat::tool {
namespace {

using nlohmann::json;

// Headings of published pages, in lower case.
constexpr std::array<std::pair<std::string_view, cell row::*>, 19> known_headings{{
    {"status", &row::status},
    {"status code", &row::status},
    {"http status code", &row::status},
    {"response code", &row::status},
    {"code", &row::code},
    {"error code", &row::code},
    {"error codes", &row::code},
    {"error code(s)", &row::code},
    {"error type", &row::code},
    {"message", &row::message},
    {"error message", &row::message},
    {"description", &row::description},
    {"error description", &row::description},
    {"handling measure", &row::handling_measure},
    {"measure", &row::handling_measure},
    {"solution", &row::handling_measure},
    {"solution suggestion", &row::handling_measure},
    {"troubleshooting", &row::handling_measure},
    {"module", nullptr},  // skipped without a warning
}};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), to_lower);
  return text;
}

/// Returns the field of a heading; nullptr if the column is skipped on purpose, nullopt if the heading is unknown.
std::optional<cell row::*> field_of(const std::string& heading, const std::vector<column_heading>& headings) {
  for (const column_heading& named : headings) {
    if (lower(named.heading) != lower(heading)) continue;
    const auto* const known = std::ranges::find(row_fields, named.field, &field<row>::name);
    if (known != row_fields.end()) return known->member;
  }
  const auto* const known = std::ranges::find(known_headings, lower(heading), [](const auto& h) { return h.first; });
  if (known == known_headings.end()) return std::nullopt;
  return known->second;
}

class table_reader {
public:
  table_reader(std::string_view place, const json& table, const std::vector<column_heading>& headings,
               diagnostics& found)
      : place_(place), headings_(headings), found_(found), parts_(table.at("c")), width_(parts_.at(2).size()) {}

  /// Returns the rows; nullopt if there is no code column.
  std::optional<std::vector<row>> read() {
    std::vector<std::string> names = read_headings();
    if (!choose_columns(names)) return std::nullopt;
    std::vector<row> rows;
    for (const json& body : parts_.at(4)) {
      for (const json& line : body.at(2)) read_row(line, rows);
      for (const json& line : body.at(3)) read_row(line, rows);
    }
    for (const json& line : parts_.at(5).at(1)) read_row(line, rows);
    return rows;
  }

private:
  [[nodiscard]] position here() const { return {place_, line_, 0}; }

  std::string read_cell(const json& c) {
    if (c.at(2) != 1 || c.at(3) != 1) {
      found_.error(here(), "merged cells; every cell must span one row and one column");
      return {};
    }
    try {
      return flatten(c.at(4));
    } catch (const unreadable& e) {
      found_.error(here(), "cell contains " + e.what +
                               "; only text and lists can be imported (merged cells become such blocks)");
      return {};
    }
  }

  std::vector<std::string> read_headings() {
    std::vector<std::string> names(width_);
    for (const json& line : parts_.at(3).at(1)) {
      std::size_t column = 0;
      for (const json& c : line.at(1)) {
        const std::string text = read_cell(c);
        if (column < width_ && !text.empty()) names[column] += (names[column].empty() ? "" : " ") + text;
        ++column;
      }
    }
    return names;
  }

  bool choose_columns(const std::vector<std::string>& names) {
    std::vector<std::string> unknown;
    for (const std::string& name : names) {
      const std::optional<cell row::*> chosen = field_of(name, headings_);
      if (!chosen) unknown.push_back(name);
      columns_.push_back(chosen.value_or(nullptr));
    }
    const auto has = [&](cell row::*field) { return std::ranges::find(columns_, field) != columns_.end(); };
    if (!has(&row::code)) {
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quote(name);
      found_.warning(here(), "table skipped: no code column (headings: " + list + "); use --column code=HEADING");
      return false;
    }
    for (const std::string& name : unknown) {
      found_.warning(here(), "column " + quote(name) + " skipped; use --column FIELD=HEADING to import it");
    }
    for (const field<row>& f : row_fields) {
      if (std::ranges::count(columns_, f.member) > 1) {
        found_.error(here(), "two columns for '" + std::string(f.name) + "'");
      }
    }
    if (!has(&row::message)) {
      found_.warning(here(), "no message column; the description is used as the message");
      message_is_description_ = true;
    }
    for (const auto& [field, name] : {std::pair{&row::status, "status"},
                                      {&row::description, "description"},
                                      {&row::handling_measure, "handling measure"}}) {
      if (!has(field)) found_.warning(here(), std::string("no ") + name + " column; the field stays empty");
    }
    return true;
  }

  void read_row(const json& line, std::vector<row>& rows) {
    ++line_;
    const json& cells = line.at(1);
    if (cells.size() < width_) {
      found_.error(here(), std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") +
                               ", but the table has " + std::to_string(width_) + " columns");
      return;
    }
    row& added = rows.emplace_back();
    added.at = here();
    for (std::size_t i = 0; i != width_; ++i) {
      std::string text = read_cell(cells.at(i));
      if (columns_[i] != nullptr) added.*(columns_[i]) = {std::move(text), here()};
    }
    if (message_is_description_) added.message.text = added.description.text;
  }

  std::string_view place_;
  const std::vector<column_heading>& headings_;
  diagnostics& found_;
  const json& parts_;  // attributes, caption, columns, head, bodies, foot
  std::size_t width_;
  std::vector<cell row::*> columns_;
  bool message_is_description_ = false;
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

/// Collects every table, at any depth in lists, quotes and divisions, but not in cells, where tables are refused.
void collect_tables(const json& node, std::vector<const json*>& tables) {
  if (node.is_object() && node.contains("t") && node["t"] == "Table") {
    tables.push_back(&node);
  } else if (node.is_structured()) {
    for (const json& part : node) collect_tables(part, tables);
  }
}

}  // namespace

document read_pandoc(std::string_view file, std::string_view bytes, const std::vector<column_heading>& headings,
                     diagnostics& found) {
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
      auto rows = table_reader(result.places.back(), *tables[i], headings, found).read();
      if (rows) result.tables.push_back({i + 1, *std::move(rows)});
    }
  } catch (const unreadable& e) {
    found.error({file, 0, 0}, e.what);
    return result;
  } catch (const json::exception& e) {
    constexpr std::size_t longest = 300;  // the parser quotes what it read last, of any length
    found.error({file, 0, 0}, "not the JSON of pandoc 2.10 or later (" + printable(e.what(), longest) + ")");
    return result;
  }
  if (result.tables.empty()) {
    found.error({file, 0, 0}, "no table has a code column; use --column code=HEADING");
  }
  return result;
}

}  // namespace errcat::tool
