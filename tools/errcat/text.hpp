// SPDX-License-Identifier: Apache-2.0
// Text as all readers treat it: UTF-8 with LF as line breaks.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <string>
#include <string_view>

namespace errcat::tool {

[[nodiscard]] bool is_utf8(std::string_view text);

/// True for the first byte of a character.
[[nodiscard]] constexpr bool begins_character(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Removes a byte order mark from `text`. Returns true if the rest is valid UTF-8; otherwise reports where it is not.
[[nodiscard]] bool take_utf8(std::string_view file, std::string_view& text, diagnostics& found);

/// Returns a cell in which CRLF (and CR CRLF, which text conversions make) is LF, without line breaks at the end.
[[nodiscard]] cell make_cell(std::string text, const position& at);

}  // namespace errcat::tool
