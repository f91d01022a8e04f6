// SPDX-License-Identifier: Apache-2.0
// The YAML reader, with libyaml's events. It accepts the part of YAML that a catalog needs: maps, one list, strings.
#include "proposal.hpp"
#include "read.hpp"
#include "suggestion.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "yaml_events.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace errcat::tool {
namespace {

constexpr std::size_t most_errors = 100'000;  // each takes memory, and nobody reads so many

struct syntax_error {};  // ends the reading of the file; already reported

/// Returns `message: "Error: x"` for `  - message: Error: x`; "" for a line without a key, or whose text begins and
/// ends as YAML expects.
std::string in_quotes(std::string_view line) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
  line.remove_prefix(std::min(line.find_first_not_of(" -"), line.size()));
  const std::size_t key = std::min(line.find_first_not_of(letters), line.size());
  if (key == 0 || line.substr(key, 2) != ": ") return "";
  std::string_view text = line.substr(key + 2);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  while (text.ends_with(' ')) text.remove_suffix(1);
  const bool is_slip =
      text.find(": ") != std::string_view::npos || text.ends_with(':') || text.find_first_of("*&![]{}\"'%@`|>,?") == 0;
  if (!is_slip) return "";
  const char mark = text.find_first_of("\"\\") == std::string_view::npos ? '"' : '\'';
  std::string quoted;
  for (const char c : text) quoted += c == mark ? std::string(2, c) : std::string(1, c);
  constexpr std::size_t longest = 200;
  return printable(std::string(line.substr(0, key)) + ": " + mark + quoted + mark, longest);
}

class yaml_reader {
public:
  yaml_reader(std::string_view file, std::string_view bytes, diagnostics& found)
      : file_(file), bytes_(bytes), found_(found), events_(bytes) {}

  std::optional<catalog> read() {
    next();  // the start of the stream
    next();
    if (event_.type == YAML_STREAM_END_EVENT) {
      found_.error(here(), "file is empty; expected a map with the keys 'namespace', 'source' and 'errors'");
      return std::nullopt;
    }
    next();  // from the start of the document
    catalog result;
    result.at = here();
    if (event_.type != YAML_MAPPING_START_EVENT) {
      found_.error(here(), "found " + what() + "; expected a map with the keys 'namespace', 'source' and 'errors'");
      return std::nullopt;
    }
    bool has_errors = false;
    read_map(result, catalog_fields, [&](const cell& key) {
      if (key.text == "allow") {
        read_list(result.allow);
        return true;
      }
      if (key.text != "errors") return false;
      has_errors = true;
      read_rows(result);
      return true;
    });
    if (!has_errors) found_.error(result.at, "missing key 'errors'");
    next();  // past the end of the document
    if (event_.type != YAML_STREAM_END_EVENT) {
      found_.error(here(), "second document; a file holds one catalog");
    }
    return result;
  }

private:
  [[nodiscard]] position at(const yaml_mark_t& mark) const {
    return {file_, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
  }
  [[nodiscard]] position here() const { return at(event_.start_mark); }

  void next() {
    if (events_.next()) {
      if (found_.errors() >= most_errors) refuse_rest("too many errors; the rest of the file is not read");
      count_depth();
      return;
    }
    // For a character that YAML forbids, libyaml reports an offset instead of a position.
    text_cursor before(file_);
    before.advance(bytes_.substr(0, parser_.problem_offset));
    const position where = parser_.error == YAML_READER_ERROR ? before.at() : at(parser_.problem_mark);
    found_.error(where, problem());
    throw syntax_error{};
  }

  /// Returns libyaml's message, or a plainer one for the mistakes that people make most.
  [[nodiscard]] std::string problem() const {
    const std::string_view text = parser_.problem;
    const std::string in_quotes = remedy();
    if (text == "mapping values are not allowed in this context") {
      const std::string example = R"(; put the text in quotes: message: "Error: ...")";
      return "a second ': ' in the line" + (in_quotes.empty() ? example : in_quotes);
    }
    if (text == "found character that cannot start any token") {
      const char first = byte_at(parser_.problem_mark.index);
      if (first == '\t') return "a tab in the indentation; use spaces";
      return std::string("'") + first + "' cannot begin a text in YAML" +
             (in_quotes.empty() ? "; put the text in quotes" : in_quotes);
    }
    std::string whole = "invalid YAML: " + std::string(text);
    if (parser_.error == YAML_READER_ERROR) {
      whole += " (" + code_point_name(static_cast<char32_t>(parser_.problem_value)) + ")";
    } else if (parser_.context != nullptr) {
      whole += std::string(" ") + parser_.context;
    }
    return whole + in_quotes;
  }

  /// Returns the remedy for a text that YAML reads as something else, with the line as it should be:
  /// `; put the text in quotes: message: "Error: ..."`. Returns "" if the line is not a key and a text.
  [[nodiscard]] std::string remedy() const {
    const std::string_view context = parser_.context == nullptr ? "" : parser_.context;
    if (context.ends_with("a quoted scalar")) return "";  // it is in quotes, which do not end
    for (const yaml_mark_t& mark : {parser_.problem_mark, parser_.context_mark}) {
      const std::string quoted = in_quotes(line_at(mark.line));
      if (!quoted.empty()) return "; put the text in quotes: " + quoted;
    }
    return "";
  }

  [[nodiscard]] std::string_view line_at(std::size_t number) const {
    std::string_view rest = bytes_;
    for (; number != 0; --number) {
      const std::size_t end = rest.find_first_of("\r\n");
      if (end == std::string_view::npos) return "";
      rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    return rest.substr(0, rest.find_first_of("\r\n"));
  }

  /// Returns the first byte of a character; libyaml counts characters.
  [[nodiscard]] char byte_at(std::size_t character) const {
    for (const char byte : bytes_) {
      if (begins_character(byte) && character-- == 0) return byte;
    }
    return ' ';
  }

  /// Limits the depth, since libyaml takes quadratic time in it. A catalog needs three levels.
  void count_depth() {
    constexpr std::size_t deepest = 100;
    if (event_.type == YAML_MAPPING_END_EVENT || event_.type == YAML_SEQUENCE_END_EVENT) --depth_;
    if (event_.type != YAML_MAPPING_START_EVENT && event_.type != YAML_SEQUENCE_START_EVENT) return;
    if (++depth_ > deepest) refuse_rest("nesting deeper than " + std::to_string(deepest) + " levels");
  }

  [[noreturn]] void refuse_rest(const std::string& why) {
    found_.error(here(), why);
    throw syntax_error{};
  }

  /// Returns what kind of node begins here, for a message.
  [[nodiscard]] std::string what() const {
    switch (event_.type) {
      case YAML_SCALAR_EVENT:
        return "the string " + quote(scalar());
      case YAML_ALIAS_EVENT:
        return "an alias";
      case YAML_SEQUENCE_START_EVENT:
        return "a list";
      default:
        return "a map";
    }
  }

  [[nodiscard]] std::string_view scalar() const {
    return {reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length};
  }

  /// Anchors and tags have no meaning in a catalog.
  void refuse_properties() {
    const yaml_char_t* anchor = nullptr;
    const yaml_char_t* tag = nullptr;
    if (event_.type == YAML_SCALAR_EVENT) {
      anchor = event_.data.scalar.anchor;
      tag = event_.data.scalar.tag;
    } else if (event_.type == YAML_MAPPING_START_EVENT) {
      anchor = event_.data.mapping_start.anchor;
      tag = event_.data.mapping_start.tag;
    } else if (event_.type == YAML_SEQUENCE_START_EVENT) {
      anchor = event_.data.sequence_start.anchor;
      tag = event_.data.sequence_start.tag;
    }
    if (anchor != nullptr) found_.error(here(), "anchors are not allowed in a catalog");
    if (tag != nullptr) found_.error(here(), "tags are not allowed in a catalog; every value is a string");
  }

  /// Skips the node that begins here.
  void skip() {
    std::size_t depth = 0;
    do {
      if (event_.type == YAML_MAPPING_START_EVENT || event_.type == YAML_SEQUENCE_START_EVENT) ++depth;
      if (event_.type == YAML_MAPPING_END_EVENT || event_.type == YAML_SEQUENCE_END_EVENT) --depth;
      next();
    } while (depth != 0);
  }

  /// Reads the string that begins here.
  std::optional<cell> read_string() {
    refuse_properties();
    if (event_.type != YAML_SCALAR_EVENT) {
      found_.error(here(), "found " + what() + "; expected a string");
      skip();
      return std::nullopt;
    }
    const std::string_view text = scalar();
    const bool plain = event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain && text.empty()) {
      found_.error(here(), R"(missing value; write "" for an empty string)");
    } else if (plain && (text == "~" || text == "null" || text == "Null" || text == "NULL")) {
      found_.error(here(), std::string(text) + R"( is not a string; quote it, or write "" for an empty one)");
    }
    if (plain) warn_of_comment();
    cell result = make_cell(std::string(text), here());
    next();
    return result;
  }

  /// Warns if a comment follows the plain scalar that nobody would write as one: `Order #7 is empty`.
  void warn_of_comment() {
    for (; characters_ != event_.end_mark.index; ++characters_) {
      do {
        ++offset_;
      } while (offset_ < bytes_.size() && !begins_character(bytes_[offset_]));
    }
    const std::string_view rest = bytes_.substr(std::min(offset_, bytes_.size()));
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    const std::size_t hash = line.find_first_not_of(' ');
    const bool is_odd = hash != std::string_view::npos && line[hash] == '#' && hash + 1 != line.size() &&
                        line[hash + 1] != ' ' && line[hash + 1] != '#';
    if (!is_odd) return;
    found_.warning(rule::comment_in_text, here(),
                   quote(line.substr(hash)) +
                       " is a comment; put the text in quotes if it belongs to it, or write a "
                       "space after '#'");
  }

  /// Reads the map that begins here into the fields of `owner`. `other` may read the value of a key first.
  template <class Owner, std::size_t Count, class Other>
  void read_map(Owner& owner, const std::array<field<Owner>, Count>& fields, Other other) {
    const position start = here();
    refuse_properties();
    next();
    std::set<std::string, std::less<>> seen;
    while (event_.type != YAML_MAPPING_END_EVENT) {
      const std::optional<cell> key = read_string();
      if (!key) {
        skip();
        continue;
      }
      if (!seen.insert(key->text).second) found_.error(key->at, "duplicate key " + quote(key->text));
      if (other(*key)) continue;
      const auto* const known = std::ranges::find(fields, key->text, &field<Owner>::name);
      if (known == fields.end()) {
        found_.error(key->at, unknown_key(key->text, owner));
        skip();
      } else if (std::optional<cell> value = read_string()) {
        owner.*(known->member) = *std::move(value);
      }
    }
    next();
    for (const field<Owner>& wanted : fields) {
      const bool is_missing = wanted.required && !seen.contains(wanted.name);
      if (is_missing) found_.error(start, "missing key '" + std::string(wanted.name) + "'");
    }
  }

  static std::string unknown_key(std::string_view key, const catalog& /*owner*/) {
    std::vector<std::string_view> known = names_of(catalog_fields);
    known.insert(known.end(), {"allow", "errors"});
    return unknown_word("key", key, "Keys of a catalog", known);
  }
  static std::string unknown_key(std::string_view key, const row& /*owner*/) {
    return unknown_word("key", key, "Keys of a row", names_of(row_fields));
  }

  /// Reads a list of strings, or a string alone.
  void read_list(std::vector<cell>& list) {
    const auto read_one = [&] {
      if (std::optional<cell> value = read_string()) list.push_back(*std::move(value));
    };
    if (event_.type != YAML_SEQUENCE_START_EVENT) return read_one();
    refuse_properties();
    next();
    while (event_.type != YAML_SEQUENCE_END_EVENT) read_one();
    next();
  }

  void read_rows(catalog& result) {
    refuse_properties();
    if (event_.type != YAML_SEQUENCE_START_EVENT) {
      found_.error(here(), "found " + what() + "; expected a list of rows");
      skip();
      return;
    }
    next();
    while (event_.type != YAML_SEQUENCE_END_EVENT) {
      if (result.rows.size() == most_rows) refuse_rest("more than " + std::to_string(most_rows) + " rows");
      if (event_.type == YAML_MAPPING_START_EVENT) {
        row& added = result.rows.emplace_back();
        added.at = here();
        read_map(added, row_fields, [](const cell&) { return false; });
        convert_old_proposal(added);
      } else {
        found_.error(here(), "found " + what() + "; expected a row, which is a map");
        skip();
      }
    }
    next();
  }

  std::string_view file_;
  std::string_view bytes_;
  diagnostics& found_;
  std::size_t depth_ = 0;
  std::size_t characters_ = 0;  // before offset_
  std::size_t offset_ = 0;
  yaml_events events_;
  const yaml_event_t& event_ = events_.event();
  const yaml_parser_t& parser_ = events_.parser();
};

/// Refuses U+0085, U+2028 and U+2029, which libyaml takes for line breaks and folds.
bool has_line_separator(std::string_view file, std::string_view text, diagnostics& found) {
  using separator = std::pair<std::string_view, const char*>;
  constexpr separator separators[] = {
      {"\xC2\x85", "control character U+0085; only printable text and line breaks are allowed"},
      {"\xE2\x80\xA8", "raw U+2028, which YAML takes for a line break; write \\L in a double-quoted string"},
      {"\xE2\x80\xA9", "raw U+2029, which YAML takes for a line break; write \\P in a double-quoted string"}};
  const std::size_t errors = found.errors();
  text_cursor here(file);
  for (std::size_t i = 0; i != text.size() && found.errors() < most_errors; ++i) {
    const auto begins_here = [&](const separator& s) { return text.substr(i).starts_with(s.first); };
    const auto* const s = std::ranges::find_if(separators, begins_here);
    if (s != std::ranges::end(separators)) found.error(here.at(), s->second);
    here.advance(text[i]);
  }
  return found.errors() != errors;
}

/// Refuses what would only lead to messages that do not help, or to quadratic time.
bool has_foreign_line(std::string_view file, std::string_view text, diagnostics& found) {
  text_cursor here(file);
  while (!text.empty()) {
    if (text.starts_with("<<<<<<< ") || text.starts_with(">>>>>>> ")) {
      found.error(here.at(), "merge conflict; resolve it");
      return true;
    }
    if (text.starts_with("%TAG")) {
      found.error(here.at(), "%TAG is not allowed in a catalog");
      return true;
    }
    const std::size_t size = std::min(text.find_first_of("\r\n"), text.size() - 1) + 1;
    here.advance(text.substr(0, size));
    text.remove_prefix(size);
  }
  return false;
}

}  // namespace

std::optional<catalog> read_yaml(std::string_view file, std::string_view bytes, diagnostics& found) {
  if (!take_utf8(file, bytes, found) || has_line_separator(file, bytes, found) ||
      has_foreign_line(file, bytes, found)) {
    return std::nullopt;
  }
  try {
    return yaml_reader(file, bytes, found).read();
  } catch (const syntax_error&) {
    return std::nullopt;
  }
}

}  // namespace errcat::tool
