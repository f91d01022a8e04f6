// SPDX-License-Identifier: Apache-2.0
// Cells of published tables that are not text for people: codes, statuses, names.
#pragma once

#include <string>
#include <string_view>

namespace errcat::tool {

/// True for a character that nobody sees but that makes two codes differ: U+00A0, U+00AD, U+200B to U+200F, U+2060,
/// U+FEFF.
[[nodiscard]] constexpr bool is_invisible(char32_t c) noexcept {
  return c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/// Returns valid UTF-8 without invisible characters, and without blanks at the ends.
[[nodiscard]] std::string without_invisible(std::string_view text);

/// Returns the status of "422 Unprocessable Entity" or "HTTP 422", and any other text without invisible characters.
[[nodiscard]] std::string status_number(std::string_view text_of_page);

/// Returns the words of an identifier in snake_case: "unknown_server_error" for UNKNOWN_SERVER_ERROR or
/// UnknownServerError.
[[nodiscard]] std::string snake_case(std::string_view text);

}  // namespace errcat::tool
