// SPDX-License-Identifier: Apache-2.0
// Checked catalogs as values.
#include "checked_catalog.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

using errcat::tool::diagnostics;

namespace {

errcat::tool::catalog catalog_of_yaml(const std::string& head, const std::string& rows) {
  diagnostics found;
  const auto subject = read_yaml("c.yaml", "namespace: n\nsource: s\n" + head + "errors:\n" + rows, found);
  REQUIRE(printed(found).empty());
  return subject.value();
}

errcat::tool::catalog catalog_of_csv(const std::string& text, const errcat::tool::csv_header& header) {
  diagnostics found;
  const auto subject = errcat::tool::read_csv("c.csv", text, header, found);
  REQUIRE(printed(found).empty());
  return subject.value();
}

}  // namespace

TEST_CASE("a checked catalog has its rows as values, sorted") {
  diagnostics found;
  const auto subject = catalog_of_csv(
      "code,name,status,message,description,handling_measure,retired\n"
      "P.20,two,404,M.,D.,H.,true\nP.3,one,599,N.,,,false\nP.0100,last,100,L.,,,\n",
      {"a::b", "P", "MIT", "s"});
  const auto checked = check(subject, found);
  REQUIRE(checked);
  CHECK(checked->name_space() == "a::b");
  CHECK(checked->prefix() == "P");
  CHECK(checked->license() == "MIT");
  CHECK(checked->source() == "s");
  CHECK(checked->is_numbered());
  CHECK(&checked->cells() == &subject);
  REQUIRE(checked->rows().size() == 3);
  const auto& first = checked->rows()[0];
  CHECK(first.value == 3);
  CHECK(first.status == 599);
  CHECK_FALSE(first.retired);
  CHECK(first.enumerator == "P_3");
  CHECK(first.code == "P.3");
  CHECK(first.name == "one");
  CHECK(first.message == "N.");
  CHECK(first.description.empty());
  const auto& second = checked->rows()[1];
  CHECK(second.value == 20);
  CHECK(second.status == 404);
  CHECK(second.retired);
  CHECK(second.description == "D.");
  CHECK(second.handling_measure == "H.");
  CHECK(checked->rows()[2].value == 100);
}

TEST_CASE("the rows of a named catalog have their places as values") {
  diagnostics found;
  const auto subject =
      catalog_of_csv("code,name,status,message,description,handling_measure\nZ.9,one,400,M.,,\nA.1,two,400,M.,,\n",
                     {"n", "", "", "s"});
  const auto checked = check(subject, found);
  REQUIRE(checked);
  CHECK_FALSE(checked->is_numbered());
  CHECK(checked->rows()[0].code == "Z.9");
  CHECK(checked->rows()[1].value == 2);
}

TEST_CASE("the row of a checked catalog may state its value, and a catalog of plain numbers has them as values") {
  const std::string rest = ", status: 400, message: M.";
  const auto named = catalog_of_yaml(
      "", "- {code: B, name: b" + rest + ", value: 4294967295}\n- {code: A, name: a" + rest + ", value: 7}\n");
  const auto stated = checked(named);
  CHECK_FALSE(stated.is_numbered());
  CHECK(stated.prefix().empty());
  CHECK(stated.rows().at(0).code == "A");
  CHECK(stated.rows()[0].value == 7);
  CHECK(stated.rows().at(1).value == 4'294'967'295);
  const auto numbers =
      catalog_of_yaml("prefix: ''\n", "- {code: 20, name: b" + rest + "}\n- {code: 007, name: a" + rest + "}\n");
  const auto plain = checked(numbers);
  CHECK_FALSE(plain.is_numbered());
  CHECK(plain.rows().at(0).value == 7);
  CHECK(plain.rows()[0].enumerator == "code_007");
  CHECK(plain.rows().at(1).value == 20);
}

TEST_CASE("a checked catalog is a view of its cells, with defaults for what they do not hold") {
  const std::string one =
      "- {code: P.1, name: one, status: 400, message: M., group: G, retired: false, note: N., proposed: true}\n";
  const auto least = catalog_of_yaml("", one);
  const auto with_defaults = checked(least);
  CHECK(with_defaults.license().empty());
  CHECK(with_defaults.source_url().empty());
  CHECK(with_defaults.body().text() == errcat::tool::default_body);
  CHECK(with_defaults.media_type() == "application/json");
  const auto& r = with_defaults.rows().at(0);
  CHECK(r.code.data() == least.rows[0].code.text.data());
  CHECK(r.handling_measure.empty());
  CHECK(r.group == "G");
  CHECK(r.note == "N.");
  CHECK_FALSE(r.retired);
  const auto whole = catalog_of_yaml(
      "license: MIT\nsource_url: https://a\nmedia_type: a/b\nbody: '[ \"{code}\", \"{message}\" ]'\n", one);
  const auto with_all = checked(whole);
  CHECK(with_all.license() == "MIT");
  CHECK(with_all.source_url() == "https://a");
  CHECK(with_all.media_type() == "a/b");
  CHECK(with_all.body().text() == R"(["{code}","{message}"])");
}
