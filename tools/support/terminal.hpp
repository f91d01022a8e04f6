// SPDX-License-Identifier: Apache-2.0
// Output to a terminal: makes any text safe to print, wraps it, and reports what the terminal can show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// True for a control character (Unicode's Cc): of ASCII, DEL, or U+0080 to U+009F.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// True for a character that makes a reader see something other than a compiler does (CVE-2021-42574).
[[nodiscard]] constexpr bool is_bidi_control(char32_t c) noexcept {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Returns "U+000A".
[[nodiscard]] std::string code_point_name(char32_t code_point);

/// Makes any bytes safe to print: cuts after `longest` code points, shows control characters as "U+0007" and invalid
/// UTF-8 as U+FFFD.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest = std::string_view::npos);

/// Returns the printable text in single quotes, at most as long as a line of a terminal.
[[nodiscard]] std::string quote(std::string_view text);

/// True if standard output is a terminal and the environment variable NO_COLOR is not set.
[[nodiscard]] bool colours_wanted();

/// Returns the columns to use of the terminal that standard output is, at most 100; 0 if it is not a terminal.
[[nodiscard]] std::size_t terminal_width();

/// True if standard output is a terminal that is known to show links (OSC 8). FORCE_HYPERLINK=1 and =0 decide
/// otherwise.
[[nodiscard]] bool links_wanted();

/// Returns the lines of a text, made printable and wrapped between words to at most `width` columns, unless that is 0.
/// The rest of a wrapped list item ("- ...") is indented. A longer word has a line of its own. There is at least one
/// line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace errcat::tool
