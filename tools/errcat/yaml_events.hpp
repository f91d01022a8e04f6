// SPDX-License-Identifier: Apache-2.0
// libyaml's parser, which frees its memory and reports that there is none.
#pragma once

#include <yaml.h>
#include <new>
#include <string_view>

namespace errcat::tool {

/// The events of UTF-8 text, which must outlive it, one after the other.
class yaml_events {
public:
  explicit yaml_events(std::string_view bytes) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  yaml_events(const yaml_events&) = delete;
  yaml_events& operator=(const yaml_events&) = delete;
  ~yaml_events() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// Reads the next event. Returns false if the text is not YAML; the parser has the reason.
  [[nodiscard]] bool next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) != 0) return true;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    return false;
  }

  [[nodiscard]] const yaml_event_t& event() const noexcept { return event_; }
  [[nodiscard]] const yaml_parser_t& parser() const noexcept { return parser_; }

private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

}  // namespace errcat::tool
