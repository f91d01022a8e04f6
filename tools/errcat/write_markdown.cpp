// SPDX-License-Identifier: Apache-2.0
// Writes a table in GitHub's Markdown.
#include "markdown.hpp"
#include "title.hpp"
#include "write.hpp"

#include <string_view>

namespace errcat::tool {
namespace {

/// Returns JSON on one line as a code span, inside more backticks than it has in a row.
std::string code_span(std::string_view json) {
  std::string fence = "`";
  while (json.find(fence) != std::string_view::npos) fence += '`';
  return fence + std::string(json) + fence;
}

/// Returns a code, which has no quotes, for an HTML attribute in a cell of a table.
std::string attribute(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '|') {
      out += "&#124;";  // would end the cell
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string write_markdown(const checked_catalog& subject) {
  std::string out = "# " + markdown_text(title_of(subject)) + "\n\nSource: " + markdown_text(subject.source()) + "\n\n";
  if (const std::string_view license = subject.license(); !license.empty()) {
    out.append("License: ").append(markdown_text(license)).append("\n\n");
  }
  out.append("Response body: ").append(code_span(subject.body().text())).append("\n\n");
  out += "| Code | Status | Message | Description | Handling measure |\n|---|---|---|---|---|\n";
  for (const checked_row& r : subject.rows()) {
    out.append("| <a id=\"").append(attribute(r.code)).append("\"></a>").append(markdown_text(r.code));
    if (r.retired) out += " (retired)";
    out.append(" | ").append(std::to_string(r.status));
    out.append(" | ").append(markdown_text(r.message));
    out.append(" | ").append(r.description == r.message ? "" : markdown_text(r.description));
    out.append(" | ").append(markdown_text(r.handling_measure)).append(" |\n");
  }
  return out;
}

}  // namespace errcat::tool
