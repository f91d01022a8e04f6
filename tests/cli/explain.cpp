// SPDX-License-Identifier: Apache-2.0
// errcat explain as users run it: catalogs, questions, output.
#include "programs.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"

#include <sys/stat.h>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Returns a folder with two catalogs that break rules: repeated codes, an odd status, the same code in both.
fs::path make_catalogs(const char* name) {
  const fs::path folder = scratch(name);
  fs::create_directory(folder / "tables");
  put(folder / "tables" / "a.yaml",
      "namespace: a\nprefix: A\nsource: Table A\nerrors:\n"
      "- {code: A.0001, name: one, status: 400/404, message: First., description: \"\", handling_measure: Wait.}\n"
      "- {code: A.0001, name: one, status: 400, message: Second., description: D., handling_measure: \"\"}\n"
      "- {code: A.0002, name: two, status: 404, message: Only in A., description: \"\", handling_measure: \"\"}\n");
  put(folder / "tables" / "b.yaml",
      "namespace: b\nsource: Table B\nerrors:\n"
      "- {code: A.0001, name: other, status: 409, message: Third., description: \"\", handling_measure: \"\"}\n"
      "- {code: AccessDenied, name: denied, status: 403, message: Access denied., description: \"\", handling_measure: "
      "Ask.}\n");
  put(folder / "tables" / "notes.txt", "not a catalog");
  return folder;
}

std::string in(const fs::path& folder) { return "cd " + word(folder) + " && env -u ERRCAT_CATALOGS "; }

const std::string rows_of_a1 =
    "A.0001\n  source            Table A\n  status            400/404\n  message           First.\n"
    "  handling measure  Wait.\n"
    "A.0001\n  source            Table A\n  status            400\n  message           Second.\n"
    "  description       D.\n  handling measure  (none documented)\n"
    "A.0001\n  source            Table B\n  status            409\n  message           Third.\n"
    "  handling measure  (none documented)\n";

}  // namespace

TEST_CASE("errcat explain explains a code from all catalogs, with all its rows") {
  const fs::path folder = make_catalogs("explain-catalogs");
  for (const char* options : {"-c tables", "-c tables/a.yaml -c tables/b.yaml", "--catalog tables/a.yaml -c tables"}) {
    const auto result = run(in(folder) + tool + " explain A.0001 " + options);
    INFO(options << result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(result.out == rows_of_a1);
  }
  CHECK(run(in(folder) + "ERRCAT_CATALOGS=tables " + tool + " explain A.0001").out == rows_of_a1);
  CHECK(run(in(folder) + "ERRCAT_CATALOGS=:tables/a.yaml:tables/b.yaml: " + tool + " explain a.1").out == rows_of_a1);
  const auto none = run(in(folder) + tool + " explain A.0001");
  CHECK(none.status == 2);
  CHECK(none.err == "errcat: no catalog; name one with -c, or set ERRCAT_CATALOGS to files or folders\n");
  const auto log = run("printf 'x \"AccessDenied\" b:2 a.0002\\n' | (" + in(folder) + tool + " explain -c tables)");
  CHECK(log.status == 0);
  CHECK(std::ranges::count(log.out, '\n') == 10);
}

TEST_CASE("errcat explain reads the installed catalogs where none is named") {
  const fs::path folder = make_catalogs("explain-installed");
  fs::create_directories(folder / "bin");
  fs::create_directories(folder / "share" / "errcat");
  fs::copy_file(ERRCAT_TOOL, folder / "bin" / "errcat");
  fs::rename(folder / "tables", folder / "share" / "errcat" / "catalogs");
  CHECK(run(in(folder) + "bin/errcat explain A.0001").out == rows_of_a1);
}

TEST_CASE("errcat explain reports every reason why catalogs cannot be read, and explains from the others") {
  const fs::path folder = make_catalogs("explain-bad");
  put(folder / "tables" / "c.yaml", "errors: [\n");
  put(folder / "d.csv", "code,message\nP.1,\"M\n");
  const auto result = run(in(folder) + tool + " explain -c tables -c d.csv A.0002 2>&1");
  INFO(result.out);
  CHECK(result.status == 1);
  CHECK(result.out.find("tables/c.yaml:") != std::string::npos);
  CHECK(result.out.find("d.csv:") != std::string::npos);
  CHECK(result.out.find("Only in A.") != std::string::npos);
  const auto missing = run(in(folder) + tool + " explain -c none.yaml -c tables/c.yaml -c nothing A.0002 2>&1");
  CHECK(missing.status == 1);
  CHECK(missing.out.find("errcat: none.yaml: cannot be read: No such file or directory\n") != std::string::npos);
  CHECK(missing.out.find("tables/c.yaml:") != std::string::npos);
  CHECK(missing.out.find("errcat: nothing: cannot be read: No such file or directory\n") != std::string::npos);
  fs::create_directory(folder / "empty");
  CHECK(run(in(folder) + tool + " explain -c empty A.1").err ==
        "errcat: empty: no .yaml, .yml or .csv file in this folder\n");
  CHECK(run(in(folder) + tool + " explain -c tables/c.yaml A.1").status == 1);
}

TEST_CASE("errcat explain says once that two catalogs have the same prefix") {
  const fs::path folder = make_catalogs("explain-prefix");
  for (const char* name : {"e.yaml", "f.yaml"}) fs::copy_file(folder / "tables" / "a.yaml", folder / "tables" / name);
  const auto result = run(in(folder) + tool + " explain -c tables A.0002 A.0001");
  CHECK(result.err ==
        "errcat: tables/a.yaml and tables/e.yaml both have codes of 'A'; a code is explained from each\n");
  CHECK(result.status == 0);
}

TEST_CASE("an argument that cannot be a code is searched for, in all tables") {
  const fs::path folder = make_catalogs("explain-search");
  const auto result = run(in(folder) + tool + " explain -c tables only in a");
  CHECK(result.status == 0);
  CHECK(result.err == "errcat: only in a: not a code; searched for its words\n");
  CHECK(result.out.starts_with("A.0002\n"));
  CHECK(run(in(folder) + tool + " explain -c tables --search acess").out.starts_with("AccessDenied\n"));
  CHECK(run(explain + " --search image too large").out.starts_with("IMG.0059\n"));
}

TEST_CASE("a number, or the name of a file or folder, is a word of a question") {
  const fs::path folder = scratch("explain-question");
  fs::create_directory(folder / "image");
  put(folder / "share", "IMG.0001");
  const auto file = run(in(folder) + explain + " larger than 128 GB");
  CHECK(file.err == "ims-explain: larger than 128 GB: not a code; searched for its words\n");
  CHECK(file.out.find("IMG.0128") == std::string::npos);
  CHECK(run(in(folder) + explain + " HTTP 400").err == "ims-explain: HTTP 400: not a code; searched for its words\n");
  CHECK(run(in(folder) + explain + " image too large").out == run(explain + " --search 'image too large'").out);
  CHECK(run(in(folder) + explain + " cannot share").out == run(explain + " --search 'cannot share'").out);
  CHECK(run(in(folder) + explain + " share").out.starts_with("IMG.0001\n"));
  put(folder / "my.word", "IMG.0001");
  fs::create_directory(folder / "a");
  put(folder / "a" / "b", "IMG.0001");
  CHECK(run(in(folder) + explain + " cannot a/b").out.starts_with("IMG.0001\n"));
  CHECK(run(in(folder) + explain + " cannot my.word").out.starts_with("IMG.0001\n"));
  CHECK(run(in(folder) + explain + " cannot ./share").out.starts_with("IMG.0001\n"));
  CHECK(run(explain + " 24 IMG.0001 9").out == run(explain + " IMG.0024 IMG.0001 IMG.0009").out);
}

TEST_CASE("a file that is missing is named, and codes in an address are explained") {
  const fs::path folder = scratch("explain-missing");
  for (const char* name : {"app.log", "logs/app.1", "./app", "logs/"}) {
    const auto missing = run(in(folder) + explain + ' ' + name);
    INFO(name);
    CHECK(missing.status == 2);
    CHECK(missing.err == "ims-explain: " + std::string(name) + ": cannot be read: No such file or directory\n");
    CHECK(missing.out.empty());
  }
  CHECK(run(in(folder) + explain + " https://example.org/IMG.0024").out.starts_with("IMG.0024\n"));
  CHECK(run(in(folder) + explain + " IMG.0024/IMG.0009").out == run(explain + " IMG.0024 IMG.0009").out);
}

TEST_CASE("errcat explain knows the value of a std::error_code by what the catalog declares") {
  const fs::path folder = scratch("explain-category");
  put(folder / "numbered.csv",
      "code,name,status,message\nIMG.0007,seven,400,Seven.\nIMG.0144,no_image,400,No image.\n");
  put(folder / "named.yaml",
      "namespace: cafe\nsource: S\nerrors:\n"
      "- {code: CAFE.0005, name: five, status: 400, message: Five., description: \"\", handling_measure: \"\"}\n"
      "- {code: CAFE.0009, name: nine, status: 400, message: Nine., description: \"\", handling_measure: \"\"}\n");
  const auto found = [&](const char* catalog, const char* log) {
    return run("echo 'at " + std::string(log) + " x' | (" + in(folder) + tool + " explain -c " + catalog + ") 2>&1")
        .out;
  };
  CHECK(found("numbered.csv", "IMG:144").starts_with("IMG.0144\n"));
  CHECK(found("numbered.csv", "IMG:2") == "errcat: IMG:2: unknown code\n");
  CHECK(found("named.yaml", "cafe:2").starts_with("CAFE.0009\n"));
  CHECK(found("named.yaml", "CAFE:9") == "errcat: no CAFE code in the input\n");
}

TEST_CASE("prefixes that differ in case are told apart") {
  const fs::path folder = scratch("explain-case");
  put(folder / "a.csv", "code,name,status,message\nEcs.0005,mixed,400,Mixed.\n");
  put(folder / "b.csv", "code,name,status,message\nECS.0005,upper,400,Upper.\nECS.0006,six,400,Six.\n");
  const std::string both = in(folder) + tool + " explain -c a.csv -c b.csv ";
  CHECK(run(both + "ECS.5").out.starts_with("ECS.0005\n"));
  CHECK(run(both + "Ecs.5").out.starts_with("Ecs.0005\n"));
  CHECK(run("echo 'ECS.0006 Ecs.0005' | (" + both + ") | grep -c Six").out == "1\n");
  CHECK(run("echo ECS.0005 | (" + both + ")").out.starts_with("ECS.0005\n"));
}

TEST_CASE("a pipe in a folder of catalogs is not read") {
  const fs::path folder = make_catalogs("explain-pipe");
  REQUIRE(mkfifo((folder / "tables" / "pipe.yaml").c_str(), 0600) == 0);
  CHECK(run(in(folder) + "timeout 10 " + tool + " explain -c tables A.0001").out == rows_of_a1);
}

TEST_CASE("more than five hits give a line each and their number, and --long all of them") {
  const auto lines = run(explain + " --search 'contact technical support'");
  CHECK(lines.status == 0);
  CHECK(lines.err.empty());
  CHECK(std::ranges::count(lines.out, '\n') == 54);
  CHECK(lines.out.ends_with("\n53 errors match; --long explains them all\n"));
  CHECK(run(explain + " --search 'contact technical support' --long | grep -c '^  status'").out == "53\n");
  CHECK(run(explain + " --search not stopped | grep -c '^  status'").out == "2\n");
  CHECK(run(explain + " --list --long | grep -c '^  status'").out == "177\n");
}

TEST_CASE("JSON has what was asked and the source of each row") {
  const fs::path folder = make_catalogs("explain-json");
  const auto list = nlohmann::json::parse(run(in(folder) + tool + " explain -c tables --json a.1 denied").out);
  REQUIRE(list.size() == 4);
  CHECK(list[0] == nlohmann::json{{"asked", "a.1"},
                                  {"code", "A.0001"},
                                  {"name", "one"},
                                  {"status", "400/404"},
                                  {"message", "First."},
                                  {"description", ""},
                                  {"handling_measure", "Wait."},
                                  {"retired", false},
                                  {"source", "Table A"}});
  CHECK(list[1]["status"] == 400);
  CHECK(list[2]["source"] == "Table B");
  CHECK(list[3]["asked"] == "denied");
  const auto log = nlohmann::json::parse(run("printf 'img.0024' | " + explain + " --json").out);
  CHECK(log[0]["asked"] == "img.0024");
  CHECK(nlohmann::json::parse(run(explain + " --json IMG.9999").out).empty());
}

TEST_CASE("a terminal gets wrapped lines, blank lines between entries, and links where it supports them") {
  const fs::path folder = scratch("explain-terminal");
  fs::create_directories(folder / "bin");
  fs::create_directories(folder / "share" / "doc" / "liberrcat-dev");
  fs::copy_file(IMS_EXPLAIN, folder / "bin" / "ims-explain");
  put(folder / "share" / "doc" / "liberrcat-dev" / "img.html", "");
  const auto shown = [&](const std::string& environment, int columns) {
    return run("cd " + word(folder) + " && env -u FORCE_HYPERLINK -u VTE_VERSION NO_COLOR=1 TERM=xterm " + environment +
               " script -qec 'stty cols " + std::to_string(columns) + "; bin/ims-explain IMG.0008 IMG.0024' /dev/null")
        .out;
  };
  CHECK(shown("", 60) ==
        "IMG.0008\r\n"
        "  status            400\r\n"
        "  message           The ECS cannot be used to create images\r\n"
        "                    because it is not in stopped state.\r\n"
        "  description       The ECS cannot be used to create an\r\n"
        "                    image because it is not in the Stopped\r\n"
        "                    state.\r\n"
        "  handling measure  Stop the ECS and try again.\r\n"
        "\r\n"
        "IMG.0024\r\n"
        "  status            400\r\n"
        "  message           The image type in the request is\r\n"
        "                    incorrect.\r\n"
        "  handling measure  Select either BMS or ECS.\r\n");
  const std::string wide = shown("", 300);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < wide.size(); at = wide.find('\n', at) + 1) {
    longest = std::max(longest, wide.find('\n', at) - at - 1);
  }
  CHECK(longest > 90);
  CHECK(longest <= 100);
  const std::string link =
      "\033]8;;file://" + folder.string() + "/share/doc/liberrcat-dev/img.html#IMG.0008\033\\IMG.0008\033]8;;\033\\";
  CHECK(shown("", 80).find("\033]8") == std::string::npos);
  for (const char* terminal : {"TERM=xterm-kitty", "VTE_VERSION=7200", "TERM_PROGRAM=WezTerm", "FORCE_HYPERLINK=1"}) {
    CHECK(shown(terminal, 80).starts_with(link));
  }
  fs::copy_file(ERRCAT_TOOL, folder / "bin" / "errcat");
  fs::copy_file(IMG_CATALOG, folder / "img.yaml");
  CHECK(run("cd " + word(folder) +
            " && NO_COLOR=1 FORCE_HYPERLINK=1 script -qec 'bin/errcat explain -c img.yaml IMG.0008' /dev/null")
            .out.starts_with(link));
  CHECK(shown("TERM=xterm-kitty FORCE_HYPERLINK=0", 80).find("\033]8") == std::string::npos);
}

TEST_CASE("unknown options and subcommands are named, with what was probably meant") {
  CHECK(run(explain + " --serch x").err.starts_with("no option '--serch'; did you mean '--search'?\n"));
  CHECK(run(tool + " explain --cuont").err.starts_with("no option '--cuont'; did you mean '--count'?\n"));
  CHECK(run(tool + " check c.yaml --stict").err.starts_with("no option '--stict'; did you mean '--strict'?\n"));
  CHECK(run(tool + " check c.yaml -z").err.starts_with("no option '-z'\n"));
  CHECK(run(tool + " explian").err.starts_with("no subcommand 'explian'; did you mean 'explain'?\n"));
  CHECK(run(explain + " --serch x").status == 2);
}

TEST_CASE("corpus: all tables at once give the same rows as each alone", "[may-skip]") {
  const char* const corpus = std::getenv("ERRCAT_CORPUS");
  if (corpus == nullptr || !fs::is_directory(corpus)) {
    std::cout << "skipped: ERRCAT_CORPUS does not name a folder\n";
    return;
  }
  const fs::path folder = scratch("explain-corpus");
  const fs::path documents = fs::absolute(corpus) / "pages";
  int number = 0;
  const auto import = [&](const std::string& page, const std::string& options) {
    const std::string name = std::to_string(100 + ++number) + ".yaml";
    REQUIRE(run("cd " + word(folder) + " && " + tool + " import " + word(documents / page) + ' ' + options + " -o " +
                name + " --source " + name)
                .status == 0);
    return name;
  };
  std::vector<std::string> names;
  for (const auto& page : fs::directory_iterator(documents)) {
    const std::string file = page.path().filename().string();
    if (file == "merged_cells_synthetic.rst") continue;
    if (file == "relational_database_service.rst") {
      for (const char* table : {"--table 1", "--table 2", "--table 3"}) names.push_back(import(file, table));
    } else {
      names.push_back(import(file, file.ends_with(".md") ? "--from html" : ""));
    }
  }
  CHECK(names.size() == 16);
  std::ranges::sort(names);
  const auto rows = [&](const std::string& catalog, const std::string& input) {
    return nlohmann::json::parse(
        run("cd " + word(folder) + " && " + tool + " explain -c " + catalog + " --json " + input).out);
  };
  const nlohmann::json together = rows(".", "--list");
  nlohmann::json alone = nlohmann::json::array();
  for (const std::string& name : names) {
    for (const auto& row : rows(name, "--list")) alone.push_back(row);
  }
  CHECK(together.size() == 2009);
  CHECK(together == alone);
  // Every code, as a line of a log, finds all its rows.
  std::string log;
  std::set<std::string> codes;
  for (const auto& row : together) {
    if (codes.insert(row["code"]).second) log += row["code"].get<std::string>() + '\n';
  }
  put(folder / "log", log);
  nlohmann::json found = rows(".", "log");
  CHECK(found.size() == 2009);
}
