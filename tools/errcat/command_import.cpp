// SPDX-License-Identifier: Apache-2.0
// errcat import.
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "grid_table.hpp"
#include "identifier.hpp"
#include "import.hpp"
#include "numbering.hpp"
#include "pandoc.hpp"
#include "read_pandoc.hpp"
#include "usage.hpp"
#include "write.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <optional>
#include <ostream>
#include <system_error>
#include <utility>

namespace errcat::tool {
namespace {

bool reads_standard_input(const import_options& options) { return options.document == "-"; }

/// Returns pandoc's name of the document's format.
std::string format_of(const import_options& options) {
  if (!options.from.empty()) return options.from;
  const std::string extension = extension_of(options.document);
  if (extension == ".rst") return "rst";
  if (extension == ".html" || extension == ".htm") return "html";
  if (extension == ".md" || extension == ".markdown") return "markdown";
  if (extension == ".json") return "json";
  throw usage_error(options.document + ": unknown document format; name it with --from, such as --from html");
}

/// Returns the document as pandoc's syntax tree; nullopt if it has an error.
std::optional<std::string> read_tree(const import_options& options, diagnostics& found) {
  if (reads_standard_input(options)) return read_standard_input();
  const std::string format = format_of(options);
  std::string bytes = read_file(options.document);
  if (format == "json") return bytes;
  return run_pandoc(options.document, bytes, format, std::chrono::seconds(options.time_limit), found);
}

std::vector<column_heading> headings_of(const std::vector<std::string>& columns) {
  constexpr std::string_view importable[] = {"status", "code", "message", "description", "handling_measure"};
  std::vector<column_heading> headings;
  for (const std::string& column : columns) {
    const std::size_t equals = column.find('=');
    const std::string name = column.substr(0, equals);
    if (equals == std::string::npos || std::ranges::find(importable, name) == std::ranges::end(importable)) {
      throw usage_error("--column " + column +
                        ": expected FIELD=HEADING, where FIELD is status, code, message, description or "
                        "handling_measure");
    }
    headings.push_back({name, column.substr(equals + 1)});
  }
  return headings;
}

std::vector<row> choose_rows(const import_options& options, document& read, diagnostics& found) {
  std::vector<row> rows;
  std::string list;
  for (document_table& table : read.tables) {
    list += (list.empty() ? "" : ", ") + std::to_string(table.number) + " (" + std::to_string(table.rows.size()) +
            (table.rows.size() == 1 ? " row)" : " rows)");
    if (options.table != 0 && options.table != table.number) continue;
    std::ranges::move(table.rows, std::back_inserter(rows));
  }
  const position at{options.document, 0, 0};
  if (options.table == 0 && read.tables.size() > 1 && !options.all) {
    found.error(at, "several tables have a code column: " + list + "; choose with --table N or --all");
  } else if (rows.empty() && !read.tables.empty()) {
    found.error(at, "no rows in the chosen table; tables with a code column: " + list);
  }
  return rows;
}

catalog new_catalog(const import_options& options, std::vector<row> rows) {
  const position at{options.document, 0, 0};
  catalog subject = catalog_of(options.header, at);
  subject.rows = std::move(rows);
  if (subject.source.text.empty()) {
    const std::string file = std::filesystem::path(options.document).filename().string();
    subject.source.text = reads_standard_input(options) ? "a document" : file;
  }
  if (subject.prefix.text.empty()) subject.prefix.text = common_prefix(subject).value_or("");
  if (subject.name_space.text.empty()) {
    const std::string stem = enumerator_of(std::filesystem::path(options.output).stem().string());
    subject.name_space.text = is_identifier(stem) ? stem : "imported";
  }
  return subject;
}

/// Refuses an output that exists, unless it is to be updated.
void require_writable(const import_options& options) {
  require_catalog_extension(options.output);
  std::error_code unusable;  // reported when the file is written
  if (options.update || !std::filesystem::is_regular_file(options.output, unusable)) return;
  throw usage_error(options.output + " exists; --update imports the document as its next edition and keeps its names");
}

/// Makes the catalog; returns nullopt if the document or the catalog to update has an error. The positions of the
/// result view `read`.
std::optional<catalog> make_catalog(const import_options& options, document& read, diagnostics& found) {
  const std::vector<column_heading> headings = headings_of(options.columns);
  const std::optional<std::string> tree = read_tree(options, found);
  if (!reads_standard_input(options) && format_of(options) == "rst") {
    refuse_merged_cells(options.document, read_file(options.document), found);
  }
  if (!tree || !found.ok()) return std::nullopt;
  read = read_pandoc(options.document, *tree, headings, found);
  if (!found.ok()) return std::nullopt;
  catalog published = new_catalog(options, choose_rows(options, read, found));
  if (!found.ok()) return std::nullopt;
  if (!options.update || !std::filesystem::exists(options.output)) return published;
  const std::optional<catalog> kept = read_catalog(options.output, with_placeholders(options.header), found);
  if (!kept || !found.ok()) return std::nullopt;
  return update(*kept, published, found);
}

}  // namespace

exit_status run_import(const import_options& options, std::ostream& err) {
  require_writable(options);
  document read;
  diagnostics found;
  std::optional<catalog> subject = make_catalog(options, read, found);
  if (subject) {
    propose_names(*subject);
    diagnostics odd;  // a page may break rules: it is imported as it is, and `check` refuses it later
    check(*subject, odd);
    found.add_as_warnings(odd);
    write_file(options.output, extension_of(options.output) == ".csv" ? write_csv(*subject) : write_yaml(*subject));
  }
  found.print(err);
  return subject ? success : failure;
}

}  // namespace errcat::tool
