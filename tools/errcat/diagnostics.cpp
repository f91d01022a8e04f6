// SPDX-License-Identifier: Apache-2.0
// Printing of diagnostics.
#include "diagnostics.hpp"

#include "ascii.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace errcat::tool {
namespace {

constexpr std::string_view error_word = "error";
constexpr std::string_view warning_word = "warning";

/// Returns a message without what it quotes and without numbers.
std::string without_quotes(std::string_view text) {
  std::string kind;
  bool quoted = false;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const bool opens = text[i] == '\'' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '(');
    if (quoted ? text[i] == '\'' : opens) quoted = !quoted;
    if (!quoted && !is_digit(text[i])) kind += text[i];
  }
  return kind;
}

/// Escapes what ends a part of a workflow command.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += special.find(c) == std::string_view::npos ? std::string(1, c)
                                                     : std::string{'%', hex[byte / 16], hex[byte % 16]};
  }
  return out;
}

/// Returns "::error file=img.yaml,line=12,col=5::...".
std::string workflow_command(const position& at, std::string_view severity, const std::string& text) {
  std::string command = "::" + std::string(severity) + " file=" + escaped(printable(at.file), "%\r\n:,");
  if (at.line != 0) command += ",line=" + std::to_string(at.line);
  if (at.column != 0) command += ",col=" + std::to_string(at.column);
  return command + "::" + escaped(text, "%\r\n");
}

}  // namespace

void diagnostics::add(diagnostic added) {
  if (added.broken && std::ranges::count(allowed_, *added.broken) != 0) return;
  if (added.severity == error_word) ++errors_;
  list_.push_back(std::move(added));
}

void diagnostics::error(const position& at, std::string text) { add({at, error_word, std::move(text)}); }

void diagnostics::warning(const position& at, std::string text) { add({at, warning_word, std::move(text)}); }

void diagnostics::warning(rule broken, const position& at, std::string text) {
  add({at, warning_word, std::move(text), broken});
}

void diagnostics::allow(rule broken) { allowed_.push_back(broken); }

void diagnostics::add(const diagnostics& other) {
  for (const diagnostic& d : other.list_) add(d);
}

void diagnostics::add_as_warnings(const diagnostics& other) {
  for (const diagnostic& d : other.list_) add({d.at, warning_word, d.text, d.broken});
}

/// Returns what the warnings of one kind have in common; "" for an error.
std::string diagnostics::kind_of(const diagnostic& subject) {
  if (subject.severity != warning_word) return "";
  return subject.broken ? std::string(name_of(*subject.broken)) : without_quotes(subject.text);
}

void diagnostics::print(std::ostream& out, report_format format) const {
  constexpr std::size_t most = 10;
  std::vector<diagnostic> sorted = list_;
  std::ranges::stable_sort(sorted, {}, &diagnostic::at);
  std::unordered_map<std::string, std::size_t> counts;
  for (const diagnostic& d : sorted) ++counts[kind_of(d)];
  std::unordered_map<std::string, std::size_t> passed;
  for (const diagnostic& d : sorted) {
    const std::string kind = kind_of(d);
    const std::size_t before = kind.empty() ? 0 : passed[kind]++;
    if (before > most) continue;
    const bool is_rest = before == most && counts[kind] != most + 1;
    std::string text = is_rest ? "and " + std::to_string(counts[kind] - most) + " more like this" : d.text;
    if (d.broken) text.append(" [").append(name_of(*d.broken)).append("]");
    if (format == report_format::github) {
      out << workflow_command(d.at, d.severity, text) << '\n';
    } else {
      out << to_string(d.at) << ": " << d.severity << ": " << text << '\n';
    }
  }
}

}  // namespace errcat::tool
