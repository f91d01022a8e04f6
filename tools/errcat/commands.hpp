// SPDX-License-Identifier: Apache-2.0
// The subcommands of errcat as functions. Each prints diagnostics to `err`, writes a file only if there is no error,
// and returns the exit status. They throw usage_error and file_error.
#pragma once

#include "diagnostics.hpp"
#include "exit_status.hpp"
#include "explain.hpp"
#include "read.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

struct generate_options {
  std::string catalog;
  std::string output;
  std::vector<std::string> codes{};  // of the rows to write as OpenAPI; empty: all
  csv_header header{};
};

/// Writes a catalog in the format that the extension of the output names.
[[nodiscard]] exit_status run_generate(const generate_options& options, std::ostream& err);

struct init_options {
  std::string output;
  std::string prefix;
};

/// Writes a catalog to begin with. Refuses a file that exists.
[[nodiscard]] exit_status run_init(const init_options& options, std::ostream& err);

struct check_options {
  std::string catalog;
  std::string against;  // the published edition; empty: do not compare
  bool strict = false;  // warnings fail too
  csv_header header;
  report_format format = report_format::text;
  std::vector<std::string> allow{};  // names of rules that are not warned about
};

/// Prints what a rule wants and why.
[[nodiscard]] exit_status explain_rule(const std::string& name, std::ostream& out);

/// Reports the errors and warnings of a catalog.
[[nodiscard]] exit_status run_check(const check_options& options, std::ostream& err);

struct used_options {
  std::string catalog;
  std::vector<std::string> paths;   // files and folders
  bool unused = false;              // report codes that nothing uses
  std::vector<std::string> exempt;  // codes that need not be used
  csv_header header;
};

/// Reports codes in sources and documents that are not in the catalog, or retired.
[[nodiscard]] exit_status run_used(const used_options& options, std::ostream& err);

struct diff_options {
  std::string before;  // catalogs or pages, see edition.hpp
  std::string after;
  bool json = false;
  bool colours = false;
  std::string prefix;     // of CSV catalogs
  bool markdown = false;  // for a comment on a pull request
};

/// Prints what changed between two editions to `out`. Returns failure if the change is breaking.
[[nodiscard]] exit_status run_diff(const diff_options& options, std::ostream& out, std::ostream& err);

struct import_options {
  std::string document;  // "-": standard input
  std::string output;
  std::string from;  // pandoc's name of the format; empty: the extension names it
  std::vector<std::string> columns;
  std::size_t table = 0;     // 0: not chosen
  int status = 0;            // of rows without one; 0: not given
  unsigned time_limit = 30;  // of pandoc, in seconds
  bool all = false;
  bool update = false;
  csv_header header;
};

/// Makes a catalog of the error table in a document.
[[nodiscard]] exit_status run_import(const import_options& options, std::ostream& err);

/// Explains codes from catalogs, which are files or folders; if none is named, from those of default_catalogs().
[[nodiscard]] exit_status run_explain(const std::vector<std::string>& catalogs, const explain_options& options,
                                      std::ostream& err);

/// Prints `text` and flushes. Throws file_error if it cannot be written.
void print(const std::string& text, std::ostream& out);

/// Runs a command. If it throws, prints the message and returns usage_or_file.
[[nodiscard]] exit_status guarded(const std::function<exit_status()>& command, std::ostream& err);

}  // namespace errcat::tool
