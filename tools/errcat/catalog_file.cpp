// SPDX-License-Identifier: Apache-2.0
// Catalogs as files.
#include "catalog_file.hpp"

#include "ascii.hpp"
#include "file.hpp"
#include "text.hpp"
#include "usage.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace errcat::tool {

std::string extension_of(const std::string& path) {
  return in_lower_case(std::filesystem::path(path).extension().string());
}

bool is_csv(const std::string& path) { return extension_of(path) == ".csv"; }

void require_extension(const std::string& path, const std::vector<std::string_view>& known) {
  if (std::ranges::find(known, extension_of(path)) != known.end()) return;
  std::string list;
  for (std::size_t i = 0; i != known.size(); ++i) {
    list += i == 0 ? "" : i + 1 == known.size() ? " or " : ", ";
    list += known[i];
  }
  throw usage_error(path + ": unknown file format; expected a " + list + " file");
}

void require_catalog_extension(const std::string& path) { require_extension(path, {".yaml", ".yml", ".csv"}); }

void require_options_fit(const std::string& path, const csv_header& header) {
  const std::string all = header.name_space + header.prefix + header.license + header.source + header.source_url +
                          header.body + header.media_type;
  if (!all.empty() && !is_csv(path)) {
    throw usage_error(
        "--namespace, --prefix, --license, --source, --source-url, --body and --media-type are only for CSV; a YAML "
        "catalog holds them itself");
  }
  if (!is_utf8(all)) throw usage_error("an option is not valid UTF-8");
}

csv_header with_placeholders(csv_header header) {
  if (header.name_space.empty()) header.name_space = "unnamed";
  if (header.source.empty()) header.source = "unnamed";
  return header;
}

std::optional<catalog> read_catalog(const std::string& path, const csv_header& header, diagnostics& found) {
  require_catalog_extension(path);
  return parse_catalog(path, read_file(path), header, found);
}

std::optional<catalog> parse_catalog(const std::string& path, std::string_view bytes, const csv_header& header,
                                     diagnostics& found) {
  return is_csv(path) ? read_csv(path, bytes, header, found) : read_yaml(path, bytes, found);
}

}  // namespace errcat::tool
