// SPDX-License-Identifier: Apache-2.0
// Codes as people type them, with several tables.
#include "look_up.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

namespace {

error_row row(const char* code, const char* name, std::uint32_t value) {
  error_row r;
  r.code = code;
  r.name = name;
  r.value = value;
  return r;
}

const error_tables& tables() {
  static const error_tables made = [] {
    error_tables t;
    t.add({"a", "", "IMG", "IMG", ""},
          {row("IMG.0001", "one", 1), row("IMG.0024", "two_four", 24), row("IMG.0042", "four_two", 42)});
    t.add({"b", "", "", "cafe", ""},
          {row("SFS.TURBO.0024", "turbo", 1), row("AccessDenied", "denied", 2), row("1101", "n", 3)});
    return t;
  }();
  return made;
}

using list = error_tables::row_list;

list rows(std::string_view text) { return look_up(tables(), text).rows; }

}  // namespace

TEST_CASE("a code is found however it is typed") {
  CHECK(rows("IMG.0024") == list{1});
  CHECK(rows("24") == list{1, 3});
  CHECK(rows("sfs.turbo.24") == list{3});
  CHECK(rows("SFS-TURBO-0024") == list{3});
  CHECK(rows("5FS.TURB0.0024") == list{3});
  CHECK(rows("accessdenied") == list{4});
  CHECK(rows("Access Denied") == list{4});
  CHECK(rows("cafe::errc::turbo") == list{3});
  CHECK(rows("1101") == list{5});
  CHECK(rows("cafe:2") == list{4});
  CHECK(look_up(tables(), "img.24").is_as_typed);
  CHECK_FALSE(look_up(tables(), "img-24").is_as_typed);
}

TEST_CASE("what cannot be a code is told from an unknown code") {
  for (const char* text : {"IMG.9999", "99", "XYZ.0001", "IMG:9", "cafe:99"}) {
    INFO(text);
    CHECK(look_up(tables(), text).may_be_code);
    CHECK(rows(text).empty());
  }
  for (const char* text : {"", "x", "24x", "image 24 large", "IMG", "IMG.", "OOO", "...", "\xFF\xFE", "{}", "a.b"}) {
    INFO(text);
    CHECK_FALSE(look_up(tables(), text).may_be_code);
  }
  CHECK(look_up(tables(), std::string(100000, '1')).rows.empty());
  CHECK(look_up(tables(), "XYZ.0001").foreign_lead == "XYZ");
}

TEST_CASE("codes near an unknown one are similar") {
  CHECK(look_up(tables(), "IMG.0025").similar == list{1});
  CHECK(look_up(tables(), "IMG.0204").similar == list{1});
  CHECK(look_up(tables(), "IMG.0022").similar == list{1, 2});
  CHECK(look_up(tables(), "IMG.9999").similar.empty());
  CHECK(look_up(tables(), "IMH.0024").similar == list{1});
}
