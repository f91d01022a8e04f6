// SPDX-License-Identifier: Apache-2.0
// errcat check as a function.
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

struct check_outcome {
  exit_status status;
  std::string err;
};

check_outcome check_file(const fs::path& catalog, const fs::path& against = {}, bool strict = false,
                         const csv_header& header = {"", "P", "", ""}) {
  std::ostringstream err;
  const exit_status status = run_check({catalog.string(), against.string(), strict, header}, err);
  return {status, err.str()};
}

}  // namespace

TEST_CASE("check accepts a catalog without errors, and a CSV catalog needs no options") {
  const fs::path folder = scratch("check-good");
  put(folder / "c.csv", csv_catalog);
  CHECK(check_file(folder / "c.csv", "", true).status == success);
  CHECK(check_file(folder / "c.csv", "", true).err.empty());
  CHECK(check_file(folder / "c.csv", "", false, {}).status == success);
  CHECK(check_file(IMG_CATALOG, "", false, {}).status == success);
}

TEST_CASE("check fails on an error, and on a warning only if strict") {
  const fs::path folder = scratch("check-bad");
  const std::string file = (folder / "c.csv").string();
  put(file, csv_columns + "P.1,one,400,M,D.,H.\n");
  const std::string warning =
      file + ":2:13: warning: message does not end with punctuation; write a sentence [no-punctuation]\n";
  CHECK(check_file(file).status == success);
  CHECK(check_file(file).err == warning);
  CHECK(check_file(file, "", true).status == failure);
  put(file, csv_columns + "P.1,one,4,M.,D.,H.\n");
  CHECK(check_file(file).status == failure);
  CHECK(check_file(file).err == file + ":2:9: error: invalid status '4'; expected an HTTP status, 100 to 599\n");
  put(file, csv_columns + "\"");
  CHECK(check_file(file).status == failure);
}

TEST_CASE("check refuses what breaks the users of the published edition") {
  const fs::path folder = scratch("check-against");
  const std::string published = (folder / "old.csv").string();
  const std::string file = (folder / "new.csv").string();
  put(published, csv_catalog);
  put(file, csv_columns + "P.1,uno,400,M.,D.,H.\n");
  CHECK(check_file(file, published).status == failure);
  CHECK(check_file(file, published).err ==
        file + ":2:5: error: name of 'P.1' changed from 'one' to 'uno' (published at " + published + ":2:1)\n");
  CHECK(check_file(published, published).status == success);
  put(published, csv_columns + "\"");
  CHECK(check_file(file, published).status == failure);
}

TEST_CASE("check refuses that a pinned value is left to the order of the rows") {
  const fs::path folder = scratch("check-unpinned");
  const auto rows = [](const std::string& rest) {
    return "namespace: n\nsource: s\nerrors:\n- {code: A, name: a, status: 400, message: M., description: D., "
           "handling_measure: H." +
           rest + "}\n";
  };
  const std::string published = (folder / "old.yaml").string();
  const std::string file = (folder / "new.yaml").string();
  put(published, rows(", value: 7"));
  put(file, rows(""));
  CHECK(check_file(file, published, false, {}).err ==
        file + ":4:10: error: value of 'A' changed from '7' to '1' (published at " + published + ":4:3)\n");
}

TEST_CASE("check takes a namespace for changed only if both files hold one") {
  const fs::path folder = scratch("check-namespace");
  put(folder / "c.csv", csv_catalog);
  const std::string rows =
      "prefix: P\nsource: s\nerrors:\n"
      "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.}\n";
  const std::string file = (folder / "c.yaml").string();
  put(file, "namespace: n\n" + rows);
  put(folder / "other.yaml", "namespace: other\n" + rows);
  CHECK(check_file(file, folder / "c.csv", false, {}).status == success);
  CHECK(check_file(file, folder / "other.yaml", false, {}).err ==
        file + ":1:1: error: namespace changed from 'other' to 'n'\n");
}

TEST_CASE("check refuses wrong usage and names a file that cannot be read") {
  const fs::path folder = scratch("check-usage");
  const std::string file = (folder / "c.csv").string();
  put(file, csv_catalog);
  CHECK_THROWS_WITH(check_file("c.txt"), "c.txt: unknown file format; expected a .yaml, .yml or .csv file");
  CHECK_THROWS_WITH(check_file(file, "c"), "c: unknown file format; expected a .yaml, .yml or .csv file");
  CHECK_THROWS_AS(check_file(IMG_CATALOG), usage_error);
  CHECK_THROWS_AS(check_file(folder / "none.csv"), file_error);
  CHECK_THROWS_AS(check_file(file, folder / "none.csv"), file_error);
}
