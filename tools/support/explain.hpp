// SPDX-License-Identifier: Apache-2.0
// The program that explains codes: `errcat explain` over any catalogs, ims-explain over its own.
#pragma once

#include "error_table.hpp"
#include "exit_status.hpp"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace errcat::tool {

struct explain_options {
  std::vector<std::string> asked;  // codes, names, files, words
  std::string question;            // of --search
  bool is_search = false;
  bool list = false;
  bool count = false;
  bool is_long = false;
  bool json = false;
};

/// Adds the options to a command line. `options` must outlive it.
void add_explain_options(CLI::App& command, explain_options& options);

/// Answers on standard output. `program` begins each message, such as "ims-explain". Throws usage_error.
[[nodiscard]] exit_status explain(const error_tables& tables, const explain_options& options,
                                  const std::string& program);

/// Returns the path of an installed file below the data folder, such as "errcat/catalogs": relative to the program, so
/// that the folder with both can be moved.
[[nodiscard]] std::string installed_path(const std::string& below);

}  // namespace errcat::tool
