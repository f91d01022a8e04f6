// SPDX-License-Identifier: Apache-2.0
// errcat diff.
#include "catalog_file.hpp"
#include "commands.hpp"
#include "compare.hpp"

#include <ostream>

namespace errcat::tool {

exit_status run_diff(const diff_options& options, std::ostream& out, std::ostream& err) {
  require_catalog_extension(options.before);
  require_catalog_extension(options.after);
  const csv_header header = with_placeholders({.name_space = "", .prefix = options.prefix});
  diagnostics found;
  const std::optional<catalog> before = read_catalog(options.before, header, found);
  const std::optional<catalog> after = read_catalog(options.after, header, found);
  found.print(err);
  if (!before || !after || !found.ok()) return failure;
  const comparison changes = compare_files(options.before, *before, options.after, *after);
  print(options.json ? to_json(changes) : to_text(changes, options.colours), out);
  return changes.result() == verdict::breaking ? failure : success;
}

}  // namespace errcat::tool
