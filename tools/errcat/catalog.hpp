// SPDX-License-Identifier: Apache-2.0
// A catalog as it was read: every cell with its position.
#pragma once

#include "position.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A UTF-8 string and where it begins. A missing cell is empty and has no position.
struct cell {
  std::string text;
  position at;

  [[nodiscard]] bool present() const noexcept { return !at.file.empty(); }
};

struct row {
  position at;
  cell code;
  cell name;
  cell status;
  cell message;
  cell description;
  cell handling_measure;
  cell group;     // a topic of the reference page; may be empty
  cell retired;   // "true", "false" or empty
  cell proposed;  // "true", "false" or empty; "true": `import` made the name, and nobody has confirmed it
  cell note;      // for readers of the catalog; of a retired row, written to the header as the reason
  cell value{};   // of the enumerator, in a named catalog; empty: the row's place in the file
};

/// True if the row is marked as retired. The catalog may break rules.
[[nodiscard]] inline bool is_retired(const row& r) { return r.retired.text == "true"; }

/// A numbered catalog has codes such as IMG.0024; the value of an enumerator is the number. With `prefix: ""` the codes
/// are only numbers. In a named catalog a code is any string and the value is the row's `value`, or its place in the
/// file, so that new rows must go to the end.
struct catalog {
  position at;
  cell name_space;
  cell prefix;   // the part of every code before the dot; missing in a named catalog, "" for plain numbers
  cell license;  // SPDX identifier of the messages' license; may be empty
  cell source;
  cell source_url;            // of the source document; may be empty
  cell body;                  // a JSON template of response bodies; missing: IMS's shape
  cell media_type;            // of response bodies; missing: application/json
  std::vector<cell> allow{};  // names of rules that `check` does not warn about
  std::vector<row> rows;
};

/// A key of a row in YAML, a column in CSV.
template <class Owner> struct field {
  std::string_view name;
  cell Owner::*member;
  bool required;
};

template <class Fields> [[nodiscard]] std::vector<std::string_view> names_of(const Fields& fields) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const auto& f : fields) names.push_back(f.name);
  return names;
}

inline constexpr std::array<field<catalog>, 7> catalog_fields{{
    {"namespace", &catalog::name_space, true},
    {"prefix", &catalog::prefix, false},
    {"license", &catalog::license, false},
    {"source", &catalog::source, true},
    {"source_url", &catalog::source_url, false},
    {"body", &catalog::body, false},
    {"media_type", &catalog::media_type, false},
}};

inline constexpr std::array<field<row>, 11> row_fields{{
    {"code", &row::code, true},
    {"name", &row::name, true},
    {"status", &row::status, true},
    {"message", &row::message, true},
    {"description", &row::description, false},
    {"handling_measure", &row::handling_measure, false},
    {"group", &row::group, false},
    {"retired", &row::retired, false},
    {"proposed", &row::proposed, false},
    {"note", &row::note, false},
    {"value", &row::value, false},
}};

}  // namespace errcat::tool
