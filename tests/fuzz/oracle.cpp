// SPDX-License-Identifier: Apache-2.0
#include "oracle.hpp"

#include "check.hpp"
#include "warn.hpp"

#include <utf8.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <vector>

namespace errcat::tool {

std::size_t require_harmless_text(const std::string& text) {
  require(is_utf8(text), "output is UTF-8", text);
  std::size_t lines = 0;
  for (const char* i = text.data(); i != text.data() + text.size();) {
    const char32_t c = utf8::next(i, text.data() + text.size());
    require(c == U'\n' || (!is_control(c) && !is_bidi_control(c)), "output has no control characters", text);
    if (c == U'\n') ++lines;
  }
  return lines;
}

std::string require_clean(const diagnostics& found) {
  std::ostringstream out;
  found.print(out);
  const std::string text = out.str();
  std::size_t counted = require_harmless_text(text);
  static const std::regex rest(R"(^[^\n]*: warning: and (\d+) more like this( \[[a-z-]+\])?$)");
  std::istringstream lines(text);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, rest)) counted += std::stoul(match[1]) - 1;
  }
  require(counted == found.errors() + found.warnings(), "a diagnostic is one line", text);
  return text;
}

void require_clean(const cell& subject, std::string_view bytes) {
  require(is_utf8(subject.text), "cells are UTF-8", subject.text);
  require(!subject.text.ends_with('\n'), "cells do not end in a line break", subject.text);
  require(subject.text.find("\r\n") == std::string::npos, "cells have no CRLF", subject.text);
  if (!subject.present()) return;
  require(subject.at.line <= bytes.size() + 1 && subject.at.column <= bytes.size() + 1, "cells lie inside the file");
}

void require_same(const catalog& left, const catalog& right, const char* sentence) {
  require(left.rows.size() == right.rows.size(), sentence);
  for (std::size_t i = 0; i != left.rows.size(); ++i) {
    for (const auto& f : row_fields) {
      const std::string& text = (left.rows[i].*(f.member)).text;
      require(text == (right.rows[i].*(f.member)).text, sentence, text);
    }
  }
}

namespace {

void require_reads_back_from_yaml(const catalog& subject) {
  const std::string text = write_yaml(subject);
  diagnostics found;
  const auto back = read_yaml("out", text, found);
  require(back.has_value() && found.ok(), "the YAML writer's output is read", text + require_clean(found));
  require_same(subject, *back, "YAML gives the rows back");
  for (const auto& f : catalog_fields) {
    require((subject.*(f.member)).text == ((*back).*(f.member)).text, "YAML gives the catalog's keys back", text);
  }
  require(write_yaml(*back) == text, "rewritten YAML is the same");
}

/// A row without any text reads as the empty lines that spreadsheets write, which are skipped.
void require_reads_back_from_csv(catalog subject) {
  const std::string text = write_csv(subject);
  diagnostics found;
  const auto back = read_csv("out", text, {}, found);
  require(back.has_value() && found.ok(), "the CSV writer's output is read", text + require_clean(found));
  std::erase_if(subject.rows, [](const row& r) {
    return std::ranges::all_of(row_fields, [&](const auto& f) { return (r.*(f.member)).text.empty(); });
  });
  require_same(subject, *back, "CSV gives the rows back");
}

void require_is_in_json(const checked_catalog& subject) {
  const auto whole = nlohmann::json::parse(write_json(subject));
  const std::vector<checked_row>& rows = subject.rows();
  require(whole["errors"].size() == rows.size(), "JSON has every row");
  for (std::size_t i = 0; i != rows.size(); ++i) {
    const checked_row& r = rows[i];
    const nlohmann::json& error = whole["errors"][i];
    require(error["code"] == r.code && error["message"] == r.message && error["description"] == r.description &&
                error["handling_measure"] == r.handling_measure && error["value"] == r.value &&
                error["retired"] == r.retired,
            "JSON has every string", r.code);
  }
}

}  // namespace

std::string joined_literals(std::string_view source) {
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i != source.size(); ++i) {
    const char c = source[i];
    if (c == '"') {
      inside = !inside;
    } else if (!inside) {
      require(c == ' ' || c == '\n', "only blanks separate literals", source);
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

std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  require(begin != std::string_view::npos, "the header has its parts", before);
  text.remove_prefix(begin + before.size());
  const std::size_t end = text.find(after);
  require(end != std::string_view::npos, "the header has its parts", after);
  return text.substr(0, end);
}

namespace {

/// Checks that no line means something else to a compiler than to a reader.
void require_harmless_lines(const std::string& header) {
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
    const bool is_note = text.find(" [[deprecated(\"") != std::string_view::npos;  // which may not have numeric escapes
    for (const char c : text) require(is_note || static_cast<unsigned char>(c) < 0x7F, "code is ASCII", line);
  }
}

}  // namespace

void require_is_in_header(const checked_catalog& subject) {
  const std::string header = write_header(subject);
  require_harmless_lines(header);
  const std::string text = joined_literals(between(header, "\n  static constexpr char text[] =", ";\n#ifdef __GNUC__"));
  const std::string_view rows_and_type = between(header, "\n  static constexpr row<", "\n  };");
  std::istringstream table(std::string(rows_and_type.substr(rows_and_type.find('\n'))));
  const std::vector<checked_row>& rows = subject.rows();
  std::size_t count = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty()) continue;
    unsigned long value = 0;
    unsigned long status = 0;
    char retired[6] = {};
    unsigned long at[6] = {};
    unsigned long size[6] = {};
    const int read =
        std::sscanf(line.c_str(), " {%lu, %lu, %5[a-z], %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu, %lu},",
                    &value, &status, retired, &at[0], &at[1], &at[2], &at[3], &at[4], &at[5], &size[0], &size[1],
                    &size[2], &size[3], &size[4], &size[5]);
    require(read == 15 && count < rows.size(), "a row has 15 values", line);
    const auto string = [&](int i) { return text.substr(at[i], size[i]); };
    const checked_row& r = rows[count];
    require(value == r.value && status == static_cast<unsigned long>(r.status), "a row has its value and status", line);
    require((retired == std::string_view("true")) == r.retired, "a row is marked if retired", line);
    require(string(0) == r.name, "the header has every name", line);
    require(string(1) == subject.body().fill(r.code, r.status, r.message).text, "the header has every body", line);
    require(string(2) == r.code, "the header has every code", line);
    require(string(3) == r.message, "the header has every message", line);
    require(string(4) == r.description, "the header has every description", line);
    require(string(5) == r.handling_measure, "the header has every measure", line);
    ++count;
  }
  require(count == rows.size(), "the header has every row");
}

void require_is_written(const catalog& subject, diagnostics found) {
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

void require_reading(const std::optional<catalog>& subject, const diagnostics& found, std::string_view bytes) {
  (void)require_clean(found);
  require(subject.has_value() || !found.ok(), "a rejected file has an error");
  if (!subject) return;
  for (const auto& f : catalog_fields) require_clean((*subject).*(f.member), bytes);
  for (const row& r : subject->rows) {
    for (const auto& f : row_fields) require_clean(r.*(f.member), bytes);
  }
  require_is_written(*subject, found);
}

}  // namespace errcat::tool
