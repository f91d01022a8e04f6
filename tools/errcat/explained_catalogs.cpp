// SPDX-License-Identifier: Apache-2.0
// From catalogs in files to the tables that the explainer knows.
#include "explained_catalogs.hpp"

#include "catalog_file.hpp"
#include "explain.hpp"
#include "file.hpp"
#include "numbering.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <utility>

namespace errcat::tool {
namespace {

namespace fs = std::filesystem;

bool is_catalog(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".csv";
}

/// Returns the catalogs in a folder, or the path itself. Throws file_error.
std::vector<std::string> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (fs::directory_iterator i(path, error), end; !error && i != end; i.increment(error)) {
    std::error_code unknown;                                  // reported when the file is read
    const bool is_device = fs::is_other(i->path(), unknown);  // or a pipe, from which nothing may ever come
    if (is_catalog(i->path()) && !is_device) files.push_back(i->path().string());
  }
  if (error) throw file_error(path + ": cannot be read: " + error.message());
  if (files.empty()) throw file_error(path + ": no .yaml, .yml or .csv file in this folder");
  std::ranges::sort(files);
  return files;
}

std::vector<error_row> rows_of(const catalog& subject) {
  std::map<const row*, std::uint32_t> values;
  for (const auto& [value, source] : by_value(subject)) values[source] = value;
  std::vector<error_row> rows;
  rows.reserve(subject.rows.size());
  for (const row& r : subject.rows) {
    rows.push_back({r.code.text, r.name.text, r.status.text, r.message.text, r.description.text,
                    r.handling_measure.text, is_retired(r), values[&r]});
  }
  return rows;
}

/// Returns the reference page of a catalog where it was installed with errcat's own; "" if there is none.
std::string page_of(const fs::path& file) {
  const fs::path page = installed_path("doc/liberrcat-dev/" + file.stem().string() + ".html");
  std::error_code error;
  return fs::exists(page, error) ? page.string() : "";
}

class reader {
public:
  reader(explained_catalogs& result, std::ostream& err) : result_(result), err_(err) {}

  void read(const std::string& path) {
    try {
      for (const std::string& file : files_of(path)) read_file(file);
    } catch (const std::runtime_error& error) {  // file_error or usage_error
      report(error);
    }
  }

private:
  void report(const std::runtime_error& error) {
    err_ << "errcat: " << printable(error.what()) << '\n';
    result_.status = failure;
  }

  void read_file(const std::string& file) try {
    std::error_code error;
    const fs::path same = fs::canonical(file, error);
    if (error) throw file_error(file + ": cannot be read: " + error.message());
    if (!seen_.insert(same).second) return;
    diagnostics found;
    auto subject = read_catalog(file, with_placeholders({}), found);
    if (!found.ok()) {
      found.print(err_);
      result_.status = failure;
      if (!subject) return;
    }
    const bool only_rows = is_csv(file);
    const std::string common = common_prefix(*subject).value_or("");
    if (only_rows) subject->prefix.text = common;  // nothing declares it there
    error_table table;
    table.source = only_rows ? file : subject->source.text;
    table.file = file;
    table.prefix = is_numbered(*subject) ? subject->prefix.text : common;
    table.category = is_numbered(*subject) ? subject->prefix.text : only_rows ? "" : subject->name_space.text;
    table.page = page_of(file);
    note_prefix(table);
    result_.tables.add(std::move(table), rows_of(*subject));
  } catch (const std::runtime_error& error) {
    report(error);
  }

  /// Says once for each prefix that several catalogs have it.
  void note_prefix(const error_table& table) {
    if (table.prefix.empty()) return;
    const auto [first, is_new] = prefixes_.try_emplace(table.prefix, table.file);
    if (is_new || !said_.insert(table.prefix).second) return;
    err_ << "errcat: " << printable(first->second) << " and " << printable(table.file) << " both have codes of "
         << quote(table.prefix) << "; a code is explained from each\n";
  }

  explained_catalogs& result_;
  std::ostream& err_;
  std::set<fs::path> seen_;
  std::map<std::string, std::string> prefixes_;  // and the first file with each
  std::set<std::string> said_;
};

}  // namespace

explained_catalogs read_catalogs(const std::vector<std::string>& paths, std::ostream& err) {
  explained_catalogs result;
  reader each(result, err);
  for (const std::string& path : paths) each.read(path);
  return result;
}

std::vector<std::string> default_catalogs() {
  const char* const variable = std::getenv("ERRCAT_CATALOGS");
  std::vector<std::string> paths;
  std::string_view rest = variable == nullptr ? "" : variable;
  while (!rest.empty()) {
    const std::string_view path = rest.substr(0, rest.find(':'));
    if (!path.empty()) paths.emplace_back(path);
    rest.remove_prefix(std::min(path.size() + 1, rest.size()));
  }
  if (!paths.empty()) return paths;
  const std::string installed = installed_path("errcat/catalogs");
  if (!fs::is_directory(installed)) {
    throw usage_error("no catalog; name one with -c, or set ERRCAT_CATALOGS to files or folders");
  }
  return {installed};
}

}  // namespace errcat::tool
