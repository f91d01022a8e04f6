// SPDX-License-Identifier: Apache-2.0
// The CSV writer, with libcsv.
#include "write.hpp"

#include <csv.h>
#include <algorithm>
#include <string_view>
#include <vector>

namespace errcat::tool {
namespace {

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  const std::size_t size = csv_write(nullptr, 0, text.data(), text.size());
  const std::size_t before = out.size();
  out.resize(before + size);
  csv_write(out.data() + before, size, text.data(), text.size());
}

}  // namespace

std::string write_csv(const catalog& subject) {
  const bool has_values = std::ranges::any_of(subject.rows, [](const row& r) { return !r.value.text.empty(); });
  std::vector<field<row>> columns(row_fields.begin(), row_fields.end());
  if (!has_values) std::erase_if(columns, [](const field<row>& f) { return f.name == "value"; });
  std::string out;
  for (const field<row>& f : columns) out.append(out.empty() ? "" : ",").append(f.name);
  out += '\n';
  for (const row& r : subject.rows) {
    bool first = true;
    for (const field<row>& f : columns) {
      if (!first) out += ',';
      first = false;
      append_cell(out, (r.*(f.member)).text);
    }
    out += '\n';
  }
  return out;
}

}  // namespace errcat::tool
