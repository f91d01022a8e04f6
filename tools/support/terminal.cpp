// SPDX-License-Identifier: Apache-2.0
// Printable text, with utf8cpp.
#include "terminal.hpp"

#include <unistd.h>
#include <utf8.h>
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

}  // namespace errcat::tool
