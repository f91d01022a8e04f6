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

/// Returns a message without what it quotes and without numbers.
std::string kind_of(std::string_view text) {
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
std::string workflow_command(const position& at, const char* severity, const std::string& text) {
  std::string command = std::string("::") + severity + " file=" + escaped(printable(at.file), "%\r\n:,");
  if (at.line != 0) command += ",line=" + std::to_string(at.line);
  if (at.column != 0) command += ",col=" + std::to_string(at.column);
  return command + "::" + escaped(text, "%\r\n");
}

}  // namespace

void diagnostics::error(const position& at, std::string text) {
  list_.push_back({at, "error", std::move(text)});
  ++errors_;
}

void diagnostics::warning(const position& at, std::string text) { list_.push_back({at, "warning", std::move(text)}); }

void diagnostics::add(const diagnostics& other) {
  list_.insert(list_.end(), other.list_.begin(), other.list_.end());
  errors_ += other.errors_;
}

void diagnostics::add_as_warnings(const diagnostics& other) {
  for (const diagnostic& d : other.list_) warning(d.at, d.text);
}

void diagnostics::print(std::ostream& out, report_format format) const {
  constexpr std::size_t most = 10;
  std::vector<diagnostic> sorted = list_;
  std::ranges::stable_sort(sorted, {}, &diagnostic::at);
  std::unordered_map<std::string, std::size_t> counts;
  const auto is_warning = [](const diagnostic& d) { return d.severity == std::string_view("warning"); };
  for (const diagnostic& d : sorted) {
    if (is_warning(d)) ++counts[kind_of(d.text)];
  }
  std::unordered_map<std::string, std::size_t> passed;
  for (const diagnostic& d : sorted) {
    const std::string kind = is_warning(d) ? kind_of(d.text) : "";
    const std::size_t before = is_warning(d) ? passed[kind]++ : 0;
    if (before > most) continue;
    const bool is_rest = before == most && counts[kind] != most + 1;
    const std::string text = is_rest ? "and " + std::to_string(counts[kind] - most) + " more like this" : d.text;
    if (format == report_format::github) {
      out << workflow_command(d.at, d.severity, text) << '\n';
    } else {
      out << to_string(d.at) << ": " << d.severity << ": " << text << '\n';
    }
  }
}

}  // namespace errcat::tool
