// SPDX-License-Identifier: Apache-2.0
// A catalog as its keeper wrote it: every text with the place where it stands.
#pragma once

#include "position.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A text in UTF-8 and where it begins. A cell that the file does not have is empty and stands nowhere.
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
  cell retired;   // "true", "false" or empty
  cell proposed;  // "true", "false" or empty: `import` made the name of the message, and nobody has confirmed it
  cell note;      // for the catalog's readers, in nothing that is generated from it
};

/// True if the row is marked as retired, in a catalog that need not keep the rules.
[[nodiscard]] inline bool is_retired(const row& r) { return r.retired.text == "true"; }

/// A numbered catalog has codes such as IMG.0024, and an enumerator's value is the number. In a named catalog codes are
/// any text, and the value is the row's place, so that rows are only ever added at the end.
struct catalog {
  position at;
  cell name_space;
  cell prefix;   // what stands before the dot of every code of a numbered catalog; empty in a named one
  cell license;  // SPDX identifier of the texts; may be empty
  cell source;
  std::vector<row> rows;
};

/// A key of a row in YAML, a column in CSV.
template <class Owner> struct field {
  std::string_view name;
  cell Owner::*member;
  bool required;
};

inline constexpr std::array<field<catalog>, 4> catalog_fields{{
    {"namespace", &catalog::name_space, true},
    {"prefix", &catalog::prefix, false},
    {"license", &catalog::license, false},
    {"source", &catalog::source, true},
}};

inline constexpr std::array<field<row>, 9> row_fields{{
    {"code", &row::code, true},
    {"name", &row::name, true},
    {"status", &row::status, true},
    {"message", &row::message, true},
    {"description", &row::description, true},
    {"handling_measure", &row::handling_measure, true},
    {"retired", &row::retired, false},
    {"proposed", &row::proposed, false},
    {"note", &row::note, false},
}};

}  // namespace errcat::tool
