// SPDX-License-Identifier: Apache-2.0
// <errcat/version.hpp> against the version of the project.
#include <errcat/version.hpp>

#include <string>

#include "support/catch.hpp"

#ifndef ERRCAT_VERSION
#error "the header defines no version"
#endif

TEST_CASE("the version of the headers is that of the project") {
  const std::string version = std::to_string(ERRCAT_VERSION_MAJOR) + '.' + std::to_string(ERRCAT_VERSION_MINOR) + '.' +
                              std::to_string(ERRCAT_VERSION_PATCH);
  CHECK(version == PROJECT_VERSION);
  CHECK(version == ERRCAT_VERSION_STRING);
  CHECK(ERRCAT_VERSION == ERRCAT_VERSION_MAJOR * 10000 + ERRCAT_VERSION_MINOR * 100 + ERRCAT_VERSION_PATCH);
  CHECK(ERRCAT_VERSION >= 10100);
}
