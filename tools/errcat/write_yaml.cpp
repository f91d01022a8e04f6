// SPDX-License-Identifier: Apache-2.0
// The YAML writer, with libyaml's emitter.
#include "write.hpp"

#include "ascii.hpp"
#include "yaml_text.hpp"

#include <yaml.h>
#include <algorithm>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace errcat::tool {
namespace {

// Plain scalars that at least one reader of YAML 1.1 or 1.2 does not read as a string: 089 is a number in YAML 1.2,
// 190:20:30 in YAML 1.1, 1,000 in Ruby.

constexpr std::string_view decimal_digits = "0123456789";

/// Removes the characters of `set` at the front of `text`, and returns how many there were.
std::size_t skip(std::string_view& text, std::string_view set) {
  const std::size_t count = std::min(text.find_first_not_of(set), text.size());
  text.remove_prefix(count);
  return count;
}

/// Null, the booleans, the merge key and the default value.
bool is_word(std::string_view lower) {
  constexpr std::string_view words[] = {"~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"};
  return std::ranges::find(words, lower) != std::ranges::end(words);
}

/// 12, 1_000, 12:30:45, 1.5e-3, .5, 0x1F, 0o14, 0b1, .inf, .nan, each with or without a sign.
bool is_number(std::string_view lower) {
  if (lower.starts_with('+') || lower.starts_with('-')) lower.remove_prefix(1);
  if (lower == ".inf" || lower == ".nan") return true;
  for (const auto& [prefix, set] : {std::pair{"0x", "0123456789abcdef_"}, {"0o", "01234567_"}, {"0b", "01_"}}) {
    if (lower.starts_with(prefix)) return lower.find_first_not_of(set, 2) == std::string_view::npos;
  }
  if (lower.find_first_of(decimal_digits) != lower.find_first_not_of("._"))
    return false;  // something before the first digit
  skip(lower, "0123456789_.,:");
  if (lower.starts_with('e')) {
    lower.remove_prefix(1);
    if (lower.starts_with('+') || lower.starts_with('-')) lower.remove_prefix(1);
    skip(lower, "0123456789_");
  }
  return lower.empty();
}

/// 2024-01-01, 2024-1-1, 2001-12-14t21:59:43.10-05:00, 2001-12-14 21:59:43 Z, and what looks like them, 2024-99.
bool is_date(std::string_view lower) {
  return skip(lower, decimal_digits) == 4 && lower.starts_with('-') &&
         lower.find_first_not_of("0123456789:.+- \ttz") == std::string_view::npos;
}

bool needs_quotes(std::string_view text) {
  const std::string lower = in_lower_case(std::string(text));
  return is_word(lower) || is_number(lower) || is_date(lower) || text.starts_with(':');  // :a is a symbol in Ruby
}

yaml_scalar_style_t style_of(std::string_view text) {
  // Strings that a block or plain scalar cannot hold, or only in a way that people who read the file would overlook.
  const bool separators =
      text.find("\xE2\x80\xA8") != std::string_view::npos || text.find("\xE2\x80\xA9") != std::string_view::npos;
  const bool blanks = text.starts_with(' ') || text.ends_with(' ') || text.find("\n ") != std::string_view::npos ||
                      text.find(" \n") != std::string_view::npos || text.starts_with('\n');
  if (separators || (blanks && text.find('\n') != std::string_view::npos)) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  if (text.find('\n') != std::string_view::npos) return YAML_LITERAL_SCALAR_STYLE;
  if (text.empty()) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  return needs_quotes(text) ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE;
}

/// A number or a boolean of the catalog, which is not text for people.
bool is_value(std::string_view key, std::string_view text) {
  if (key == "retired" || key == "proposed") return text == "true" || text == "false";
  if (key != "status" && key != "value") return false;
  return !text.empty() && text[0] != '0' && text.find_first_not_of(decimal_digits) == std::string_view::npos;
}

yaml_scalar_style_t style_of(std::string_view key, std::string_view text) {
  return is_value(key, text) ? YAML_PLAIN_SCALAR_STYLE : style_of(text);
}

/// True for a key that is written although its value is empty.
template <class Field> bool is_written_empty(const Field& f, const cell& value) {
  if (f.name == "prefix") return value.present();  // "" is not the same as no prefix
  return f.required || f.name == "description" || f.name == "handling_measure";
}

/// Moves every line but the first to the right, but not blank lines. No line break is at the end.
std::string indented(std::string_view text, std::size_t columns) {
  std::string out;
  for (std::size_t i = 0; i != text.size(); ++i) {
    out += text[i];
    if (text[i] == '\n' && text[i + 1] != '\n') out.append(columns, ' ');
  }
  return out;
}

constexpr int yes = 1;  // libyaml takes int for bool

/// The emitter quotes a plain scalar that would not read back as itself. It fails only if memory is exhausted.
class yaml_writer {
public:
  yaml_writer() {
    if (yaml_emitter_initialize(&emitter_) == 0) throw std::bad_alloc();
    yaml_emitter_set_unicode(&emitter_, yes);
    yaml_emitter_set_width(&emitter_, -1);  // lines are not folded
    yaml_emitter_set_output(&emitter_, append, &out_);
  }
  yaml_writer(const yaml_writer&) = delete;
  yaml_writer& operator=(const yaml_writer&) = delete;
  ~yaml_writer() { yaml_emitter_delete(&emitter_); }

  std::string write(const catalog& subject) {
    begin();
    begin_map();
    write_fields(subject, catalog_fields);
    write_allowed(subject.allow);
    text("errors");
    begin_list();
    for (const row& r : subject.rows) write_row(r);
    end_list();
    end_map();
    return end();
  }

  /// Writes a list of one row, or only the row in braces.
  std::string write(const row& subject, bool flow) {
    begin();
    flow_ = flow;
    if (!flow) begin_list();
    write_row(subject);
    if (!flow) end_list();
    return end();
  }

  /// Writes a map of one value with a key of one letter.
  std::string write_value(std::string_view value, yaml_scalar_style_t style, bool flow) {
    begin();
    flow_ = flow;
    begin_map();
    text("k");
    text_in_style(value, style);
    end_map();
    return end();
  }

private:
  static int append(void* out, unsigned char* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return yes;
  }

  void emit(int initialized) {
    if (initialized == 0 || yaml_emitter_emit(&emitter_, &event_) == 0) throw std::bad_alloc();
  }

  void begin() {
    emit(yaml_stream_start_event_initialize(&event_, YAML_UTF8_ENCODING));
    emit(yaml_document_start_event_initialize(&event_, nullptr, nullptr, nullptr, yes));
  }
  std::string end() {
    emit(yaml_document_end_event_initialize(&event_, yes));
    emit(yaml_stream_end_event_initialize(&event_));
    return std::move(out_);
  }

  void begin_list() {
    emit(yaml_sequence_start_event_initialize(&event_, nullptr, nullptr, yes, YAML_BLOCK_SEQUENCE_STYLE));
  }
  void end_list() { emit(yaml_sequence_end_event_initialize(&event_)); }

  void begin_map() {
    const yaml_mapping_style_t style = flow_ ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
    emit(yaml_mapping_start_event_initialize(&event_, nullptr, nullptr, yes, style));
  }
  void end_map() { emit(yaml_mapping_end_event_initialize(&event_)); }

  void text(std::string_view text) { text_in_style(text, style_of(text)); }

  void text_in_style(std::string_view text, yaml_scalar_style_t style) {
    const auto* const bytes = reinterpret_cast<const yaml_char_t*>(text.data());
    emit(
        yaml_scalar_event_initialize(&event_, nullptr, nullptr, bytes, static_cast<int>(text.size()), yes, yes, style));
  }

  void write_allowed(const std::vector<cell>& rules) {
    if (rules.empty()) return;
    text("allow");
    begin_list();
    for (const cell& name : rules) text(name.text);
    end_list();
  }

  void write_row(const row& subject) {
    begin_map();
    write_fields(subject, row_fields);
    end_map();
  }

  template <class Owner, class Fields> void write_fields(const Owner& owner, const Fields& fields) {
    for (const auto& f : fields) {
      const std::string& value = (owner.*(f.member)).text;
      if (value.empty() && !is_written_empty(f, owner.*(f.member))) continue;
      text(f.name);
      text_in_style(value, style_of(f.name, value));
    }
  }

  bool flow_ = false;
  std::string out_;
  yaml_emitter_t emitter_{};
  yaml_event_t event_{};
};

}  // namespace

std::string write_yaml(const catalog& subject) { return yaml_writer().write(subject); }

std::string yaml_value(std::string_view key, std::string_view text, const yaml_context& context,
                       yaml_scalar_style_t old) {
  yaml_scalar_style_t style = style_of(key, text);
  const bool was_quoted = old == YAML_SINGLE_QUOTED_SCALAR_STYLE || old == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  const bool has_choice = style == YAML_PLAIN_SCALAR_STYLE || style == YAML_SINGLE_QUOTED_SCALAR_STYLE;
  if (was_quoted && has_choice) style = old;
  const std::string whole = yaml_writer().write_value(text, style, context.flow);
  const std::size_t begin = context.flow ? 4 : 3;  // after "{k: " or "k: "
  const std::size_t end = whole.find_last_not_of(context.flow ? "}\n" : "\n");
  return indented(std::string_view(whole).substr(begin, end - begin + 1), context.indent);
}

std::string yaml_row(const row& subject, const yaml_context& context) {
  std::string whole = yaml_writer().write(subject, context.flow);
  while (whole.ends_with('\n')) whole.pop_back();
  return context.flow ? whole : std::string(context.indent, ' ') + indented(whole, context.indent);
}

}  // namespace errcat::tool
