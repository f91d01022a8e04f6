// SPDX-License-Identifier: Apache-2.0
// An index of the codes of several tables.
#include "error_table.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace errcat::tool {

code_parts parts_of(std::string_view code) {
  std::size_t digits = code.size();
  while (digits != 0 && is_digit(code[digits - 1])) --digits;
  const bool is_numbered =
      digits != code.size() && digits > 1 && !is_alphanumeric(code[digits - 1]) && is_alphanumeric(code[digits - 2]);
  if (!is_numbered) return {code, '\0', {}};
  return {code.substr(0, digits - 1), code[digits - 1], code.substr(digits)};
}

std::string identity_of(std::string_view text) {
  const std::size_t scope = text.rfind("::");
  std::string letters;
  for (const char c : text.substr(scope == std::string_view::npos ? 0 : scope)) {
    if (is_alphanumeric(c)) letters += to_lower(c);
  }
  return letters;
}

std::uint64_t number_in(std::string_view digits) {
  std::uint64_t number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return result.ec == std::errc() ? number : std::numeric_limits<std::uint64_t>::max();
}

void error_tables::add(error_table table, std::vector<error_row> rows) {
  for (error_row& row : rows) {
    const std::size_t place = rows_.size();
    places_of_tables_.push_back(tables_.size());
    row_list& same = by_code_[row.code];
    same.push_back(place);
    const code_parts parts = parts_of(row.code);
    if (!parts.digits.empty()) {
      add_number(parts.lead, parts.separator, true, parts.digits, place);
    } else if (same.size() == 1) {
      words_.push_back(row.code);
    }
    if (row.value != 0) add_number(table.category, ':', false, std::to_string(row.value), place);
    rows_.push_back(std::move(row));
  }
  tables_.push_back(std::move(table));
}

void error_tables::add_number(std::string_view lead, char separator, bool any_case, std::string_view digits,
                              std::size_t row) {
  if (lead.empty()) return;
  const auto [found, is_new] = by_lead_.try_emplace(std::string(lead) + separator, numbered_.size());
  if (is_new) {
    numbered_.push_back({{std::string(lead), separator, any_case, digits.size(), digits.size()}, {}});
  }
  auto& [family, rows] = numbered_[found->second];
  family.least_digits = std::min(family.least_digits, digits.size());
  family.most_digits = std::max(family.most_digits, digits.size());
  rows[number_in(digits)].push_back(row);
}

error_tables::row_list error_tables::find(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? row_list() : found->second;
}

error_tables::row_list error_tables::find_in_text(std::string_view code) const {
  row_list exact = find(code);
  if (!exact.empty()) return exact;
  const code_parts parts = parts_of(code);
  if (parts.digits.empty()) return {};
  const auto lead = by_lead_.find(code.substr(0, parts.lead.size() + 1));
  if (lead == by_lead_.end()) return {};
  const auto& [family, rows] = numbered_[lead->second];
  if (family.any_case && parts.digits.size() > family.most_digits) return {};
  const auto found = rows.find(number_in(parts.digits));
  return found == rows.end() ? row_list() : found->second;
}

code_patterns error_tables::patterns() const {
  code_patterns patterns;
  for (const numbered_codes& codes : numbered_) patterns.families.push_back(codes.family);
  patterns.words = words_;
  return patterns;
}

}  // namespace errcat::tool
