// SPDX-License-Identifier: Apache-2.0
// Catalogs as files: formats by extension.
#include "catalog_file.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

using namespace errcat::tool;

TEST_CASE("the extension of a catalog file names its format") {
  const auto folder = scratch("catalog-file");
  const std::string row = "{code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.}";
  put(folder / "c.yaml", "namespace: n\nsource: s\nerrors: [" + row + "]\n");
  put(folder / "c.yml", get(folder / "c.yaml"));
  put(folder / "c.csv", "code,name,status,message,description,handling_measure\nP.1,one,400,M.,D.,H.\n");
  for (const char* name : {"c.yaml", "c.yml", "c.csv"}) {
    diagnostics found;
    const std::string path = (folder / name).string();
    const auto subject = read_catalog(path, with_placeholders({}), found);
    REQUIRE(subject);
    CHECK(printed(found).empty());
    CHECK(subject->rows.at(0).code.text == "P.1");
    CHECK(subject->rows.at(0).code.at.file == path);
  }
}

TEST_CASE("an unknown extension is refused with the known ones") {
  CHECK(extension_of("a.b/c.tar.gz") == ".gz");
  CHECK(extension_of("c").empty());
  CHECK_NOTHROW(require_catalog_extension("c.csv"));
  CHECK_THROWS_WITH(require_catalog_extension("c.txt"),
                    "c.txt: unknown file format; expected a .yaml, .yml or .csv file");
  CHECK_THROWS_WITH(require_extension("c", {".a"}), "c: unknown file format; expected a .a file");
}

TEST_CASE("placeholders replace a missing namespace and source, nothing else") {
  const csv_header filled = with_placeholders({"", "P", "", "s"});
  CHECK(filled.name_space == "unnamed");
  CHECK(filled.prefix == "P");
  CHECK(filled.license.empty());
  CHECK(filled.source == "s");
  CHECK(with_placeholders({}).source == "unnamed");
  CHECK(with_placeholders({"n", "", "", ""}).name_space == "n");
}
