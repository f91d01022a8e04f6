// SPDX-License-Identifier: Apache-2.0
// What must be true of a catalog, of what is said about it, and of what is written of it, whatever bytes it was read
// from.
#pragma once

#include "catalog.hpp"
#include "check.hpp"
#include "diagnostics.hpp"
#include "read.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "write.hpp"

#include <utf8.h>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Ends the program, so that libFuzzer keeps the input.
inline void require(bool is_true, const char* sentence, std::string_view text = {}) {
  if (is_true) return;
  std::fprintf(stderr, "not true: %s\n%.*s\n", sentence, static_cast<int>(text.size()), text.data());
  std::abort();
}

/// Lines that do nothing to a terminal; says how many.
inline std::size_t require_harmless_text(const std::string& text) {
  require(is_utf8(text), "what is shown is UTF-8", text);
  std::size_t lines = 0;
  for (const char* i = text.data(); i != text.data() + text.size();) {
    const char32_t c = utf8::next(i, text.data() + text.size());
    require(c == U'\n' || (!is_control(c) && !is_bidi_control(c)), "no control character is shown", text);
    if (c == U'\n') ++lines;
  }
  return lines;
}

/// Each diagnostic is one line.
inline std::string require_clean(const diagnostics& found) {
  std::ostringstream out;
  found.print(out);
  const std::string text = out.str();
  require(require_harmless_text(text) == found.errors() + found.warnings(), "a diagnostic is one line", text);
  return text;
}

/// A cell is UTF-8 with LF as its line break and none at its end, and stands inside the file.
inline void require_clean(const cell& subject, std::string_view bytes) {
  require(is_utf8(subject.text), "cells are UTF-8", subject.text);
  require(!subject.text.ends_with('\n'), "cells do not end in a line break", subject.text);
  require(subject.text.find("\r\n") == std::string::npos, "cells have no CRLF", subject.text);
  if (!subject.present()) return;
  require(subject.at.line <= bytes.size() + 1 && subject.at.column <= bytes.size() + 1, "cells stand in the file");
}

inline void require_same(const catalog& left, const catalog& right, const char* sentence) {
  require(left.rows.size() == right.rows.size(), sentence);
  for (std::size_t i = 0; i != left.rows.size(); ++i) {
    for (const auto& f : row_fields) {
      const std::string& text = (left.rows[i].*(f.member)).text;
      require(text == (right.rows[i].*(f.member)).text, sentence, text);
    }
  }
}

inline void require_reads_back_from_yaml(const catalog& subject) {
  const std::string text = write_yaml(subject);
  diagnostics found;
  const auto back = read_yaml("out", text, found);
  require(back.has_value() && found.ok(), "what the YAML writer writes is read", text + require_clean(found));
  require_same(subject, *back, "YAML gives the rows back");
  for (const auto& f : catalog_fields) {
    require((subject.*(f.member)).text == ((*back).*(f.member)).text, "YAML gives the catalog's own texts back", text);
  }
  require(write_yaml(*back) == text, "YAML is written as before");
}

inline void require_reads_back_from_csv(const catalog& subject) {
  const std::string text = write_csv(subject);
  diagnostics found;
  const auto back = read_csv("out", text, {}, found);
  require(back.has_value() && found.ok(), "what the CSV writer writes is read", text + require_clean(found));
  require_same(subject, *back, "CSV gives the rows back");
}

inline void require_is_in_json(const checked_catalog& subject) {
  const auto whole = nlohmann::json::parse(write_json(subject));
  const std::vector<checked_row>& rows = subject.rows();
  require(whole["errors"].size() == rows.size(), "JSON has every row");
  for (std::size_t i = 0; i != rows.size(); ++i) {
    const checked_row& r = rows[i];
    const nlohmann::json& error = whole["errors"][i];
    require(error["code"] == r.code && error["message"] == r.message && error["description"] == r.description &&
                error["handling_measure"] == r.handling_measure && error["value"] == r.value &&
                error["retired"] == r.retired,
            "JSON has every text", r.code);
  }
}

/// What a compiler makes of the string literals in `source`, joined; of escapes it knows what the writer uses.
inline std::string joined_literals(std::string_view source) {
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i != source.size(); ++i) {
    const char c = source[i];
    if (c == '"') {
      inside = !inside;
    } else if (!inside) {
      require(c == ' ' || c == '\n', "only blanks stand between literals", source);
    } else if (c != '\\') {
      require(c >= 0x20 && c < 0x7F, "literals are printable ASCII", source);
      out += c;
    } else if (const char escaped = source[++i]; escaped >= '0' && escaped <= '7') {
      out += static_cast<char>((escaped - '0') * 64 + (source[i + 1] - '0') * 8 + (source[i + 2] - '0'));
      i += 2;
    } else {
      require(escaped == 'n' || escaped == '"' || escaped == '\\' || escaped == '?', "escapes are known", source);
      out += escaped == 'n' ? '\n' : escaped;
    }
  }
  require(!inside, "literals end", source);
  return out;
}

inline std::string_view between(std::string_view text, std::string_view before, std::string_view behind) {
  const std::size_t begin = text.find(before);
  require(begin != std::string_view::npos, "the header has its parts", before);
  text.remove_prefix(begin + before.size());
  const std::size_t end = text.find(behind);
  require(end != std::string_view::npos, "the header has its parts", behind);
  return text.substr(0, end);
}

/// No line means to a compiler something else than to a reader.
inline void require_harmless_lines(const std::string& header) {
  for (const char* i = header.data(); i != header.data() + header.size();) {
    const char32_t c = utf8::next(i, header.data() + header.size());
    require(c == U'\n' || !is_control(c), "headers hold no control character", header);
    require(c != 0x2028 && c != 0x2029 && !is_bidi_control(c),
            "headers hold no control of direction and no line separator", header);
  }
  std::istringstream lines(header);
  for (std::string line; std::getline(lines, line);) {
    const std::string_view text = std::string_view(line).substr(0, line.find_last_not_of(" \t") + 1);
    require(!text.ends_with('\\') && !text.ends_with("?\?/"), "no line continues", line);
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin != std::string_view::npos && text.substr(begin).starts_with("//")) continue;
    require(text.find("?\?") == std::string_view::npos, "code holds no trigraph", line);
    for (const char c : text) require(static_cast<unsigned char>(c) < 0x7F, "code is ASCII", line);
  }
}

/// The rows of the header, read as a compiler would, give every text back.
inline void require_is_in_header(const checked_catalog& subject) {
  const std::string header = write_header(subject);
  require_harmless_lines(header);
  const std::string text = joined_literals(between(header, "\n  static constexpr char text[] =", ";\n#ifdef __GNUC__"));
  std::istringstream table(std::string(between(header, "\n  static constexpr row rows[] = {", "\n  };")));
  const std::vector<checked_row>& rows = subject.rows();
  std::size_t count = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty()) continue;
    unsigned long n[11] = {};
    const int read = std::sscanf(line.c_str(), "      {%lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu", &n[0],
                                 &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7], &n[8], &n[9], &n[10]);
    require(read == 11 && count < rows.size(), "a row of the table is eleven numbers", line);
    const checked_row& r = rows[count];
    const nlohmann::ordered_json body = {{"error", {{"message", r.message}, {"code", r.code}}}};
    require(n[0] == r.value && n[1] == static_cast<unsigned long>(r.status), "a row has its value and status", line);
    require(text.substr(n[2], n[3]) == body.dump(), "the header has every body", line);
    require(text.substr(n[2] + n[3] - 3 - n[4], n[4]) == r.code, "the header has every code", line);
    require(text.substr(n[5], n[6]) == r.message, "the header has every message", line);
    require(text.substr(n[7], n[8]) == r.description, "the header has every description", line);
    require(text.substr(n[9], n[10]) == r.handling_measure, "the header has every measure", line);
    require(line.ends_with(", true},") == r.retired, "the header says what is retired", line);
    ++count;
  }
  require(count == rows.size(), "the header has every row");
}

/// All of what is written of a catalog; of one that breaks rules, or of which the reader has `found` something, the two
/// forms that may be written all the same.
inline void require_is_written(const catalog& subject, diagnostics found) {
  const std::optional<checked_catalog> checked = check(subject, found);
  warn(subject, found);
  (void)require_clean(found);
  require_reads_back_from_yaml(subject);
  require_reads_back_from_csv(subject);
  require(checked.has_value() == found.ok(), "a catalog without errors is checked");
  if (!checked) return;
  require_is_in_json(*checked);
  require_is_in_header(*checked);
  require(is_utf8(write_markdown(*checked)), "Markdown is UTF-8");
}

/// Of what a reader gave for `bytes`.
inline void require_reading(const std::optional<catalog>& subject, const diagnostics& found, std::string_view bytes) {
  (void)require_clean(found);
  require(subject.has_value() || !found.ok(), "a file that is not read has a reason");
  if (!subject) return;
  for (const auto& f : catalog_fields) require_clean((*subject).*(f.member), bytes);
  for (const row& r : subject->rows) {
    for (const auto& f : row_fields) require_clean(r.*(f.member), bytes);
  }
  require_is_written(*subject, found);
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace errcat::tool
