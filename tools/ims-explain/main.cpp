// SPDX-License-Identifier: Apache-2.0
// ims-explain: explains IMS error codes, with nothing but the public headers.
#include "explain.hpp"
#include "out_of_memory.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <errcat/version.hpp>
#include <filesystem>
#include <ims/errors.hpp>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace errcat::tool;

error_tables ims_tables() {
  std::vector<error_row> rows;
  for (const errcat::entry<ims::errc> error : ims::errors) {
    rows.push_back({std::string(error.code()), std::string(error.name()), std::to_string(error.status()),
                    std::string(error.message()), std::string(error.description()),
                    std::string(error.handling_measure()), error.retired(), static_cast<std::uint32_t>(error.error())});
  }
  error_table table;
  table.source = ims::errors.source();
  table.prefix = table.category = ims::errors.prefix();
  const std::string page = installed_path("doc/liberrcat-dev/img.html");
  if (std::filesystem::exists(page)) table.page = page;
  error_tables tables;
  tables.add(std::move(table), std::move(rows));
  return tables;
}

exit_status run(int argc, char** argv) {
  CLI::App app(
      "ims-explain explains error codes of the Image Management Service and how to handle them. Without codes it reads "
      "standard input, such as a log or a response, and explains each code in it once.",
      "ims-explain");
  app.set_version_flag("--version", "ims-explain " ERRCAT_VERSION_STRING "\n" + std::string(ims::errors.source()));
  app.failure_message(usage_message);
  explain_options options;
  add_explain_options(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (app.exit(error) != 0) return usage_or_file;
    if (std::cout.flush()) return success;
    std::cerr << "ims-explain: cannot write the output\n";
    return usage_or_file;
  }
  return explain(ims_tables(), options, "ims-explain");
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is reported like a full disk
  exit_when_out_of_memory("ims-explain", []() noexcept {});
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "ims-explain: " << printable(error.what()) << '\n';
    return usage_or_file;
  }
}
