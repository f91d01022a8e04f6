// SPDX-License-Identifier: Apache-2.0
// One function for each warning.
#include "warn.hpp"

#include "identifier.hpp"
#include "namespace_parts.hpp"
#include "numbering.hpp"
#include "rules.hpp"
#include "taken_names.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {
namespace {

void warn_of_markup(const cell& subject, diagnostics& found) {
  for (const char* mark : {"**", "``", "<br", "<b>", "</", "&lt;", "&gt;", "&amp;", "&nbsp;", "&quot;"}) {
    if (subject.text.find(mark) == std::string::npos) continue;
    found.warning(rule::markup, subject.at, "markup " + quote(mark) + " in plain text");
    return;
  }
}

void warn_of_placeholder(const cell& subject, diagnostics& found) {
  if (subject.text == "-") found.warning(rule::placeholder, subject.at, "placeholder '-'; use an empty string");
}

void warn_of_blanks(const cell& subject, diagnostics& found) {
  const std::string& text = subject.text;
  if (text.starts_with(' ') || text.ends_with(' ') || text.find(" \n") != std::string::npos) {
    found.warning(rule::surrounding_space, subject.at, "leading or trailing space");
  }
  if (text.find("  ") != std::string::npos)
    found.warning(rule::repeated_space, subject.at, "several spaces in a row; use one");
}

void warn_of_texts(const row& subject, diagnostics& found) {
  for (const cell* text : {&subject.message, &subject.description, &subject.handling_measure}) {
    warn_of_markup(*text, found);
    warn_of_placeholder(*text, found);
    warn_of_blanks(*text, found);
  }
  const std::string& message = subject.message.text;
  if (!message.empty() && std::string_view(".!?").find(message.back()) == std::string_view::npos) {
    found.warning(rule::no_punctuation, subject.message.at, "message does not end with punctuation; write a sentence");
  }
  if (!message.empty() && message == subject.handling_measure.text) {
    found.warning(rule::repeated_message, subject.handling_measure.at,
                  "handling measure repeats the message; describe what to do");
  }
  if (subject.proposed.text == "true") {
    found.warning(rule::proposed_name, subject.name.at,
                  "name " + quote(subject.name.text) + " is proposed; confirm it by deleting 'proposed', or change it");
  }
}

/// Warns once about codes with fewer or more digits than the first.
void warn_of_widths(const catalog& subject, diagnostics& found) {
  if (!is_numbered(subject)) return;
  const auto odd = std::ranges::find_if(
      subject.rows, [&](const row& r) { return r.code.text.size() != subject.rows.front().code.text.size(); });
  if (odd == subject.rows.end()) return;
  found.warning(rule::mixed_width, odd->code.at,
                "code " + quote(odd->code.text) + " has another number of digits than " +
                    quote(subject.rows.front().code.text) + "; write all with the same number");
}

void warn_of_success(const cell& status, diagnostics& found) {
  const bool is_success = status.text.size() == 3 && status.text >= "100" && status.text < "400";
  if (is_success)
    found.warning(rule::success_status, status.at,
                  "status " + quote(status.text) + " is not one of an error, 400 to 599");
}

void warn_of_foreign_macro(const cell& subject, std::string_view name, const std::string& what, diagnostics& found) {
  const std::string_view header = header_of_foreign_macro(name);
  if (header.empty()) return;
  found.warning(rule::foreign_macro, subject.at,
                what + " is a macro in " + std::string(header) + "; a program that includes it cannot use the name");
}

void warn_of_foreign_macros(const catalog& subject, diagnostics& found) {
  const cell& name_space = subject.name_space;
  for_each_part(name_space.text, [&](std::string_view part) {
    warn_of_foreign_macro(name_space, part, part_of(part, name_space.text), found);
  });
  for (const row& r : subject.rows) {
    const std::string enumerator = enumerator_of(r.code.text);
    warn_of_foreign_macro(r.code, enumerator, "enumerator " + quote(enumerator) + " of code " + quote(r.code.text),
                          found);
    if (r.name.text != enumerator) warn_of_foreign_macro(r.name, r.name.text, "name " + quote(r.name.text), found);
  }
}

/// Warns if codes could be numbered: without a prefix, values are places in the file.
void warn_of_missing_prefix(const catalog& subject, diagnostics& found) {
  const std::optional<std::string> prefix = common_prefix(subject);
  if (!prefix || subject.prefix.present()) return;
  found.warning(rule::no_prefix, subject.at,
                "no prefix, although every code is " + quote(*prefix + '.') +
                    " and a number; with the prefix, the numbers become the enumerators' values");
}

}  // namespace

void warn(const catalog& subject, diagnostics& found) {
  for (const row& r : subject.rows) {
    warn_of_texts(r, found);
    warn_of_success(r.status, found);
  }
  warn_of_widths(subject, found);
  warn_of_foreign_macros(subject, found);
  warn_of_missing_prefix(subject, found);
}

}  // namespace errcat::tool
