// SPDX-License-Identifier: Apache-2.0
// How a code becomes C++: its number and its enumerator.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Whether a program may use `name` for an enumerator: an identifier, no keyword, not reserved by the standard, and no
/// macro of the headers that a generated header includes or that nearly every program does.
[[nodiscard]] bool is_identifier(std::string_view name);

/// The enumerator of a code, "IMG_0024" for "IMG.0024": other characters become `_`, one for several in a row since
/// `__` is reserved, and a leading digit gets `code_`.
[[nodiscard]] std::string enumerator_of(std::string_view code);

/// The digits of a code of `prefix`, "0024" of "IMG.0024"; nothing where it is not the prefix, a dot and digits.
[[nodiscard]] std::optional<std::string_view> digits_of(std::string_view code, std::string_view prefix);

/// The number that decimal digits spell; nothing where it is over 2^32 - 1.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view digits);

}  // namespace errcat::tool
