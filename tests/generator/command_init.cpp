// SPDX-License-Identifier: Apache-2.0
// errcat init as a function. yaml_schema.cpp has the schema accept what it writes.
#include "commands.hpp"
#include "file.hpp"
#include "read.hpp"
#include "usage.hpp"
#include "write.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

TEST_CASE("init writes a catalog that has no errors and no warnings, once") {
  const fs::path folder = scratch("init");
  for (const char* prefix : {"CAFE", "A.B-c", "STD", "int", "E1"}) {
    INFO(prefix);
    const std::string file = (folder / (std::string(prefix) + ".yaml")).string();
    std::ostringstream err;
    CHECK(run_init({file, prefix}, err) == success);
    check_options options;
    options.catalog = file;
    options.strict = true;
    CHECK(run_check(options, err) == success);
    CHECK(err.str().empty());
    CHECK_THROWS_WITH(run_init({file, prefix}, err), file + " exists");
  }
  std::ostringstream err;
  CHECK(run_init({(folder / "bad.yaml").string(), "CAFE."}, err) == failure);
  CHECK(err.str().find("ends with a dot") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "bad.yaml"));
}

TEST_CASE("init: the catalog has the prefix, two rows and a namespace of the prefix that is not taken") {
  const fs::path folder = scratch("init-content");
  for (const auto& [prefix, name_space] : {std::pair{"CAFE", "cafe"},
                                           {"A.B-c", "a_b_c"},
                                           {"STD", "std_errors"},
                                           {"int", "int_errors"},
                                           {"TIME", "time_errors"},
                                           {"1", "code_1"},
                                           {"NO", "no"}}) {
    INFO(prefix);
    const std::string file = (folder / (std::string(prefix) + ".yml")).string();
    std::ostringstream err;
    REQUIRE(run_init({file, prefix}, err) == success);
    CHECK(err.str().empty());
    const std::string text = get(file);
    CHECK(text.starts_with(yaml_schema_line));
    diagnostics found;
    const auto made = read_yaml("c.yaml", text, found).value();
    CHECK(printed(found).empty());
    CHECK(made.name_space.text == name_space);
    CHECK(made.prefix.text == prefix);
    CHECK(text.find("  # of the C++ enumeration, " + std::string(name_space) + "::errc\n") != std::string::npos);
    REQUIRE(made.rows.size() == 2);
    CHECK(made.rows[0].code.text == prefix + std::string(".0001"));
    CHECK(made.rows[0].name.text == "request_invalid");
    CHECK(made.rows[0].status.text == "400");
    CHECK(made.rows[0].description.text == "A field is missing or has a wrong type.");
    CHECK(made.rows[0].handling_measure.text == "Correct the request.");
    CHECK(made.rows[1].code.text == prefix + std::string(".0002"));
    CHECK(made.rows[1].status.text == "404");
  }
}

TEST_CASE("init: a prefix that cannot be one is refused, and nothing is written") {
  const fs::path folder = scratch("init-prefix");
  const std::string file = (folder / "c.yaml").string();
  for (const std::string prefix : {"", " ", "A B", ".A", "A.", "A: b", "A # b", "A\nb: c", "'A'", "\"A\"", "[A", "*A",
                                   "&A", "\u00E9", "\xFF", "A\x1B", "system", "ERRCAT", "-"}) {
    INFO(prefix);
    std::ostringstream err;
    CHECK(run_init({file, prefix}, err) == failure);
    CHECK(err.str().starts_with(file + ":"));
    CHECK(err.str().find('\x1B') == std::string::npos);
    CHECK_FALSE(fs::remove(file));
  }
}

TEST_CASE("init: a file with another extension, one that exists, and one that cannot be written are refused") {
  const fs::path folder = scratch("init-files");
  std::ostringstream err;
  for (const char* name : {"c.csv", "c", "c.yaml.txt"}) {
    const std::string file = (folder / name).string();
    CHECK_THROWS_WITH(run_init({file, "P"}, err), file + ": unknown file format; expected a .yaml or .yml file");
  }
  const std::string folder_named = (folder / "d.yaml").string();
  fs::create_directory(folder_named);
  CHECK_THROWS_AS(run_init({folder_named, "P"}, err), usage_error);
  put(folder / "e.yaml", "old");
  CHECK_THROWS_WITH(run_init({(folder / "e.yaml").string(), "a bad prefix"}, err),
                    (folder / "e.yaml").string() + " exists");
  CHECK(get(folder / "e.yaml") == "old");
  CHECK_THROWS_AS(run_init({(folder / "no" / "c.yaml").string(), "P"}, err), file_error);
  CHECK_THROWS_AS(run_init({(folder / "e.yaml" / "c.yaml").string(), "P"}, err), file_error);
  CHECK(err.str().empty());
}
