// SPDX-License-Identifier: Apache-2.0
// Numbers in codes, and the values of rows.
#include "numbering.hpp"

#include "support/catch.hpp"

#include <utility>
#include <vector>

using namespace errcat::tool;

namespace {

catalog of_codes(const char* prefix, const std::vector<const char*>& codes) {
  catalog subject;
  subject.prefix.text = prefix;
  for (const char* code : codes) subject.rows.emplace_back().code.text = code;
  return subject;
}

using value_and_code = std::pair<std::uint32_t, std::string>;

std::vector<value_and_code> values(const catalog& subject) {
  std::vector<value_and_code> all;
  for (const auto& [value, source] : by_value(subject)) all.emplace_back(value, source->code.text);
  return all;
}

}  // namespace

TEST_CASE("the digits of a code, and their number") {
  CHECK(digits_of("IMG.0024", "IMG") == "0024");
  CHECK(digits_of("A.B.1", "A.B") == "1");
  for (const char* code : {"IMG0024", "IMG.", "IMG", "IM.1", "IMG.1x", "IMG.-1", " IMG.1", ""}) {
    CHECK_FALSE(digits_of(code, "IMG"));
  }
  CHECK(number_of("0024") == 24);
  CHECK(number_of("4294967295") == 4294967295);
  CHECK_FALSE(number_of("4294967296"));
  CHECK_FALSE(number_of(""));
  CHECK_FALSE(number_of("1x"));
}

TEST_CASE("the number of a code needs the prefix") {
  CHECK(number_of("IMG.0024", "IMG") == 24);
  CHECK_FALSE(number_of("IMH.0024", "IMG"));
  CHECK_FALSE(number_of("IMG.4294967296", "IMG"));
}

TEST_CASE("with a prefix the value is the number, without one the place in the file") {
  CHECK(values(of_codes("P", {"P.30", "P.4", "P.007"})) ==
        std::vector<value_and_code>{{4, "P.4"}, {7, "P.007"}, {30, "P.30"}});
  CHECK(values(of_codes("", {"P.30", "P.4"})) == std::vector<value_and_code>{{1, "P.30"}, {2, "P.4"}});
  CHECK(is_numbered(of_codes("P", {})));
  CHECK_FALSE(is_numbered(of_codes("", {})));
  CHECK_FALSE(has_plain_numbers(of_codes("", {})));
  catalog subject = of_codes("P", {});
  subject.prefix.at = {"c"};
  CHECK_FALSE(has_plain_numbers(subject));
  subject.prefix.text.clear();
  CHECK(has_plain_numbers(subject));
}

TEST_CASE("a code without a number has the value 0, and rows of one value keep their order") {
  CHECK(values(of_codes("P", {"P.2", "x", "P.02", "P.4294967296"})) ==
        std::vector<value_and_code>{{0, "x"}, {0, "P.4294967296"}, {2, "P.2"}, {2, "P.02"}});
}

TEST_CASE("without a prefix, what is not a number has the value 0") {
  catalog plain = of_codes("", {"x", "7"});
  plain.prefix.at = {"c"};
  CHECK(values(plain) == std::vector<value_and_code>{{0, "x"}, {7, "7"}});
  catalog named = of_codes("", {"a", "b"});
  named.rows[0].value.text = "x";
  named.rows[1].value.text = "7";
  CHECK(values(named) == std::vector<value_and_code>{{0, "a"}, {7, "b"}});
}

TEST_CASE("a common prefix needs a number above 0 in every code, each used once") {
  CHECK(common_prefix(of_codes("", {"A.B.1", "A.B.02"})) == "A.B");
  CHECK_FALSE(common_prefix(of_codes("", {})));
  CHECK_FALSE(common_prefix(of_codes("", {"A.1", "B.2"})));
  CHECK_FALSE(common_prefix(of_codes("", {"A.1", "A.0"})));
  CHECK_FALSE(common_prefix(of_codes("", {"A.1", "A.01"})));
  CHECK_FALSE(common_prefix(of_codes("", {"A1", "A2"})));
}
