// SPDX-License-Identifier: Apache-2.0
// A small CSV reader, so that the library's tests do not need a CSV library.
#include "table.hpp"

#include "file.hpp"

#include <map>
#include <stdexcept>
#include <string_view>

namespace {

using line = std::vector<std::string>;

std::vector<line> lines_of(std::string_view text) {
  std::vector<line> lines;
  line current{""};
  bool quoted = false;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 != text.size() && text[i + 1] == '"') {
      current.back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
      current.back() += c;
    } else if (c == '\r') {
      continue;
    } else if (c == ',') {
      current.emplace_back();
    } else {
      lines.push_back(std::move(current));
      current = {""};
    }
  }
  if (quoted || current != line{""}) throw std::runtime_error("unterminated last line");
  return lines;
}

}  // namespace

std::vector<table_row> rows_of_csv(const char* file) {
  const std::vector<line> lines = lines_of(get(file));
  std::vector<table_row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::map<std::string, std::string> row;
    for (std::size_t k = 0; k != lines[0].size(); ++k) row[lines[0][k]] = lines[i].at(k);
    rows.push_back({row["code"], row["name"], row["status"], row["message"], row["description"],
                    row["handling_measure"], row["retired"] == "true"});
  }
  return rows;
}
