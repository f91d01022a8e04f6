// SPDX-License-Identifier: Apache-2.0
// Suggestions for mistyped words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Returns the word of `known` that `typed` was probably meant to be: equal but for case and at most two characters.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      const std::vector<std::string_view>& known);

/// Returns "unknown key 'Code'; did you mean 'code'? Keys of a row: code, name", without the question if no word is
/// near.
[[nodiscard]] std::string unknown_word(std::string_view kind, std::string_view typed, std::string_view title,
                                       const std::vector<std::string_view>& known);

}  // namespace errcat::tool
