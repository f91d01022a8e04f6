// SPDX-License-Identifier: Apache-2.0
// The committed IMG header against tools/catalogs/img.yaml, read by yaml-cpp.
#include "support/transcription.hpp"

#include <ims/errors.hpp>

#include "library/require_same.hpp"
#include "support/catch.hpp"
#include "support/file.hpp"

#include <string>

TEST_CASE("every field of every row is that of the transcription") { require_same(rows_of_yaml(IMG_CATALOG)); }

TEST_CASE("every name of the transcription is an enumerator of its code, with its message") {
  const std::string header = get(IMG_HEADER);
  for (const table_row& row : rows_of_yaml(IMG_CATALOG)) {
    const std::string number = std::to_string(std::stoi(row.code.substr(4)));
    const std::string deprecated = row.retired ? R"( [[deprecated("retired")]])" : "";
    const std::string lines = "  /// " + row.message + "\n  IMG_" + row.code.substr(4) + deprecated + " = " + number +
                              ",\n  /// " + row.code + ": " + row.message + "\n  " + row.name + deprecated + " = " +
                              number + ",\n";
    INFO(lines);
    CHECK(header.find(lines) != std::string::npos);
  }
}
