// SPDX-License-Identifier: Apache-2.0
// The title of a catalog's pages.
#include "title.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"

using namespace errcat::tool;

TEST_CASE("a catalog's title is its prefix, or the namespace if it has none") {
  catalog subject = hard_catalog();
  subject.name_space.text = "sample::n";
  CHECK(title_of(checked(subject)) == "sample::n error codes");
  subject.prefix.text = "P";
  CHECK(title_of(checked(subject)) == "P error codes");
}
