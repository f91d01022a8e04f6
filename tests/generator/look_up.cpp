// SPDX-License-Identifier: Apache-2.0
// Codes as people type them, with several tables.
#include "look_up.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace errcat::tool;

namespace {

error_row row(const char* code, const char* name, std::uint32_t value) {
  error_row r{};
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

/// A table of its own for codes of which the name is the code in lower case, with "n" before it.
error_tables table_of(const std::vector<std::string>& codes) {
  std::vector<error_row> rows;
  for (const std::string& code : codes) rows.push_back(row(code.c_str(), ("n" + code).c_str(), 0));
  error_tables t;
  t.add({"t", "", "", "", ""}, std::move(rows));
  return t;
}

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

TEST_CASE("letters and digits that look alike are the same in a lead, and letters are digits in a number") {
  const error_tables t = table_of({"LISZBO.0015", "LISZBO.0028", "LISZBO.1111", "LISZBO.0000"});
  for (const char* lead : {"LISZBO", "liszbo", "I|528O", "1!5zb0", "ll5280", "i1SZ80", "lISZ8o"}) {
    INFO(lead);
    CHECK(look_up(t, std::string(lead) + ".0015").rows == list{0});
  }
  for (const char* number : {"0015", "O015", "ooIS", "oo15", "0Ol5", "00|s", "00!5"}) {
    INFO(number);
    const bool has_digit = std::string_view(number).find_first_of("0123456789") != std::string_view::npos;
    CHECK(look_up(t, "LISZBO." + std::string(number)).rows == (has_digit ? list{0} : list{}));
  }
  CHECK(look_up(t, "LISZBO.00zB").rows == list{1});
  CHECK(look_up(t, "LISZBO.1i|L").rows == list{2});
  CHECK(look_up(t, "LISZBO.0oO0").rows == list{3});
  CHECK(look_up(t, "LISZBO.00x5").rows.empty());
}

TEST_CASE("characters that look like ASCII are taken for it") {
  CHECK(rows("\uFF29\uFF2D\uFF27\uFF0E\uFF10\uFF10\uFF12\uFF14") == list{1});  // full-width
  CHECK(rows("\uFF01MG.0024") == list{1});
  CHECK(rows("\u0406\u041CG\u30020024") == list{1});  // Cyrillic, and a Chinese full stop
  CHECK(rows("IMG\u20140024") == list{1});
  CHECK(rows("I.MG 24") == list{1});
  CHECK(rows("\u4E2D\u6587 IMG.0024") == list{1});
}

TEST_CASE("an exact code is found before what is only like it") {
  const error_tables t = table_of({"Ab", "ab", "A-b"});
  CHECK(look_up(t, "Ab").rows == list{0});
  CHECK(look_up(t, "ab").rows == list{1});
  CHECK(look_up(t, "AB").rows == list{0, 1, 2});
  const error_tables twice = table_of({"X.1", "X.01"});
  CHECK(look_up(twice, "X.01").rows == list{1});
  CHECK(look_up(twice, "X.001").rows == list{0, 1});
}

TEST_CASE("a name and a lead have a limited length") {
  const std::string name(199, 'a');
  const error_tables t = table_of({name, name + "bc"});
  CHECK(look_up(t, name + "-").rows == list{0});
  CHECK(look_up(t, name + "--").rows.empty());
  CHECK(look_up(t, name + "bc").rows == list{1});
  CHECK(look_up(t, name + "BC").rows.empty());
  const std::string lead(32, 'x');
  CHECK(look_up(t, lead + ".1").foreign_lead == lead);
  CHECK_FALSE(look_up(t, lead + "x.1").may_be_code);
}

TEST_CASE("a number alone is found in every table, in the order of the rows") {
  CHECK(look_up(table_of({"A.1", "B.2", "A.2"}), "2").rows == list{1, 2});
  CHECK(rows("one") == list{0});
  CHECK(rows("cafe2").empty());  // a value has its colon
}

TEST_CASE("what cannot be a code is told from an unknown code") {
  for (const char* text : {"IMG.9999", "99", "XYZ.0001", "IMG:9", "cafe:99"}) {
    INFO(text);
    CHECK(look_up(tables(), text).may_be_code);
    CHECK(rows(text).empty());
  }
  for (const char* text : {"", "x", "24x", "image 24 large", "IMG", "IMG.", "IM", "OOO", "...", "\xFF\xFE", "{}", "a.b",
                           "--.", "5.6", "cafe::"}) {
    INFO(text);
    CHECK_FALSE(look_up(tables(), text).may_be_code);
  }
  CHECK(look_up(tables(), std::string(100000, '1')).rows.empty());
  CHECK(look_up(tables(), "XYZ.0001").foreign_lead == "XYZ");
  CHECK(look_up(tables(), "X_Y-Z.0001").foreign_lead == "X_Y-Z");
  CHECK(look_up(tables(), "xyz.1").foreign_lead == "xyz");
  CHECK(look_up(tables(), "IMG.99999999999999999999999").may_be_code);
}

TEST_CASE("codes near an unknown one are similar") {
  CHECK(look_up(tables(), "IMG.0025").similar == list{1});
  CHECK(look_up(tables(), "IMG.0204").similar == list{1});
  CHECK(look_up(tables(), "IMG.0022").similar == list{1, 2});
  CHECK(look_up(tables(), "IMG.9999").similar.empty());
  CHECK(look_up(tables(), "IMH.0024").similar == list{1});
  CHECK(look_up(table_of({"IMG.0024"}), "IMH.0024").similar == list{0});
  CHECK(look_up(tables(), "IMG.25").similar == list{1});
  CHECK(look_up(tables(), "cafe:0024").similar.empty());  // a value, with the digits of another row's code
  CHECK(look_up(tables(), "IMG.00024").similar.empty());
  CHECK(look_up(table_of({"X.01", "X.02", "X.03", "X.04"}), "X.05").similar == list{0, 1, 2});
  CHECK(look_up(table_of({"X.12", "X.34"}), "X.21").similar == list{0});
  CHECK(look_up(table_of({"X.123"}), "X.213").similar == list{0});
  CHECK(look_up(table_of({"X.123"}), "X.214").similar.empty());
}
