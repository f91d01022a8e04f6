// SPDX-License-Identifier: Apache-2.0
// Where the parts of a YAML catalog are. edit_yaml.cpp tests the edits.
#include "locate_yaml.hpp"

#include "support/catch.hpp"

#include <string>

using namespace errcat::tool;

namespace {

/// Returns "key=value" of each entry, as the values are in the file.
std::string entries_in(const std::string& bytes, const yaml_map& map) {
  std::string list;
  for (const yaml_entry& e : map.entries) {
    list += (list.empty() ? "" : ";") + e.key + '=' + bytes.substr(e.begin, e.end - e.begin);
  }
  return list;
}

}  // namespace

TEST_CASE("locate: the values of a catalog and of its rows, in the order of the file") {
  const std::string bytes =
      "# head\nnamespace: n  # c\nerrors:\n  - code: P.1\n    message: 'M.'\n  - code: \"P.2\"\n    note:\nsource: s\n";
  const yaml_places places = locate_yaml(bytes);
  CHECK_FALSE(places.catalog.flow);
  CHECK(places.catalog.column == 0);
  CHECK(entries_in(bytes, places.catalog) == "namespace=n;source=s");
  CHECK(places.catalog.end == bytes.size() - 1);
  CHECK_FALSE(places.flow);
  CHECK(places.column == 2);
  REQUIRE(places.rows.size() == 2);
  CHECK_FALSE(places.rows[0].flow);
  CHECK(places.rows[0].column == 4);
  CHECK(entries_in(bytes, places.rows[0]) == "code=P.1;message='M.'");
  CHECK(bytes.substr(places.rows[0].end, 5) == "\n  - ");
  CHECK(places.rows[0].entries[0].style == YAML_PLAIN_SCALAR_STYLE);
  CHECK(places.rows[0].entries[1].style == YAML_SINGLE_QUOTED_SCALAR_STYLE);
  CHECK(entries_in(bytes, places.rows[1]) == "code=\"P.2\";note=");
  CHECK(places.rows[1].entries[0].style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

TEST_CASE("locate: maps and lists in braces end after the brace") {
  const std::string bytes = "{namespace: n, errors: [{code: P.1, note: ''}, {}], source: s} # c\n";
  const yaml_places places = locate_yaml(bytes);
  CHECK(places.catalog.flow);
  CHECK(bytes.substr(places.catalog.end) == " # c\n");
  CHECK(entries_in(bytes, places.catalog) == "namespace=n;source=s");
  CHECK(places.flow);
  CHECK(places.column == 23);
  REQUIRE(places.rows.size() == 2);
  CHECK(places.rows[0].flow);
  CHECK(places.rows[0].column == 24);
  CHECK(bytes.substr(places.rows[0].end, 4) == ", {}");
  CHECK(entries_in(bytes, places.rows[0]) == "code=P.1;note=''");
  CHECK(places.rows[1].entries.empty());
  CHECK(bytes.substr(places.rows[1].end, 2) == "],");
  const std::string mixed = "errors:\n- {code: P.1}\n- code: P.2\n";
  CHECK_FALSE(locate_yaml(mixed).flow);
  CHECK(locate_yaml(mixed).column == 0);
  CHECK(locate_yaml(mixed).rows.at(0).flow);
  CHECK_FALSE(locate_yaml(mixed).rows.at(1).flow);
}

TEST_CASE("locate: a block scalar begins with its indicator and ends in its last line") {
  const std::string bytes =
      "errors:\n- code: P.1\n  message: |-\n    a\n\n    b \n\n\n  note: >+\n    c\r\n\r\n  name: |\n  value: 1\n";
  const yaml_places places = locate_yaml(bytes);
  REQUIRE(places.rows.size() == 1);
  CHECK(entries_in(bytes, places.rows[0]) == "code=P.1;message=|-\n    a\n\n    b ;note=>+\n    c;name=|;value=1");
  CHECK(places.rows[0].entries[1].style == YAML_LITERAL_SCALAR_STYLE);
  CHECK(places.rows[0].entries[2].style == YAML_FOLDED_SCALAR_STYLE);
}

TEST_CASE("locate: places are bytes, whatever the characters and line breaks") {
  const std::string bytes =
      "namespace: \u00E9\u4E2D\U0001F600\r\nsource: a\u4E2Db\rerrors: [{code: \"\u4E2D\\u00E9\", note: "
      "x}]\r\n";
  const yaml_places places = locate_yaml(bytes);
  REQUIRE(places.rows.size() == 1);
  CHECK(entries_in(bytes, places.rows[0]) == "code=\"\u4E2D\\u00E9\";note=x");
  CHECK(entries_in(bytes, places.catalog).starts_with("namespace=\u00E9\u4E2D\U0001F600;source=a"));
  CHECK(places.rows[0].column == 9);  // in characters
}

TEST_CASE("locate: a catalog may have no rows, and a document mark before it") {
  CHECK(locate_yaml("--- {}\n").catalog.entries.empty());
  CHECK(locate_yaml("---\nerrors: []\n...\n").rows.empty());
  CHECK(locate_yaml("errors: []\n").flow);
  const std::string bytes = "%YAML 1.1\n---\nerrors:\n- {code: ? x}\n";
  CHECK_THROWS_AS(locate_yaml(bytes), std::logic_error);
}
