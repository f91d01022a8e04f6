// SPDX-License-Identifier: Apache-2.0
// Positions as text, and counting them.
#include "position.hpp"

#include "terminal.hpp"
#include "text.hpp"

namespace errcat::tool {

std::string to_string(const position& at) {
  const std::string file = printable(at.file);
  if (at.column == 0) return file + (at.line == 0 ? "" : ", row " + std::to_string(at.line));
  return file + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

void text_cursor::advance(char byte) noexcept {
  if (byte == '\n' && previous_ == '\r') {
    // the second half of a CRLF
  } else if (byte == '\n' || byte == '\r') {
    ++at_.line;
    at_.column = 1;
  } else if (begins_character(byte)) {
    ++at_.column;
  }
  previous_ = byte;
}

void text_cursor::advance(std::string_view bytes) noexcept {
  for (const char byte : bytes) advance(byte);
}

}  // namespace errcat::tool
