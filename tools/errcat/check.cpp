// SPDX-License-Identifier: Apache-2.0
// One function for each rule.
#include "check.hpp"
#include "ascii.hpp"
#include "identifier.hpp"
#include "namespace_parts.hpp"
#include "numbering.hpp"
#include "published_text.hpp"
#include "rules.hpp"
#include "taken_names.hpp"
#include "terminal.hpp"

#include <utf8.h>
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace errcat::tool {
namespace {

using first_seen = std::unordered_map<std::string_view, const cell*>;

/// Reports a string that an earlier row has too, with both positions.
void check_unique(first_seen& seen, const cell& subject, const char* what, diagnostics& found) {
  if (subject.text.empty()) return;
  const auto [first, is_new] = seen.try_emplace(subject.text, &subject);
  if (is_new) return;
  found.error(subject.at, std::string("duplicate ") + what + ' ' + quote(subject.text) + " (first used at " +
                              to_string(first->second->at) + ')');
}

void check_characters(const cell& subject, diagnostics& found) {
  const char* i = subject.text.data();
  const char* const end = i + subject.text.size();
  while (i != end) {
    const char32_t c = utf8::next(i, end);
    if (is_control(c) && c != U'\n') {
      found.error(subject.at,
                  "control character " + code_point_name(c) + "; only printable text and line breaks are allowed");
      return;
    }
  }
}

/// True for a standard error category. A catalog with the same name could mistake ENOENT for one of its own errors.
bool is_standard_category(std::string_view name) {
  return name == "system" || name == "generic" || name == "iostream" || name == "future";
}

/// std, std2, posix and _x, which C++ reserves.
bool is_reserved_namespace(std::string_view outer) {
  if (outer == "posix" || outer.starts_with('_')) return true;
  return outer.starts_with("std") && outer.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

/// Checks the outermost namespace, which is in the same scope as the names that C headers declare.
void check_outermost_namespace(const cell& subject, diagnostics& found) {
  const std::string_view outer = std::string_view(subject.text).substr(0, subject.text.find("::"));
  if (is_reserved_namespace(outer)) {
    found.error(subject.at, "namespace " + quote(outer) + " is reserved by the C++ standard; choose another");
  } else if (outer == "errcat") {
    found.error(subject.at, "namespace 'errcat' belongs to the errcat library; choose another");
  } else if (is_global_name(outer)) {
    found.error(subject.at, "namespace " + quote(outer) + " is taken by the C library; choose another");
  }
}

void check_namespace(const cell& subject, diagnostics& found) {
  const std::size_t errors = found.errors();
  bool all_identifiers = true;
  for_each_part(subject.text, [&](std::string_view part) {
    if (is_macro(part)) {
      found.error(subject.at, part_of(part, subject.text) + " is a macro in C or C++ headers, or reserved for one");
    } else if (!is_identifier(part)) {
      all_identifiers = false;
    }
  });
  if (!all_identifiers) {
    found.error(subject.at, "invalid namespace " + quote(subject.text) + "; expected C++ identifiers joined by '::'");
  }
  if (found.errors() == errors) check_outermost_namespace(subject, found);
}

/// The name of a catalog's error category is its prefix, or its namespace where it has none.
bool check_category(const cell& subject, const char* what, diagnostics& found) {
  if (!is_standard_category(subject.text)) return true;
  found.error(subject.at, std::string(what) + ' ' + quote(subject.text) +
                              " is the name of a standard error category; choose another");
  return false;
}

bool check_prefix(const cell& subject, diagnostics& found) {
  const auto allowed = [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '.'; };
  if (subject.text.ends_with('.')) {
    found.error(subject.at, "prefix " + quote(subject.text) + " ends with a dot; leave the dot out");
    return false;
  }
  if (std::ranges::all_of(subject.text, allowed)) return true;
  found.error(subject.at, "invalid prefix " + quote(subject.text) + "; use ASCII letters, digits, '.', '-' and '_'");
  return false;
}

void check_source(const cell& subject, diagnostics& found) {
  if (subject.text.find_first_not_of(' ') == std::string::npos || subject.text.find('\n') != std::string::npos) {
    found.error(subject.at,
                "invalid source " + quote(subject.text) + "; expected title and date of the document, on one line");
  }
}

void check_license(const cell& subject, diagnostics& found) {
  const auto allowed = [](char c) {
    return is_alphanumeric(c) || std::string_view("-.+ ()").find(c) != std::string_view::npos;
  };
  if (std::ranges::all_of(subject.text, allowed)) return;
  found.error(subject.at,
              "invalid license " + quote(subject.text) + "; expected an SPDX expression, such as Apache-2.0");
}

/// Checks an address. It becomes a link, so it must not be one that runs a script.
void check_source_url(const cell& subject, diagnostics& found) {
  if (subject.text.empty()) return;
  const std::string& text = subject.text;
  const std::size_t begin = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : text.size();
  const bool is_host = is_alphanumeric(text[begin]);  // not the null at its end
  const bool is_plain = std::ranges::all_of(text, [](char c) {
    return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  });
  if (is_host && is_plain) return;
  found.error(subject.at, "invalid source_url " + quote(text) + "; expected an address that begins with 'https://'");
}

/// Checks a media type (RFC 9110): type, subtype, and parameters that are printable. It becomes a header of responses.
void check_media_type(const cell& subject, diagnostics& found) {
  if (!subject.present()) return;
  const auto is_token = [](std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
      return is_alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
  };
  const std::string_view text = subject.text;
  std::string_view type = text.substr(0, text.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  const std::size_t slash = type.find('/');
  const bool is_type =
      slash != std::string_view::npos && is_token(type.substr(0, slash)) && is_token(type.substr(slash + 1));
  const bool is_printable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  if (is_type && is_printable) return;
  found.error(subject.at, "invalid media type " + quote(text) + "; expected one such as 'application/problem+json'");
}

void check_allowed(const std::vector<cell>& names, diagnostics& found) {
  for (const cell& name : names) {
    if (const std::optional<rule> known = find_rule(name.text)) {
      found.allow(*known);
    } else {
      found.error(name.at, unknown_rule(name.text));
    }
  }
}

std::optional<std::string_view> all_digits(std::string_view text) {
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  return text;
}

/// Checks a code that has a number: the prefix and a dot, if there is a prefix, and digits that an enumerator can have.
void check_number(const cell& code, const std::string& prefix, diagnostics& found) {
  const std::optional<std::string_view> digits = prefix.empty() ? all_digits(code.text) : digits_of(code.text, prefix);
  if (!digits) {
    found.error(code.at, "invalid code " + quote(code.text) + "; expected " +
                             (prefix.empty() ? "digits, since the prefix is empty" : "'" + prefix + ".' and digits"));
    return;
  }
  const std::optional<std::uint32_t> number = number_of(*digits);
  if (!number) {
    found.error(code.at, "number of code " + quote(code.text) + " is too large; the maximum is 4294967295");
  } else if (*number == 0) {
    found.error(code.at, "code " + quote(code.text) +
                             " has the number 0, which means success in a std::error_code; use another number");
  }
}

/// Returns the code with invisible characters as "U+00A0".
std::string visible(std::string_view code) {
  std::string out;
  const char* i = code.data();
  while (i != code.data() + code.size()) {
    const char* const begin = i;
    const char32_t c = utf8::next(i, code.data() + code.size());
    out += is_invisible(c) ? code_point_name(c) : std::string(begin, i);
  }
  return out;
}

/// Refuses what nobody sees, since codes are compared byte for byte.
bool check_visible(const cell& code, diagnostics& found) {
  const std::string shown = visible(code.text);
  if (shown != code.text) {
    found.error(code.at, "invisible characters in code " + quote(shown) + "; remove them");
    return false;
  }
  if (!code.text.starts_with(' ') && !code.text.ends_with(' ')) return true;
  found.error(code.at, "leading or trailing space in code " + quote(code.text) + "; remove it");
  return false;
}

/// Checks a code. In a named catalog it is any line that JSON does not escape and that gives a valid enumerator.
void check_code(const cell& code, const cell& catalog_prefix, diagnostics& found) {
  const std::string& prefix = catalog_prefix.text;
  if (!check_visible(code, found)) return;
  const std::size_t errors = found.errors();
  if (catalog_prefix.present() || !prefix.empty()) {
    check_number(code, prefix, found);
  } else if (code.text.empty()) {
    found.error(code.at, "code is empty");
  } else if (code.text.find_first_of("\"\\\n") != std::string::npos) {
    found.error(code.at, "code " + quote(code.text) + " contains a quote, a backslash or a line break");
  }
  const std::string enumerator = enumerator_of(code.text);
  if (found.errors() != errors || is_identifier(enumerator)) return;
  found.error(code.at, "enumerator " + quote(enumerator) + " of code " + quote(code.text) +
                           (is_macro(enumerator) ? " is a macro in C or C++ headers, or reserved for one"
                                                 : " is a keyword or reserved in C++; use another code"));
}

/// Returns ", such as 'order_empty'" for "order-empty"; "" if there is no identifier like it.
std::string example_of(std::string_view name) {
  const std::string example = enumerator_of(name);
  return !is_digit(name.front()) && !example.ends_with('_') && is_identifier(example) ? ", such as " + quote(example)
                                                                                      : "";
}

void check_name(const cell& name, diagnostics& found) {
  if (is_identifier(name.text)) return;
  if (name.text.empty()) {
    found.error(name.at, "name is empty");
  } else if (is_macro(name.text)) {
    found.error(name.at, "name " + quote(name.text) + " is a macro in C or C++ headers, or reserved for one");
  } else {
    found.error(name.at, "invalid name " + quote(name.text) +
                             "; expected a C++ identifier that is not a keyword, a macro or reserved" +
                             example_of(name.text));
  }
}

void check_status(const cell& status, diagnostics& found) {
  const std::optional<std::uint32_t> number = number_of(status.text);
  if (status.text.size() == 3 && number && *number >= 100 && *number <= 599) return;
  found.error(status.at, "invalid status " + quote(status.text) + "; expected an HTTP status, 100 to 599");
}

void check_message(const cell& message, diagnostics& found) {
  if (message.text.find_first_not_of(" \n") == std::string::npos) {
    found.error(message.at, "message is empty");
  }
}

/// Groups are compared byte for byte, and each is a heading.
void check_group(const cell& group, diagnostics& found) {
  if (group.text.find('\n') != std::string::npos || group.text.starts_with(' ') || group.text.ends_with(' ')) {
    found.error(group.at, "invalid group " + quote(group.text) + "; expected one line without spaces around it");
  }
}

void check_flag(const cell& flag, const char* key, diagnostics& found) {
  if (flag.text.empty() || flag.text == "true" || flag.text == "false") return;
  found.error(flag.at, "invalid value " + quote(flag.text) + " for '" + key + "'; expected 'true' or 'false'");
}

/// Different codes may still have the same number (IMG.24, IMG.024).
void check_numbers_unique(const catalog& subject, diagnostics& found) {
  std::unordered_map<std::uint32_t, const cell*> numbers;
  for (const row& r : subject.rows) {
    const std::optional<std::uint32_t> number =
        is_numbered(subject) ? number_of(r.code.text, subject.prefix.text) : number_of(r.code.text);
    if (!number) continue;  // reported
    const cell& first = *numbers.try_emplace(*number, &r.code).first->second;
    if (first.text == r.code.text) continue;
    found.error(r.code.at, "code " + quote(r.code.text) + " has the same number as " + quote(first.text) + " (" +
                               to_string(first.at) + ')');
  }
}

/// Pinned values of a named catalog: in every row or in none, and each once.
void check_values(const catalog& subject, diagnostics& found) {
  const auto has_value = [](const row& r) { return !r.value.text.empty(); };
  const auto pinned = std::ranges::find_if(subject.rows, has_value);
  if (pinned == subject.rows.end()) return;
  if (is_numbered(subject) || has_plain_numbers(subject)) {
    found.error(pinned->value.at, "'value' is only for catalogs without a prefix; the number of a code is its value");
    return;
  }
  first_seen values;
  for (const row& r : subject.rows) {
    const std::optional<std::uint32_t> number = number_of(r.value.text);
    if (!has_value(r)) {
      found.error(r.at, "missing key 'value'; since a row has one (" + to_string(pinned->value.at) + "), all need one");
    } else if (!number || r.value.text.starts_with('0')) {
      found.error(r.value.at, "invalid value " + quote(r.value.text) + "; expected a number from 1 to 4294967295");
    } else {
      check_unique(values, r.value, "value", found);
    }
  }
}

/// Different codes may still have the same enumerator (A.B, A-B), and a name may be the enumerator of another row.
void check_enumerators_unique(const catalog& subject, diagnostics& found) {
  std::unordered_map<std::string, const cell*> enumerators;
  for (const row& r : subject.rows) {
    const auto& [enumerator, first] = *enumerators.try_emplace(enumerator_of(r.code.text), &r.code).first;
    if (first->text == r.code.text) continue;
    found.error(r.code.at, "code " + quote(r.code.text) + " has the same enumerator " + quote(enumerator) + " as " +
                               quote(first->text) + " (" + to_string(first->at) + ')');
  }
  for (const row& r : subject.rows) {
    const auto taken = enumerators.find(r.name.text);
    if (taken == enumerators.end() || taken->second->text == r.code.text) continue;
    found.error(r.name.at, "name " + quote(r.name.text) + " is the enumerator of another code (" +
                               to_string(taken->second->at) + ')');
  }
}

void check_has_rows(const catalog& subject, diagnostics& found) {
  if (subject.rows.empty()) found.error(subject.at, "no rows; a catalog needs at least one");
}

}  // namespace

std::optional<checked_catalog> check(const catalog& subject, diagnostics& found) {
  const bool numbered = is_numbered(subject);
  const bool reader_reported = !found.ok();
  const auto is_due = [&](const cell& c) { return c.present() || !reader_reported; };
  const bool good_category =
      check_category(numbered ? subject.prefix : subject.name_space, numbered ? "prefix" : "namespace", found);
  if (is_due(subject.name_space) && (numbered || good_category)) check_namespace(subject.name_space, found);
  if (is_due(subject.source)) check_source(subject.source, found);
  check_license(subject.license, found);
  check_source_url(subject.source_url, found);
  check_media_type(subject.media_type, found);
  check_allowed(subject.allow, found);
  const std::optional<body_template> body = read_body_template(subject.body, found);
  const bool good_prefix = !numbered || check_prefix(subject.prefix, found);
  for (const field<catalog>& f : catalog_fields) check_characters(subject.*(f.member), found);
  if (!reader_reported) check_has_rows(subject, found);

  first_seen codes;
  first_seen names;
  for (const row& r : subject.rows) {
    for (const field<row>& f : row_fields) check_characters(r.*(f.member), found);
    if (is_due(r.code) && good_prefix) check_code(r.code, subject.prefix, found);
    if (is_due(r.name)) check_name(r.name, found);
    if (is_due(r.status)) check_status(r.status, found);
    if (is_due(r.message)) check_message(r.message, found);
    check_group(r.group, found);
    check_flag(r.retired, "retired", found);
    check_flag(r.proposed, "proposed", found);
    check_unique(codes, r.code, "code", found);
    check_unique(names, r.name, "name", found);
  }
  if (numbered || has_plain_numbers(subject)) check_numbers_unique(subject, found);
  check_values(subject, found);
  check_enumerators_unique(subject, found);
  if (!found.ok()) return std::nullopt;
  return checked_catalog(subject, *body);
}

}  // namespace errcat::tool
