// SPDX-License-Identifier: Apache-2.0
// Suggestions by edit distance.
#include "suggestion.hpp"

#include "ascii.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace errcat::tool {
namespace {

/// Returns how many characters must be inserted, removed or replaced to turn `a` into `b`, ignoring case.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t replaced = diagonal + (to_lower(a[i - 1]) == to_lower(b[k - 1]) ? 0 : 1);
      diagonal = row[k];
      row[k] = std::min({replaced, row[k - 1] + 1, row[k] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view typed, const std::vector<std::string_view>& known) {
  constexpr std::size_t farthest = 2;
  std::size_t least = std::min(farthest, typed.size() / 2) + 1;  // a word of two letters is like any other
  std::optional<std::string_view> found;
  for (const std::string_view word : known) {
    if (typed.size() > word.size() + farthest) continue;  // any length comes from outside
    const std::size_t changes = distance(typed, word);
    if (changes >= least) continue;
    least = changes;
    found = word;
  }
  return found;
}

std::string unknown_word(std::string_view kind, std::string_view typed, std::string_view title,
                         const std::vector<std::string_view>& known) {
  std::string text = "unknown " + std::string(kind) + ' ' + quote(typed);
  const std::optional<std::string_view> meant = nearest(typed, known);
  text += meant ? "; did you mean " + quote(*meant) + "? " : ". ";
  text.append(title).append(": ");
  for (const std::string_view word : known) text.append(word).append(word == known.back() ? "" : ", ");
  return text;
}

}  // namespace errcat::tool
