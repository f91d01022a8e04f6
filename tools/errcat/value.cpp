// SPDX-License-Identifier: Apache-2.0
// Numbers and places.
#include "value.hpp"

#include "identifier.hpp"

#include <algorithm>
#include <unordered_set>

namespace errcat::tool {

bool is_numbered(const catalog& subject) { return !subject.prefix.text.empty(); }

std::optional<std::string> common_prefix(const catalog& subject) {
  if (subject.rows.empty()) return std::nullopt;
  const std::string& first = subject.rows[0].code.text;
  const std::string prefix = first.substr(0, first.rfind('.'));
  std::unordered_set<std::uint32_t> numbers;
  for (const row& r : subject.rows) {
    const auto digits = digits_of(r.code.text, prefix);
    const auto number = digits ? number_of(*digits) : std::nullopt;
    if (!number || *number == 0 || !numbers.insert(*number).second) return std::nullopt;
  }
  return prefix;
}

std::vector<valued_row> by_value(const catalog& subject) {
  std::vector<valued_row> rows;
  rows.reserve(subject.rows.size());
  for (const row& r : subject.rows) {
    const auto place = static_cast<std::uint32_t>(rows.size() + 1);
    rows.push_back(
        {is_numbered(subject) ? number_of(digits_of(r.code.text, subject.prefix.text).value_or("")).value_or(0) : place,
         &r});
  }
  std::ranges::stable_sort(rows, {}, &valued_row::value);
  return rows;
}

}  // namespace errcat::tool
