// SPDX-License-Identifier: Apache-2.0
// The generator as its user runs it: exit statuses, messages, files.
#include "support/catch.hpp"
#include "support/command.hpp"

#include <algorithm>

namespace fs = std::filesystem;

namespace {

const std::string tool = ERRCAT_TOOL;
const std::string csv = "code,name,status,message,description,handling_measure\nP.1,one,400,M.,D.,H.\n";

}  // namespace

TEST_CASE("errcat generate writes a header") {
  const fs::path folder = scratch("errcat-generate");
  put(folder / "c.csv", csv);
  const auto result =
      run("cd " + folder.string() + " && " + tool + " generate c.csv -o c.hpp --namespace n --prefix P --source s");
  CHECK(result.status == 0);
  CHECK(result.out.empty());
  CHECK(result.err.empty());
  CHECK(get(folder / "c.hpp").find("P_1 = 1,") != std::string::npos);
}

TEST_CASE("errcat generate says all that is wrong and leaves the old file") {
  const fs::path folder = scratch("errcat-refusal");
  put(folder / "c.csv", csv + "P.1,one,4,M.,D.,H.\n");
  put(folder / "c.hpp", "old");
  const auto result =
      run("cd " + folder.string() + " && " + tool + " generate c.csv -o c.hpp --namespace n --prefix P --source s");
  CHECK(result.status == 1);
  CHECK(result.out.empty());
  CHECK(result.err ==
        "c.csv:3:1: error: the code 'P.1' stands at c.csv:2:1 already; expected another\n"
        "c.csv:3:5: error: the name 'one' stands at c.csv:2:5 already; expected another\n"
        "c.csv:3:9: error: the status '4'; expected an HTTP status, 100 to 599\n");
  CHECK(get(folder / "c.hpp") == "old");
  CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 2);
}

TEST_CASE("errcat takes its wrong usage and unusable files for status 2") {
  const fs::path folder = scratch("errcat-usage");
  put(folder / "c.csv", csv);
  const std::string in = "cd " + folder.string() + " && " + tool;
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
  const auto twice = run(in + " generate " IMG_CATALOG " -o c.hpp --namespace n");
  CHECK(twice.status == 2);
  CHECK(twice.err ==
        "errcat: --namespace, --prefix, --license and --source are for CSV; a YAML catalog says them itself\n");
  CHECK_FALSE(fs::exists(folder / "c.hpp"));
}

TEST_CASE("errcat says what it can do and which version it is") {
  const auto help = run(tool + " --help");
  CHECK(help.status == 0);
  CHECK(help.out.find("generate") != std::string::npos);
  const auto version = run(tool + " --version");
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("errcat 1."));
}
