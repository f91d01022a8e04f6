// SPDX-License-Identifier: Apache-2.0
// The CSV writer, with libcsv.
#include "write.hpp"

#include <csv.h>
#include <string_view>

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
  std::string out;
  for (const field<row>& f : row_fields) out.append(out.empty() ? "" : ",").append(f.name);
  out += '\n';
  for (const row& r : subject.rows) {
    bool first = true;
    for (const field<row>& f : row_fields) {
      if (!first) out += ',';
      first = false;
      append_cell(out, (r.*(f.member)).text);
    }
    out += '\n';
  }
  return out;
}

}  // namespace errcat::tool
