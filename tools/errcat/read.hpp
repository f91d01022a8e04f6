// SPDX-License-Identifier: Apache-2.0
// Readers: from the bytes of a file to a catalog. They know the format only; the rules of a catalog are `check`'s.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// What a YAML catalog says of itself and a CSV file has no place for.
struct csv_header {
  std::string name_space;
  std::string prefix;
  std::string license;
  std::string source;
};

/// Reads a YAML catalog. `file` is its name in positions and outlives the result. Nothing where the file cannot be read
/// to its end; else what is there, so that the rules can be checked too, in one run.
[[nodiscard]] std::optional<catalog> read_yaml(std::string_view file, std::string_view bytes, diagnostics& found);

/// Reads a CSV catalog (RFC 4180, a header line with the names of the columns in any order), likewise.
[[nodiscard]] std::optional<catalog> read_csv(std::string_view file, std::string_view bytes, const csv_header& header,
                                              diagnostics& found);

}  // namespace errcat::tool
