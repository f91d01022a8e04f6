// SPDX-License-Identifier: Apache-2.0
// Escapes of GitHub's Markdown.
#include "markdown.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <cstddef>

namespace errcat::tool {
namespace {

bool ends_with_www(std::string_view text) {
  const std::string_view end = text.substr(text.size() - std::min<std::size_t>(text.size(), 3));
  return end.size() == 3 && std::ranges::all_of(end, [](char c) { return to_lower(c) == 'w'; });
}

}  // namespace

std::string markdown_text(std::string_view text) {
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

}  // namespace errcat::tool
