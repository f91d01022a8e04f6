// SPDX-License-Identifier: Apache-2.0
// Where the parts of a YAML catalog are, in bytes.
#pragma once

#include <yaml.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

struct yaml_entry {
  std::string key;
  std::size_t begin;  // of the value; a block scalar begins with its indicator
  std::size_t end;
  std::size_t column;  // of `begin`
  yaml_scalar_style_t style;
};

struct yaml_map {
  bool flow;
  std::size_t column;
  std::size_t end;  // of the last value, or after the closing brace
  std::vector<yaml_entry> entries;
};

struct yaml_places {
  yaml_map catalog;
  bool flow;           // of the list of rows
  std::size_t column;  // of the list of rows
  std::vector<yaml_map> rows;
};

/// Locates the parts of a catalog that was read without an error.
[[nodiscard]] yaml_places locate_yaml(std::string_view bytes);

}  // namespace errcat::tool
