// SPDX-License-Identifier: Apache-2.0
// errcat check.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "edition.hpp"

#include <ostream>

namespace errcat::tool {

exit_status run_check(const check_options& options, std::ostream& err) {
  require_catalog_extension(options.catalog);
  if (!options.against.empty()) require_edition(options.against);
  require_options_fit(options.catalog, options.header);
  const csv_header header = with_placeholders(options.header);
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, header, found);
  if (subject) {
    check(*subject, found);
    warn(*subject, found);
  }
  edition published;
  if (subject && !options.against.empty()) published = read_edition(options.against, header, found);
  if (published.cells) {
    const edition current{{}, *subject, false};
    refuse_breaking(*current.cells, compare_editions(options.against, published, options.catalog, current), found);
  }
  found.print(err, options.format);
  return found.ok() && !(options.strict && found.warnings() != 0) ? success : failure;
}

}  // namespace errcat::tool
