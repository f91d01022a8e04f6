// SPDX-License-Identifier: Apache-2.0
// Numbers and values.
#include "numbering.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace errcat::tool {

std::optional<std::string_view> digits_of(std::string_view code, std::string_view prefix) {
  if (!code.starts_with(prefix)) return std::nullopt;
  code.remove_prefix(prefix.size());
  if (!code.starts_with('.')) return std::nullopt;
  code.remove_prefix(1);
  if (code.empty() || !std::ranges::all_of(code, is_digit)) return std::nullopt;
  return code;
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> number_of(std::string_view code, std::string_view prefix) {
  const std::optional<std::string_view> digits = digits_of(code, prefix);
  return digits ? number_of(*digits) : std::nullopt;
}

bool is_numbered(const catalog& subject) { return !subject.prefix.text.empty(); }

bool has_plain_numbers(const catalog& subject) { return subject.prefix.present() && subject.prefix.text.empty(); }

std::optional<std::string> common_prefix(const catalog& subject) {
  if (subject.rows.empty()) return std::nullopt;
  const std::string& first = subject.rows[0].code.text;
  std::string prefix = first.substr(0, first.rfind('.'));
  std::unordered_set<std::uint32_t> numbers;
  for (const row& r : subject.rows) {
    const std::optional<std::uint32_t> number = number_of(r.code.text, prefix);
    if (!number || *number == 0 || !numbers.insert(*number).second) return std::nullopt;
  }
  return prefix;
}

namespace {

std::uint32_t value_of(const catalog& subject, const row& r, std::uint32_t place) {
  if (is_numbered(subject)) return number_of(r.code.text, subject.prefix.text).value_or(0);
  if (has_plain_numbers(subject)) return number_of(r.code.text).value_or(0);
  return r.value.text.empty() ? place : number_of(r.value.text).value_or(0);
}

}  // namespace

std::vector<valued_row> by_value(const catalog& subject) {
  std::vector<valued_row> rows;
  rows.reserve(subject.rows.size());
  for (const row& r : subject.rows) {
    const auto place = static_cast<std::uint32_t>(rows.size() + 1);
    rows.push_back({value_of(subject, r, place), &r});
  }
  std::ranges::stable_sort(rows, {}, &valued_row::value);
  return rows;
}

}  // namespace errcat::tool
