// SPDX-License-Identifier: Apache-2.0
// errcat generate.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "terminal.hpp"
#include "usage.hpp"
#include "write.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

bool is_openapi(const std::string& path) { return path.ends_with(".openapi.json"); }

/// Returns the rows of the codes, each given as it is or several joined by commas; of all codes if none is given.
/// Reports codes that the catalog does not have.
std::vector<const checked_row*> choose_rows(const checked_catalog& subject, const std::vector<std::string>& codes,
                                            diagnostics& found) {
  std::set<std::string_view> wanted;
  const auto is_known = [&](std::string_view code) {
    return std::ranges::count(subject.rows(), code, &checked_row::code) != 0;
  };
  for (const std::string_view list : codes) {
    if (is_known(list)) {
      wanted.insert(list);
      continue;
    }
    for (std::string_view rest = list; !rest.empty();) {
      const std::string_view code = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(code.size() + 1, rest.size()));
      wanted.insert(code);
      if (!is_known(code)) found.error(subject.cells().at, "no code " + quote(code) + " in the catalog");
    }
  }
  std::vector<const checked_row*> rows;
  for (const checked_row& r : subject.rows()) {
    if (codes.empty() || wanted.contains(r.code)) rows.push_back(&r);
  }
  return rows;
}

}  // namespace

exit_status run_generate(const generate_options& options, std::ostream& err) {
  std::vector<std::string_view> known;
  for (const writer& w : writers) known.push_back(w.extension);
  require_catalog_extension(options.catalog);
  require_extension(options.output, known);
  require_options_fit(options.catalog, options.header);
  if (is_csv(options.catalog) && (options.header.name_space.empty() || options.header.source.empty())) {
    throw usage_error("CSV catalogs need --namespace and --source");
  }
  if (!options.codes.empty() && !is_openapi(options.output)) throw usage_error("--codes is only for .openapi.json");
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, options.header, found);
  const std::optional<checked_catalog> checked = subject ? check(*subject, found) : std::nullopt;
  std::vector<const checked_row*> rows;
  if (checked) rows = choose_rows(*checked, options.codes, found);
  found.print(err);
  if (!found.ok()) return failure;
  const auto* const chosen = std::ranges::find(writers, extension_of(options.output), &writer::extension);
  write_file(options.output, is_openapi(options.output) ? write_openapi(*checked, rows) : chosen->write(*checked));
  return success;
}

}  // namespace errcat::tool
