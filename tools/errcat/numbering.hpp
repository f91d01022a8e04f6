// SPDX-License-Identifier: Apache-2.0
// Numbers in codes, and the values of enumerators, which are the values of std::error_code too.
#pragma once

#include "catalog.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Returns the digits of a code, "0024" of "IMG.0024"; nullopt if the code is not the prefix, a dot and digits.
[[nodiscard]] std::optional<std::string_view> digits_of(std::string_view code, std::string_view prefix);

/// Returns the number that decimal digits spell; nullopt if it is over 2^32 - 1.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view digits);

/// Returns the number of a code, 24 of "IMG.0024"; nullopt if it has none.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view code, std::string_view prefix);

/// True if every code is the catalog's prefix, a dot and a number.
[[nodiscard]] bool is_numbered(const catalog& subject);

/// True if every code is a number (`prefix: ""`).
[[nodiscard]] bool has_plain_numbers(const catalog& subject);

/// Returns the prefix that would make `subject` a numbered catalog: every code is the prefix, a dot and a number above
/// 0, and no number is used twice. Returns nullopt if there is no such prefix.
[[nodiscard]] std::optional<std::string> common_prefix(const catalog& subject);

struct valued_row {
  std::uint32_t value;
  const row* source;
};

/// Returns the rows with their values, sorted by value. A row whose value is not a number, which `check` refuses, has
/// the value 0.
[[nodiscard]] std::vector<valued_row> by_value(const catalog& subject);

}  // namespace errcat::tool
