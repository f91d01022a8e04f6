// SPDX-License-Identifier: Apache-2.0
// UTF-8 and line breaks.
#include "text.hpp"

#include <utf8.h>
#include <array>
#include <cstdio>
#include <utility>

namespace errcat::tool {

bool is_utf8(std::string_view text) { return utf8::is_valid(text.begin(), text.end()); }

bool take_utf8(std::string_view file, std::string_view& text, diagnostics& found) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    found.error({file}, "file is in UTF-16; convert it to UTF-8, or save it as \"CSV UTF-8\" in Excel");
    return false;
  }
  const auto* const invalid = utf8::find_invalid(text.begin(), text.end());
  if (invalid == text.end()) return true;
  std::array<char, 8> byte{};
  std::snprintf(byte.data(), byte.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(*invalid)));
  text_cursor before(file);
  before.advance({text.begin(), invalid});
  found.error(before.at(), std::string("byte ") + byte.data() +
                               " is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in Excel");
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

}  // namespace errcat::tool
