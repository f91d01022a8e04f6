// SPDX-License-Identifier: Apache-2.0
// UTF-8, places and line breaks.
#include "text.hpp"

#include <utf8.h>
#include <array>
#include <cstdio>
#include <iterator>
#include <utility>

namespace errcat::tool {

void place::advance(char byte) noexcept {
  if (byte == '\n' && previous_ == '\r') {
    // the second half of one line break
  } else if (byte == '\n' || byte == '\r') {
    ++at_.line;
    at_.column = 1;
  } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {  // the first byte of a character
    ++at_.column;
  }
  previous_ = byte;
}

void place::advance(std::string_view bytes) noexcept {
  for (const char byte : bytes) advance(byte);
}

bool is_utf8(std::string_view text) { return utf8::is_valid(text.begin(), text.end()); }

bool take_utf8(std::string_view file, std::string_view& text, diagnostics& found) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto* const invalid = utf8::find_invalid(text.begin(), text.end());
  if (invalid == text.end()) return true;
  std::array<char, 8> byte{};
  std::snprintf(byte.data(), byte.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(*invalid)));
  place before(file);
  before.advance({text.begin(), invalid});
  found.error(before.at(), std::string("byte ") + byte.data() + " is not UTF-8; expected a file in UTF-8");
  return false;
}

cell make_cell(std::string text, const position& at) {
  std::size_t size = 0;
  for (const char c : text) {
    while (c == '\n' && size != 0 && text[size - 1] == '\r') --size;
    text[size++] = c;
  }
  while (size != 0 && text[size - 1] == '\n') --size;
  text.resize(size);
  return {std::move(text), at};
}

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
  constexpr std::size_t longest = 60;  // a line of a terminal holds it and the place
  return '\'' + printable(text, longest) + '\'';
}

}  // namespace errcat::tool
