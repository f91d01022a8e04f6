// SPDX-License-Identifier: Apache-2.0
// Catalogs that errcat explain reads: any number of them, good or not.
#include "explained_catalogs.hpp"
#include "explain.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

std::string catalog_with(const std::string& head, const std::string& code, const std::string& more = "") {
  return "namespace: n\nsource: Page of " + code + "\n" + head + "errors:\n- {code: " + code +
         ", name: one, status: 400, message: M." + more + "}\n";
}

/// A folder with catalogs. Its path is left out of messages.
struct explained_folder {
  fs::path folder;
  std::string err;

  explicit explained_folder(const char* name) : folder(scratch(name)) {}
  void add(const std::string& file, const std::string& content) const { put(folder / file, content); }
  explained_catalogs read(const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& file : files) paths.push_back((folder / file).string());
    std::ostringstream out;
    explained_catalogs result = read_catalogs(paths, out);
    err = out.str();
    const std::string before = folder.string() + "/";
    for (std::size_t at = 0; (at = err.find(before, at)) != std::string::npos;) err.erase(at, before.size());
    return result;
  }
};

/// Returns the codes of all rows, each with a blank.
std::string read_codes(const explained_catalogs& read) {
  std::string codes;
  for (const error_row& r : read.tables.rows()) codes += r.code + ' ';
  return codes;
}

}  // namespace

TEST_CASE("catalogs are read with their rows as they are, and nothing is reported") {
  explained_folder test("explained-rows");
  test.add("a.yaml",
           catalog_with("prefix: P\n", "P.0007",
                        ", description: D., handling_measure: H., retired: true}\n- {code: P.0003, name: two, "
                        "status: 400/404, message: N."));
  const auto read = test.read({"a.yaml"});
  CHECK(test.err.empty());
  CHECK(read.status == success);
  REQUIRE(read.tables.rows().size() == 2);
  const error_row& r = read.tables.rows()[0];
  CHECK(r.code == "P.0007");
  CHECK(r.name == "one");
  CHECK(r.status == "400");
  CHECK(r.message == "M.");
  CHECK(r.description == "D.");
  CHECK(r.handling_measure == "H.");
  CHECK(r.retired);
  CHECK(r.value == 7);
  CHECK(read.tables.rows()[1].status == "400/404");
  CHECK(read.tables.rows()[1].value == 3);
  CHECK_FALSE(read.tables.rows()[1].retired);
  const error_table& table = read.tables.tables().at(0);
  CHECK(table.source == "Page of P.0007");
  CHECK(table.file == (test.folder / "a.yaml").string());
  CHECK(table.page.empty());
}

TEST_CASE("a catalog's prefix is the one it states, or that of all its codes; its category is what it declares") {
  explained_folder test("explained-prefix");
  const auto names = [&](const std::string& file, const std::string& content) {
    test.add(file, content);
    const auto read = test.read({file});
    CHECK(read.status == success);
    const error_table& table = read.tables.tables().at(0);
    return table.prefix + "," + table.category;
  };
  CHECK(names("a.yaml", catalog_with("prefix: P\n", "P.1")) == "P,P");
  CHECK(names("a.yaml", catalog_with("", "P.1")) == "P,n");
  CHECK(names("a.yml", catalog_with("", "Denied")) == ",n");
  CHECK(names("a.yaml", catalog_with("prefix: ''\n", "10001")) == ",n");
  CHECK(names("a.csv", "code,name,status,message\nP.1,one,400,M.\n") == "P,P");
  CHECK(names("a.csv", "code,name,status,message\nDenied,one,400,M.\n") == ",");
  CHECK(test.read({"a.csv"}).tables.tables().at(0).source == (test.folder / "a.csv").string());
}

TEST_CASE("the catalogs of a folder are read in the order of their names, and each file once") {
  explained_folder test("explained-folder");
  fs::create_directories(test.folder / "in" / "deep");
  test.add("in/b.yaml", catalog_with("", "B.1"));
  test.add("in/a.yml", catalog_with("", "A.1"));
  test.add("in/c.csv", "code,name,status,message\nC.1,one,400,M.\n");
  for (const char* other : {"in/d.txt", "in/e.YAML", "in/yaml", "in/deep/f.yaml"}) test.add(other, "errors: [\n");
  fs::create_symlink("in/b.yaml", test.folder / "link.yaml");
  CHECK(read_codes(test.read({"in"})) == "A.1 B.1 C.1 ");
  CHECK(read_codes(test.read({"in/c.csv", "link.yaml", "in/../in/b.yaml", "in", "in"})) == "C.1 B.1 A.1 ");
  CHECK(test.err.empty());
  CHECK(test.read({}).tables.rows().empty());
}

TEST_CASE("each reason why a catalog cannot be read is reported, and the others are read") {
  explained_folder test("explained-bad");
  test.add("good.yaml", catalog_with("", "P.1"));
  test.add("broken.yaml", "errors: [\n");
  test.add("part.yaml", "source: s\nerrors:\n- {code: Q.1, nme: x}\n");
  test.add("a\x1B.txt", "");
  fs::create_directory(test.folder / "empty");
  CHECK(read_codes(test.read({"broken.yaml", "good.yaml"})) == "P.1 ");
  CHECK(test.read({"broken.yaml", "good.yaml"}).status == failure);
  CHECK(test.err.starts_with("broken.yaml:2:1: error: "));
  const auto part = test.read({"part.yaml", "good.yaml"});
  CHECK(part.status == failure);
  CHECK(read_codes(part) == "Q.1 P.1 ");
  CHECK(test.err.find("part.yaml:3:15: error: unknown key 'nme'") != std::string::npos);
  const auto all = test.read({"none.yaml", "broken.yaml", "a\x1B.txt", "empty", "good.yaml"});
  CHECK(all.status == failure);
  CHECK(read_codes(all) == "P.1 ");
  CHECK(test.err.starts_with("errcat: none.yaml: cannot be read: No such file or directory\nbroken.yaml:"));
  CHECK(
      test.err.ends_with("errcat: aU+001B.txt: unknown file format; expected a .yaml, .yml or .csv file\n"
                         "errcat: empty: no .yaml, .yml or .csv file in this folder\n"));
}

TEST_CASE("that catalogs have the same prefix is said once for each prefix") {
  explained_folder test("explained-same");
  for (const char* file : {"a.yaml", "b.yaml", "c.yaml"}) test.add(file, catalog_with("", "P.1"));
  for (const char* file : {"d.yaml", "e.yaml"}) test.add(file, catalog_with("", "Denied"));
  for (const char* file : {"f.yaml", "g.yaml"}) test.add(file, catalog_with("", "Q.1"));
  CHECK(test.read({"."}).status == success);
  CHECK(test.err ==
        "errcat: ./a.yaml and ./b.yaml both have codes of 'P'; a code is explained from each\n"
        "errcat: ./f.yaml and ./g.yaml both have codes of 'Q'; a code is explained from each\n");
}

TEST_CASE("where no catalog is named, a variable names them, and without it there is an installed folder or none") {
  const char* const variable = "ERRCAT_CATALOGS";
  using list = std::vector<std::string>;
  for (const auto& [value, paths] :
       {std::pair{"a.yaml", list{"a.yaml"}}, {"a b:c.csv", list{"a b", "c.csv"}}, {":a::b:", list{"a", "b"}}}) {
    setenv(variable, value, 1);
    CHECK(default_catalogs() == paths);
  }
  REQUIRE_FALSE(fs::exists(installed_path("errcat/catalogs")));
  for (const char* none : {"", ":", "::"}) {
    setenv(variable, none, 1);
    CHECK_THROWS_AS(default_catalogs(), usage_error);
  }
  unsetenv(variable);
  CHECK_THROWS_WITH(default_catalogs(), "no catalog; name one with -c, or set ERRCAT_CATALOGS to files or folders");
}
