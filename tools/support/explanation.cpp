// SPDX-License-Identifier: Apache-2.0
// A terminal gets wrapped lines, a bold code and a link to the reference page; a pipe gets one line per line of text.
#include "explanation.hpp"

#include "ascii.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

namespace errcat::tool {
namespace {

constexpr std::size_t label_width = 20;

/// Prints a field; further lines of its text are indented.
void print_field(std::string_view label, std::string_view text, const output_style& style, std::ostream& out) {
  out << "  " << label << std::string(label_width - 2 - label.size(), ' ');
  constexpr std::size_t least = 20;  // columns for text, however narrow the terminal is
  const std::size_t width = style.width == 0 ? 0 : std::max(style.width, label_width + least) - label_width;
  std::string_view before;
  const std::string further = '\n' + std::string(label_width, ' ');
  for (const std::string& line : wrapped(text, width)) {
    out << before << line;
    before = further;
  }
  out << '\n';
}

/// Returns a URL of a place in a file, for the terminal that runs here.
std::string url_of(const std::string& file, const std::string& place) {
  std::string url = "file://";
  const auto append = [&url](std::string_view text, std::string_view also) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_alphanumeric(c) || also.find(c) != std::string_view::npos) {
        url += c;
      } else {
        url += {'%', hex[byte / 16U], hex[byte % 16U]};
      }
    }
  };
  append(file, "-._~/");
  url += '#';
  append(place, "-._~");
  return url;
}

void print_explanation(const error_tables& tables, std::size_t place, const output_style& style, std::ostream& out) {
  const error_row& row = tables.rows()[place];
  const error_table& table = tables.table_of(place);
  const bool is_linked = style.links && !table.page.empty();
  if (is_linked) out << "\033]8;;" << url_of(table.page, row.code) << "\033\\";
  out << (style.colours ? "\033[1m" : "") << printable(row.code) << (style.colours ? "\033[0m" : "");
  if (is_linked) out << "\033]8;;\033\\";
  out << (row.retired ? " (retired)\n" : "\n");
  if (tables.tables().size() > 1) print_field("source", table.source, style, out);
  if (!row.status.empty()) print_field("status", row.status, style, out);
  print_field("message", row.message, style, out);
  if (!row.description.empty() && row.description != row.message) {
    print_field("description", row.description, style, out);
  }
  print_field("handling measure", row.handling_measure.empty() ? "(none documented)" : row.handling_measure, style,
              out);
}

}  // namespace

output_style style_of_output() {
  const std::size_t width = terminal_width();
  return {width, colours_wanted(), links_wanted(), width != 0};
}

void print_explanations(const error_tables& tables, const std::vector<answer>& answers, const output_style& style,
                        std::ostream& out) {
  bool is_first = true;
  for (const answer& each : answers) {
    if (!is_first && style.blank_lines) out << '\n';
    is_first = false;
    print_explanation(tables, each.row, style, out);
  }
}

void print_lines(const error_tables& tables, const std::vector<answer>& answers, const output_style& style,
                 std::ostream& out) {
  for (const answer& each : answers) {
    const error_row& row = tables.rows()[each.row];
    std::string message = row.message;
    std::ranges::replace(message, '\n', ' ');
    const std::string code = printable(row.code);
    const std::size_t indent = code.size() + 2;
    const std::size_t width = style.width > 2 * indent ? style.width - indent : style.width == 0 ? 0 : indent;
    std::string before = code + "  ";
    for (const std::string& line : wrapped(message, width)) {
      out << before << line << '\n';
      before.assign(indent, ' ');
    }
  }
}

void print_json(const error_tables& tables, const std::vector<answer>& answers, std::ostream& out) {
  using nlohmann::ordered_json;
  ordered_json list = ordered_json::array();
  for (const answer& each : answers) {
    const error_row& row = tables.rows()[each.row];
    const bool is_number = row.status.size() == 3 && std::ranges::all_of(row.status, is_digit);
    list.push_back({{"asked", each.asked},
                    {"code", row.code},
                    {"name", row.name},
                    {"status", is_number ? ordered_json(std::stoi(row.status)) : ordered_json(row.status)},
                    {"message", row.message},
                    {"description", row.description},
                    {"handling_measure", row.handling_measure},
                    {"retired", row.retired},
                    {"source", tables.table_of(each.row).source}});
  }
  out << list.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace errcat::tool
