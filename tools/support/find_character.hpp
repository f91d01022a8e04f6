// SPDX-License-Identifier: Apache-2.0
// A search for characters in long text.
#pragma once

#include <algorithm>
#include <cstddef>

namespace errcat::tool {

/// Returns the first character of [begin, end) for which `is_wanted` is true, or `end`. Blocks without one are skipped;
/// compilers make vector instructions of that.
template <class IsWanted>
[[nodiscard]] const char* find_character(const char* begin, const char* end, IsWanted is_wanted) {
  constexpr std::ptrdiff_t block = 16;
  for (; end - begin >= block; begin += block) {
    unsigned found = 0;
    for (int i = 0; i != block; ++i) found |= static_cast<unsigned>(is_wanted(begin[i]));
    if (found != 0) break;
  }
  return std::find_if(begin, end, is_wanted);
}

}  // namespace errcat::tool
