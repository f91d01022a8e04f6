// SPDX-License-Identifier: Apache-2.0
// errcat check.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"

#include <ostream>

namespace errcat::tool {

exit_status run_check(const check_options& options, std::ostream& err) {
  require_catalog_extension(options.catalog);
  if (!options.against.empty()) require_catalog_extension(options.against);
  require_options_fit(options.catalog, options.header);
  const csv_header header = with_placeholders(options.header);
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, header, found);
  if (subject) {
    check(*subject, found);
    warn(*subject, found);
  }
  if (subject && !options.against.empty()) {
    const std::optional<catalog> published = read_catalog(options.against, header, found);
    if (published) {
      refuse_breaking(*subject, compare_files(options.against, *published, options.catalog, *subject), found);
    }
  }
  found.print(err);
  return found.ok() && !(options.strict && found.warnings() != 0) ? success : failure;
}

}  // namespace errcat::tool
