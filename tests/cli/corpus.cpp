// SPDX-License-Identifier: Apache-2.0
// Real published pages, which are not in the repository. The environment variable ERRCAT_CORPUS names their folder.
#include "check.hpp"

#include <errcat/json.hpp>

#include "programs.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/transcription.hpp"

#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

/// Returns the folder. If none is given, prints a line that CTest recognizes as a skipped test.
std::optional<fs::path> corpus() {
  const char* const folder = std::getenv("ERRCAT_CORPUS");
  if (folder != nullptr && fs::is_directory(folder)) return fs::absolute(folder);
  std::cout << "skipped: ERRCAT_CORPUS does not name a folder\n";
  return std::nullopt;
}

std::string tool_in(const fs::path& folder) { return "cd " + word(folder) + " && " + tool + " "; }

struct page {
  const char* file;
  const char* options;
  int rows;
  bool sound;  // no repeated codes, no odd statuses
};

// Counted by an independent reader.
const page pages[] = {
    {"auto_scaling.rst", "", 260, true},
    {"bare_metal_server.rst", "", 112, true},
    {"cloud_backup_recovery.rst", "", 160, true},
    {"cloud_server_backup.rst", "", 53, false},
    {"elastic_cloud_server.rst", "", 155, true},
    {"elastic_volume_service.rst", "", 135, false},
    {"identity_access_management.rst", "", 115, true},
    {"ims_2020_html_in_markdown.md", "--from html", 167, true},
    {"nat_gateway.rst", "", 190, false},
    {"nat_gateway_v2.rst", "", 75, false},
    {"object_storage_service.rst", "", 96, false},
    {"relational_database_service.rst", "--table 1", 126, true},
    {"relational_database_service.rst", "--table 2", 104, true},
    {"relational_database_service.rst", "--table 3", 9, true},
    {"sfs_turbo.rst", "", 51, false},
    {"virtual_private_cloud.rst", "", 201, false},
};

catalog read_back(const fs::path& file, std::string& text) {
  text = get(file);
  diagnostics found;
  catalog subject = read_yaml("c.yaml", text, found).value();
  CHECK(printed(found).empty());
  return subject;
}

}  // namespace

TEST_CASE("corpus: every page is imported whole, and compiles or is refused with every error", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  const fs::path work = scratch("corpus-pages");
  int sum = 0;
  int number = 0;
  std::string program = "#include <string_view>\n";
  std::string checks;
  for (const auto& [file, options, rows, sound] : pages) {
    INFO(file << ' ' << options);
    const std::string name = "c" + std::to_string(++number);
    const auto imported =
        run(tool_in(work) + "import " + word(*folder / "pages" / file) + " -o " + name + ".yaml " + options);
    INFO(imported.err);
    REQUIRE(imported.status == 0);
    std::string text;
    const catalog subject = read_back(work / (name + ".yaml"), text);
    CHECK(static_cast<int>(subject.rows.size()) == rows);
    sum += static_cast<int>(subject.rows.size());

    // Counts independently what `check` must report: repeated codes, and statuses that are not HTTP statuses.
    std::set<std::string> seen;
    std::size_t offending = 0;
    for (const row& r : subject.rows) {
      if (!seen.insert(r.code.text).second) ++offending;
      if (r.status.text.size() != 3 || r.status.text.find_first_not_of("0123456789") != std::string::npos) ++offending;
    }
    CHECK((offending == 0) == sound);
    const auto generated = run(tool_in(work) + "generate " + name + ".yaml -o " + name + ".hpp");
    INFO(generated.err);
    CHECK(generated.status == (sound ? 0 : 1));
    CHECK(fs::exists(work / (name + ".hpp")) == sound);
    std::size_t lines = 0;
    for (std::size_t at = generated.err.find(": error: "); at != std::string::npos;
         at = generated.err.find(": error: ", at + 1))
      ++lines;
    CHECK(lines == offending);
    if (!sound) continue;
    program += "#include \"" + name + ".hpp\"\n";
    checks += "static_assert(" + name + "::errors.size() == " + std::to_string(rows) + ");\n";
    checks += "constexpr std::string_view codes_" + name + "[] = {";
    for (const row& r : subject.rows) checks += '"' + r.code.text + "\", ";
    checks += "};\nconstexpr bool finds_" + name + "() { for (auto code : codes_" + name + ") { auto e = " + name +
              "::errors.find(code); if (!e || e->code() != code) return false; } return true; }\nstatic_assert(finds_" +
              name + "());\n";
  }
  CHECK(sum == 2009);
  put(work / "all.cpp", program + checks);
  const auto compiled =
      run("cd " + word(work) + " && " + word(COMPILER) +
          " -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I" + word(INCLUDE) + " all.cpp");
  INFO(compiled.err.substr(0, 2000));
  CHECK(compiled.status == 0);
}

TEST_CASE("corpus: merged cells are refused with their lines", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  const fs::path work = scratch("corpus-merged");
  const fs::path file = *folder / "pages" / "merged_cells_synthetic.rst";
  const auto result = run(tool_in(work) + "import " + word(file) + " -o c.yaml");
  CHECK(result.status == 1);
  for (const char* place : {":8:11: ", ":11:20: ", ":19:51: "}) {
    CHECK(result.err.find(file.string() + place + "error: merged cells") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(work / "c.yaml"));

  // In a tree without the source, only the blocks that pandoc makes of merged cells show them.
  const auto tree = run("cd " + word(work) + " && pandoc -f rst -t json " + word(file) + " > tree.json && " + tool +
                        " import tree.json -o c.yaml");
  CHECK(tree.status == 1);
  CHECK(tree.err.find("merged cells") != std::string::npos);
}

TEST_CASE("corpus: the 2020 edition has message and description the right way round", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  const fs::path work = scratch("corpus-2020");
  REQUIRE(
      run(tool_in(work) + "import " + word(*folder / "pages/ims_2020_html_in_markdown.md") + " -o c.yaml --from html")
          .status == 0);
  std::string text;
  for (const row& r : read_back(work / "c.yaml", text).rows) {
    if (r.code.text != "IMG.0007") continue;
    CHECK(r.message.text == "The request body is empty.");
    CHECK(r.description.text == "The message body is empty.");
  }
}

TEST_CASE("corpus: the shipped edition equals the committed catalog, cell for cell", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  const fs::path work = scratch("corpus-shipped");
  const auto imported = run(tool_in(work) + "import " + word(*folder / "ims-history/2023-05-17.rst") + " -o c.yaml");
  REQUIRE(imported.status == 0);
  CHECK(imported.err.empty());
  std::string text;
  const catalog subject = read_back(work / "c.yaml", text);
  const std::vector<table_row> reference = rows_of_yaml(IMG_CATALOG);
  REQUIRE(subject.rows.size() == reference.size());
  CHECK(subject.prefix.text == "IMG");
  for (std::size_t i = 0; i != reference.size(); ++i) {
    INFO(reference[i].code);
    CHECK(subject.rows[i].code.text == reference[i].code);
    CHECK(subject.rows[i].status.text == reference[i].status);
    CHECK(subject.rows[i].message.text == reference[i].message);
    CHECK(subject.rows[i].description.text == reference[i].description);
    CHECK(subject.rows[i].handling_measure.text == reference[i].handling_measure);
  }
}

TEST_CASE("corpus: the six editions differ as an independent reader counted", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  const fs::path work = scratch("corpus-history");
  struct step {
    const char* edition;
    const char* verdict;
    std::size_t added;
    std::size_t fields;
    std::size_t codes;
  };
  const step steps[] = {{"2022-11-09", "same", 0, 0, 0},
                        {"2023-01-31", "compatible", 21, 7, 4},
                        {"2023-05-17", "wording", 0, 6, 2},
                        {"2024-01-11", "breaking", 0, 4, 3},
                        {"2025-05-12", "wording", 0, 1, 1}};
  const fs::path history = *folder / "ims-history";
  REQUIRE(run(tool_in(work) + "import " + word(history / "2022-10-05.rst") + " -o c.yaml").status == 0);
  for (const auto& [edition, verdict, added, fields, codes] : steps) {
    INFO(edition);
    fs::copy_file(work / "c.yaml", work / "before.yaml", fs::copy_options::overwrite_existing);
    REQUIRE(run(tool_in(work) + "import " + word(history / (std::string(edition) + ".rst")) + " -o c.yaml --update")
                .status == 0);
    const auto result = run(tool_in(work) + "diff before.yaml c.yaml --json");
    CHECK(result.status == (std::string(verdict) == "breaking" ? 1 : 0));
    const auto changes = nlohmann::json::parse(result.out);
    std::size_t changed = 0;
    for (const auto& change : changes["changed"]) changed += change["fields"].size();
    CHECK(changes["verdict"] == verdict);
    CHECK(changes["added"].size() == added);
    CHECK(changes["removed"].empty());
    CHECK(changes["retired"].empty());
    CHECK(changed == fields);
    CHECK(changes["changed"].size() == codes);
  }
}

TEST_CASE("corpus: captured responses are read as expected", "[may-skip]") {
  const auto folder = corpus();
  if (!folder) return;
  std::istringstream lines(get(*folder / "error_responses.jsonl") + get(*folder / "error_responses_2.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto captured = nlohmann::json::parse(line);
    const auto read = errcat::parse_error_response(captured["body"].get<std::string>());
    INFO(line);
    CHECK(read.has_value() == !captured["expect"].is_null());
    if (!read) continue;
    CHECK(captured["expect"]["code"] == read->code);
    CHECK(captured["expect"]["message"] == read->message);
    CHECK(captured["expect"]["request_id"] == read->request_id);
  }
  CHECK(count == 73);
}
