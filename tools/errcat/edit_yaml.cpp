// SPDX-License-Identifier: Apache-2.0
// Replaces values and inserts keys and rows at their positions.
#include "edit_yaml.hpp"

#include "locate_yaml.hpp"
#include "yaml_text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace errcat::tool {
namespace {

struct edit {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

class editor {
public:
  explicit editor(std::string_view bytes) : bytes_(bytes), places_(locate_yaml(bytes)) {}

  std::string apply(const catalog& before, const catalog& after) {
    change_fields(places_.catalog, before, after, catalog_fields);
    for (std::size_t i = 0; i != before.rows.size(); ++i) {
      change_fields(places_.rows.at(i), before.rows[i], after.rows.at(i), row_fields);
    }
    add_rows(before, after);
    std::ranges::stable_sort(edits_, {}, &edit::begin);
    std::string out;
    std::size_t done = 0;
    for (const edit& e : edits_) {
      out.append(bytes_.substr(done, e.begin - done)).append(e.text);
      done = e.end;
    }
    return out.append(bytes_.substr(done));
  }

private:
  /// Adds an edit. `text` has LF as line breaks; the file may have others.
  void add(std::size_t begin, std::size_t end, const std::string& text) {
    std::string written;
    for (const char c : text) written += c == '\n' ? line_break() : std::string(1, c);
    edits_.push_back({begin, end, std::move(written)});
  }

  [[nodiscard]] std::string line_break() const { return bytes_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

  /// Returns the end of the line that contains this offset, which is after its comment.
  [[nodiscard]] std::size_t end_of_line(std::size_t offset) const {
    return std::min(bytes_.find_first_of("\r\n", offset), bytes_.size());
  }

  /// True if nothing but blanks follows on the line. A comment there would become a part of a block scalar.
  [[nodiscard]] bool ends_line(std::size_t offset) const {
    const std::string_view rest = bytes_.substr(offset, end_of_line(offset) - offset);
    return rest.find_first_not_of(" \t") == std::string_view::npos;
  }

  template <class Owner, class Fields>
  void change_fields(const yaml_map& place, const Owner& before, const Owner& after, const Fields& fields) {
    const yaml_context context{place.flow, place.column};
    std::string added;
    for (const auto& f : fields) {
      const std::string& text = (after.*(f.member)).text;
      if (text == (before.*(f.member)).text) continue;
      const auto known = std::ranges::find(place.entries, f.name, &yaml_entry::key);
      if (known != place.entries.end()) {
        const bool is_last = !place.flow && ends_line(known->end);
        const std::size_t end = is_last ? end_of_line(known->end) : known->end;
        const bool on_one_line = place.flow || (!is_last && text.find('\n') != std::string::npos);
        // A block scalar may begin on a line of its own, not further right than the key. Nothing else may.
        const std::size_t blanks = place.flow || known->column > place.column ? 0 : place.column + 2 - known->column;
        add(known->begin, end,
            std::string(blanks, ' ') + yaml_value(f.name, text, {on_one_line, place.column}, known->style));
      } else {
        added += place.flow ? std::string(", ") : '\n' + std::string(place.column, ' ');
        added.append(f.name).append(": ").append(yaml_value(f.name, text, context));
      }
    }
    if (added.empty()) return;
    const std::size_t last = place.entries.back().end;
    const std::size_t at = place.flow ? last : end_of_line(last);
    add(at, at, added);
  }

  void add_rows(const catalog& before, const catalog& after) {
    if (places_.rows.empty()) return;
    const yaml_context context{places_.flow, places_.column};
    const std::size_t last = places_.rows.back().end;
    const std::size_t at = places_.flow ? last : end_of_line(last);
    for (std::size_t i = before.rows.size(); i != after.rows.size(); ++i) {
      add(at, at, (places_.flow ? ", " : "\n") + yaml_row(after.rows[i], context));
    }
  }

  std::string_view bytes_;
  yaml_places places_;
  std::vector<edit> edits_;
};

}  // namespace

std::string edit_yaml(std::string_view bytes, const catalog& before, const catalog& after) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const bool marked = bytes.starts_with(mark);
  if (marked) bytes.remove_prefix(mark.size());
  return (marked ? std::string(mark) : "") + editor(bytes).apply(before, after);
}

}  // namespace errcat::tool
