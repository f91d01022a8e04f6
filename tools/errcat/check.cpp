// SPDX-License-Identifier: Apache-2.0
// One function for each rule.
#include "check.hpp"
#include "identifier.hpp"
#include "text.hpp"

#include <utf8.h>
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace errcat::tool {
namespace {

using first_seen = std::unordered_map<std::string_view, const cell*>;

/// A text that an earlier row has too: both places are named.
void check_unique(first_seen& seen, const cell& subject, const char* what, diagnostics& found) {
  if (subject.text.empty()) return;
  const auto [first, is_new] = seen.try_emplace(subject.text, &subject);
  if (is_new) return;
  found.error(subject.at, std::string("the ") + what + ' ' + quoted(subject.text) + " stands at " +
                              to_string(first->second->at) + " already; expected another");
}

void check_characters(const cell& subject, diagnostics& found) {
  const char* i = subject.text.data();
  const char* const end = i + subject.text.size();
  while (i != end) {
    const char32_t c = utf8::next(i, end);
    if (is_control(c) && c != U'\n') {
      found.error(subject.at,
                  "the control character " + code_point_name(c) + "; expected printable text and line breaks");
      return;
    }
  }
}

void check_namespace(const cell& subject, diagnostics& found) {
  std::string_view rest = subject.text;
  while (true) {
    const std::size_t end = rest.find("::");
    if (!is_identifier(rest.substr(0, end))) {
      found.error(subject.at, "the namespace " + quoted(subject.text) + "; expected C++ identifiers joined by '::'");
      return;
    }
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 2);
  }
}

void check_prefix(const cell& subject, diagnostics& found) {
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' ||
           c == '.';
  };
  if (!subject.text.empty() && std::ranges::all_of(subject.text, allowed)) return;
  found.error(subject.at, "the prefix " + quoted(subject.text) + "; expected ASCII letters, digits, '.', '-' and '_'");
}

void check_one_line(const cell& subject, const char* what, diagnostics& found) {
  if (subject.text.find('\n') == std::string::npos) return;
  found.error(subject.at, std::string("several lines; expected the ") + what + " on one line");
}

void check_code(const row& subject, const std::string& prefix, diagnostics& found) {
  const cell& code = subject.code;
  const std::optional<std::string_view> digits = digits_of(code.text, prefix);
  if (!digits) {
    found.error(code.at, "the code " + quoted(code.text) + "; expected '" + prefix + ".' and digits");
    return;
  }
  const std::optional<std::uint32_t> number = number_of(*digits);
  if (!number) {
    found.error(code.at, "the number of " + quoted(code.text) + "; expected at most 4294967295");
  } else if (*number == 0) {
    found.error(code.at,
                "the number 0 of " + quoted(code.text) + "; expected another, 0 is success in a std::error_code");
  }
}

void check_name(const cell& name, diagnostics& found) {
  if (is_identifier(name.text)) return;
  found.error(name.at,
              "the name " + quoted(name.text) + "; expected a C++ identifier that is no keyword and not reserved");
}

void check_status(const cell& status, diagnostics& found) {
  const std::optional<std::uint32_t> number = number_of(status.text);
  if (status.text.size() == 3 && number && *number >= 100 && *number <= 599) return;
  found.error(status.at, "the status " + quoted(status.text) + "; expected an HTTP status, 100 to 599");
}

void check_message(const cell& message, diagnostics& found) {
  if (message.text.empty()) found.error(message.at, "an empty message; expected what the response says");
}

void check_retired(const cell& retired, diagnostics& found) {
  if (retired.text.empty() || retired.text == "true" || retired.text == "false") return;
  found.error(retired.at, quoted(retired.text) + " for 'retired'; expected 'true' or 'false'");
}

/// Codes that differ may still have one number (IMG.24, IMG.024) or one enumerator.
void check_enumerators(const catalog& subject, diagnostics& found) {
  std::unordered_map<std::uint32_t, const cell*> numbers;
  std::unordered_map<std::string, const cell*> enumerators;
  for (const row& r : subject.rows) {
    const auto digits = digits_of(r.code.text, subject.prefix.text);
    const auto number = digits ? number_of(*digits) : std::nullopt;
    if (!number) continue;  // reported
    if (const auto [first, is_new] = numbers.try_emplace(*number, &r.code);
        !is_new && first->second->text != r.code.text) {
      found.error(r.code.at, "the number of " + quoted(r.code.text) + " is that of " + quoted(first->second->text) +
                                 " at " + to_string(first->second->at) + "; expected another");
    }
    enumerators.try_emplace(enumerator_of(r.code.text), &r.code);
  }
  for (const row& r : subject.rows) {
    const auto taken = enumerators.find(r.name.text);
    if (taken == enumerators.end() || taken->second == &r.code) continue;
    found.error(r.name.at, "the name " + quoted(r.name.text) + " is the enumerator of the code at " +
                               to_string(taken->second->at) + "; expected another");
  }
}

}  // namespace

void check(const catalog& subject, diagnostics& found) {
  check_namespace(subject.name_space, found);
  check_prefix(subject.prefix, found);
  for (const field<catalog>& f : catalog_fields) check_characters(subject.*(f.member), found);
  check_one_line(subject.source, "source", found);
  check_one_line(subject.license, "license", found);
  if (subject.rows.empty()) found.error(subject.at, "no rows; expected at least one error");

  first_seen codes;
  first_seen names;
  for (const row& r : subject.rows) {
    for (const field<row>& f : row_fields) check_characters(r.*(f.member), found);
    check_code(r, subject.prefix.text, found);
    check_name(r.name, found);
    check_status(r.status, found);
    check_message(r.message, found);
    check_retired(r.retired, found);
    check_unique(codes, r.code, "code", found);
    check_unique(names, r.name, "name", found);
  }
  check_enumerators(subject, found);
}

}  // namespace errcat::tool
