// SPDX-License-Identifier: Apache-2.0
// errcat generate.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "usage.hpp"
#include "write.hpp"

#include <algorithm>
#include <ostream>

namespace errcat::tool {
namespace {

struct writer {
  std::string_view extension;
  std::string (*write)(const checked_catalog&);
};

constexpr writer writers[] = {{".hpp", write_header},
                              {".yaml", [](const checked_catalog& subject) { return write_yaml(subject.cells()); }},
                              {".csv", [](const checked_catalog& subject) { return write_csv(subject.cells()); }},
                              {".json", write_json},
                              {".md", write_markdown},
                              {".html", write_html}};

}  // namespace

exit_status run_generate(const generate_options& options, std::ostream& err) {
  std::vector<std::string_view> known;
  for (const writer& w : writers) known.push_back(w.extension);
  require_catalog_extension(options.catalog);
  require_extension(options.output, known);
  require_options_fit(options.catalog, options.header);
  if (extension_of(options.catalog) == ".csv" && (options.header.name_space.empty() || options.header.source.empty())) {
    throw usage_error("CSV catalogs need --namespace and --source");
  }
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, options.header, found);
  const std::optional<checked_catalog> checked = subject ? check(*subject, found) : std::nullopt;
  found.print(err);
  if (!checked) return failure;
  const auto* const chosen = std::ranges::find(writers, extension_of(options.output), &writer::extension);
  write_file(options.output, chosen->write(*checked));
  return success;
}

}  // namespace errcat::tool
