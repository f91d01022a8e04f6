// SPDX-License-Identifier: Apache-2.0
// The generator as users run it: exit statuses, messages, files.
#include "programs.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <algorithm>

namespace fs = std::filesystem;

TEST_CASE("errcat generate writes a header") {
  const fs::path folder = scratch("errcat-generate");
  put(folder / "c.csv", csv_catalog);
  const auto result =
      run("cd " + word(folder) + " && " + tool + " generate c.csv -o c.hpp --namespace n --prefix P --source s");
  CHECK(result.status == 0);
  CHECK(result.out.empty());
  CHECK(result.err.empty());
  CHECK(get(folder / "c.hpp").find("P_1 = 1,") != std::string::npos);
}

TEST_CASE("errcat generate reports every error and leaves the old file") {
  const fs::path folder = scratch("errcat-refusal");
  put(folder / "c.csv", csv_catalog + "P.1,one,4,M.,D.,H.\n");
  put(folder / "c.hpp", "old");
  const auto result =
      run("cd " + word(folder) + " && " + tool + " generate c.csv -o c.hpp --namespace n --prefix P --source s");
  CHECK(result.status == 1);
  CHECK(result.out.empty());
  CHECK(result.err ==
        "c.csv:3:1: error: duplicate code 'P.1' (first used at c.csv:2:1)\n"
        "c.csv:3:5: error: duplicate name 'one' (first used at c.csv:2:5)\n"
        "c.csv:3:9: error: invalid status '4'; expected an HTTP status, 100 to 599\n");
  CHECK(get(folder / "c.hpp") == "old");
  CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 2);
}

TEST_CASE("errcat exits with 2 after wrong usage and unusable files") {
  const fs::path folder = scratch("errcat-usage");
  put(folder / "c.csv", csv_catalog);
  const std::string in = "cd " + word(folder) + " && " + tool;
  CHECK(run(in).status == 2);
  CHECK(run(in + " nonsense").status == 2);
  CHECK(run(in + " generate c.csv").status == 2);
  CHECK(run(in + " generate c.csv -o c.txt").status == 2);
  CHECK(run(in + " generate c.txt -o c.hpp").status == 2);
  const auto missing = run(in + " generate none.csv -o c.hpp --namespace n --prefix P --source s");
  CHECK(missing.status == 2);
  CHECK(missing.err == "errcat: none.csv: cannot be read: No such file or directory\n");
  const auto unwritable = run(in + " generate c.csv -o no/c.hpp --namespace n --prefix P --source s");
  CHECK(unwritable.status == 2);
  CHECK(unwritable.err == "errcat: no/c.hpp: cannot be written: No such file or directory\n");
  const auto twice = run(in + " generate " + word(IMG_CATALOG) + " -o c.hpp --namespace n");
  CHECK(twice.status == 2);
  CHECK(twice.err ==
        "errcat: --namespace, --prefix, --license, --source, --source-url, --body and --media-type are only for CSV; a "
        "YAML catalog "
        "holds them itself\n");
  CHECK_FALSE(fs::exists(folder / "c.hpp"));
}

TEST_CASE("errcat shows its arguments without control characters") {
  const std::string acts = "$(printf 'x\\033\\302\\233\\342\\200\\256')";
  const std::string shown = "xU+001BU+009BU+202E";
  CHECK(run(tool + " check " + acts + ".yaml").err ==
        "errcat: " + shown + ".yaml: cannot be read: No such file or directory\n");
  CHECK(run(tool + " check " + acts).err ==
        "errcat: " + shown + ": unknown file format; expected a .yaml, .yml or .csv file\n");
  const std::string file = word(scratch("acts")) + "/" + acts + ".csv";
  CHECK(run("printf code >" + file + "; " + tool + " check " + file).err.find(shown + ".csv:1:1: error: ") !=
        std::string::npos);
}

TEST_CASE("errcat generate needs options for what CSV does not hold") {
  const fs::path folder = scratch("errcat-options");
  put(folder / "c.csv", csv_catalog);
  const std::string in = "cd " + word(folder) + " && " + tool + " generate c.csv -o c.hpp";
  const std::string needed = "errcat: CSV catalogs need --namespace and --source\n";
  CHECK(run(in).err == needed);
  CHECK(run(in + " --namespace n").err == needed);
  CHECK(run(in + " --namespace n --source s").status == 0);
  CHECK(run(in + " --namespace n --source \"$(printf 'caf\\351')\"").err == "errcat: an option is not valid UTF-8\n");
  CHECK(run(in + " --namespace n --source \"$(printf 'caf\\351')\"").status == 2);
}

TEST_CASE("errcat generate takes what CSV does not hold from options, and writes only the codes that are named") {
  const fs::path folder = scratch("errcat-csv-options");
  put(folder / "c.csv", csv_catalog + "P.2,two,404,N.,D.,H.\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " generate c.csv --namespace n --prefix P --source s";
  CHECK(run(in +
            " -o c.yaml --license MIT --source-url https://a.example --body '{\"c\":\"{code}\",\"m\":\"{message}\"}'" +
            " --media-type a/b")
            .status == 0);
  CHECK(get(folder / "c.yaml")
            .starts_with("namespace: 'n'\nprefix: P\nlicense: MIT\nsource: s\nsource_url: https://a.example\n"
                         "body: '{\"c\":\"{code}\",\"m\":\"{message}\"}'\nmedia_type: a/b\nerrors:\n"));
  CHECK(run(in + " -o c.openapi.json --codes P.2").status == 0);
  CHECK(get(folder / "c.openapi.json").find("P.1") == std::string::npos);
  CHECK(get(folder / "c.openapi.json").find("P.2") != std::string::npos);
}

TEST_CASE("errcat init writes a catalog to begin with") {
  const fs::path folder = scratch("errcat-init");
  const std::string in = "cd " + word(folder) + " && " + tool + " init";
  CHECK(run(in + " --prefix P").err.starts_with("catalog is required\n"));
  CHECK(run(in + " c.yaml").err.starts_with("--prefix is required\n"));
  CHECK(run(in + " c.yaml").status == 2);
  CHECK(run(in + " c.yaml --prefix P").status == 0);
  CHECK(run(in + " c.yaml --prefix P").status == 2);  // it exists
  CHECK(run("cd " + word(folder) + " && " + tool + " check c.yaml --strict").status == 0);
}

TEST_CASE("errcat generate writes each format by its extension") {
  const fs::path folder = scratch("errcat-formats");
  const std::string in = "cd " + word(folder) + " && " + tool + " generate " + word(IMG_CATALOG) + " -o c";
  for (const char* extension : {".hpp", ".yaml", ".csv", ".json", ".md", ".html"}) {
    CHECK(run(in + extension).status == 0);
    CHECK(get(folder / (std::string("c") + extension)).find("IMG.0024") != std::string::npos);
  }
  CHECK(get(folder / "c.hpp") == get(IMG_HEADER));
  CHECK(run("cd " + word(folder) + " && " + tool + " diff c.yaml " + word(IMG_CATALOG)).out.starts_with("same: "));
}

TEST_CASE("errcat check reports errors and warnings, and fails on warnings only if strict") {
  const fs::path folder = scratch("errcat-check");
  put(folder / "good.csv", csv_catalog);
  put(folder / "odd.csv", "code,name,status,message,description,handling_measure\nP.1,one,400,M,D.,H.\n");
  put(folder / "bad.csv", "code,name,status,message,description,handling_measure\nP.1,one,4,M,D.,H.\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " check --prefix P ";
  CHECK(run(in + "good.csv --strict").status == 0);
  const auto odd = run(in + "odd.csv");
  CHECK(odd.status == 0);
  CHECK(odd.err == "odd.csv:2:13: warning: message does not end with punctuation; write a sentence [no-punctuation]\n");
  CHECK(run(in + "odd.csv --strict").status == 1);
  const auto bad = run(in + "bad.csv");
  CHECK(bad.status == 1);
  CHECK(bad.err ==
        "bad.csv:2:9: error: invalid status '4'; expected an HTTP status, 100 to 599\n"
        "bad.csv:2:11: warning: message does not end with punctuation; write a sentence [no-punctuation]\n");
  CHECK(run(tool + " check " + word(IMG_CATALOG)).status == 0);
  CHECK(run(in + "odd.csv --allow no-punctuation good.csv --strict").status == 0);
  CHECK(run(in + "odd.csv --format github").err ==
        "::warning file=odd.csv,line=2,col=13::message does not end with punctuation; write a sentence "
        "[no-punctuation]\n");
  CHECK(run(in + "odd.csv --format text").err == odd.err);
  CHECK(run(in + "odd.csv --format other").status == 2);
  CHECK(run(in + "bad.csv good.csv").status == 1);
  CHECK(run(in + "good.csv bad.csv").status == 1);
  CHECK(run(in).err.starts_with("catalogs is required\n"));
  const auto explained = run(in + "none.csv --explain no-punctuation");
  CHECK(explained.status == 0);
  CHECK(explained.out ==
        "Users see a message together with other sentences. Write it as a sentence that ends with '.', '!' or '?'.\n");
  CHECK(explained.err.empty());
}

TEST_CASE("errcat used takes exemptions with --unused, and several at once") {
  const fs::path folder = scratch("errcat-used");
  put(folder / "c.csv", csv_catalog + "P.2,two,404,N.,D.,H.\nP.3,three,404,N.,D.,H.\n");
  put(folder / "source", "P.1\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " used c.csv --prefix P";
  CHECK(run(in + " source").status == 0);
  CHECK(run(in + " source --unused").status == 1);
  CHECK(run(in + " source --unused --exempt P.2").err == "c.csv:4:1: error: code 'P.3' is not used\n");
  CHECK(run(in + " source --unused --exempt P.2,P.3").status == 0);
  CHECK(run(in + " source --exempt P.2").err.starts_with("--exempt requires --unused\n"));
  CHECK(run(in).err.starts_with("paths is required\n"));
  CHECK(run(tool + " used").err.starts_with("catalog is required\n"));
}

TEST_CASE("errcat check --against refuses what breaks the users of a published catalog") {
  const fs::path folder = scratch("errcat-against");
  put(folder / "old.csv", csv_catalog + "P.2,two,400,M.,D.,H.\n");
  put(folder / "new.csv", "code,name,status,message,description,handling_measure\nP.1,uno,400,M.,D.,H.\n");
  const auto result = run("cd " + word(folder) + " && " + tool + " check new.csv --against old.csv --prefix P");
  CHECK(result.status == 1);
  CHECK(result.err ==
        "new.csv:1:1: error: published code 'P.2' (old.csv:3:1) is missing; keep it, and mark it as retired if it is "
        "out of use\n"
        "new.csv:2:5: error: name of 'P.1' changed from 'one' to 'uno' (published at old.csv:2:1)\n");
  CHECK(run("cd " + word(folder) + " && " + tool + " check old.csv --against old.csv --prefix P").status == 0);
  const std::string rows = "source: s\nerrors:\n  - {code: P.1, name: one, status: 400, message: M.}\n";
  put(folder / "old.yaml", "namespace: n\nprefix: P\n" + rows);
  put(folder / "new.yaml", "namespace: other\n" + rows);
  CHECK(run("cd " + word(folder) + " && " + tool + " check new.yaml --against old.yaml 2>&1 | grep changed").out ==
        "new.yaml:1:1: error: namespace changed from 'n' to 'other'\n"
        "new.yaml:1:1: error: prefix changed from 'P' to ''\n");
}

TEST_CASE("errcat diff prints changes, in colour only on a terminal") {
  const fs::path folder = scratch("errcat-diff");
  put(folder / "old.csv", csv_catalog);
  put(folder / "new.csv", csv_catalog + "P.2,two,400,M.,D.,H.\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " diff --prefix P ";
  const auto more = run(in + "old.csv new.csv");
  CHECK(more.status == 0);
  CHECK(more.out == "compatible: 1 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n+ P.2 added: 'M.'\n");
  CHECK(run(in + "new.csv old.csv").status == 1);
  CHECK(run(in + "new.csv old.csv --json").out.starts_with("{\n  \"verdict\": \"breaking\""));
  CHECK(run(in + "old.csv new.csv --markdown").out.starts_with("**compatible**: 1 added"));
  CHECK(run(in + "old.csv none.csv").status == 2);
  CHECK(run(in + "old.csv new.csv >/dev/full").status == 2);
  const std::string yaml =
      "namespace: n\nprefix: P\nsource: s\nerrors: [{code: P.1, name: a, status: 400, message: M.}]";
  put(folder / "c.yaml", yaml);
  const std::string piped = "cd " + word(folder) + " && sed s/400/404/ c.yaml | " + tool + " diff ";
  CHECK(
      run(piped + "- c.yaml").out.starts_with("breaking: 0 added, 0 removed, 0 retired, 1 field changed in 1 code\n"));
  CHECK(run(piped + "c.yaml -").out.ends_with("- 400\n      + 404\n"));
  const auto on_terminal = [&](const char* environment) {
    return run("cd " + word(folder) + " && " + environment + " script -qec \"" + tool +
               " diff --prefix P old.csv new.csv\" /dev/null")
        .out;
  };
  CHECK(on_terminal("env -u NO_COLOR").find("\033[32m+ P.2") != std::string::npos);
  CHECK(on_terminal("NO_COLOR=1").find("\033[") == std::string::npos);
}

TEST_CASE("the settings of git in the README show what changes and refuse a catalog with warnings") {
  const fs::path folder = scratch("errcat-git");
  const std::string readme = get(KEEPERS_README);
  const std::size_t begin = readme.find("echo 'cafe.yaml diff=errcat'");
  REQUIRE(begin != std::string::npos);
  const std::string settings = readme.substr(begin, readme.find("```", begin) - begin);
  const std::string in = "cd " + word(folder) + " && PATH=" + word(fs::path(ERRCAT_TOOL).parent_path()) + ":$PATH && ";
  const std::string commit = "git add . && git -c user.name=n -c user.email=e commit -qm m";
  const auto yaml = [](const std::string& row) {
    return "namespace: n\nprefix: P\nsource: s\nerrors:\n- {code: P.1, name: one, " + row + "}\n";
  };
  put(folder / "cafe.yaml", yaml("status: 400, message: M."));
  const auto first = run(in + "git init -q . && " + settings + commit);
  INFO(first.out + first.err);
  REQUIRE(first.status == 0);
  put(folder / "cafe.yaml", yaml("status: 404, message: M"));
  const auto shown = run(in + "git diff");
  CHECK(shown.status == 0);
  CHECK(shown.out ==
        "breaking: 0 added, 0 removed, 0 retired, 2 fields changed in 1 code\n"
        "~ P.1\n    status (breaking)\n      - 400\n      + 404\n    message\n      - M.\n      + M\n");
  const auto second = run(in + commit);
  CHECK(second.status != 0);
  CHECK(second.err.find("cafe.yaml:5:48: warning: message does not end with punctuation") != std::string::npos);
}

TEST_CASE("errcat import makes a catalog of a page, and of its next edition") {
  const fs::path folder = scratch("errcat-import");
  const std::string head = "| Error Code | Status | Message | Measure | Since |\n|---|---|---|---|---|\n";
  put(folder / "page.md", "# Errors\n\n" + head +
                              "| P.1 | 400 | The **name** is taken. | - | 1 |\n"
                              "| P.2 | 404/410 | Not found. | Look. | 1 |\n\n| a | b |\n|---|---|\n| c | d |\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " import ";
  const auto first = run(in + "page.md -o c.yaml --source 'Page, 2024'");
  CHECK(first.status == 0);
  CHECK(first.err ==
        "page.md, table 1: warning: column 'Since' skipped; use --column FIELD=HEADING to import it\n"
        "page.md, table 1: warning: no description column; the field stays empty\n"
        "page.md, table 1, row 2: warning: invalid status '404/410'; expected an HTTP status, 100 to 599\n");
  CHECK(get(folder / "c.yaml") ==
        "# yaml-language-server: $schema=/usr/share/errcat/yaml-catalog.schema.json\nnamespace: c\nprefix: P\nsource: "
        "Page, 2024\nerrors:\n"
        "- code: P.1\n  name: name_taken\n  status: 400\n  message: The name is taken.\n  description: \"\"\n"
        "  handling_measure: \"\"\n  proposed: true\n"
        "- code: P.2\n  name: not_found\n  status: 404/410\n  message: Not found.\n  description: \"\"\n"
        "  handling_measure: Look.\n  proposed: true\n");

  const std::string before = get(folder / "c.yaml");
  const auto again = run(in + "page.md -o c.yaml");
  CHECK(again.status == 2);
  CHECK(again.err == "errcat: c.yaml exists; --update imports the document as its next edition and keeps its names\n");
  CHECK(get(folder / "c.yaml") == before);

  put(folder / "next.md", head + "| P.3 | 400 | New. | - | 1 |\n| P.2 | 404 | Not there. | Look. | 1 |\n");
  const auto next = run(in + "next.md -o c.yaml --update --source 'Page, 2025'");
  CHECK(next.status == 0);
  CHECK(next.err.find("c.yaml:6:3: warning: code 'P.1' is no longer published; marked as retired\n") !=
        std::string::npos);
  const std::string after = get(folder / "c.yaml");
  CHECK(after.find("source: Page, 2025\n") != std::string::npos);
  CHECK(after.find("name: name_taken\n") != std::string::npos);
  CHECK(after.find("retired: true\n") < after.find("- code: P.2\n"));
  CHECK(after.find("name: not_found\n  status: 404\n  message: Not there.\n") != std::string::npos);
  CHECK(run(tool + " check " + word(folder / "c.yaml")).status == 0);
}

TEST_CASE("errcat import chooses among tables, and reads a tree from standard input") {
  const fs::path folder = scratch("errcat-tables");
  const std::string head = "| Code | Status | Text | Description | Measure |\n|---|---|---|---|---|\n";
  put(folder / "page.md",
      head + "| P.1 | 400 | One. | D. | H. |\n\nText\n\n" + head + "| P.2 | 404 | Two. | D. | H. |\n");
  const std::string in = "cd " + word(folder) + " && " + tool + " import page.md --column message=Text -o ";
  const auto several = run(in + "c.yaml");
  CHECK(several.status == 1);
  CHECK(several.err ==
        "page.md: error: several tables have a code column: 1 (1 row), 2 (1 row); choose with --table N or --all\n");
  CHECK_FALSE(fs::exists(folder / "c.yaml"));
  CHECK(run(in + "second.csv --table 2").status == 0);
  CHECK(get(folder / "second.csv").find("P.2,two,404,Two.,D.,H.,,") != std::string::npos);
  CHECK(run(in + "all.csv --all").status == 0);
  CHECK(get(folder / "all.csv").find("P.1,one,400,One.") != std::string::npos);
  CHECK(run(in + "third.csv --table 3").status == 1);
  CHECK(run(in + "c.yaml --column nonsense=Text").status == 2);
  const auto piped = run("cd " + word(folder) + " && pandoc -f markdown -t json page.md | " + tool +
                         " import - --column message=Text --all -o piped.csv");
  CHECK(piped.status == 0);
  CHECK(get(folder / "piped.csv") == get(folder / "all.csv"));
}

TEST_CASE("errcat import reports what it needs") {
  const fs::path folder = scratch("errcat-import-lacks");
  put(folder / "page.txt", "text");
  put(folder / "page.rst", "text\n");
  const std::string in = "cd " + word(folder) + " && ";
  const auto unknown = run(in + tool + " import page.txt -o c.yaml");
  CHECK(unknown.status == 2);
  CHECK(unknown.err == "errcat: page.txt: unknown document format; name it with --from, such as --from html\n");
  const auto no_table = run(in + tool + " import page.rst -o c.yaml");
  CHECK(no_table.status == 1);
  CHECK(no_table.err == "page.rst: error: no table has a code column; use --column code=HEADING\n");
  const auto no_pandoc = run(in + "PATH=/nowhere " + tool + " import page.rst -o c.yaml");
  CHECK(no_pandoc.status == 2);
  CHECK(no_pandoc.err ==
        "errcat: pandoc is required to read documents and was not found; install it: apt-get install pandoc\n");
  const auto failing = run(in + tool + " import page.rst --from nonsense -o c.yaml");
  CHECK(failing.status == 2);
  CHECK(failing.err.find("errcat: page.rst: pandoc failed with status ") != std::string::npos);
  CHECK(run(in + tool + " import none.rst -o c.yaml").status == 2);
  CHECK_FALSE(fs::exists(folder / "c.yaml"));
}

TEST_CASE("errcat refuses options that do not go together or are out of range") {
  const auto refusal = [](const std::string& arguments) {
    const auto result = run(tool + " " + arguments);
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    return result.err.substr(0, result.err.find('\n'));
  };
  CHECK(refusal("import x -o y --table 1 --all") == "--table excludes --all");
  // CLI11 2.3 writes "100 to 599", 2.4 writes "[100 - 599]".
  CHECK(refusal("import x -o y --status 99").starts_with("--status: Value 99 not in range "));
  CHECK(refusal("import x -o y --status 600").starts_with("--status: Value 600 not in range "));
  CHECK(refusal("import x -o y --time-limit 0").starts_with("--time-limit: Value 0 not in range "));
  CHECK(refusal("import x -o y --time-limit 86401").starts_with("--time-limit: Value 86401 not in range "));
  const std::string missing = "errcat: none.md: cannot be read: No such file or directory";
  CHECK(refusal("import none.md -o y.yaml --status 100 --time-limit 86400") == missing);
  CHECK(refusal("import none.md -o y.yaml --status 599 --time-limit 1") == missing);
  CHECK(refusal("import x") == "--output is required");
  CHECK(refusal("diff a.csv b.csv --json --markdown") == "--json excludes --markdown");
  CHECK(refusal("diff a.csv") == "new is required");
}

TEST_CASE("errcat prints help and its version") {
  const auto help = run(tool + " --help");
  CHECK(help.status == 0);
  CHECK(help.out.find("generate") != std::string::npos);
  CHECK(help.out.find("--unused") == std::string::npos);
  const auto all = run(tool + " --help-all");
  CHECK(all.status == 0);
  CHECK(all.out.find("--unused") != std::string::npos);
  const std::string import_help = run(tool + " import --help").out;
  const std::string limit = "--time-limit UINT:UINT in [1 - 86400]";
  const std::size_t place = import_help.find(limit);
  REQUIRE(place != std::string::npos);
  const std::string initial = import_help.substr(place + limit.size(), 5);
  // CLI11 2.3 writes the first, 2.4 the second.
  CHECK((initial.starts_with("=30\n") || initial == " [30]"));
  for (const char* command : {"generate", "check", "used"}) {
    const std::string text = run(tool + " " + command + " --help").out;
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(" (CSV catalogs only)\n", at)) != std::string::npos; ++at) ++count;
    CHECK(count == 7);
  }
  CHECK(run(tool + " diff --help").out.find("the published edition: a catalog, a page, ") != std::string::npos);
  CHECK(run(tool + " diff --help").out.find("before the dot (CSV catalogs only)\n") != std::string::npos);
  const auto version = run(tool + " --version");
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("errcat 1."));
}

TEST_CASE("bash completes the subcommands and options of errcat") {
  const auto completed = [](const std::string& words) {
    return run("bash -c 'source \"$1\"; COMP_WORDS=(\"${@:2}\"); COMP_CWORD=$(($# - 2)); compopt() { :; }; _errcat "
               "\"$2\"; echo \"${COMPREPLY[*]}\"' - " +
               word(ERRCAT_COMPLETION) + " " + word(ERRCAT_TOOL) + " " + words)
        .out;
  };
  CHECK(completed("''") == "init generate check diff import used explain\n");
  CHECK(completed("ge") == "generate\n");
  CHECK(completed("check --s") == "--strict --source --source-url\n");
  CHECK(completed("--v") == "--version\n");
  CHECK(completed("check ''") == "\n");
}
