// SPDX-License-Identifier: Apache-2.0
// <errcat/format.hpp> with fmt, included in the awkward order: before fmt, and once more after it.
#include <errcat/format.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <errcat/format.hpp>

#define FORMAT fmt::format
#define TITLE "fmt: "
#include "library/format.inc"

TEST_CASE(TITLE "ranges of entries have no quotes") {
  const std::vector<ims::errc> errors = {ims::errc::IMG_0001, ims::errc::IMG_0024};
  CHECK(fmt::format("{}", errors) == "[IMG.0001, IMG.0024]");
  CHECK(fmt::format("{}", ims::errors).starts_with("[IMG.0001, IMG.0002, "));
}

TEST_CASE(TITLE "a wrong type is refused") {
  CHECK_THROWS_AS(fmt::format(fmt::runtime("{:d}"), ims::errc::IMG_0024), fmt::format_error);
}
