// SPDX-License-Identifier: Apache-2.0
// npm's csv-spectrum, CSV files with their content as JSON, which is not in the repository. The environment variable
// ERRCAT_CSV_SPECTRUM names its folder (npm pack csv-spectrum && tar -xf csv-spectrum-*.tgz gives one, `package`).
#include "read_csv.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>

namespace fs = std::filesystem;
using namespace errcat::tool;
using nlohmann::json;

namespace {

/// Returns the folder. If none is given, prints a line that CTest recognizes as a skipped test.
std::optional<fs::path> spectrum() {
  const char* const folder = std::getenv("ERRCAT_CSV_SPECTRUM");
  if (folder != nullptr && fs::is_directory(folder)) return folder;
  std::cout << "skipped: ERRCAT_CSV_SPECTRUM does not name a folder\n";
  return std::nullopt;
}

/// A list of objects, whose members are named by the first line.
json objects_of(const std::string& bytes, diagnostics& found) {
  std::vector<cell> names;
  json objects = json::array();
  const auto add = [&](const std::vector<cell>& line) {
    if (names.empty()) {
      names = line;
      return;
    }
    json object;
    for (std::size_t i = 0; i != line.size(); ++i) object[names.at(i).text] = line[i].text;
    objects.push_back(object);
  };
  (void)read_csv_lines("c.csv", bytes, add, found);
  return objects;
}

}  // namespace

TEST_CASE("csv-spectrum: each file is read like its JSON, except a quote in the middle of a cell", "[may-skip]") {
  const auto folder = spectrum();
  if (!folder) return;
  int count = 0;
  for (const auto& file : fs::directory_iterator(*folder / "csvs")) {
    const std::string name = file.path().stem().string();
    INFO(name);
    ++count;
    diagnostics found;
    const json objects = objects_of(get(file.path()), found);
    if (name == "location_coordinates") {  // 37 degrees, 36' 37.8" without quotes around: refused on purpose
      CHECK(printed(found) ==
            "c.csv:2:22: error: quote inside a cell; put the whole cell in quotes, and double this quote\n");
      continue;
    }
    CHECK(printed(found).empty());
    const std::string expected = get(*folder / "json" / (name + ".json"));
    // In a cell CRLF is LF, as in every catalog.
    CHECK(objects == json::parse(std::regex_replace(expected, std::regex(R"(\\r\\n)"), R"(\n)")));
  }
  CHECK(count == 12);
}
