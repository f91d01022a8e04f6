// SPDX-License-Identifier: Apache-2.0
// The schema of YAML catalogs, by which editors complete keys and mark mistakes: it knows the reader's keys, accepts
// every good catalog, and refuses what is broken in form.
#include "check.hpp"
#include "commands.hpp"
#include "rules.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace errcat::tool;
using nlohmann::ordered_json;

namespace {

const fs::path schema_file = YAML_SCHEMA;

/// Returns the lines of `yaml_schema.py`: "accepts FILE" or "refuses FILE: PROBLEM".
std::vector<std::string> verdicts(const std::vector<fs::path>& files) {
  std::string command = word(PYTHON) + " " + word(YAML_SCHEMA_VALIDATOR) + " " + word(schema_file);
  for (const fs::path& file : files) command += " " + word(file);
  const auto result = run(command);
  INFO(result.err);
  REQUIRE(result.status == 0);
  std::vector<std::string> lines;
  std::istringstream in(result.out);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  REQUIRE(lines.size() == files.size());
  return lines;
}

/// A catalog with every key. JSON is YAML, too.
ordered_json whole() {
  return ordered_json::parse(R"({
    "namespace": "a::b", "license": "MIT", "source": "s", "source_url": "https://example.org/",
    "body": "[\"{code}\", \"{message}\"]", "media_type": "application/problem+json", "allow": ["markup"],
    "errors": [
      {"code": "A", "name": "one", "status": 400, "message": "M.", "description": "D.", "handling_measure": "H.",
       "group": "G", "retired": true, "proposed": "false", "note": "N", "value": 7},
      {"code": "B", "name": "two", "status": "404", "message": "M.", "value": 8}
    ]})");
}

bool is_accepted(const std::string& text) {
  diagnostics found;
  const auto subject = read_yaml("c.yaml", text, found);
  return subject && check(*subject, found).has_value();
}

using cases = std::map<std::string, ordered_json>;

/// Adds the catalog without each key that `required` names, and with each key as another kind of value.
void break_keys(cases& broken, const std::string& where, const std::vector<std::string_view>& required) {
  const ordered_json::json_pointer at(where);
  const ordered_json good = whole();
  for (const std::string_view key : required) {
    ordered_json without = whole();
    without[at].erase(std::string(key));
    broken.emplace(where + " without " + std::string(key), without);
  }
  for (const auto& [key, value] : good[at].items()) {
    if (key == "errors" || key == "allow") continue;
    const std::map<std::string, ordered_json> kinds{
        {"null", nullptr}, {"list", ordered_json::array({value})}, {"map", {{"a", value}}}};
    for (const auto& [kind, other] : kinds) {
      ordered_json changed = whole();
      changed[at][key] = other;
      broken.emplace(where + " with a " + kind + " as " + key, changed);
    }
  }
  ordered_json more = whole();
  more[at]["mesage"] = "M.";
  broken.emplace(where + " with an unknown key", more);
}

cases broken_catalogs() {
  cases broken;
  break_keys(broken, "", {"namespace", "source", "errors"});
  break_keys(broken, "/errors/0", {"code", "name", "status", "message"});
  const std::vector<std::pair<const char*, ordered_json>> values{
      {"/errors", nullptr},
      {"/errors", "x"},
      {"/errors", ordered_json::array()},
      {"/errors", ordered_json::object()},
      {"/errors/0", "x"},
      {"/errors/0", nullptr},
      {"/errors/0", ordered_json::array()},
      {"/allow", "markups"},
      {"/allow", ordered_json::array({"markup", "marks"})},
      {"/allow", ordered_json::object()},
      {"/allow", nullptr},
      {"/namespace", "a.b"},
      {"/namespace", "1a"},
      {"/namespace", ""},
      {"/source", ""},
      {"/source_url", "javascript:alert(1)"},
      {"/source_url", "https://"},
      {"/license", "MIT!"},
      {"/body", "code"},
      {"/body", ""},
      {"/media_type", "json"},
      {"/media_type", "a/b/c"},
      {"/errors/0/code", ""},
      {"/errors/0/name", "a-b"},
      {"/errors/0/name", ""},
      {"/errors/0/status", 99},
      {"/errors/0/status", 600},
      {"/errors/0/status", "40"},
      {"/errors/0/status", "OK"},
      {"/errors/0/message", ""},
      {"/errors/0/retired", "yes"},
      {"/errors/0/retired", 1},
      {"/errors/0/proposed", "no"},
      {"/errors/0/value", 0},
      {"/errors/0/value", "07"},
      {"/errors/0/value", 4294967296},
      {"/errors/0/value", "one"},
  };
  for (const auto& [where, value] : values) {
    ordered_json changed = whole();
    changed[ordered_json::json_pointer(where)] = value;
    broken.emplace(std::string(where) + " is " + value.dump(), changed);
  }
  broken.emplace("a string", "namespace");
  broken.emplace("a list", ordered_json::array({whole()}));
  return broken;
}

}  // namespace

TEST_CASE("YAML schema: its keys are the reader's, and it requires the same") {
  const ordered_json schema = ordered_json::parse(get(schema_file));
  const auto keys = [](const ordered_json& of) {
    std::vector<std::string> names;
    for (const auto& [key, value] : of["properties"].items()) {
      CHECK(value["description"].get<std::string>().size() > 10);
      names.push_back(key);
    }
    return names;
  };
  const auto expected = [](const auto& fields, bool only_required) {
    std::vector<std::string> names;
    for (const auto& f : fields) {
      if (f.required || !only_required) names.emplace_back(f.name);
    }
    return names;
  };
  std::vector<std::string> of_catalog = expected(catalog_fields, false);
  of_catalog.insert(of_catalog.end(), {"allow", "errors"});
  CHECK(keys(schema) == of_catalog);
  const ordered_json& row = schema["properties"]["errors"]["items"];
  CHECK(keys(row) == expected(row_fields, false));
  std::vector<std::string> required = expected(catalog_fields, true);
  required.emplace_back("errors");
  CHECK(schema["required"] == required);
  CHECK(row["required"] == expected(row_fields, true));
  CHECK(schema["definitions"]["rule"]["enum"] == rule_names());
}

TEST_CASE("YAML schema: every good catalog is accepted") {
  const fs::path folder = scratch("yaml-schema-good");
  std::vector<fs::path> files{IMG_CATALOG};
  for (const auto& entry : fs::directory_iterator(SAMPLES)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  CHECK(files.size() > 5);
  std::ostringstream err;
  CHECK(run_init({(folder / "init.yaml").string(), "CAFE"}, err) == success);
  put(folder / "hard.yaml", write_yaml(hard_catalog()));
  put(folder / "whole.yaml", whole().dump());
  put(folder / "numbers.yaml",
      "namespace: n\nsource: 2024-01-01\nprefix: ''\nallow: markup\nerrors:\n"
      "- {code: 10001, name: one, status: 400, message: 42, description: yes, note: 1.5}\n");
  for (const char* name : {"init.yaml", "hard.yaml", "whole.yaml", "numbers.yaml"}) files.push_back(folder / name);
  for (const std::string& verdict : verdicts(files)) CHECK(verdict.starts_with("accepts "));
  for (const fs::path& file : files) {
    INFO(file.string());
    CHECK(is_accepted(get(file)));
  }
}

TEST_CASE("YAML schema: every catalog that is broken in form is refused, as errcat refuses it") {
  const fs::path folder = scratch("yaml-schema-broken");
  const cases broken = broken_catalogs();
  std::vector<fs::path> files;
  for (const auto& [what, catalog] : broken) {
    files.push_back(folder / (std::to_string(files.size()) + ".yaml"));
    put(files.back(), catalog.dump());
    INFO(what);
    CHECK_FALSE(is_accepted(catalog.dump()));
  }
  const std::vector<std::string> lines = verdicts(files);
  std::size_t i = 0;
  for (const auto& [what, catalog] : broken) {
    INFO(what);
    CHECK(lines[i++].starts_with("refuses "));
  }
}
