// SPDX-License-Identifier: Apache-2.0
// The index of the codes of several tables.
#include "error_table.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

namespace {

error_row row_of(const char* code, std::uint32_t value) {
  error_row r{};
  r.code = code;
  r.value = value;
  return r;
}

}  // namespace

TEST_CASE("a code is split into lead, separator and number") {
  CHECK(parts_of("SFS.TURBO.0001").lead == "SFS.TURBO");
  CHECK(parts_of("SFS.TURBO.0001").separator == '.');
  CHECK(parts_of("SFS.TURBO.0001").digits == "0001");
  for (const char* word : {"AccessDenied", "1101", ".1", "IMG.", "IMG0024", "", "a..1"})
    CHECK(parts_of(word).digits.empty());
}

TEST_CASE("codes of several tables are found with all their rows") {
  error_tables tables;
  tables.add({"a", "a.yaml", "P", "P", ""}, {row_of("P.0001", 1), row_of("P.0024", 24)});
  tables.add({"b", "b.yaml", "", "b", ""}, {row_of("P.0001", 1), row_of("P.0001", 2), row_of("Denied", 3)});
  using list = error_tables::row_list;
  CHECK(tables.find("P.0001") == list{0, 2, 3});
  CHECK(tables.find("P.1").empty());
  CHECK(tables.find("Denied") == list{4});
  CHECK(tables.table_of(4).source == "b");
  CHECK(tables.find_in_text("P.24") == list{1});
  CHECK(tables.find_in_text("P.00024").empty());
  CHECK(tables.find_in_text("P:24") == list{1});
  CHECK(tables.find_in_text("P:00024") == list{1});
  CHECK(tables.find_in_text("b:3") == list{4});
  CHECK(tables.find_in_text("b:4").empty());
  CHECK(tables.find_in_text("Q.1").empty());
  CHECK(tables.find_in_text("P.99999999999999999999").empty());
  CHECK(tables.patterns().words == std::vector<std::string>{"Denied"});
  CHECK(tables.patterns().families.size() == 3);
}

TEST_CASE("codes of one family may have numbers of several lengths") {
  error_tables tables;
  tables.add({"a", "a.yaml", "P", "P", ""}, {row_of("P.0024", 24), row_of("P.1", 1), row_of("P.00300", 300)});
  const auto families = tables.patterns().families;
  REQUIRE(families.size() == 2);  // P. and P:
  CHECK(families[0].least_digits == 1);
  CHECK(families[0].most_digits == 5);
  using list = error_tables::row_list;
  CHECK(tables.find_in_text("P.00001") == list{1});
  CHECK(tables.find_in_text("P.000001").empty());
  CHECK(tables.find_in_text("P:1") == list{1});
}

TEST_CASE("rows without a value, and tables without a category, have no values in text") {
  error_tables tables;
  tables.add({"a", "a.yaml", "", "a", ""}, {row_of("Gone", 0)});
  tables.add({"b", "b.csv", "", "", ""}, {row_of("Denied", 3)});
  CHECK(tables.patterns().families.empty());
  CHECK(tables.find_in_text("a:0").empty());
  CHECK(tables.find_in_text(":3").empty());
}

TEST_CASE("a name is the same with other punctuation, case and namespace") {
  CHECK(identity_of("ims::errc::IMG_0024") == "img0024");
  CHECK(identity_of("Image-Type incorrect") == "imagetypeincorrect");
  CHECK(identity_of("::").empty());
}
