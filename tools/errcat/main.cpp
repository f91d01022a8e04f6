// SPDX-License-Identifier: Apache-2.0
// The command line of errcat: its options, and which function each subcommand calls.
#include "commands.hpp"
#include "interruption.hpp"
#include "out_of_memory.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <csignal>
#include <errcat/version.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace errcat::tool;

CLI::Option* add_file(CLI::App* command, const std::string& name, std::string& path, const std::string& what) {
  return command->add_option(name, path, what)->type_name("FILE");
}

/// Adds the options for what a YAML catalog holds and a CSV file does not. `only` ends each line of the help.
void add_header_options(CLI::App* command, csv_header& header, const std::string& only) {
  command->add_option("--namespace", header.name_space, "C++ namespace" + only);
  command->add_option("--prefix", header.prefix, "part of every code before the dot" + only);
  command->add_option("--license", header.license, "SPDX identifier of the messages' license" + only);
  command->add_option("--source", header.source, "title and date of the source document" + only);
  command->add_option("--source-url", header.source_url, "address of the source document" + only);
  command->add_option("--body", header.body, "JSON template of response bodies, with {code} and {message}" + only);
  command->add_option("--media-type", header.media_type, "media type of response bodies" + only);
}

const std::string csv_only = " (CSV catalogs only)";

void add_generate(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<generate_options>();
  CLI::App* command =
      app.add_subcommand("generate", "write a catalog as .hpp, .yaml, .csv, .json, .openapi.json, .md or .html");
  add_file(command, "catalog", options->catalog, "the catalog, .yaml or .csv")->required();
  add_file(command, "-o,--output", options->output, "the file to write; its extension selects the format")->required();
  command->add_option("--codes", options->codes, "write only these codes, separated by commas (.openapi.json only)")
      ->type_name("CODE,...");
  add_header_options(command, options->header, csv_only);
  command->callback([options, &status] { status = run_generate(*options, std::cerr); });
}

void add_init(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<init_options>();
  CLI::App* command = app.add_subcommand("init", "write a commented catalog of two rows to begin with");
  add_file(command, "catalog", options->output, "the catalog to write, .yaml")->required();
  command->add_option("--prefix", options->prefix, "part of every code before the dot")->required();
  command->callback([options, &status] { status = run_init(*options, std::cerr); });
}

void add_check(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<check_options>();
  CLI::App* command = app.add_subcommand("check", "report all problems in a catalog");
  const auto catalogs = std::make_shared<std::vector<std::string>>();
  const auto explained = std::make_shared<std::string>();
  command->add_option("catalogs", *catalogs, "the catalogs, .yaml or .csv")->type_name("FILE");
  add_file(command, "--against", options->against,
           "the published edition (a catalog, a page, or REVISION:PATH in git); breaking changes to it are errors");
  const std::map<std::string, report_format> formats{{"text", report_format::text}, {"github", report_format::github}};
  command->add_option("--format", options->format, "how to report: text, or github for annotations")
      ->transform(CLI::CheckedTransformer(formats))
      ->type_name("FORMAT");
  command->add_flag("--strict", options->strict, "treat warnings as errors");
  command->add_option("--allow", options->allow, "a rule that may be broken, such as no-punctuation; warnings name it")
      ->type_name("RULE")
      ->allow_extra_args(false);
  command->add_option("--explain", *explained, "print what a rule wants and why, and check nothing")->type_name("RULE");
  add_header_options(command, options->header, csv_only);
  command->callback([options, catalogs, explained, &status] {
    if (!explained->empty()) {
      status = explain_rule(*explained, std::cout);
      return;
    }
    if (catalogs->empty()) throw CLI::RequiredError("catalogs");
    for (const std::string& catalog : *catalogs) {
      options->catalog = catalog;
      status = std::max(status, run_check(*options, std::cerr));
    }
  });
}

void add_diff(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<diff_options>();
  CLI::App* command =
      app.add_subcommand("diff", "compare two editions of a catalog; status 1 if the change is breaking");
  const std::string kinds = ": a catalog, a page, REVISION:PATH in git, or - for YAML from standard input";
  add_file(command, "old", options->before, "the published edition" + kinds)->required();
  add_file(command, "new", options->after, "the new edition")->required();
  CLI::Option* json = command->add_flag("--json", options->json, "print JSON");
  command->add_flag("--markdown", options->markdown, "print Markdown, for a pull request")->excludes(json);
  command->add_option("--prefix", options->prefix, "part of every code before the dot" + csv_only);
  command->callback([options, &status] {
    options->colours = colours_wanted();
    status = run_diff(*options, std::cout, std::cerr);
  });
}

void add_import(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<import_options>();
  CLI::App* command = app.add_subcommand("import", "make a catalog from the error table in a document, using pandoc");
  add_file(command, "document", options->document,
           "the document; - is standard input, as pandoc's JSON unless --from names a format")
      ->required();
  add_file(command, "-o,--output", options->output, "the catalog to write, .yaml or .csv")->required();
  command->add_option("--from", options->from, "pandoc's name for the document's format");
  command
      ->add_option("--column", options->columns, "FIELD=HEADING: read this column as this field, or ignore it as none")
      ->take_all();
  CLI::Option* table = command->add_option("--table", options->table, "number of the table to import, from 1");
  command->add_flag("--all", options->all, "import all tables that have a code column as one catalog")->excludes(table);
  command->add_option("--status", options->status, "HTTP status of rows that have none")->check(CLI::Range(100, 599));
  command->add_option("--time-limit", options->time_limit, "seconds that pandoc may take")
      ->check(CLI::Range(1U, 86400U))
      ->capture_default_str();
  command->add_flag("--update", options->update, "update an existing catalog; keep its names, notes and retired marks");
  add_header_options(command, options->header, "");
  command->callback([options, &status] { status = run_import(*options, std::cerr); });
}

void add_explain(CLI::App& app, exit_status& status) {
  struct all_options {
    std::vector<std::string> catalogs;
    explain_options explain;
  };
  const auto options = std::make_shared<all_options>();
  CLI::App* command = app.add_subcommand("explain", "explain codes, logs and questions from catalogs");
  command
      ->add_option(
          "-c,--catalog", options->catalogs,
          "a catalog or a folder of catalogs; repeatable. Default: those in ERRCAT_CATALOGS, or the installed ones")
      ->type_name("FILE")
      ->allow_extra_args(false);
  add_explain_options(*command, options->explain);
  command->callback([options, &status] { status = run_explain(options->catalogs, options->explain, std::cerr); });
}

void add_used(CLI::App& app, exit_status& status) {
  const auto options = std::make_shared<used_options>();
  CLI::App* command =
      app.add_subcommand("used", "report codes in sources and documents that the catalog does not have");
  add_file(command, "catalog", options->catalog, "the catalog, .yaml or .csv")->required();
  command->add_option("paths", options->paths, "files and folders to search")->type_name("PATH")->required();
  CLI::Option* unused = command->add_flag("--unused", options->unused, "report codes that nothing uses, too");
  command->add_option("--exempt", options->exempt, "a code that need not be used; an error if it is")
      ->type_name("CODE")
      ->delimiter(',')
      ->needs(unused);
  add_header_options(command, options->header, csv_only);
  command->callback([options, &status] { status = run_used(*options, std::cerr); });
}

/// Parses the command line; the callback of the subcommand runs it.
exit_status run(int argc, char** argv) {
  exit_status status = success;
  CLI::App app("errcat maintains error catalogs and compiles them into C++ headers.", "errcat");
  app.set_version_flag("--version", "errcat " ERRCAT_VERSION_STRING);
  app.set_help_all_flag("--help-all", "Print this help and the options of every subcommand");
  app.require_subcommand(1);
  app.failure_message(usage_message);
  add_init(app, status);
  add_generate(app, status);
  add_check(app, status);
  add_diff(app, status);
  add_import(app, status);
  add_used(app, status);
  add_explain(app, status);
  try {
    app.parse(argc, argv);
    return status;
  } catch (const CLI::ParseError& error) {
    std::ostringstream help;
    if (app.exit(error, help) != 0) return usage_or_file;
    print(help.str(), std::cout);
    return success;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is reported like a full disk
  clean_up_after_signals();
  exit_when_out_of_memory("errcat", clean_up);
  return guarded([&] { return run(argc, argv); }, std::cerr);
}
