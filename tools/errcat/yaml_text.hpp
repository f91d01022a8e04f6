// SPDX-License-Identifier: Apache-2.0
// Parts of a YAML catalog as text, for edits in place.
#pragma once

#include "catalog.hpp"

#include <yaml.h>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Where a part is written.
struct yaml_context {
  bool flow;           // in {...} or [...], on one line
  std::size_t indent;  // column of the map or the list, from 0
};

/// Returns a value as it follows "key: ". `old` is the style that it replaces; quotes stay quotes.
[[nodiscard]] std::string yaml_value(std::string_view key, std::string_view text, const yaml_context& context,
                                     yaml_scalar_style_t old = YAML_ANY_SCALAR_STYLE);

/// Returns a row: an item of a block list, with its dash and without a line break at the end, or a map in braces.
[[nodiscard]] std::string yaml_row(const row& subject, const yaml_context& context);

}  // namespace errcat::tool
