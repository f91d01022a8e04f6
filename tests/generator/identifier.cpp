// SPDX-License-Identifier: Apache-2.0
// Codes as C++.
#include "identifier.hpp"

#include "support/catch.hpp"

#include <sstream>
#include <string>

using namespace errcat::tool;

TEST_CASE("identifiers that a program may use, and those it may not") {
  for (const char* name : {"a", "image_not_found", "A1", "_a", "x_", "INTERNAL", "ERROR_MAX"})
    CHECK(is_identifier(name));
  for (const char* name : {"",     "1",  "1a", "a-b",  "a b", "\u00E9", "int",   "co_await",   "xor_eq", "__a",
                           "a__b", "_A", "_",  "NULL", "EOF", "errno",  "linux", "UINT16_MAX", "INT8_C", "SIZE_MAX"}) {
    CHECK_FALSE(is_identifier(name));
  }
}

TEST_CASE("no keyword is an identifier") {
  std::istringstream keywords(
      "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class "
      "compl "
      "concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default "
      "delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long "
      "mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register "
      "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template "
      "this "
      "thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while "
      "xor "
      "xor_eq contract_assert typeof");
  for (std::string keyword; keywords >> keyword;) {
    INFO(keyword);
    CHECK_FALSE(is_identifier(keyword));
    CHECK(is_identifier(keyword + '_'));
  }
}

TEST_CASE("a code becomes an enumerator") {
  CHECK(enumerator_of("IMG.0024") == "IMG_0024");
  CHECK(enumerator_of("A-B.c/1") == "A_B_c_1");
  CHECK(enumerator_of("404") == "code_404");
  CHECK(enumerator_of("\u00E9\u4E2D1") == "_1");
  CHECK(enumerator_of("A::B--c") == "A_B_c");
}
