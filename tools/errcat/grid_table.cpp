// SPDX-License-Identifier: Apache-2.0
// The check for merged cells.
#include "grid_table.hpp"

#include "column_width.hpp"

#include <utf8.h>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace errcat::tool {
namespace {

/// How many columns pandoc gives to full-width signs such as U+FFE5: version 2 one, version 3 two.
enum class sign_width : std::uint8_t { one = 1, two = 2 };

/// Returns a line with one element per column; the second column of a wide character holds 0.
std::u32string columns_of(std::string_view line, sign_width of_signs) {
  std::u32string columns;
  const char* i = line.data();
  while (i != line.data() + line.size()) {
    const char32_t c = utf8::next(i, line.data() + line.size());
    const bool is_sign = c >= 0xFFE0 && c <= 0xFFE6;
    const std::size_t width = is_sign ? static_cast<std::size_t>(of_signs) : column_width(c);
    if (width != 0) columns += c;
    if (width == 2) columns += U'\0';
  }
  return columns;
}

bool is_border(const std::u32string& line, std::size_t begin) {
  return line.size() > begin + 2 && line[begin] == U'+' &&
         line.find_first_not_of(U"+-=", begin) == std::u32string::npos && line.back() == U'+' &&
         line[begin + 1] != U'+';
}

/// Returns a line of text by columns, without the blanks at its end.
std::u32string trimmed_columns(std::string_view text, sign_width of_signs) {
  std::u32string line = columns_of(text, of_signs);
  while (!line.empty() && (line.back() == U' ' || line.back() == U'\r')) line.pop_back();
  return line;
}

}  // namespace

std::vector<merged_grid> merged_grids(std::string_view file, std::string_view rst) {
  std::vector<merged_grid> merged;
  merged_grid current;
  std::vector<std::size_t> borders;  // their columns, in the current table
  std::size_t begin = 0;
  std::uint32_t number = 0;
  const auto end_table = [&] {
    if (!current.found.ok()) merged.push_back(current);
    current = {};
    borders.clear();
  };
  while (!rst.empty()) {
    ++number;
    const std::size_t end = std::min(rst.find('\n'), rst.size());
    const char* const line_begin = rst.data();
    const std::string_view text = rst.substr(0, end);
    const std::u32string line = trimmed_columns(text, sign_width::one);
    rst.remove_prefix(std::min(end + 1, rst.size()));
    const std::size_t indent = std::min(line.find_first_not_of(U' '), line.size());
    const bool inside =
        !borders.empty() && indent == begin && indent != line.size() && (line[indent] == U'|' || line[indent] == U'+');
    if (!inside) {
      end_table();
      if (!is_border(line, indent)) continue;
      begin = indent;
      current.text = {line_begin, end};
      for (std::size_t i = begin; i != line.size(); ++i) {
        if (line[i] == U'+') borders.push_back(i);
      }
      continue;
    }
    current.text = {current.text.data(), line_begin + end};
    const char32_t expected = is_border(line, begin) ? U'+' : U'|';
    const auto broken_in = [&](const std::u32string& columns) {
      return std::ranges::find_if(
          borders, [&](std::size_t column) { return column >= columns.size() || columns[column] != expected; });
    };
    const auto broken = broken_in(line);
    if (broken == borders.end() || broken_in(trimmed_columns(text, sign_width::two)) == borders.end()) continue;
    current.found.error({file, number, static_cast<std::uint32_t>(*broken + 1)},
                        "merged cells; every cell must span one row and one column");
  }
  end_table();
  return merged;
}

}  // namespace errcat::tool
