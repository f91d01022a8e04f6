// SPDX-License-Identifier: Apache-2.0
// The YAML writer, on libyaml's emitter.
#include "write.hpp"

#include <yaml.h>
#include <algorithm>
#include <new>
#include <string_view>

namespace errcat::tool {
namespace {

/// Texts that other YAML readers take for something else than text: null (which the reader refuses), booleans and the
/// like.
bool is_word_of_yaml(std::string_view text) {
  constexpr std::string_view words[] = {"~",     "null", "Null", "NULL", "true", "True", "TRUE", "false", "False",
                                        "FALSE", "yes",  "Yes",  "YES",  "no",   "No",   "NO",   "on",    "On",
                                        "ON",    "off",  "Off",  "OFF",  "y",    "Y",    "n",    "N"};
  return std::ranges::find(words, text) != std::ranges::end(words);
}

yaml_scalar_style_t style_of(std::string_view text) {
  // What a block or plain scalar cannot hold, or holds only with a care that readers of the file would not see.
  const bool separators =
      text.find("\xE2\x80\xA8") != std::string_view::npos || text.find("\xE2\x80\xA9") != std::string_view::npos;
  const bool blanks = text.starts_with(' ') || text.ends_with(' ') || text.find("\n ") != std::string_view::npos ||
                      text.find(" \n") != std::string_view::npos || text.starts_with('\n');
  if (separators || (blanks && text.find('\n') != std::string_view::npos)) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  if (text.find('\n') != std::string_view::npos) return YAML_LITERAL_SCALAR_STYLE;
  if (text.empty()) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  return is_word_of_yaml(text) ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE;
}

/// The emitter falls back to quotes where a plain scalar would read as something else. Its failures are of memory only.
class yaml_writer {
public:
  yaml_writer() {
    if (yaml_emitter_initialize(&emitter_) == 0) throw std::bad_alloc();
    yaml_emitter_set_unicode(&emitter_, 1);
    yaml_emitter_set_width(&emitter_, -1);  // lines are not folded
    yaml_emitter_set_output(&emitter_, append, &out_);
  }
  yaml_writer(const yaml_writer&) = delete;
  yaml_writer& operator=(const yaml_writer&) = delete;
  ~yaml_writer() { yaml_emitter_delete(&emitter_); }

  std::string write(const catalog& subject) {
    emit(yaml_stream_start_event_initialize(&event_, YAML_UTF8_ENCODING));
    emit(yaml_document_start_event_initialize(&event_, nullptr, nullptr, nullptr, 1));
    begin_map();
    write_fields(subject, catalog_fields);
    text("errors");
    emit(yaml_sequence_start_event_initialize(&event_, nullptr, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE));
    for (const row& r : subject.rows) {
      begin_map();
      write_fields(r, row_fields);
      end_map();
    }
    emit(yaml_sequence_end_event_initialize(&event_));
    end_map();
    emit(yaml_document_end_event_initialize(&event_, 1));
    emit(yaml_stream_end_event_initialize(&event_));
    return std::move(out_);
  }

private:
  static int append(void* out, unsigned char* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return 1;
  }

  void emit(int initialized) {
    if (initialized == 0 || yaml_emitter_emit(&emitter_, &event_) == 0) throw std::bad_alloc();
  }

  void begin_map() {
    emit(yaml_mapping_start_event_initialize(&event_, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE));
  }
  void end_map() { emit(yaml_mapping_end_event_initialize(&event_)); }

  void text(std::string_view text) { text_in_style(text, style_of(text)); }

  void text_in_style(std::string_view text, yaml_scalar_style_t style) {
    const auto* const bytes = reinterpret_cast<const yaml_char_t*>(text.data());
    emit(yaml_scalar_event_initialize(&event_, nullptr, nullptr, bytes, static_cast<int>(text.size()), 1, 1, style));
  }

  template <class Owner, class Fields> void write_fields(const Owner& owner, const Fields& fields) {
    for (const auto& f : fields) {
      const std::string& value = (owner.*(f.member)).text;
      if (!f.required && value.empty()) continue;
      text(f.name);
      const bool is_flag = f.name == "retired" || f.name == "proposed";
      if (is_flag && (value == "true" || value == "false")) {
        text_in_style(value, YAML_PLAIN_SCALAR_STYLE);
      } else {
        text(value);
      }
    }
  }

  std::string out_;
  yaml_emitter_t emitter_{};
  yaml_event_t event_{};
};

}  // namespace

std::string write_yaml(const catalog& subject) { return yaml_writer().write(subject); }

}  // namespace errcat::tool
