// SPDX-License-Identifier: Apache-2.0
// Collecting and printing diagnostics.
#include "diagnostics.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

using namespace errcat::tool;

TEST_CASE("diagnostics are printed in the order of their positions, and those of one position as they came") {
  diagnostics found;
  found.error({"b", 1, 1}, "last");
  found.warning({"a", 2, 1}, "second");
  found.error({"a", 2, 1}, "third");
  found.error({"a", 1, 9}, "first");
  CHECK(printed(found) ==
        "a:1:9: error: first\n"
        "a:2:1: warning: second\n"
        "a:2:1: error: third\n"
        "b:1:1: error: last\n");
}

TEST_CASE("errors and warnings are counted apart") {
  diagnostics found;
  CHECK(found.ok());
  found.warning({"a"}, "w");
  CHECK(found.ok());
  found.error({"a"}, "e");
  CHECK_FALSE(found.ok());
  CHECK(found.errors() == 1);
  CHECK(found.warnings() == 1);
}

TEST_CASE("what another run found is added as warnings") {
  diagnostics other;
  other.error({"a"}, "e");
  other.warning({"a"}, "w");
  diagnostics found;
  found.add_as_warnings(other);
  CHECK(found.ok());
  CHECK(printed(found) == "a:1:1: warning: e\na:1:1: warning: w\n");
}
