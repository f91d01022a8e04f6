// SPDX-License-Identifier: Apache-2.0
// Printable and wrapped text, with utf8cpp.
#include "terminal.hpp"

#include "column_width.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace errcat::tool {

std::string code_point_name(char32_t code_point) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(code_point));
  return name.data();
}

std::string printable(std::string_view text, std::size_t longest) {
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  const char* const end = valid.data() + valid.size();
  std::string out;
  std::size_t count = 0;
  for (const char* i = valid.data(); i != end; ++count) {
    if (count == longest) return out + "...";
    const char* const begin = i;
    const char32_t c = utf8::next(i, end);
    const bool acts = is_control(c) || is_bidi_control(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    if (acts) {
      out += code_point_name(c);
    } else {
      out.append(begin, i);
    }
  }
  return out;
}

std::string quote(std::string_view text) {
  constexpr std::size_t longest = 60;  // fits on a line of a terminal, with the position
  return '\'' + printable(text, longest) + '\'';
}

bool colours_wanted() {
  const char* const no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t columns_of(std::string_view valid) {
  std::size_t columns = 0;
  for (const char *i = valid.data(), *end = i + valid.size(); i != end;) columns += column_width(utf8::next(i, end));
  return columns;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  const std::string indent(line.starts_with("- ") ? 2 : 0, ' ');
  std::string out;
  std::size_t columns = 0;
  while (!line.empty()) {
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t size = std::min(line.find(' ', blanks), line.size());
    const std::string word = printable(line.substr(blanks, size - blanks));
    line.remove_prefix(size);
    if (!out.empty() && columns + blanks + columns_of(word) > width) {
      lines.push_back(std::move(out));
      out = indent + word;
    } else {
      out += std::string(blanks, ' ') + word;
    }
    columns = columns_of(out);
  }
  lines.push_back(std::move(out));
}

}  // namespace

std::size_t terminal_width() {
  if (isatty(STDOUT_FILENO) == 0) return 0;
  constexpr std::size_t widest = 100;
  constexpr std::size_t usual = 80;
  winsize size{};
  std::size_t columns = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
  if (columns == 0) columns = static_cast<std::size_t>(std::max(0, std::atoi(environment("COLUMNS").data())));
  return std::min(columns == 0 ? usual : columns, widest);
}

bool links_wanted() {
  const std::string_view forced = environment("FORCE_HYPERLINK");
  if (isatty(STDOUT_FILENO) == 0 || forced == "0") return false;
  if (!forced.empty()) return true;
  const std::string_view term = environment("TERM");
  const std::string_view program = environment("TERM_PROGRAM");
  const auto is = [](std::string_view text) { return [=](std::string_view known) { return text.starts_with(known); }; };
  constexpr std::string_view terms[] = {"xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "contour"};
  constexpr std::string_view programs[] = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"};
  return std::ranges::any_of(terms, is(term)) || std::ranges::any_of(programs, is(program)) ||
         std::atoi(environment("VTE_VERSION").data()) >= 5000 || !environment("KONSOLE_VERSION").empty() ||
         !environment("WT_SESSION").empty() || !environment("DOMTERM").empty();
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (width == 0) {
      lines.push_back(printable(line));
    } else {
      wrap_line(line, width, lines);
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace errcat::tool
