// SPDX-License-Identifier: Apache-2.0
// errcat explain.
#include "commands.hpp"
#include "explained_catalogs.hpp"

#include <algorithm>
#include <ostream>

namespace errcat::tool {

exit_status run_explain(const std::vector<std::string>& catalogs, const explain_options& options, std::ostream& err) {
  const explained_catalogs read = read_catalogs(catalogs.empty() ? default_catalogs() : catalogs, err);
  if (read.tables.rows().empty()) {
    if (read.status == success) err << "errcat: the catalogs have no rows\n";
    return std::max(read.status, failure);
  }
  return std::max(read.status, explain(read.tables, options, "errcat"));
}

}  // namespace errcat::tool
