// SPDX-License-Identifier: Apache-2.0
// libyaml's events once more, for their marks.
#include "locate_yaml.hpp"

#include "text.hpp"
#include "yaml_events.hpp"

#include <stdexcept>
#include <utility>

namespace errcat::tool {
namespace {

class locator {
public:
  explicit locator(std::string_view bytes) : bytes_(bytes), events_(bytes) {
    for (std::size_t i = 0; i != bytes.size(); ++i) {
      if (begins_character(bytes[i])) offsets_.push_back(i);
    }
    offsets_.push_back(bytes.size());
  }

  yaml_places read() {
    while (event_.type != YAML_MAPPING_START_EVENT) next();
    yaml_places places{};
    places.catalog = read_map([&](const std::string& key) {
      if (key != "errors") return false;
      places.flow = event_.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      places.column = event_.start_mark.column;
      next();
      while (event_.type != YAML_SEQUENCE_END_EVENT) places.rows.push_back(read_map([](const auto&) { return false; }));
      next();
      return true;
    });
    return places;
  }

private:
  void next() {
    if (!events_.next()) throw std::logic_error("a catalog that was read does not parse");
  }

  [[nodiscard]] std::size_t offset(const yaml_mark_t& mark) const { return offsets_.at(mark.index); }

  /// Reads the map that begins here. `other` may read the value of a key.
  template <class Other> yaml_map read_map(Other other) {
    yaml_map result{event_.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                    event_.start_mark.column,
                    offset(event_.end_mark),
                    {}};
    next();
    while (event_.type != YAML_MAPPING_END_EVENT) {
      std::string key(reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length);
      next();
      if (other(key)) continue;
      result.entries.push_back(entry_here(std::move(key)));
      result.end = result.entries.back().end;
      next();
    }
    if (result.flow) result.end = offset(event_.end_mark);
    next();
    return result;
  }

  /// A block scalar ends at the end of its last line, blanks included, although its mark is on a later line.
  [[nodiscard]] yaml_entry entry_here(std::string key) const {
    yaml_entry entry{std::move(key), offset(event_.start_mark), offset(event_.end_mark), event_.start_mark.column,
                     event_.data.scalar.style};
    if (entry.style == YAML_LITERAL_SCALAR_STYLE || entry.style == YAML_FOLDED_SCALAR_STYLE) {
      const auto is_break = [this](std::size_t i) { return bytes_[i] == '\n' || bytes_[i] == '\r'; };
      while (is_break(entry.end - 1)) --entry.end;
    }
    return entry;
  }

  std::string_view bytes_;
  std::vector<std::size_t> offsets_;  // of characters, which libyaml counts
  yaml_events events_;
  const yaml_event_t& event_ = events_.event();
};

}  // namespace

yaml_places locate_yaml(std::string_view bytes) { return locator(bytes).read(); }

}  // namespace errcat::tool
