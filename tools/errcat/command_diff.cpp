// SPDX-License-Identifier: Apache-2.0
// errcat diff.
#include "catalog_file.hpp"
#include "commands.hpp"
#include "compare.hpp"
#include "edition.hpp"

#include <ostream>

namespace errcat::tool {

exit_status run_diff(const diff_options& options, std::ostream& out, std::ostream& err) {
  require_edition(options.before);
  require_edition(options.after);
  const csv_header header = with_placeholders({.name_space = "", .prefix = options.prefix});
  diagnostics found;
  const edition before = read_edition(options.before, header, found);
  const edition after = read_edition(options.after, header, found);
  found.print(err);
  if (!found.ok()) return failure;
  const comparison changes = compare_editions(before, after);
  print(options.json       ? to_json(changes)
        : options.markdown ? to_markdown(changes)
                           : to_text(changes, options.colours),
        out);
  return changes.result() == verdict::breaking ? failure : success;
}

}  // namespace errcat::tool
