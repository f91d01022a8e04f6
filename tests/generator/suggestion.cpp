// SPDX-License-Identifier: Apache-2.0
// Suggestions for mistyped words.
#include "suggestion.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("the nearest word differs in case and at most two characters") {
  const std::vector<std::string_view> known{"code", "name", "status", "message"};
  CHECK(nearest("code", known) == "code");
  CHECK(nearest("CODE", known) == "code");
  CHECK(nearest("stauts", known) == "status");
  CHECK(nearest("mesage", known) == "message");
  CHECK(nearest(" name ", known) == "name");
  CHECK(nearest("coddde", known) == "code");
  CHECK(nearest("mesge", known) == "message");
  CHECK_FALSE(nearest("massagess", known));
  CHECK_FALSE(nearest("text", known));
  CHECK_FALSE(nearest(std::string(1'000'000, 'x'), known));
  CHECK_FALSE(nearest("code", {}));
}

TEST_CASE("a short word is not near to any other short word") {
  CHECK_FALSE(nearest("", {"a", "ab"}));
  CHECK_FALSE(nearest("x", {"a", "y"}));
  CHECK(nearest("xb", {"ab"}) == "ab");
  CHECK_FALSE(nearest("xy", {"ab"}));
}

TEST_CASE("the nearest of several words is suggested") {
  CHECK(nearest("nama", {"lamb", "name"}) == "name");
  CHECK(nearest("nama", {"name", "lamb"}) == "name");
}

TEST_CASE("an unknown word is reported with the known ones") {
  CHECK(unknown_word("column", "Code", "Columns", {"code", "name"}) ==
        "unknown column 'Code'; did you mean 'code'? Columns: code, name");
  CHECK(unknown_word("key", "x\n", "Keys", {"code"}) == "unknown key 'xU+000A'. Keys: code");
}
