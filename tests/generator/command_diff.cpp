// SPDX-License-Identifier: Apache-2.0
// errcat diff as a function.
#include "commands.hpp"
#include "file.hpp"
#include "usage.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/file.hpp"

#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

struct diff_outcome {
  exit_status status;
  std::string out;
  std::string err;
};

diff_outcome diff(const fs::path& before, const fs::path& after, bool json = false, bool colours = false) {
  std::ostringstream out;
  std::ostringstream err;
  const exit_status status = run_diff({before.string(), after.string(), json, colours, "P"}, out, err);
  return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("diff fails if the change is breaking, and only then") {
  const fs::path folder = scratch("diff-verdict");
  const fs::path one = folder / "one.csv";
  const fs::path two = folder / "two.csv";
  put(one, csv_catalog);
  put(two, csv_columns + "P.1,one,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n");
  const diff_outcome more = diff(one, two);
  CHECK(more.status == success);
  CHECK(more.err.empty());
  CHECK(more.out == "compatible: 1 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n+ P.2 added: 'M.'\n");
  CHECK(diff(one, one).status == success);
  CHECK(diff(two, one).status == failure);
  CHECK(diff(two, one, true).status == failure);
  CHECK(diff(two, one, true).out.starts_with("{\n  \"verdict\": \"breaking\""));
}

TEST_CASE("diff is coloured if asked") {
  const fs::path folder = scratch("diff-colours");
  put(folder / "c.csv", csv_catalog);
  CHECK(diff(folder / "c.csv", folder / "c.csv").out.find("\033[") == std::string::npos);
  CHECK(diff(folder / "c.csv", folder / "c.csv", false, true).out.starts_with("\033[1msame: "));
}

TEST_CASE("diff compares catalogs that break rules, but not what is not a catalog") {
  const fs::path folder = scratch("diff-bad");
  const fs::path file = folder / "c.csv";
  put(file, csv_columns + "Q,class,4,,D.,H.\n");
  CHECK(diff(file, file).status == success);
  put(file, csv_columns + "P.1\n");
  CHECK(diff(file, file).status == failure);
  CHECK(diff(file, file).out.empty());
  CHECK(diff(file, file).err.find(":2:1: error: ") != std::string::npos);
}

TEST_CASE("diff refuses wrong usage and names a file that cannot be read or written") {
  const fs::path folder = scratch("diff-usage");
  const fs::path file = folder / "c.csv";
  put(file, csv_catalog);
  CHECK_THROWS_AS(diff("c.txt", file), usage_error);
  CHECK_THROWS_AS(diff(file, "c.txt"), usage_error);
  CHECK_THROWS_AS(diff(file, folder / "none.csv"), file_error);
  std::ostringstream broken;
  broken.setstate(std::ios::badbit);
  std::ostringstream err;
  CHECK_THROWS_WITH(run_diff({file.string(), file.string(), false, false, "P"}, broken, err),
                    "standard output: cannot be written");
}

TEST_CASE("diff compares the namespace only if both files hold one") {
  const fs::path folder = scratch("diff-namespace-csv");
  const fs::path yaml = folder / "c.yaml";
  const fs::path csv = folder / "c.csv";
  put(yaml, "namespace: a\nprefix: P\nsource: s\nerrors:\n- {code: P.1, name: one, status: 400, message: M.}\n");
  put(csv, csv_columns + "P.1,one,400,M.,,\n");
  CHECK(diff(yaml, csv).out.starts_with("same: "));
  CHECK(diff(csv, yaml).out.starts_with("same: "));
}

TEST_CASE("diff of YAML catalogs that differ in the namespace only fails, with the change in every form") {
  const fs::path folder = scratch("diff-namespace");
  const std::string rest = "\nprefix: P\nsource: s\nerrors:\n- {code: P.1, name: one, status: 400, message: M.}\n";
  put(folder / "old.yaml", "namespace: a" + rest);
  put(folder / "new.yaml", "namespace: b" + rest);
  const diff_outcome text = diff(folder / "old.yaml", folder / "new.yaml");
  CHECK(text.status == failure);
  CHECK(text.out.ends_with("    namespace (breaking)\n      - a\n      + b\n"));
  CHECK(diff(folder / "old.yaml", folder / "new.yaml", true).out.find("\"catalog\": [") != std::string::npos);
}
