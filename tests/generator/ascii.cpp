// SPDX-License-Identifier: Apache-2.0
// ASCII characters by kind.
#include "ascii.hpp"

#include "support/catch.hpp"

#include <string_view>

using namespace errcat::tool;

TEST_CASE("each byte is a digit, a letter or neither") {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
  for (int byte = 0; byte != 256; ++byte) {
    const char c = static_cast<char>(byte);
    const auto among = [c](std::string_view characters) { return characters.find(c) != std::string_view::npos; };
    INFO(byte);
    CHECK(is_digit(c) == among(digits));
    CHECK(is_upper(c) == among(upper));
    CHECK(is_lower(c) == among(lower));
    CHECK(is_alphanumeric(c) == (among(digits) || among(upper) || among(lower)));
    CHECK(to_lower(c) == (among(upper) ? lower[upper.find(c)] : c));
  }
}
