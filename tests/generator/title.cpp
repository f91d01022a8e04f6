// SPDX-License-Identifier: Apache-2.0
// The title of a catalog's pages.
#include "title.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("a catalog's title is its prefix, or the namespace if it has none") {
  catalog subject;
  subject.name_space.text = "sample::n";
  CHECK(title_of(subject) == "sample::n error codes");
  subject.prefix.text = "IMG";
  CHECK(title_of(subject) == "IMG error codes");
}
