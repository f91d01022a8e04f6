// SPDX-License-Identifier: Apache-2.0
// The cells of pandoc's tables as plain text.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace errcat::tool {

/// Thrown for a part of a syntax tree that has no place in a catalog.
struct unreadable {
  std::string what;  // "a table"
};

struct flat_text {
  std::string text;
  std::vector<std::string> dropped;  // what has no place in the text: "a footnote"
};

/// Returns a cell's blocks as plain text without markup: a line for each paragraph, a line that begins with "- " or
/// its number for each list item, the alternative text of an image, nothing for the placeholder "-". Throws unreadable.
[[nodiscard]] flat_text flatten(const nlohmann::json& blocks);

}  // namespace errcat::tool
