// SPDX-License-Identifier: Apache-2.0
// ASCII characters by kind, whatever the locale is.
#pragma once

#include <string>

namespace errcat::tool {

[[nodiscard]] constexpr bool is_ascii(char32_t c) noexcept { return c < 0x80; }
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_letter(char c) noexcept { return is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_letter(c); }

/// True for a character of a C++ identifier.
[[nodiscard]] constexpr bool is_word(char c) noexcept { return is_alphanumeric(c) || c == '_'; }

/// Returns the lower-case letter of an upper-case one, and any other character unchanged.
[[nodiscard]] constexpr char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Returns `text` with to_lower for each character.
[[nodiscard]] inline std::string in_lower_case(std::string text) {
  for (char& c : text) c = to_lower(c);
  return text;
}

}  // namespace errcat::tool
