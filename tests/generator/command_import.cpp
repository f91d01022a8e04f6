// SPDX-License-Identifier: Apache-2.0
// errcat import as a function.
#include "commands.hpp"
#include "file.hpp"
#include "usage.hpp"
#include "write.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"

#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

const std::string schema(yaml_schema_line);
const std::string page_head = "| Code | Status | Message | Description | Measure |\n|---|---|---|---|---|\n";
const std::string page = page_head + "| P.1 | 400 | Gone. | D. | H. |\n";

/// The folder of a test, with a page and the options to import it.
struct import_test {
  fs::path folder;
  import_options options;
  std::string err;

  explicit import_test(const char* name, const std::string& content = page) : folder(scratch(name)) {
    options.document = (folder / "page.md").string();
    options.output = (folder / "c.yaml").string();
    put(options.document, content);
  }
  exit_status run() {
    std::ostringstream out;
    const exit_status status = run_import(options, out);
    err = out.str();
    return status;
  }
  [[nodiscard]] bool wrote() const { return fs::exists(options.output); }
};

}  // namespace

TEST_CASE("import makes a catalog whose names are proposed") {
  import_test test("import-new");
  test.options.header.source = "Page, 2024";
  CHECK(test.run() == success);
  CHECK(test.err.empty());
  CHECK(get(test.options.output) ==
        schema +
            "namespace: c\nprefix: P\nsource: Page, 2024\nerrors:\n- code: P.1\n  name: gone\n  status: 400\n"
            "  message: Gone.\n  description: D.\n  handling_measure: H.\n  proposed: true\n");
}

TEST_CASE("import takes missing options from the document and the names of the files") {
  import_test test("import-defaults", page_head + "| P.1 | 400 | Gone. | D. | H. |\n| Q.1 | 400 | Lost. | D. | H. |\n");
  test.options.output = (test.folder / "1 class.yaml").string();
  CHECK(test.run() == success);
  CHECK(get(test.options.output).starts_with(schema + "namespace: code_1_class\nsource: page.md\nerrors:\n"));
  test.options.output = (test.folder / "named.yaml").string();
  test.options.header.name_space = "a::b";
  CHECK(test.run() == success);
  CHECK(get(test.options.output).starts_with(schema + "namespace: a::b\nsource: page.md\nerrors:\n"));
  test.options.output = (test.folder / "class.yaml").string();
  test.options.header = {"", "X", "MIT", "s"};
  CHECK(test.run() == success);
  CHECK(get(test.options.output)
            .starts_with(schema + "namespace: imported\nprefix: X\nlicense: MIT\nsource: s\nerrors:\n"));
}

TEST_CASE("import writes CSV if the extension says so") {
  import_test test("import-csv");
  test.options.output = (test.folder / "c.csv").string();
  CHECK(test.run() == success);
  CHECK(get(test.options.output) ==
        "code,name,status,message,description,handling_measure,group,retired,proposed,note\n"
        "P.1,gone,400,Gone.,D.,H.,,,true,\n");
}

TEST_CASE("import warns of rows that break rules and imports them as they are") {
  import_test test("import-odd", page_head + "| P.1 | 400/404 | Gone. | D. | H. |\n");
  CHECK(test.run() == success);
  CHECK(test.err == test.options.document +
                        ", table 1, row 1: warning: invalid status '400/404'; expected an HTTP status, 100 to 599\n");
  CHECK(get(test.options.output).find("  status: 400/404\n") != std::string::npos);
}

TEST_CASE("import warns of options that break rules") {
  import_test test("import-odd-option");
  test.options.header.license = "MIT?";
  CHECK(test.run() == success);
  CHECK(test.err ==
        test.options.document + ": warning: invalid license 'MIT?'; expected an SPDX expression, such as Apache-2.0\n");
}

TEST_CASE("import warns of rows without a status where the page has them") {
  import_test test("import-no-status",
                   "| Code | Message | Description | Measure |\n|---|---|---|---|\n| P.1 | M. | D. | H. |\n");
  CHECK(test.run() == success);
  const std::string page_name = test.options.document;
  CHECK(test.err ==
        page_name +
            ", table 1: warning: no status column; the field stays empty (use --status N if all have one status)\n" +
            page_name + ", table 1, row 1: warning: invalid status ''; expected an HTTP status, 100 to 599\n");
  test.options.document = (test.folder / "page.csv").string();
  test.options.output = (test.folder / "of_csv.yaml").string();
  put(test.options.document, "Code,Status,Message,Description,Measure\nP.1,40x,M.,D.,H.\n");
  CHECK(test.run() == success);
  CHECK(test.err ==
        test.options.document + ":2:5: warning: invalid status '40x'; expected an HTTP status, 100 to 599\n");
}

TEST_CASE("import --update changes only what the page has, and keeps the layout of the catalog") {
  import_test test("import-update");
  const std::string kept =
      "# by hand\nnamespace: cafe\nprefix: P\nsource: s  # of 2024\nerrors:\n"
      "  - {code: P.1, name: mine, status: 400, message: Gone., description: D., handling_measure: H., note: mine}\n";
  const std::string second =
      "  - {code: P.2, name: two, status: 400, message: M., description: D., handling_measure: H.}\n";
  test.options.update = true;
  put(test.options.output, kept);
  CHECK(test.run() == success);
  CHECK(test.err.empty());
  CHECK(get(test.options.output) == kept);

  put(test.options.output, kept + second);
  put(test.options.document, page_head + "| P.1 | 404 | Gone. | D. | H. |\n| P.3 | 400 | Fresh. | D. | |\n");
  test.options.header.source = "Page, 2025";
  CHECK(test.run() == success);
  CHECK(test.err.find(":7:5: warning: code 'P.2' is no longer published; marked as retired\n") != std::string::npos);
  CHECK(get(test.options.output) ==
        "# by hand\nnamespace: cafe\nprefix: P\nsource: Page, 2025  # of 2024\nerrors:\n"
        "  - {code: P.1, name: mine, status: 404, message: Gone., description: D., handling_measure: H., note: mine}\n"
        "  - {code: P.2, name: two, status: 400, message: M., description: D., handling_measure: H., retired: true}\n"
        "  - code: P.3\n    name: fresh\n    status: 400\n    message: Fresh.\n    description: D.\n"
        "    handling_measure: \"\"\n    proposed: true\n");
}

TEST_CASE("import --update leaves the fields that the page does not have") {
  import_test test("import-update-column", "| Code | Description |\n|---|---|\n| P.1 | New. |\n| P.2 | New. |\n");
  const std::string rest = ", description: Old., handling_measure: H.}\n";
  put(test.options.output,
      "namespace: n\nsource: s\nprefix: P\nerrors:\n- {code: P.1, name: a, status: 404, message: M." + rest +
          "- {code: P.2, name: b, status: 404, message: Old." + rest);
  test.options.update = true;
  CHECK(test.run() == success);
  const std::string now = ", description: New., handling_measure: H.}\n";
  CHECK(get(test.options.output) ==
        "namespace: n\nsource: s\nprefix: P\nerrors:\n- {code: P.1, name: a, status: 404, message: M." + now +
            "- {code: P.2, name: b, status: 404, message: New." + now);  // its message was made of the description
}

TEST_CASE("import --update refuses a catalog that cannot be read and leaves it") {
  import_test test("import-update-bad");
  test.options.update = true;
  for (const char* broken : {"namespace: [", "namespace: n\n"}) {
    put(test.options.output, broken);
    CHECK(test.run() == failure);
    CHECK(test.err.find(test.options.output + ":") == 0);
    CHECK(get(test.options.output) == broken);
  }
}

TEST_CASE("import --update writes a catalog without rows again, and says so") {
  import_test test("import-update-empty");
  test.options.update = true;
  put(test.options.output, "# mine\nnamespace: n\nprefix: P\nsource: s\nerrors: []\n");
  CHECK(test.run() == success);
  CHECK(test.err ==
        test.options.output + ": warning: cannot be edited in place; written without its comments and layout\n");
  CHECK(get(test.options.output)
            .starts_with("namespace: 'n'\nprefix: P\nsource: s\nerrors:\n- code: P.1\n  name: gone\n"));
}

TEST_CASE("import --update makes a new catalog if there is none") {
  import_test test("import-update-new");
  test.options.update = true;
  CHECK(test.run() == success);
  CHECK(test.wrote());
}

TEST_CASE("import --update leaves a CSV catalog whose errors have not changed as it is") {
  import_test test("import-update-csv");
  test.options.output = (test.folder / "c.csv").string();
  test.options.update = true;
  const std::string kept = "name,code,status,message,description,handling_measure\r\n\"gone\",P.1,400,Gone.,D.,H.\r\n";
  put(test.options.output, kept);
  CHECK(test.run() == success);
  CHECK(get(test.options.output) == kept);
}

TEST_CASE("import refuses to overwrite a catalog") {
  import_test test("import-exists");
  put(test.options.output, "old");
  CHECK_THROWS_AS(test.run(), usage_error);
  CHECK_THROWS_WITH(test.run(), test.options.output +
                                    " exists; --update imports the document as its next edition and keeps its names");
  CHECK(get(test.options.output) == "old");
}

TEST_CASE("import wants a choice among several tables") {
  import_test test("import-tables", page + "\nText\n\n" + page_head +
                                        "| P.2 | 404 | Lost. | D. | H. |\n| P.3 | 404 | Lost. | D. | H. |\n");
  CHECK(test.run() == failure);
  CHECK(test.err ==
        test.options.document +
            ": error: several tables have a code column: 1 (1 row), 2 (2 rows); choose with --table N or --all\n");
  test.options.table = 3;
  CHECK(test.run() == failure);
  CHECK(test.err == test.options.document +
                        ": error: no rows in the chosen table; tables with a code column: 1 (1 row), 2 (2 rows)\n");
  CHECK_FALSE(test.wrote());
  test.options.table = 2;
  CHECK(test.run() == success);
  CHECK(get(test.options.output).find("P.1") == std::string::npos);
  fs::remove(test.options.output);
  test.options.table = 0;
  test.options.all = true;
  CHECK(test.run() == success);
  CHECK(get(test.options.output).find("P.1") < get(test.options.output).find("P.3"));
}

TEST_CASE("import reads a column by the heading that an option names") {
  import_test test("import-column",
                   "| Code | Status | Meaning | Description | Measure |\n|---|---|---|---|---|\n"
                   "| P.1 | 400 | Gone. | D. | H. |\n");
  test.options.columns = {"message=Meaning"};
  CHECK(test.run() == success);
  CHECK(test.err.empty());
  for (const char* wrong : {"message", "note=Meaning", "=Meaning"}) {
    fs::remove(test.options.output);
    test.options.columns = {wrong};
    CHECK_THROWS_WITH(
        test.run(),
        std::string("--column ") + wrong +
            ": expected FIELD=HEADING, where FIELD is code, name, status, message, description, handling_measure, or "
            "none to ignore the column");
    CHECK_FALSE(test.wrote());
  }
  fs::remove(test.options.output);
  for (const char* field : {"code", "name", "status", "message", "description", "handling_measure"}) {
    test.options.columns = {field + std::string("=no such column")};
    CHECK(test.run() == failure);
    CHECK(test.err == test.options.document + ": error: no table has a column 'no such column', which --column " +
                          field + " names\n");
  }
  test.options.columns = {"message=caf\xE9"};
  CHECK_THROWS_WITH(test.run(), "an option is not valid UTF-8");
}

TEST_CASE("import refuses a document without an error table, and merged cells") {
  import_test test("import-none", "text\n");
  CHECK(test.run() == failure);
  CHECK(test.err.find(": error: no table has a code column") != std::string::npos);
  test.options.document = (test.folder / "page.rst").string();
  put(test.options.document, "+---+---+\n| a | b |\n+---+---+\n| across|\n+---+---+\n");
  CHECK(test.run() == failure);
  CHECK(test.err.find("page.rst:4:5: error: merged cells") != std::string::npos);
  CHECK_FALSE(test.wrote());
}

TEST_CASE("import doesn't say that a table is empty whose columns are unclear") {
  import_test test("import-unclear", "| Code | Error code | Message |\n|---|---|---|\n");
  CHECK(test.run() == failure);
  CHECK(test.err.find("error: two columns for 'code'") != std::string::npos);
  CHECK(test.err.find("no rows") == std::string::npos);
  CHECK_FALSE(test.wrote());
}

TEST_CASE("import refuses a format that it does not know") {
  import_test test("import-format");
  test.options.document = "page.txt";
  CHECK_THROWS_WITH(test.run(), "page.txt: unknown document format; name it with --from, such as --from html");
  test.options.document = (test.folder / "page.md").string();
  test.options.output = (test.folder / "c.txt").string();
  CHECK_THROWS_AS(test.run(), usage_error);
  CHECK_FALSE(test.wrote());
  test.options.output = (test.folder / "c.yaml").string();
  test.options.from = "nonsense";
  CHECK_THROWS_WITH(test.run(), Catch::Matchers::StartsWith(test.options.document + ": pandoc failed with status ") &&
                                    Catch::Matchers::EndsWith("; check the format (--from)"));
  CHECK_FALSE(test.wrote());
}

TEST_CASE("import names a document that cannot be read") {
  import_test test("import-missing");
  fs::remove(test.options.document);
  CHECK_THROWS_AS(test.run(), file_error);
  CHECK_FALSE(test.wrote());
}

TEST_CASE("import --update changes nothing if the page is imported again") {
  import_test test("import-update-twice", page_head + "| P.1 | 404 | Lost. | D. | |\n| P.3 | 400 | Fresh. | D. | |\n");
  test.options.update = true;
  put(test.options.output,
      "namespace: cafe\nprefix: P\nsource: s\nerrors:\n"
      "- {code: P.1, name: mine, status: 400, message: Gone., description: D., handling_measure: H.}\n"
      "- {code: P.2, name: two, status: 400, message: M., description: D., handling_measure: H.}\n");
  CHECK(test.run() == success);
  CHECK(test.err.find("code 'P.2' is no longer published; marked as retired") != std::string::npos);
  const std::string once = get(test.options.output);
  CHECK(once.find("code: P.3\n") != std::string::npos);
  fs::permissions(test.options.output, static_cast<fs::perms>(0640));
  const auto written = fs::last_write_time(test.options.output);
  CHECK(test.run() == success);
  CHECK(test.err.empty());
  CHECK(get(test.options.output) == once);
  CHECK(fs::last_write_time(test.options.output) == written);
}
