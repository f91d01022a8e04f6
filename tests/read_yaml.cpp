// SPDX-License-Identifier: Apache-2.0
// The YAML reader: what it takes, and every refusal with its place.
#include "support/catch.hpp"
#include "support/refusals.hpp"

using errcat::tool::catalog;
using errcat::tool::diagnostics;

namespace {

const std::string head = "namespace: n\nprefix: P\nsource: s\nerrors:\n";  // 4 lines
const std::string row = "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.}\n";

}  // namespace

TEST_CASE("YAML: every text is read as written, with its place") {
  diagnostics found;
  const catalog c = errcat::tool::read_yaml("c.yaml", head + R"(  - code: P.1
    name: one
    status: "400"
    message: 'It''s: "M".'
    description: "\u00E9\n\"x\""
    handling_measure: |
      Do:
      - this

      - that
    retired: true
    note: ~x
)",
                                            found)
                        .value();
  CHECK(found.ok());
  REQUIRE(c.rows.size() == 1);
  CHECK(c.name_space.text == "n");
  CHECK(c.prefix.text == "P");
  CHECK(c.source.text == "s");
  CHECK(c.license.text.empty());
  CHECK(c.rows[0].code.text == "P.1");
  CHECK(c.rows[0].status.text == "400");
  CHECK(c.rows[0].message.text == "It's: \"M\".");
  CHECK(c.rows[0].description.text == "\u00E9\n\"x\"");
  CHECK(c.rows[0].handling_measure.text == "Do:\n- this\n\n- that");
  CHECK(c.rows[0].retired.text == "true");
  CHECK(c.rows[0].note.text == "~x");
  CHECK(to_string(c.rows[0].at) == "c.yaml:5:5");
  CHECK(to_string(c.rows[0].description.at) == "c.yaml:9:18");
}

TEST_CASE("YAML: a byte order mark and CRLF are accepted") {
  std::string text = "\xEF\xBB\xBF" + head + row;
  for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 2)) text.replace(i, 1, "\r\n");
  CHECK(refusals_of_yaml(text).empty());
}

TEST_CASE("YAML: every refusal has its place and says what is expected") {
  const std::string quote_fields =
      "'code', 'name', 'status', 'message', 'description', 'handling_measure', 'retired', 'note'";
  struct example {
    std::string text;
    std::string refusals;
  };
  const example examples[] = {
      {"", "c.yaml:1:1: error: an empty file; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"# only a comment\n",
       "c.yaml:2:1: error: an empty file; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"- a\n", "c.yaml:1:1: error: a list; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"text\n", "c.yaml:1:1: error: the text 'text'; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"namespace: n\n",
       "c.yaml:1:1: error: no key 'source'; a catalog needs it\n"
       "c.yaml:1:1: error: no key 'errors'; a catalog needs it\n"},
      {"nmspace: n\n" + head + row,
       "c.yaml:1:1: error: an unknown key 'nmspace'; a catalog has 'namespace', 'prefix', 'license', 'source'\n"},
      {"errors: []\n" + head + row, "c.yaml:5:1: error: a second key 'errors'; expected each key once\n"},
      {head + "  - {code: P.1, name: one, status: 400, message: M., description: D.}\n",
       "c.yaml:5:5: error: no key 'handling_measure'; a row needs it\n"},
      {head + "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H., text: x}\n",
       "c.yaml:5:93: error: an unknown key 'text'; a row has " + quote_fields + "\n"},
      {head +
           "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H., code: P.2}\n",
       "c.yaml:5:93: error: a second key 'code'; expected each key once\n"},
      {head + "  - &a {code: P.1, name: &b one, status: 400, message: M., description: D., handling_measure: H.}\n",
       "c.yaml:5:5: error: an anchor; expected none in a catalog\n"
       "c.yaml:5:26: error: an anchor; expected none in a catalog\n"},
      {head + "  - {code: P.1, name: *b , status: 400, message: M., description: D., handling_measure: H.}\n",
       "c.yaml:5:23: error: an alias; expected a text\n"},
      {head + "  - {code: P.1, name: !!str one, status: 400, message: M., description: D., handling_measure: H.}\n",
       "c.yaml:5:23: error: a tag; expected none in a catalog, every value is text\n"},
      {head + "  - {code: P.1, name: [one], status: 400, message: {a: [b]}, description: D., handling_measure: H.}\n",
       "c.yaml:5:23: error: a list; expected a text\n"
       "c.yaml:5:52: error: a map; expected a text\n"},
      {head + "  - {code: P.1, name: one, status: ~, message: null, description: NULL, handling_measure: }\n",
       "c.yaml:5:36: error: ~ is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:48: error: null is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:67: error: NULL is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:91: error: no value; expected a text, which is \"\" where it is empty\n"},
      {head + "  - P.1\n  - [P.2]\n",
       "c.yaml:5:5: error: the text 'P.1'; expected a row, which is a map\n"
       "c.yaml:6:5: error: a list; expected a row, which is a map\n"},
      {"namespace: n\nprefix: P\nsource: s\nerrors: {a: b}\n", "c.yaml:4:9: error: a map; expected a list of rows\n"},
      {"namespace: n\nprefix: P\nsource: s\nerrors: !x []\n",
       "c.yaml:4:9: error: a tag; expected none in a catalog, every value is text\n"},
      {head + row + "---\n" + head + row, "c.yaml:6:1: error: a second document; expected one catalog to a file\n"},
      {head + "  - {code: \"P.1\n",
       "c.yaml:6:1: error: found unexpected end of stream while scanning a quoted scalar; expected YAML\n"},
      {head + "\t- code: P.1\n",
       "c.yaml:5:1: error: found character that cannot start any token while scanning for the next token; expected "
       "YAML\n"},
      {head + "  - code: P.1: x\n",
       "c.yaml:5:14: error: mapping values are not allowed in this context; expected YAML\n"},
      {head + "  - {code: \x01}\n", "c.yaml:5:12: error: control characters are not allowed (U+0001); expected YAML\n"},
      {head + "  - {code: \xC3\xA9, name: caf\xE9}\n",
       "c.yaml:5:24: error: byte 0xE9 is not UTF-8; expected a file in UTF-8\n"},
      {head + "  - {code: \xC2\x85, name: \xE2\x80\xA8, message: \xE2\x80\xA9}\n",
       "c.yaml:5:12: error: the control character U+0085; expected printable text\n"
       "c.yaml:5:21: error: a raw U+2028, a line break for YAML; expected \\L in a text in double quotes\n"
       "c.yaml:5:33: error: a raw U+2029, a line break for YAML; expected \\P in a text in double quotes\n"},
      {std::string("\xFF\xFEn\0", 4), "c.yaml:1:1: error: a file in UTF-16; expected UTF-8\n"},
      {"? [a]\n: b\n" + head + row, "c.yaml:1:3: error: a list; expected a text\n"},
  };
  for (const auto& [text, refusals] : examples) CHECK(refusals_of_yaml(text) == refusals);
}
