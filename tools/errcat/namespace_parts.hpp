// SPDX-License-Identifier: Apache-2.0
// The identifiers of a C++ namespace such as a::b::c.
#pragma once

#include "terminal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Returns how a message names one part of a namespace: "namespace 'a'", "'b' in namespace 'a::b'".
inline std::string part_of(std::string_view part, std::string_view name_space) {
  const std::string whole = "namespace " + quote(name_space);
  return part == name_space ? whole : quote(part) + " in " + whole;
}

/// Calls `visit` with each identifier of "a::b::c".
template <class Visitor> void for_each_part(std::string_view name_space, Visitor visit) {
  for (std::size_t end; (end = name_space.find("::")) != std::string_view::npos;) {
    visit(name_space.substr(0, end));
    name_space.remove_prefix(end + 2);
  }
  visit(name_space);
}

}  // namespace errcat::tool
