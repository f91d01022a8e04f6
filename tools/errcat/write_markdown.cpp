// SPDX-License-Identifier: Apache-2.0
// Writes a table in GitHub's Markdown.
#include "ascii.hpp"
#include "title.hpp"
#include "write.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace errcat::tool {
namespace {

bool ends_with_www(std::string_view text) {
  const std::string_view end = text.substr(text.size() - std::min<std::size_t>(text.size(), 3));
  return end.size() == 3 && std::ranges::all_of(end, [](char c) { return to_lower(c) == 'w'; });
}

/// Returns `text` for a cell of a table, on one line, with the punctuation of Markdown and HTML escaped.
std::string cell_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "<br>";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      const bool ends_www = c == '.' && ends_with_www(out);  // GitHub makes links of www.a.b
      if (ends_www || std::string_view("\\`*_{}[]()#+!|~>@:").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

/// Returns `text`, which has no line break, as a code span, inside more backticks than it has in a row.
std::string code_span(std::string_view text) {
  std::string fence = "`";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  const bool pads = text.starts_with('`') || text.ends_with('`');
  return fence + (pads ? " " : "") + std::string(text) + (pads ? " " : "") + fence;
}

/// Returns `text` for an HTML attribute in double quotes, in a cell of a table.
std::string attribute(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"') {
      out += "&quot;";
    } else if (c == '&') {
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
  std::string out = "# " + cell_text(title_of(subject)) + "\n\nSource: " + cell_text(subject.source()) + "\n\n";
  if (const std::string_view license = subject.license(); !license.empty()) {
    out.append("License: ").append(cell_text(license)).append("\n\n");
  }
  out.append("Response body: ").append(code_span(subject.body().text())).append("\n\n");
  out += "| Code | Status | Message | Description | Handling measure |\n|---|---|---|---|---|\n";
  for (const checked_row& r : subject.rows()) {
    out.append("| <a id=\"").append(attribute(r.code)).append("\"></a>").append(cell_text(r.code));
    if (r.retired) out += " (retired)";
    out.append(" | ").append(std::to_string(r.status));
    out.append(" | ").append(cell_text(r.message));
    out.append(" | ").append(r.description == r.message ? "" : cell_text(r.description));
    out.append(" | ").append(cell_text(r.handling_measure)).append(" |\n");
  }
  return out;
}

}  // namespace errcat::tool
