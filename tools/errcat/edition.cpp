// SPDX-License-Identifier: Apache-2.0
// Where editions come from, and what of them is compared.
#include "edition.hpp"

#include "catalog_file.hpp"
#include "columns.hpp"
#include "file.hpp"
#include "read_document.hpp"
#include "subprocess.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace errcat::tool {
namespace {

bool is_standard_input(const std::string& name) { return name == "-"; }

/// True for REVISION:PATH, if no such file exists.
bool is_revision(const std::string& name) {
  std::error_code error;
  return name.find(':') != std::string::npos && !std::filesystem::exists(name, error);
}

/// Returns the content of a file in an earlier revision.
std::string show_revision(const std::string& name) {
  const program_output shown = run_program({"git", "show", "--end-of-options", name}, "");
  if (shown.how == program_output::ending::not_found) throw file_error(name + ": cannot be read: git was not found");
  if (shown.how == program_output::ending::exited && shown.status == 0) return shown.out;
  const std::string reason = printable(std::string_view(shown.err).substr(0, shown.err.find('\n')));
  throw file_error(name + ": cannot be read: " + (reason.empty() ? "git show failed" : reason));
}

std::string read_bytes(const std::string& name) {
  if (is_standard_input(name)) return read_standard_input();
  return is_revision(name) ? show_revision(name) : read_file(name);
}

void read_page(edition& result, std::string bytes, const std::string& name, diagnostics& found) {
  result.read = read_document({name, ""}, std::move(bytes), found);
  catalog cells;
  for (code_table& table : code_tables(result.read, {}, {name, 0, 0}, found)) {
    for (const row& r : table.rows) cells.rows.push_back(r);
    if (!table.found.ok()) found.add(table.found);
  }
  if (found.ok()) result.cells = std::move(cells);
}

/// Removes the changes of fields that one of the editions does not have.
void keep_published(comparison& changes, bool old_is_page, bool new_is_page) {
  const auto is_absent = [&](const row_change& change, const field_change& field) {
    const auto* const known = std::ranges::find(row_fields, field.field, &errcat::tool::field<row>::name);
    return (old_is_page && !(change.old_row->*(known->member)).present()) ||
           (new_is_page && !(change.new_row->*(known->member)).present());
  };
  for (row_change& change : changes.changed) {
    std::erase_if(change.fields, [&](const field_change& field) { return is_absent(change, field); });
  }
  std::erase_if(changes.changed, [](const row_change& change) { return change.fields.empty(); });
}

}  // namespace

void require_edition(const std::string& name) {
  if (!is_standard_input(name) && !is_page(name)) require_catalog_extension(name);
}

edition read_edition(const std::string& name, const csv_header& header, diagnostics& found) {
  edition result{{}, std::nullopt, is_page(name), is_page(name) || is_csv(name)};
  std::string bytes = read_bytes(name);
  if (result.is_page) {
    read_page(result, std::move(bytes), name, found);
  } else {
    result.cells = parse_catalog(name, bytes, header, found);
  }
  return result;
}

comparison compare_editions(const edition& before, const edition& after) {
  comparison changes = compare(*before.cells, *after.cells);
  if (before.is_only_rows || after.is_only_rows) changes.of_catalog.clear();
  if (before.is_page || after.is_page) keep_published(changes, before.is_page, after.is_page);
  return changes;
}

}  // namespace errcat::tool
