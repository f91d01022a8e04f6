// SPDX-License-Identifier: Apache-2.0
// errcat generate as a function.
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

const csv_header header{"cafe", "P", "", "s"};

struct generate_outcome {
  exit_status status;
  std::string err;
};

generate_outcome generate_file(const fs::path& catalog, const fs::path& output, const csv_header& of_csv = {}) {
  std::ostringstream err;
  const exit_status status =
      run_generate({.catalog = catalog.string(), .output = output.string(), .header = of_csv}, err);
  return {status, err.str()};
}

}  // namespace

TEST_CASE("generate writes the format that the extension of the output names") {
  const fs::path folder = scratch("generate-formats");
  put(folder / "c.csv", csv_catalog);
  const auto written = [&](const char* extension) {
    const fs::path output = folder / (std::string("out") + extension);
    const auto [status, err] = generate_file(folder / "c.csv", output, header);
    CHECK(status == success);
    CHECK(err.empty());
    return get(output);
  };
  CHECK(written(".hpp").find("  P_1 = 1,\n") != std::string::npos);
  CHECK(written(".yaml").starts_with("namespace: cafe\nprefix: P\nsource: s\nerrors:\n- code: P.1\n"));
  CHECK(written(".csv").starts_with("code,name,"));
  CHECK(written(".json").starts_with("{\n  \"namespace\": \"cafe\",\n"));
  CHECK(written(".md").starts_with("# P error codes\n"));
  CHECK(written(".html").starts_with("<!DOCTYPE html>\n"));
  CHECK(written(".openapi.json").starts_with("{\n  \"openapi\": \"3.1.0\",\n"));
  CHECK(generate_file(IMG_CATALOG, folder / "img.hpp").status == success);
  CHECK(get(folder / "img.hpp") == get(IMG_HEADER));
}

TEST_CASE("generate writes only the chosen codes as OpenAPI") {
  const fs::path folder = scratch("generate-codes");
  const fs::path output = folder / "c.openapi.json";
  put(folder / "c.csv", csv_columns + "a,one,400,M.,D.,H.\n\"b,c\",two,404,N.,D.,H.\nd,three,409,O.,D.,H.\n");
  const auto generate_codes = [&](const std::vector<std::string>& codes, const fs::path& to) {
    std::ostringstream err;
    const csv_header named{"cafe", "", "", "s"};
    const exit_status status = run_generate(
        {.catalog = (folder / "c.csv").string(), .output = to.string(), .codes = codes, .header = named}, err);
    return generate_outcome{status, err.str()};
  };
  CHECK(generate_codes({"d,a", "b,c"}, output).status == success);
  const std::string all = get(output);
  CHECK(generate_codes({}, output).status == success);
  CHECK(get(output) == all);
  CHECK(generate_codes({"b,c"}, output).status == success);
  CHECK(get(output).find("\"N.\"") != std::string::npos);
  CHECK(get(output).find("\"M.\"") == std::string::npos);
  const auto [status, err] = generate_codes({"a,x", "y"}, output);
  CHECK(status == failure);
  CHECK(err == (folder / "c.csv").string() + ":1:1: error: no code 'x' in the catalog\n" + (folder / "c.csv").string() +
                   ":1:1: error: no code 'y' in the catalog\n");
  CHECK(get(output).find("\"N.\"") != std::string::npos);
  CHECK_THROWS_WITH(generate_codes({"a"}, folder / "c.json"), "--codes is only for .openapi.json");
}

TEST_CASE("generate reports every error and leaves the old file") {
  const fs::path folder = scratch("generate-refusal");
  const fs::path catalog = folder / "c.csv";
  put(catalog, csv_catalog + "P.2,two,4,M.,D.,H.\nP.3,three\n");
  put(folder / "c.hpp", "old");
  const auto [status, err] = generate_file(catalog, folder / "c.hpp", header);
  CHECK(status == failure);
  CHECK(err == catalog.string() + ":3:9: error: invalid status '4'; expected an HTTP status, 100 to 599\n" +
                   catalog.string() + ":4:1: error: 2 cells, but the first line names 6 columns\n");
  CHECK(get(folder / "c.hpp") == "old");
  CHECK(files_in(folder).size() == 2);

  put(catalog, csv_columns + "\"");
  CHECK(generate_file(catalog, folder / "c.hpp", header).status == failure);
  CHECK(get(folder / "c.hpp") == "old");
}

TEST_CASE("generate refuses wrong usage before it reads or writes a file") {
  const fs::path folder = scratch("generate-usage");
  const std::string csv = (folder / "c.csv").string();
  put(csv, csv_catalog);
  const std::string text = (folder / "c.txt").string();
  CHECK_THROWS_AS(generate_file(text, folder / "c.hpp"), usage_error);
  CHECK_THROWS_WITH(generate_file(text, folder / "c.hpp", header),
                    text + ": unknown file format; expected a .yaml, .yml or .csv file");
  CHECK_THROWS_WITH(generate_file("none.csv", text, header),
                    text + ": unknown file format; expected a .hpp, .yaml, .csv, .json, .md or .html file");
  for (const csv_header& incomplete : {csv_header{}, {"n", "P", "", ""}, {"", "P", "", "s"}}) {
    CHECK_THROWS_WITH(generate_file(csv, folder / "c.hpp", incomplete), "CSV catalogs need --namespace and --source");
  }
  for (const csv_header& one : {csv_header{"n"},
                                {"", "P"},
                                {"", "", "MIT"},
                                {"", "", "", "s"},
                                {.source_url = "https://a"},
                                {.body = "[]"},
                                {.media_type = "a/b"}}) {
    CHECK_THROWS_WITH(
        generate_file(IMG_CATALOG, folder / "c.hpp", one),
        "--namespace, --prefix, --license, --source, --source-url, --body and --media-type are only for CSV; a YAML "
        "catalog holds them "
        "itself");
  }
  CHECK_THROWS_WITH(generate_file(csv, folder / "c.hpp", {"n", "P", "", "caf\xE9"}), "an option is not valid UTF-8");
  CHECK(files_in(folder).size() == 1);
}

TEST_CASE("generate names a file that cannot be read or written") {
  const fs::path folder = scratch("generate-files");
  const std::string csv = (folder / "c.csv").string();
  put(csv, csv_catalog);
  const std::string none = (folder / "none.csv").string();
  CHECK_THROWS_AS(generate_file(none, folder / "c.hpp", header), file_error);
  CHECK_THROWS_WITH(generate_file(none, folder / "c.hpp", header),
                    none + ": cannot be read: No such file or directory");
  const std::string unwritable = (folder / "no" / "c.hpp").string();
  CHECK_THROWS_WITH(generate_file(csv, unwritable, header),
                    unwritable + ": cannot be written: No such file or directory");
}
