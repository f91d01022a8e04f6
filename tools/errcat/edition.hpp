// SPDX-License-Identifier: Apache-2.0
// Editions of a catalog to compare: catalogs, published pages, and files of earlier revisions.
#pragma once

#include "catalog.hpp"
#include "compare.hpp"
#include "diagnostics.hpp"
#include "document.hpp"
#include "read.hpp"

#include <optional>
#include <string>

namespace errcat::tool {

struct edition {
  document read;                 // positions of the rows of a page view it
  std::optional<catalog> cells;  // nullopt after an error
  bool is_page;                  // it has only published fields: no names
  bool is_only_rows;             // a page or CSV, which hold no namespace and prefix
};

/// Throws usage_error if the name is not one of a catalog or a page.
void require_edition(const std::string& name);

/// Reads a catalog or all error tables of a page. `name` is a file, "-" for a YAML catalog from standard input, or
/// REVISION:PATH of the repository in the current folder, if no such file exists. `name` must outlive the result.
/// Throws usage_error and file_error.
[[nodiscard]] edition read_edition(const std::string& name, const csv_header& header, diagnostics& found);

/// Compares two editions that were read without an error. Only fields that both have are compared.
[[nodiscard]] comparison compare_editions(const edition& before, const edition& after);

}  // namespace errcat::tool
