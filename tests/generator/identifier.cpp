// SPDX-License-Identifier: Apache-2.0
// Codes as C++.
#include "identifier.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("identifiers that a program may use, and those it may not") {
  for (const char* name : {"a", "image_not_found", "A1", "_a", "x_", "INTERNAL", "ERROR_MAX"})
    CHECK(is_identifier(name));
  for (const char* name : {"",     "1",  "1a", "a-b",  "a b", "\u00E9", "int",   "co_await",   "xor_eq", "__a",
                           "a__b", "_A", "_",  "NULL", "EOF", "errno",  "linux", "UINT16_MAX", "INT8_C", "SIZE_MAX"}) {
    CHECK_FALSE(is_identifier(name));
  }
}

TEST_CASE("a code becomes an enumerator") {
  CHECK(enumerator_of("IMG.0024") == "IMG_0024");
  CHECK(enumerator_of("A-B.c/1") == "A_B_c_1");
  CHECK(enumerator_of("404") == "code_404");
  CHECK(enumerator_of("\u00E9\u4E2D1") == "_1");
  CHECK(enumerator_of("A::B--c") == "A_B_c");
}
