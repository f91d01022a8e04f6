// SPDX-License-Identifier: Apache-2.0
// The command line of errcat.
#include "check.hpp"
#include "compare.hpp"
#include "diagnostics.hpp"
#include "exit_status.hpp"
#include "file.hpp"
#include "identifier.hpp"
#include "import.hpp"
#include "numbering.hpp"
#include "read.hpp"
#include "read_pandoc.hpp"
#include "subprocess.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "usage.hpp"
#include "write.hpp"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace errcat::tool;

struct usage_error : std::runtime_error {
  using runtime_error::runtime_error;
};

std::string extension_of(const std::string& path) { return std::filesystem::path(path).extension().string(); }

/// A check of an option's value: a file whose extension is one of those known.
CLI::Validator extension(const std::vector<std::string>& known) {
  return {[known](const std::string& path) -> std::string {
            if (std::ranges::find(known, extension_of(path)) != known.end()) return {};
            return path + ": the extension tells the format; expected " + CLI::detail::join(known, ", ");
          },
          "FILE"};
}

const std::vector<std::string> catalog_extensions{".yaml", ".yml", ".csv"};

std::optional<catalog> read_catalog(const std::string& path, const csv_header& header, diagnostics& found) {
  const std::string bytes = read_file(path);
  return extension_of(path) == ".csv" ? read_csv(path, bytes, header, found) : read_yaml(path, bytes, found);
}

/// The options for what a YAML catalog says of itself.
void add_header_options(CLI::App* command, csv_header& header) {
  command->add_option("--namespace", header.name_space, "C++ namespace of a CSV catalog");
  command->add_option("--prefix", header.prefix, "what stands before the dot of every code of a CSV catalog");
  command->add_option("--license", header.license, "SPDX identifier of the texts of a CSV catalog");
  command->add_option("--source", header.source, "document and date that a CSV catalog transcribes");
}

/// Refuses options that say what the catalog says itself, and those that are no text.
void check_header_options(const std::string& path, const csv_header& header) {
  const std::string all = header.name_space + header.prefix + header.license + header.source;
  if (!all.empty() && extension_of(path) != ".csv") {
    throw usage_error("--namespace, --prefix, --license and --source are for CSV; a YAML catalog says them itself");
  }
  if (!is_utf8(all)) throw usage_error("an option is not in UTF-8");
}

/// A CSV catalog that is only looked at needs neither.
csv_header for_looking(csv_header header) {
  if (header.name_space.empty()) header.name_space = "unnamed";
  if (header.source.empty()) header.source = "unnamed";
  return header;
}

exit_status report(const diagnostics& found, bool strict = false) {
  found.print(std::cerr);
  return found.ok() && !(strict && found.warnings() != 0) ? success : failure;
}

void print(const std::string& text) {
  if (!(std::cout << text << std::flush)) throw file_error("standard output: cannot be written");
}

/// The comparison of two files. A CSV file has no place for a namespace and a prefix, so it cannot have changed them.
comparison compare_files(const std::string& old_path, const catalog& before, const std::string& new_path,
                         const catalog& after) {
  comparison changes = compare(before, after);
  if (extension_of(old_path) == ".csv" || extension_of(new_path) == ".csv") changes.of_catalog.clear();
  return changes;
}

// errcat generate

struct generate_options {
  std::string catalog;
  std::string output;
  csv_header header;
};

struct writer {
  const char* extension;
  std::string (*write)(const checked_catalog&);
};

constexpr writer writers[] = {{".hpp", write_header},
                              {".yaml", [](const checked_catalog& subject) { return write_yaml(subject.cells()); }},
                              {".csv", [](const checked_catalog& subject) { return write_csv(subject.cells()); }},
                              {".json", write_json},
                              {".md", write_markdown},
                              {".html", write_html}};

exit_status generate(const generate_options& options) {
  check_header_options(options.catalog, options.header);
  if (extension_of(options.catalog) == ".csv" && (options.header.name_space.empty() || options.header.source.empty())) {
    throw usage_error("a CSV catalog has no place for --namespace and --source; expected both options");
  }
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, options.header, found);
  const std::optional<checked_catalog> checked = subject ? check(*subject, found) : std::nullopt;
  if (!checked) return report(found);
  const auto* const chosen = std::ranges::find(writers, extension_of(options.output), &writer::extension);
  write_file(options.output, chosen->write(*checked));
  return success;
}

// errcat check

struct check_options {
  std::string catalog;
  std::string against;
  bool strict = false;
  csv_header header;
};

exit_status check_catalog(const check_options& options) {
  check_header_options(options.catalog, options.header);
  const csv_header header = for_looking(options.header);
  diagnostics found;
  const std::optional<catalog> subject = read_catalog(options.catalog, header, found);
  if (subject) {
    check(*subject, found);
    warn(*subject, found);
  }
  if (subject && !options.against.empty()) {
    const std::optional<catalog> published = read_catalog(options.against, header, found);
    if (published)
      refuse_breaking(*subject, compare_files(options.against, *published, options.catalog, *subject), found);
  }
  return report(found, options.strict);
}

// errcat diff

struct diff_options {
  std::string before;
  std::string after;
  bool json = false;
  std::string prefix;
};

exit_status diff(const diff_options& options) {
  const csv_header header = for_looking({"", options.prefix, "", ""});
  diagnostics found;
  const std::optional<catalog> before = read_catalog(options.before, header, found);
  const std::optional<catalog> after = read_catalog(options.after, header, found);
  if (!before || !after || !found.ok()) return report(found);
  const comparison changes = compare_files(options.before, *before, options.after, *after);
  print(options.json ? to_json(changes) : to_text(changes, colours_wanted()));
  return changes.result() == verdict::breaking ? failure : success;
}

// errcat import

struct import_options {
  std::string document;
  std::string output;
  std::string from;
  std::vector<std::string> columns;
  std::size_t table = 0;
  bool all = false;
  bool update = false;
  csv_header header;
};

/// pandoc's name of a document's format.
std::string format_of(const import_options& options) {
  if (!options.from.empty()) return options.from;
  const std::string extension = extension_of(options.document);
  if (extension == ".rst") return "rst";
  if (extension == ".html" || extension == ".htm") return "html";
  if (extension == ".md" || extension == ".markdown") return "markdown";
  if (extension == ".json") return "json";
  throw usage_error(options.document +
                    ": the extension does not tell the format; expected --from, such as --from html");
}

/// The document as pandoc's syntax tree.
std::string read_tree(const import_options& options) {
  if (options.document == "-") {
    std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
    if (std::ferror(stdin) != 0) throw file_error("standard input: cannot be read");  // which the stream does not tell
    return bytes;
  }
  const std::string format = format_of(options);
  std::string bytes = read_file(options.document);
  if (format == "json") return bytes;
  auto [status, tree] = run_program({"pandoc", "--from=" + format, "--to=json", "--", options.document});
  if (status == -1) {
    throw usage_error("pandoc is not installed, which reads documents; install it: apt-get install pandoc");
  }
  if (status != 0)
    throw std::runtime_error(options.document + ": pandoc cannot read it (status " + std::to_string(status) +
                             "); --from says which format it has");
  return tree;
}

std::vector<column_heading> headings_of(const std::vector<std::string>& columns) {
  std::vector<column_heading> headings;
  for (const std::string& column : columns) {
    const std::size_t equals = column.find('=');
    const std::string name = column.substr(0, equals);
    constexpr std::string_view importable[] = {"status", "code", "message", "description", "handling_measure"};
    if (equals == std::string::npos || std::ranges::find(importable, name) == std::ranges::end(importable)) {
      throw usage_error("--column " + column +
                        ": expected FIELD=HEADING, FIELD being status, code, message, description or handling_measure");
    }
    headings.push_back({name, column.substr(equals + 1)});
  }
  return headings;
}

std::vector<row> choose_rows(const import_options& options, document& read, diagnostics& found) {
  std::vector<row> rows;
  std::string list;
  for (document_table& table : read.tables) {
    list +=
        (list.empty() ? "" : ", ") + std::to_string(table.number) + " (" + std::to_string(table.rows.size()) + " rows)";
    if (options.table != 0 && options.table != table.number) continue;
    std::ranges::move(table.rows, std::back_inserter(rows));
  }
  if (options.table == 0 && read.tables.size() > 1 && !options.all) {
    found.error({options.document, 0, 0},
                "several tables with a column of codes: " + list + "; expected --table N or --all");
  } else if (rows.empty() && !read.tables.empty()) {
    found.error({options.document, 0, 0}, "no rows in the chosen table; the tables with a column of codes are " + list);
  }
  return rows;
}

catalog new_catalog(const import_options& options, std::vector<row> rows) {
  const position at{options.document, 0, 0};
  catalog subject{at,
                  {options.header.name_space, at},
                  {options.header.prefix, at},
                  {options.header.license, at},
                  {options.header.source, at},
                  std::move(rows)};
  const bool is_file = options.document != "-";
  if (subject.source.text.empty())
    subject.source.text = is_file ? std::filesystem::path(options.document).filename().string() : "a document";
  if (subject.prefix.text.empty()) subject.prefix.text = common_prefix(subject).value_or("");
  if (subject.name_space.text.empty()) {
    const std::string stem = enumerator_of(std::filesystem::path(options.output).stem().string());
    subject.name_space.text = is_identifier(stem) ? stem : "imported";
  }
  return subject;
}

exit_status import(const import_options& options) {
  const bool exists = std::filesystem::exists(options.output);
  if (exists && !options.update && std::filesystem::is_regular_file(options.output)) {
    throw usage_error(options.output + " exists; --update takes the document for its next edition and keeps its names");
  }
  const std::vector<column_heading> headings = headings_of(options.columns);
  diagnostics found;
  const std::string tree = read_tree(options);
  if (options.document != "-" && format_of(options) == "rst") {
    refuse_merged_cells(options.document, read_file(options.document), found);
  }
  if (!found.ok()) return report(found);
  document read = read_pandoc(options.document, tree, headings, found);
  std::vector<row> rows = found.ok() ? choose_rows(options, read, found) : std::vector<row>();
  if (!found.ok()) return report(found);

  catalog subject = new_catalog(options, std::move(rows));
  if (exists && options.update) {
    const std::optional<catalog> kept = read_catalog(options.output, for_looking(options.header), found);
    if (!kept || !found.ok()) return report(found);
    subject = update(*kept, subject, found);
  }
  propose_names(subject);
  diagnostics odd;  // what the document has, as it has it: `check` refuses it later
  check(subject, odd);
  found.add_as_warnings(odd);
  write_file(options.output, extension_of(options.output) == ".csv" ? write_csv(subject) : write_yaml(subject));
  return report(found);
}

// The options of each command, and what is done when it is named.
using action = std::function<exit_status()>;

action add_generate(CLI::App& app) {
  const auto options = std::make_shared<generate_options>();
  CLI::App* command = app.add_subcommand("generate", "write a catalog as .hpp, .yaml, .csv, .json, .md or .html");
  command->add_option("catalog", options->catalog, "the catalog, .yaml or .csv")
      ->required()
      ->check(extension(catalog_extensions));
  std::vector<std::string> known;
  for (const writer& w : writers) known.emplace_back(w.extension);
  command->add_option("-o,--output", options->output, "the file to write")->required()->check(extension(known));
  add_header_options(command, options->header);
  return [command, options] { return *command ? generate(*options) : success; };
}

action add_check(CLI::App& app) {
  const auto options = std::make_shared<check_options>();
  CLI::App* command = app.add_subcommand("check", "say every problem of a catalog");
  command->add_option("catalog", options->catalog, "the catalog, .yaml or .csv")
      ->required()
      ->check(extension(catalog_extensions));
  command->add_option("--against", options->against, "an edition that is published: what breaks its users is an error")
      ->check(extension(catalog_extensions));
  command->add_flag("--strict", options->strict, "fail on warnings too");
  add_header_options(command, options->header);
  return [command, options] { return *command ? check_catalog(*options) : success; };
}

action add_diff(CLI::App& app) {
  const auto options = std::make_shared<diff_options>();
  CLI::App* command =
      app.add_subcommand("diff", "compare two editions of a catalog, code by code; 1 if it breaks users");
  command->add_option("old", options->before, "the published catalog")
      ->required()
      ->check(extension(catalog_extensions));
  command->add_option("new", options->after, "the catalog to come")->required()->check(extension(catalog_extensions));
  command->add_flag("--json", options->json, "print JSON");
  command->add_option("--prefix", options->prefix, "what stands before the dot of every code of CSV catalogs");
  return [command, options] { return *command ? diff(*options) : success; };
}

action add_import(CLI::App& app) {
  const auto options = std::make_shared<import_options>();
  CLI::App* command = app.add_subcommand("import", "make a catalog of a document's error table, through pandoc");
  command->add_option("document", options->document, "the document; - reads a tree of pandoc's (-t json)")->required();
  command->add_option("-o,--output", options->output, "the catalog to write, .yaml or .csv")
      ->required()
      ->check(extension(catalog_extensions));
  command->add_option("--from", options->from, "pandoc's name of the document's format");
  command->add_option("--column", options->columns, "FIELD=HEADING, for a heading that is not known")->take_all();
  CLI::Option* table = command->add_option("--table", options->table, "which table of the document, from 1");
  command->add_flag("--all", options->all, "all tables with a column of codes, as one catalog")->excludes(table);
  command->add_flag("--update", options->update,
                    "keep the names, notes and retired marks of the catalog that is there");
  add_header_options(command, options->header);
  return [command, options] { return *command ? import(*options) : success; };
}

}  // namespace

int main(int argc, char** argv) try {  // NOLINT(bugprone-exception-escape): when memory is out, it ends
  std::signal(SIGXFSZ, SIG_IGN);       // a limit on the size of files is an error as a full disk is, not the tool's end
  CLI::App app("errcat keeps catalogs of errors and compiles them into C++ headers.", "errcat");
  app.set_version_flag("--version", "errcat " ERRCAT_VERSION);
  app.set_help_all_flag("--help-all", "Print this, and the options of every subcommand");
  app.require_subcommand(1);
  app.failure_message(usage_message);
  const action actions[] = {add_generate(app), add_check(app), add_diff(app), add_import(app)};
  try {
    app.parse(argc, argv);
    int status = success;
    for (const action& act : actions) status |= act();  // one command is named; the others do nothing
    return status;
  } catch (const CLI::ParseError& error) {
    std::ostringstream help;
    if (app.exit(error, help) != 0) return usage_or_file;
    print(help.str());
    return success;
  }
} catch (const std::exception& error) {
  std::cerr << "errcat: " << printable(error.what()) << '\n';
  return usage_or_file;
}
