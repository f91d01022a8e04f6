// SPDX-License-Identifier: Apache-2.0
// Readers: from the bytes of a file to a catalog. They check the format; `check` checks the rules of a catalog.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// A catalog with more rows is refused: one of this size takes about 1 GB of memory.
inline constexpr std::size_t most_rows = 1'000'000;

/// What a YAML catalog holds besides its rows and a CSV file does not.
struct csv_header {
  std::string name_space{};
  std::string prefix{};
  std::string license{};
  std::string source{};
  std::string source_url{};
  std::string body{};
  std::string media_type{};
};

/// Returns a catalog without rows that has what `header` holds, at `at`. An empty string is a missing cell, except for
/// the namespace, the license and the source.
[[nodiscard]] catalog catalog_of(const csv_header& header, const position& at);

/// Reads a YAML catalog. `file` is its name in positions and must outlive the result. Returns nullopt after a syntax
/// error; otherwise a possibly incomplete catalog, so that the rules still run.
[[nodiscard]] std::optional<catalog> read_yaml(std::string_view file, std::string_view bytes, diagnostics& found);

/// Reads a CSV catalog (RFC 4180; the first line names the columns, in any order), like read_yaml.
[[nodiscard]] std::optional<catalog> read_csv(std::string_view file, std::string_view bytes, const csv_header& header,
                                              diagnostics& found);

}  // namespace errcat::tool
