// SPDX-License-Identifier: Apache-2.0
// errcat explain as a function. explained_catalogs.cpp and explain.cpp test its halves.
#include "commands.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/output.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

/// A folder with a catalog, one that cannot be read and one without rows.
struct explain_command {
  fs::path folder;
  explain_options options;
  std::string out;
  std::string err;

  explicit explain_command(const char* name) : folder(scratch(name)) {
    const std::string head = "namespace: n\nsource: s\nerrors:";
    put(folder / "good.yaml", head + "\n- {code: P.1, name: one, status: 400, message: M.}\n");
    put(folder / "broken.yaml", "errors: [\n");
    put(folder / "empty.yaml", head + " []\n");
    put(folder / "empty.csv", "code,name,status,message\n");
    options.asked = {"P.1"};
  }
  exit_status run(const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& file : files) paths.push_back((folder / file).string());
    std::ostringstream reported;
    const captured_output captured;
    const exit_status status = run_explain(paths, options, reported);
    out = captured.out();
    err = reported.str() + captured.err();
    return status;
  }
};

const std::string explanation =
    "P.1\n  status            400\n  message           M.\n  handling measure  (none documented)\n";

}  // namespace

TEST_CASE("errcat explain has the worst status of reading and explaining") {
  explain_command test("command-explain");
  CHECK(test.run({"good.yaml"}) == success);
  CHECK(test.out == explanation);
  CHECK(test.err.empty());
  CHECK(test.run({"good.yaml", "broken.yaml"}) == failure);
  CHECK(test.out == explanation);
  CHECK(test.run({"good.yaml", "none.yaml"}) == failure);
  CHECK(test.out == explanation);
  test.options.asked = {"P.2"};
  CHECK(test.run({"good.yaml"}) == failure);
  CHECK(test.err == "errcat: P.2: unknown code; similar codes:\n  P.1  M.\n");
  CHECK(test.run({"good.yaml", "none.yaml"}) == failure);
}

TEST_CASE("errcat explain fails without any row, and says so unless another reason was reported") {
  explain_command test("command-explain-rows");
  test.options.asked = {};
  test.options.list = true;
  for (const char* file : {"empty.csv", "empty.yaml"}) {
    CHECK(test.run({file}) == failure);
    CHECK(test.out.empty());
    CHECK(test.err == "errcat: the catalogs have no rows\n");
  }
  CHECK(test.run({"broken.yaml"}) == failure);
  CHECK(test.err.find("have no rows") == std::string::npos);
  CHECK(test.run({"none.yaml"}) == failure);
  CHECK(test.err ==
        "errcat: " + (test.folder / "none.yaml").string() + ": cannot be read: No such file or directory\n");
}

TEST_CASE("errcat explain reads the catalogs of the environment where none is named") {
  explain_command test("command-explain-default");
  setenv("ERRCAT_CATALOGS", (test.folder / "good.yaml").c_str(), 1);
  CHECK(test.run({}) == success);
  CHECK(test.out == explanation);
  setenv("ERRCAT_CATALOGS", (test.folder / "broken.yaml").c_str(), 1);
  CHECK(test.run({"good.yaml"}) == success);
  CHECK(test.run({}) == failure);
  unsetenv("ERRCAT_CATALOGS");
  CHECK_THROWS_AS(test.run({}), usage_error);
}
