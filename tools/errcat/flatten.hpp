// SPDX-License-Identifier: Apache-2.0
// The cells of pandoc's tables as plain text.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace errcat::tool {

/// Thrown for a part of a syntax tree that has no place in a catalog.
struct unreadable {
  std::string what;  // "a block of type 'CodeBlock'"
};

/// Returns a cell's blocks as plain text without markup: a line for each paragraph, a line that begins with "- " for
/// each list item, nothing for the placeholder "-". Throws unreadable.
[[nodiscard]] std::string flatten(const nlohmann::json& blocks);

}  // namespace errcat::tool
