// SPDX-License-Identifier: Apache-2.0
// A catalog as its keeper wrote it: every text with the place where it stands.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A place in a file; lines and columns from 1, columns in code points. `file` outlives it.
struct position {
  std::string_view file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const position&, const position&) = default;
  friend auto operator<=>(const position&, const position&) = default;
};

/// "img.yaml:12:5"
[[nodiscard]] std::string to_string(const position& at);

/// A text in UTF-8 and where it begins. A cell that the file does not have is empty and stands at its row.
struct cell {
  std::string text;
  position at;
};

struct row {
  position at;
  cell code;
  cell name;
  cell status;
  cell message;
  cell description;
  cell handling_measure;
  cell retired;  // "true" or nothing
  cell note;     // for the catalog's readers, in nothing that is generated from it
};

struct catalog {
  position at;
  cell name_space;
  cell prefix;   // what stands before the dot of every code
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
    {"prefix", &catalog::prefix, true},
    {"license", &catalog::license, false},
    {"source", &catalog::source, true},
}};

inline constexpr std::array<field<row>, 8> row_fields{{
    {"code", &row::code, true},
    {"name", &row::name, true},
    {"status", &row::status, true},
    {"message", &row::message, true},
    {"description", &row::description, true},
    {"handling_measure", &row::handling_measure, true},
    {"retired", &row::retired, false},
    {"note", &row::note, false},
}};

}  // namespace errcat::tool
