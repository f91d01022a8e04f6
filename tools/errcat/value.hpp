// SPDX-License-Identifier: Apache-2.0
// The value of an enumerator, which is its number in every std::error_code.
#pragma once

#include "catalog.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace errcat::tool {

/// Whether a code's value is its number (the catalog has a prefix), not its place.
[[nodiscard]] bool is_numbered(const catalog& subject);

/// The prefix that would make `subject` a numbered catalog: every code is it, a dot and a number over 0 that no other
/// has.
[[nodiscard]] std::optional<std::string> common_prefix(const catalog& subject);

struct valued_row {
  std::uint32_t value;
  const row* source;
};

/// The rows with their values, in the order of these. A code that `check` refuses, for it has no number, has the value
/// 0.
[[nodiscard]] std::vector<valued_row> by_value(const catalog& subject);

}  // namespace errcat::tool
