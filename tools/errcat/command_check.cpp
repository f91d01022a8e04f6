// SPDX-License-Identifier: Apache-2.0
// errcat check.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "edition.hpp"
#include "rules.hpp"
#include "usage.hpp"
#include "warn.hpp"

#include <ostream>

namespace errcat::tool {

namespace {

rule require_rule(std::string_view name) {
  if (const std::optional<rule> known = find_rule(name)) return *known;
  throw usage_error(unknown_rule(name));
}

}  // namespace

exit_status explain_rule(const std::string& name, std::ostream& out) {
  print(std::string(explanation_of(require_rule(name))), out);
  return success;
}

exit_status run_check(const check_options& options, std::ostream& err) {
  require_catalog_extension(options.catalog);
  if (!options.against.empty()) require_edition(options.against);
  require_options_fit(options.catalog, options.header);
  const csv_header header = with_placeholders(options.header);
  diagnostics found;
  for (const std::string& name : options.allow) found.allow(require_rule(name));
  const std::optional<catalog> subject = read_catalog(options.catalog, header, found);
  if (subject) {
    check(*subject, found);
    warn(*subject, found);
  }
  edition published{};
  if (subject && !options.against.empty()) published = read_edition(options.against, header, found);
  if (published.cells) {
    const edition current{{}, subject, false, is_csv(options.catalog)};
    refuse_breaking(*current.cells, compare_editions(published, current), found);
  }
  found.print(err, options.format);
  return found.ok() && !(options.strict && found.warnings() != 0) ? success : failure;
}

}  // namespace errcat::tool
