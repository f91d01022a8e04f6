// SPDX-License-Identifier: Apache-2.0
// errcat import.
#include "catalog_file.hpp"
#include "check.hpp"
#include "columns.hpp"
#include "commands.hpp"
#include "edit_yaml.hpp"
#include "file.hpp"
#include "identifier.hpp"
#include "import.hpp"
#include "numbering.hpp"
#include "read_document.hpp"
#include "terminal.hpp"
#include "text.hpp"
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

column_options columns_of(const import_options& options) {
  constexpr std::string_view importable[] = {"code", "name", "status", "message", "description", "handling_measure",
                                             "none"};
  column_options columns{{}, options.status == 0 ? "" : std::to_string(options.status)};
  for (const std::string& column : options.columns) {
    const std::size_t equals = column.find('=');
    const std::string name = column.substr(0, equals);
    if (equals == std::string::npos || std::ranges::find(importable, name) == std::ranges::end(importable)) {
      throw usage_error("--column " + column +
                        ": expected FIELD=HEADING, where FIELD is code, name, status, message, description, "
                        "handling_measure, or none to ignore the column");
    }
    if (!is_utf8(column)) throw usage_error("an option is not valid UTF-8");
    columns.headings.push_back({name, column.substr(equals + 1)});
  }
  return columns;
}

/// Returns the rows of the chosen tables, and reports what was found in these.
std::vector<row> choose_rows(const import_options& options, std::vector<code_table>& tables, diagnostics& found) {
  std::vector<row> rows;
  std::string list;
  const bool unclear = options.table == 0 && tables.size() > 1 && !options.all;
  for (code_table& table : tables) {
    list += (list.empty() ? "" : ", ") + std::to_string(table.number) + " (" + std::to_string(table.rows.size()) +
            (table.rows.size() == 1 ? " row)" : " rows)");
    if (unclear || (options.table != 0 && options.table != table.number)) continue;
    found.add(table.found);
    std::ranges::move(table.rows, std::back_inserter(rows));
  }
  const position at{options.document, 0, 0};
  if (unclear) {
    found.error(at, "several tables have a code column: " + list + "; choose with --table N or --all");
  } else if (rows.empty() && found.ok()) {
    found.error(at, "no rows in the chosen table; tables with a code column: " + list);
  }
  return rows;
}

/// Returns the name of the document, as a source.
std::string source_of(const import_options& options) {
  if (reads_standard_input(options)) return "a document";
  return printable(std::filesystem::path(options.document).filename().string());
}

/// Returns the rows as a catalog with what the options say.
catalog catalog_with(const import_options& options, std::vector<row> rows) {
  const position at{options.document, 0, 0};
  catalog subject = catalog_of(options.header, at);
  subject.rows = std::move(rows);
  return subject;
}

/// Gives a new catalog what the options do not say.
void complete(catalog& subject, const import_options& options) {
  if (subject.source.text.empty()) subject.source.text = source_of(options);
  if (subject.prefix.text.empty()) subject.prefix.text = common_prefix(subject).value_or("");
  if (!subject.name_space.text.empty()) return;
  const std::string stem = enumerator_of(std::filesystem::path(options.output).stem().string());
  subject.name_space.text = is_identifier(stem) ? stem : "imported";
}

/// Refuses an output that exists, unless it is to be updated.
void require_writable(const import_options& options) {
  require_catalog_extension(options.output);
  std::error_code unusable;  // reported when the file is written
  if (options.update || !std::filesystem::is_regular_file(options.output, unusable)) return;
  throw usage_error(options.output + " exists; --update imports the document as its next edition and keeps its names");
}

/// What an import makes, and the views that it needs.
struct import_result {
  document read;                // the positions of the published rows view it
  std::optional<catalog> kept;  // the catalog to update
  std::optional<catalog> made;  // nullopt after an error
};

/// Reads the rows of the document; returns nullopt after an error.
std::optional<catalog> read_published(const import_options& options, const document_options& source, document& read,
                                      diagnostics& found) {
  const column_options columns = columns_of(options);
  read = read_document(source, found);
  if (!found.ok()) return std::nullopt;
  std::vector<code_table> tables = code_tables(read, columns, {options.document, 0, 0}, found);
  if (!found.ok()) return std::nullopt;
  catalog published = catalog_with(options, choose_rows(options, tables, found));
  if (!found.ok()) return std::nullopt;
  return published;
}

void make_catalog(import_result& result, const import_options& options, diagnostics& found) {
  const document_options source{options.document, options.from, std::chrono::seconds(options.time_limit)};
  std::optional<catalog> published = read_published(options, source, result.read, found);
  if (!published) return;
  if (options.update && std::filesystem::exists(options.output)) {
    result.kept = read_catalog(options.output, with_placeholders(options.header), found);
    if (!result.kept || !found.ok()) return;
    result.made = update(*result.kept, *published, found);
  } else {
    complete(*published, options);
    result.made = std::move(published);
  }
  propose_names(*result.made);
}

bool have_same_cells(const catalog& left, const catalog& right) {
  const auto same = [](const auto& fields, const auto& a, const auto& b) {
    return std::ranges::all_of(fields, [&](const auto& f) { return (a.*(f.member)).text == (b.*(f.member)).text; });
  };
  return same(catalog_fields, left, right) &&
         std::ranges::equal(left.rows, right.rows, [&](const row& a, const row& b) { return same(row_fields, a, b); });
}

/// Returns the file of a catalog that was updated: edited in place, or written again if that does not read back.
std::string edited(const import_options& options, const catalog& kept, const catalog& made, diagnostics& found) {
  const std::string bytes = read_file(options.output);
  std::string changed = edit_yaml(bytes, kept, made);
  diagnostics unreadable;
  const std::optional<catalog> read_back = read_yaml(options.output, changed, unreadable);
  if (read_back && unreadable.ok() && have_same_cells(*read_back, made)) return changed;
  found.warning({options.output, 0, 0}, "cannot be edited in place; written without its comments and layout");
  return write_yaml(made);
}

/// Writes the catalog. One that was updated and has not changed stays as it is.
void write_catalog(const import_options& options, const import_result& result, diagnostics& found) {
  if (result.kept && have_same_cells(*result.kept, *result.made)) return;
  write_file(options.output, is_csv(options.output) ? write_csv(*result.made)
                             : result.kept          ? edited(options, *result.kept, *result.made, found)
                                                    : std::string(yaml_schema_line) + write_yaml(*result.made));
}

/// A page may break rules: it is imported as it is, and `check` refuses it later.
void warn_of_broken_rules(catalog& subject, diagnostics& found) {
  for (row& r : subject.rows) {
    if (!r.status.present()) r.status.at = r.at;  // the document has no such column
  }
  diagnostics odd;
  check(subject, odd);
  found.add_as_warnings(odd);
}

}  // namespace

exit_status run_import(const import_options& options, std::ostream& err) {
  require_writable(options);
  import_result result;
  diagnostics found;
  make_catalog(result, options, found);
  if (result.made) {
    warn_of_broken_rules(*result.made, found);
    write_catalog(options, result, found);
  }
  found.print(err);
  return result.made ? success : failure;
}

}  // namespace errcat::tool
