// SPDX-License-Identifier: Apache-2.0
// The YAML reader, on libyaml's events. Of YAML it takes what a catalog needs: maps, one list, and texts.
#include "proposal.hpp"
#include "read.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <yaml.h>
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace errcat::tool {
namespace {

struct syntax_error {};  // ends the reading of the file; already reported

class yaml_reader {
public:
  yaml_reader(std::string_view file, std::string_view bytes, diagnostics& found)
      : file_(file), bytes_(bytes), found_(found) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  yaml_reader(const yaml_reader&) = delete;
  yaml_reader& operator=(const yaml_reader&) = delete;
  ~yaml_reader() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  std::optional<catalog> read() {
    next();  // the start of the stream
    next();
    catalog result;
    result.at = here();
    if (event_.type == YAML_STREAM_END_EVENT) {
      found_.error(here(), "an empty file; expected a map of 'namespace', 'source' and 'errors'");
      return std::nullopt;
    }
    next();  // from the start of the document
    result.at = here();
    if (event_.type != YAML_MAPPING_START_EVENT) {
      found_.error(here(), what() + "; expected a map of 'namespace', 'source' and 'errors'");
      return std::nullopt;
    }
    bool has_errors = false;
    read_map(result, catalog_fields, "a catalog", [&](const cell& key) {
      if (key.text != "errors") return false;
      has_errors = true;
      read_rows(result);
      return true;
    });
    if (!has_errors) found_.error(result.at, "no key 'errors'; a catalog needs it");
    next();  // past the end of the document
    if (event_.type != YAML_STREAM_END_EVENT) {
      found_.error(here(), "a second document; expected one catalog to a file");
    }
    return result;
  }

private:
  [[nodiscard]] position at(const yaml_mark_t& mark) const {
    return {file_, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
  }
  [[nodiscard]] position here() const { return at(event_.start_mark); }

  void next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) != 0) {
      count_depth();
      return;
    }
    event_ = {};
    // The reader's own problems (a character that YAML forbids) have an offset in place of a mark.
    text_cursor before(file_);
    before.advance(bytes_.substr(0, parser_.problem_offset));
    const position where = parser_.error == YAML_READER_ERROR ? before.at() : at(parser_.problem_mark);
    std::string text = parser_.problem == nullptr ? "out of memory" : parser_.problem;
    if (parser_.error == YAML_READER_ERROR) {
      text += " (" + code_point_name(static_cast<char32_t>(parser_.problem_value)) + ")";
    } else if (parser_.context != nullptr) {
      text += std::string(" ") + parser_.context;
    }
    found_.error(where, text + "; expected YAML");
    throw syntax_error{};
  }

  /// A catalog has a list of maps in a map. libyaml takes time with the square of the depth, so the end is here.
  void count_depth() {
    constexpr std::size_t deepest = 100;
    if (event_.type == YAML_MAPPING_END_EVENT || event_.type == YAML_SEQUENCE_END_EVENT) --depth_;
    if (event_.type != YAML_MAPPING_START_EVENT && event_.type != YAML_SEQUENCE_START_EVENT) return;
    if (++depth_ <= deepest) return;
    found_.error(here(), "lists and maps inside each other more than " + std::to_string(deepest) +
                             " deep; expected a list of maps in a map");
    throw syntax_error{};
  }

  /// What kind of node begins here, for a message.
  [[nodiscard]] std::string what() const {
    switch (event_.type) {
      case YAML_SCALAR_EVENT:
        return "the text " + quote(scalar());
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

  /// Anchors and tags have no meaning in a catalog: one that is there was not meant for it.
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
    if (anchor != nullptr) found_.error(here(), "an anchor; expected none in a catalog");
    if (tag != nullptr) found_.error(here(), "a tag; expected none in a catalog, every value is text");
  }

  /// Goes past the node that begins here.
  void skip() {
    std::size_t depth = 0;
    do {
      if (event_.type == YAML_MAPPING_START_EVENT || event_.type == YAML_SEQUENCE_START_EVENT) ++depth;
      if (event_.type == YAML_MAPPING_END_EVENT || event_.type == YAML_SEQUENCE_END_EVENT) --depth;
      next();
    } while (depth != 0);
  }

  /// The text that begins here; goes past it.
  std::optional<cell> read_text() {
    refuse_properties();
    if (event_.type != YAML_SCALAR_EVENT) {
      found_.error(here(), what() + "; expected a text");
      skip();
      return std::nullopt;
    }
    const std::string_view text = scalar();
    const bool plain = event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain && text.empty()) {
      found_.error(here(), R"(no value; expected a text, which is "" where it is empty)");
    } else if (plain && (text == "~" || text == "null" || text == "Null" || text == "NULL")) {
      found_.error(here(), std::string(text) + " is no text in YAML; expected it in quotes, or \"\" for an empty text");
    }
    cell result = make_cell(std::string(text), here());
    next();
    return result;
  }

  /// Reads the map that begins here into `owner`'s fields; keys that are none of them go to `other`.
  template <class Owner, std::size_t Count, class Other>
  void read_map(Owner& owner, const std::array<field<Owner>, Count>& fields, const char* whose, Other other) {
    const position start = here();
    refuse_properties();
    next();
    std::set<std::string, std::less<>> seen;
    while (event_.type != YAML_MAPPING_END_EVENT) {
      const std::optional<cell> key = read_text();
      if (!key) {
        skip();
        continue;
      }
      if (!seen.insert(key->text).second) {
        found_.error(key->at, "a second key " + quote(key->text) + "; expected each key once");
      }
      if (other(*key)) continue;
      const auto* const known = std::ranges::find(fields, key->text, &field<Owner>::name);
      if (known == fields.end()) {
        found_.error(key->at, "an unknown key " + quote(key->text) + "; " + whose + " has " + names(fields));
        skip();
      } else if (std::optional<cell> value = read_text()) {
        owner.*(known->member) = *std::move(value);
      }
    }
    next();
    for (const field<Owner>& wanted : fields) {
      if (wanted.required && !seen.contains(wanted.name)) {
        found_.error(start, "no key '" + std::string(wanted.name) + "'; " + whose + " needs it");
      }
    }
  }

  template <class Owner, std::size_t Count>
  [[nodiscard]] static std::string names(const std::array<field<Owner>, Count>& fields) {
    std::string list;
    for (const field<Owner>& f : fields) list += (list.empty() ? "'" : ", '") + std::string(f.name) + "'";
    return list;
  }

  void read_rows(catalog& result) {
    refuse_properties();
    if (event_.type != YAML_SEQUENCE_START_EVENT) {
      found_.error(here(), what() + "; expected a list of rows");
      skip();
      return;
    }
    next();
    while (event_.type != YAML_SEQUENCE_END_EVENT) {
      if (event_.type == YAML_MAPPING_START_EVENT) {
        row& added = result.rows.emplace_back();
        added.at = here();
        read_map(added, row_fields, "a row", [](const cell&) { return false; });
        convert_old_proposal(added);
      } else {
        found_.error(here(), what() + "; expected a row, which is a map");
        skip();
      }
    }
    next();
  }

  std::string_view file_;
  std::string_view bytes_;
  diagnostics& found_;
  std::size_t depth_ = 0;
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

/// libyaml takes U+0085, U+2028 and U+2029 for line breaks and folds them: the text would not stay as written.
bool has_line_separator(std::string_view file, std::string_view text, diagnostics& found) {
  struct separator {
    std::string_view bytes;
    const char* what;
  };
  constexpr separator separators[] = {
      {"\xC2\x85", "the control character U+0085; expected printable text"},
      {"\xE2\x80\xA8", "a raw U+2028, a line break for YAML; expected \\L in a text in double quotes"},
      {"\xE2\x80\xA9", "a raw U+2029, a line break for YAML; expected \\P in a text in double quotes"}};
  const std::size_t errors = found.errors();
  text_cursor here(file);
  for (std::size_t i = 0; i != text.size(); ++i) {
    const auto stands_here = [&](const separator& s) { return text.substr(i).starts_with(s.bytes); };
    const auto* const s = std::ranges::find_if(separators, stands_here);
    if (s != std::ranges::end(separators)) found.error(here.at(), s->what);
    here.advance(text[i]);
  }
  return found.errors() != errors;
}

}  // namespace

std::optional<catalog> read_yaml(std::string_view file, std::string_view bytes, diagnostics& found) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    found.error({file}, "a file in UTF-16; expected UTF-8");
    return std::nullopt;
  }
  if (!take_utf8(file, bytes, found) || has_line_separator(file, bytes, found)) return std::nullopt;
  try {
    return yaml_reader(file, bytes, found).read();
  } catch (const syntax_error&) {
    return std::nullopt;
  }
}

}  // namespace errcat::tool
