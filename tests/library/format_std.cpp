// SPDX-License-Identifier: Apache-2.0
// <errcat/format.hpp> with std::format, where the standard library has it.
#include <errcat/format.hpp>

#ifdef __cpp_lib_format

#define FORMAT std::format
#define TITLE "std::format: "
#include "library/format.inc"

TEST_CASE(TITLE "a wrong type is refused") {
  const auto error = ims::errc::IMG_0024;
  CHECK_THROWS_AS(std::vformat("{:d}", std::make_format_args(error)), std::format_error);
}

#ifdef __cpp_lib_format_ranges
TEST_CASE(TITLE "ranges of entries have no quotes") {
  const std::vector<ims::errc> errors = {ims::errc::IMG_0001, ims::errc::IMG_0024};
  CHECK(std::format("{}", errors) == "[IMG.0001, IMG.0024]");
}
#endif

#endif
