// SPDX-License-Identifier: Apache-2.0
// Text as all readers treat it: UTF-8, places in code points, line breaks as LF.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Counts lines and columns along a text. LF, CR and both together end a line.
class place {
public:
  explicit place(std::string_view file) : at_{file} {}

  /// Where the next byte stands.
  [[nodiscard]] const position& at() const noexcept { return at_; }
  void advance(char byte) noexcept;
  void advance(std::string_view bytes) noexcept;

private:
  position at_;
  char previous_ = 0;
};

[[nodiscard]] bool is_utf8(std::string_view text);

/// Takes a byte order mark away from `text` and says whether the rest is valid UTF-8; if not, where it is not.
[[nodiscard]] bool take_utf8(std::string_view file, std::string_view& text, diagnostics& found);

/// A cell with CRLF (and what text conversions make of it, CR CRLF) as LF and without line breaks at its end.
[[nodiscard]] cell make_cell(std::string text, const position& at);

/// Any bytes for a message: cut after `longest` code points, control characters as `U+0007`, what is no UTF-8 as
/// U+FFFD.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest = std::string_view::npos);

/// The same between single quotes, as long as a line of a terminal holds.
[[nodiscard]] std::string quote(std::string_view text);

/// "U+000A"
[[nodiscard]] std::string code_point_name(char32_t code_point);

/// A control character (Unicode's Cc): of ASCII, DEL, or of Latin-1's second half.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// A character that would show a reader something else than a compiler sees (CVE-2021-42574).
[[nodiscard]] constexpr bool is_bidi_control(char32_t c) noexcept {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace errcat::tool
