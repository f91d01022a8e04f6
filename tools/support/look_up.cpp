// SPDX-License-Identifier: Apache-2.0
// Compares a typed code with the codes of the tables, by ever less.
#include "look_up.hpp"

#include "ascii.hpp"
#include "suggestion.hpp"

#include <utf8.h>
#include <algorithm>
#include <iterator>
#include <optional>

namespace errcat::tool {
namespace {

using row_list = error_tables::row_list;

/// Returns the ASCII character that a character looks like; a blank for any other.
char ascii_of(char32_t c) {
  constexpr std::u32string_view look_alikes =
      U"\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423"
      U"\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443"
      U"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF"
      U"\u3002\u2010\u2011\u2012\u2013\u2014\u2212";
  constexpr std::string_view letters = "ABCEHIJKMOPSTXYaceijopsxyABEZHIKMNOPTYXo.------";
  static_assert(look_alikes.size() == letters.size());
  if (is_ascii(c)) return static_cast<char>(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);  // full-width
  const std::size_t place = look_alikes.find(c);
  return place == std::u32string_view::npos ? ' ' : letters[place];
}

/// Returns the text in ASCII, without what is around its letters and digits.
std::string plain(std::string_view text) {
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  std::string out;
  for (auto i = valid.begin(); i != valid.end();) out += ascii_of(utf8::next(i, valid.end()));
  const auto is_inside = [](char c) { return is_alphanumeric(c) || c == '|' || c == '!'; };
  while (!out.empty() && !is_alphanumeric(out.back())) out.pop_back();
  out.erase(out.begin(), std::ranges::find_if(out, is_inside));
  return out;
}

/// Returns what letters and digits that look alike have in common.
char shape_of(char c) {
  constexpr std::string_view alike = "l1|!0582";
  constexpr std::string_view shapes = "iiiiosbz";
  const char lower = to_lower(c);
  const std::size_t place = alike.find(lower);
  return place == std::string_view::npos ? lower : shapes[place];
}

/// Returns the digits that a text spells, with letters that look like digits; nullopt if it has others or no digit.
std::optional<std::string> digits_in(std::string_view text) {
  constexpr std::string_view alike = "oliszb|!";
  constexpr std::string_view digits = "01152811";
  std::string spelt;
  bool has_digit = false;
  for (const char c : text) {
    has_digit = has_digit || is_digit(c);
    const std::size_t place = alike.find(to_lower(c));
    if (!is_digit(c) && place == std::string_view::npos) return std::nullopt;
    spelt += is_digit(c) ? c : digits[place];
  }
  return has_digit ? std::optional(spelt) : std::nullopt;
}

/// Returns the digits after a lead, as in IMG0024, img-24 or lMG.0O24.
std::optional<std::string> digits_after(std::string_view lead, std::string_view text) {
  std::size_t at = 0;
  for (const char c : lead) {
    if (!is_alphanumeric(c)) continue;
    while (at < text.size() && at != 0 && !is_alphanumeric(text[at]) && shape_of(text[at]) == text[at]) ++at;
    if (at == text.size() || shape_of(text[at]) != shape_of(c)) return std::nullopt;
    ++at;
  }
  while (at < text.size() && !is_alphanumeric(text[at])) ++at;
  return digits_in(text.substr(at));
}

bool same_letters(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, to_lower, to_lower); }

row_list with_number(const numbered_codes& codes, std::string_view digits) {
  const auto found = codes.rows.find(number_in(digits));
  return found == codes.rows.end() ? row_list() : found->second;
}

/// Returns rows of codes with a number that differs by one digit or by two swapped ones.
row_list near(const error_tables& tables, const numbered_codes& codes, std::string_view digits) {
  constexpr int most = 3;
  row_list rows;
  std::string padded(digits);
  if (padded.size() < codes.family.least_digits) padded.insert(0, codes.family.least_digits - padded.size(), '0');
  int count = 0;
  for (const auto& [number, with] : codes.rows) {
    const std::string_view other = parts_of(tables.rows()[with.front()].code).digits;
    if (other.size() != padded.size()) continue;
    const std::string_view asked = padded;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(asked, other).in1 - asked.begin());
    if (at == asked.size()) continue;  // asked for as a value, such as cafe:24
    const bool is_replaced = asked.substr(at + 1) == other.substr(at + 1);
    const bool is_swapped = at + 1 != asked.size() && asked[at] == other[at + 1] && asked[at + 1] == other[at] &&
                            asked.substr(at + 2) == other.substr(at + 2);
    if (!is_replaced && !is_swapped) continue;
    rows.insert(rows.end(), with.begin(), with.end());
    if (++count == most) break;
  }
  return rows;
}

/// Reads a lead that some table has, in the same case if `is_exact`, and a number.
std::optional<looked_up> with_known_lead(const error_tables& tables, std::string_view text, std::string_view ascii,
                                         bool is_exact) {
  std::optional<looked_up> unknown;
  for (const numbered_codes& codes : tables.numbered()) {
    const code_family& family = codes.family;
    if (!family.any_case && ascii.find(family.separator) == std::string_view::npos) continue;
    if (is_exact && !ascii.starts_with(family.lead)) continue;
    const auto digits = digits_after(family.lead, ascii);
    if (!digits) continue;
    looked_up result;
    result.may_be_code = true;
    result.rows = with_number(codes, *digits);
    const code_parts typed = parts_of(text);
    result.is_as_typed = same_letters(typed.lead, family.lead) && typed.separator == family.separator &&
                         typed.digits == *digits && family.any_case;
    if (!result.rows.empty()) return result;
    result.similar = near(tables, codes, *digits);
    if (!unknown) unknown = result;
  }
  return unknown;
}

/// Reads a name, or a code that is words. The text has a letter or a digit at its end, so it has an identity.
row_list named(const error_tables& tables, std::string_view text) {
  const std::string wanted = identity_of(text);
  row_list rows;
  for (std::size_t i = 0; i != tables.rows().size(); ++i) {
    const error_row& row = tables.rows()[i];
    if (identity_of(row.name) == wanted || identity_of(row.code) == wanted) rows.push_back(i);
  }
  return rows;
}

/// Reads a number alone: every table may have it.
looked_up with_number_alone(const error_tables& tables, std::string_view digits) {
  looked_up result;
  result.may_be_code = true;
  for (const numbered_codes& codes : tables.numbered()) {
    if (!codes.family.any_case) continue;
    const row_list rows = with_number(codes, digits);
    result.rows.insert(result.rows.end(), rows.begin(), rows.end());
  }
  std::ranges::sort(result.rows);
  return result;
}

/// Reads a lead that no table has, and a number.
looked_up with_foreign_lead(const error_tables& tables, const code_parts& parts) {
  looked_up result;
  result.may_be_code = true;
  result.foreign_lead = parts.lead;
  std::vector<std::string_view> leads;
  for (const numbered_codes& codes : tables.numbered()) leads.emplace_back(codes.family.lead);
  const auto meant = nearest(parts.lead, leads);
  for (const numbered_codes& codes : tables.numbered()) {
    if (meant != codes.family.lead || !codes.family.any_case) continue;
    const row_list rows = with_number(codes, parts.digits);
    result.similar.insert(result.similar.end(), rows.begin(), rows.end());
  }
  return result;
}

bool looks_like_code(const code_parts& parts) {
  constexpr std::size_t longest_lead = 32;
  return !parts.digits.empty() && parts.lead.size() <= longest_lead && std::ranges::all_of(parts.lead, [](char c) {
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '-';
  }) && std::ranges::any_of(parts.lead, [](char c) { return is_upper(c) || is_lower(c); });
}

}  // namespace

looked_up look_up(const error_tables& tables, std::string_view text) {
  looked_up exact;
  exact.rows = tables.find(text);
  exact.is_as_typed = exact.may_be_code = true;
  if (!exact.rows.empty()) return exact;
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return {};  // a body or a question
  const std::string ascii = plain(text);
  if (ascii.empty()) return {};
  auto known = with_known_lead(tables, text, ascii, true);
  if (!known) known = with_known_lead(tables, text, ascii, false);
  if (known && !known->rows.empty()) return *known;
  looked_up result;
  result.rows = named(tables, ascii);
  result.may_be_code = !result.rows.empty();
  if (result.may_be_code) return result;
  if (known) return *known;
  if (std::ranges::all_of(ascii, is_digit)) return with_number_alone(tables, ascii);
  const code_parts parts = parts_of(ascii);
  return looks_like_code(parts) ? with_foreign_lead(tables, parts) : looked_up();
}

}  // namespace errcat::tool
