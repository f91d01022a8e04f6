// SPDX-License-Identifier: Apache-2.0
// The command line of errcat.
#include "check.hpp"
#include "diagnostics.hpp"
#include "file.hpp"
#include "read.hpp"
#include "write.hpp"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace errcat::tool;

enum exit_status : int { done = 0, input_at_fault = 1, usage_or_file = 2 };

struct usage_error : std::runtime_error {
  using runtime_error::runtime_error;
};

struct generate_options {
  std::string catalog;
  std::string output;
  csv_header header;
};

catalog read_catalog(const generate_options& options, const std::string& bytes, diagnostics& found) {
  const std::string extension = std::filesystem::path(options.catalog).extension().string();
  if (extension == ".csv") return read_csv(options.catalog, bytes, options.header, found);
  const csv_header& h = options.header;
  if (!(h.name_space + h.prefix + h.license + h.source).empty()) {
    throw usage_error("--namespace, --prefix, --license and --source are for CSV; a YAML catalog says them itself");
  }
  return read_yaml(options.catalog, bytes, found);
}

exit_status generate(const generate_options& options) {
  diagnostics found;
  const std::string bytes = read_file(options.catalog);
  const catalog subject = read_catalog(options, bytes, found);
  if (found.ok()) check(subject, found);
  if (!found.ok()) {
    found.print(std::cerr);
    return input_at_fault;
  }
  write_file(options.output, write_header(subject));
  return done;
}

CLI::Validator extension(const std::vector<std::string>& known) {
  return {[known](const std::string& path) -> std::string {
            const std::string found = std::filesystem::path(path).extension().string();
            if (std::ranges::find(known, found) != known.end()) return {};
            return path + ": the extension tells the format; expected " + CLI::detail::join(known, ", ");
          },
          "FILE"};
}

void add_generate(CLI::App& app, generate_options& options) {
  CLI::App* command = app.add_subcommand("generate", "write a C++ header from a catalog");
  command->add_option("catalog", options.catalog, "the catalog, .yaml or .csv")
      ->required()
      ->check(extension({".yaml", ".yml", ".csv"}));
  command->add_option("-o,--output", options.output, "the file to write, .hpp")->required()->check(extension({".hpp"}));
  command->add_option("--namespace", options.header.name_space, "C++ namespace of a CSV catalog");
  command->add_option("--prefix", options.header.prefix, "what stands before the dot of every code of a CSV catalog");
  command->add_option("--license", options.header.license, "SPDX identifier of the texts of a CSV catalog");
  command->add_option("--source", options.header.source, "document and date that a CSV catalog transcribes");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("errcat compiles a catalog of errors into a C++ header.", "errcat");
  app.set_version_flag("--version", "errcat " ERRCAT_VERSION);
  app.require_subcommand(1);
  generate_options options;
  add_generate(app, options);
  try {
    app.parse(argc, argv);
    return generate(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? done : usage_or_file;
  } catch (const std::exception& error) {
    std::cerr << "errcat: " << error.what() << '\n';
    return usage_or_file;
  }
}
