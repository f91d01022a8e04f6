// SPDX-License-Identifier: Apache-2.0
// Catalogs as `errcat explain` reads them: their rows as they are, without the rules.
#pragma once

#include "error_table.hpp"
#include "exit_status.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

struct explained_catalogs {
  error_tables tables;
  exit_status status = success;  // failure: some catalogs could not be read
};

/// Reads catalogs, which are files or folders of .yaml, .yml and .csv files. Reports to `err` every reason why one
/// cannot be read, and reads the others; a file that is named twice is read once. A folder's files are read in the
/// order of their names.
[[nodiscard]] explained_catalogs read_catalogs(const std::vector<std::string>& paths, std::ostream& err);

/// Returns what to read where no catalog is named: the paths in the environment variable ERRCAT_CATALOGS, separated by
/// colons, or else the installed folder.
[[nodiscard]] std::vector<std::string> default_catalogs();

}  // namespace errcat::tool
