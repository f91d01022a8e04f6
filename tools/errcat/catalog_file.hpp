// SPDX-License-Identifier: Apache-2.0
// Catalogs as files: the extension names the format.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"
#include "read.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Returns ".yaml" for "c.yaml" and "C.YAML", and "" if there is no extension.
[[nodiscard]] std::string extension_of(const std::string& path);

[[nodiscard]] bool is_csv(const std::string& path);

/// Throws usage_error if the extension of `path` is not in `known`.
void require_extension(const std::string& path, const std::vector<std::string_view>& known);

/// Throws usage_error if the extension of `path` is not one that a catalog can be read from.
void require_catalog_extension(const std::string& path);

/// Throws usage_error if options that describe a CSV catalog are given for another format or are not UTF-8.
void require_options_fit(const std::string& path, const csv_header& header);

/// Returns `header` with placeholders for a missing namespace and source, for commands that need neither.
[[nodiscard]] csv_header with_placeholders(csv_header header);

/// Reads a catalog from the bytes of a file, CSV if the extension says so and YAML otherwise, like read_catalog.
[[nodiscard]] std::optional<catalog> parse_catalog(const std::string& path, std::string_view bytes,
                                                   const csv_header& header, diagnostics& found);

/// Reads a catalog. `path` must outlive the result. Returns nullopt after a syntax error; otherwise a possibly
/// incomplete catalog, so that the rules still run. Throws usage_error and file_error.
[[nodiscard]] std::optional<catalog> read_catalog(const std::string& path, const csv_header& header,
                                                  diagnostics& found);

}  // namespace errcat::tool
