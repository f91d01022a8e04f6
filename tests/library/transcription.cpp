// SPDX-License-Identifier: Apache-2.0
// Compares the committed IMG header with tools/catalogs/img.yaml, read by yaml-cpp.
#include "support/transcription.hpp"

#include <ims/errors.hpp>

#include "library/require_same.hpp"
#include "support/catch.hpp"
#include "support/file.hpp"

#include <regex>
#include <string>
#include <vector>

TEST_CASE("every field of every row equals that in img.yaml") {
  const std::vector<table_row> rows = rows_of_yaml(IMG_CATALOG);
  require_same(rows);
  for (const table_row& row : rows) CHECK(ims::errors.find(row.code)->name() == row.name);  // the CSV has no names
}

TEST_CASE("the comment of each enumerator has code, status, other name, message and measure") {
  const std::string header = get(IMG_HEADER);
  for (const table_row& row : rows_of_yaml(IMG_CATALOG)) {
    const std::string enumerator = "IMG_" + row.code.substr(4);
    const std::string value = " = " + std::to_string(std::stoi(row.code.substr(4))) + ",\n";
    // A list in a measure begins on a line of its own, and other lines are joined.
    std::string measure = std::regex_replace(row.handling_measure, std::regex("\n(?!- )"), " ");
    measure = std::regex_replace(measure, std::regex("\n- "), "\n  /// - ");
    measure = std::regex_replace(measure, std::regex("<"), "\\<");  // not a tag for documentation tools
    const auto lines = [&](const std::string& name, const std::string& other) {
      return "  /// " + row.code + " (" + row.status + ", " + other + (row.retired ? ", retired): " : "): ") +
             row.message + "\n" + (measure.empty() ? "" : "  /// Handling measure: " + measure + "\n") + "  " + name +
             value;
    };
    const std::string expected = lines(enumerator, row.name) + lines(row.name, enumerator);
    INFO(expected);
    CHECK(header.find(expected) != std::string::npos);
  }
}
