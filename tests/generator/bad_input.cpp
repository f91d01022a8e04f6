// SPDX-License-Identifier: Apache-2.0
// Broken catalogs and documents, each with all that is said of it: by the readers, and by the rules where it was read.
#include "check.hpp"
#include "grid_table.hpp"
#include "read.hpp"
#include "read_pandoc.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::string_literals;

enum class format { yaml, csv, named_csv, tree, grid };

struct bad_input {
  const char* what;
  format kind;
  std::string bytes;
  std::string refusals;
};

std::string said_of(const bad_input& input) {
  using namespace errcat::tool;
  diagnostics found;
  std::optional<catalog> subject;
  document tables;  // the places of what is said are views of it
  if (input.kind == format::yaml) subject = read_yaml("c.yaml", input.bytes, found);
  if (input.kind == format::csv) subject = read_csv("c.csv", input.bytes, {"n", "P", "", "s"}, found);
  if (input.kind == format::named_csv) subject = read_csv("c.csv", input.bytes, {"n", "", "", "s"}, found);
  if (input.kind == format::tree) tables = read_pandoc("page", input.bytes, {}, found);
  if (input.kind == format::grid) refuse_merged_cells("page.rst", input.bytes, found);
  if (subject) check(*subject, found);
  return printed(found);
}

void require_refusals(const std::vector<bad_input>& inputs) {
  std::set<std::string_view> names;
  for (const bad_input& input : inputs) {
    INFO(input.what);
    CHECK(said_of(input) == input.refusals);
    CHECK(input.refusals.find(": error: ") != std::string::npos);
    CHECK(names.insert(input.what).second);
  }
}

const std::string head = "namespace: n\nprefix: P\nsource: s\nerrors:\n";  // 4 lines
const std::string row = "  - {code: P.1, name: one, status: 400, message: M., description: D., handling_measure: H.}\n";
const std::string columns = "code,name,status,message,description,handling_measure\n";

/// `text`, in which `old` stands once, with `text` instead.
std::string with(std::string text, std::string_view old, std::string_view instead) {
  return text.replace(text.find(old), old.size(), instead);
}

std::string repeated(std::string_view part, int count) {
  std::string all;
  for (int i = 0; i != count; ++i) all += part;
  return all;
}

/// A YAML catalog of one row, in which `old` was written otherwise: `yaml("P.1", "24")`.
std::string yaml(std::string_view old, std::string_view instead) { return with(head + row, old, instead); }

/// The same as CSV.
std::string csv(std::string_view old, std::string_view instead) {
  return with("code,name,status,message,description,handling_measure,retired\nP.1,one,400,M.,D.,H.,\n", old, instead);
}

/// The same of a named catalog.
std::string named(std::string_view code) { return columns + std::string(code) + ",one,400,M.,D.,H.\n"; }

}  // namespace

TEST_CASE("bad input: YAML that is no catalog") {
  require_refusals({
      {"an empty file", format::yaml, "",
       "c.yaml:1:1: error: an empty file; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"only a comment", format::yaml, "# only a comment\n",
       "c.yaml:2:1: error: an empty file; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"only the start of a document", format::yaml, "---\n",
       "c.yaml:2:1: error: the text ''; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"a list", format::yaml, "- a\n",
       "c.yaml:1:1: error: a list; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"a text", format::yaml, "text\n",
       "c.yaml:1:1: error: the text 'text'; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"an alias", format::yaml, "*a\n",
       "c.yaml:1:1: error: an alias; expected a map of 'namespace', 'source' and 'errors'\n"},
      {"a catalog without rows and source", format::yaml, "namespace: n\n",
       "c.yaml:1:1: error: no key 'source'; a catalog needs it\n"
       "c.yaml:1:1: error: no key 'errors'; a catalog needs it\n"},
      {"an unknown key of the catalog", format::yaml, "nmspace: n\n" + head + row,
       "c.yaml:1:1: error: an unknown key 'nmspace'; a catalog has 'namespace', 'prefix', 'license', 'source'\n"},
      {"a key in capitals", format::yaml, with(head + row, "namespace", "Namespace"),
       "c.yaml:1:1: error: an unknown key 'Namespace'; a catalog has 'namespace', 'prefix', 'license', 'source'\n"
       "c.yaml:1:1: error: no key 'namespace'; a catalog needs it\n"},
      {"a second list of rows", format::yaml, "errors: []\n" + head + row,
       "c.yaml:5:1: error: a second key 'errors'; expected each key once\n"},
      {"a second namespace", format::yaml, "namespace: m\n" + head + row,
       "c.yaml:2:1: error: a second key 'namespace'; expected each key once\n"},
      {"a list as a key", format::yaml, "? [a]\n: b\n" + head + row, "c.yaml:1:3: error: a list; expected a text\n"},
      {"an empty key", format::yaml, ": b\n" + head + row,
       "c.yaml:1:1: error: did not find expected key while parsing a block mapping; expected YAML\n"},
      {"no rows in the list", format::yaml, "namespace: n\nsource: s\nerrors: []\n",
       "c.yaml:1:1: error: no rows; expected at least one error\n"},
      {"no list", format::yaml, "namespace: n\nsource: s\nerrors:\n",
       "c.yaml:3:8: error: the text ''; expected a list of rows\n"},
      {"a map for the list", format::yaml, "namespace: n\nsource: s\nerrors: {a: b}\n",
       "c.yaml:3:9: error: a map; expected a list of rows\n"},
      {"an alias for the list", format::yaml, "namespace: n\nsource: s\nerrors: *a\n",
       "c.yaml:3:9: error: an alias; expected a list of rows\n"},
      {"a tag on the list", format::yaml, "namespace: n\nsource: s\nerrors: !x []\n",
       "c.yaml:3:9: error: a tag; expected none in a catalog, every value is text\n"},
      {"a list for the namespace", format::yaml, with(head + row, "namespace: n", "namespace: [n]"),
       "c.yaml:1:12: error: a list; expected a text\n"},
      {"rows that are no maps", format::yaml, head + "  - P.1\n  - [P.2]\n  - *a\n",
       "c.yaml:5:5: error: the text 'P.1'; expected a row, which is a map\n"
       "c.yaml:6:5: error: a list; expected a row, which is a map\n"
       "c.yaml:7:5: error: an alias; expected a row, which is a map\n"},
      {"a second document", format::yaml, head + row + "---\n" + head + row,
       "c.yaml:6:1: error: a second document; expected one catalog to a file\n"},
      {"a second document behind an end", format::yaml, head + row + "...\n" + head + row,
       "c.yaml:7:1: error: did not find expected <document start>; expected YAML\n"},
      {"a directive of a later YAML", format::yaml, "%YAML 2.0\n---\n" + head + row,
       "c.yaml:1:1: error: found incompatible YAML document; expected YAML\n"},
      {"a directive without a document", format::yaml, "%YAML 1.1\n" + head + row,
       "c.yaml:2:1: error: did not find expected <document start>; expected YAML\n"},
  });
}

TEST_CASE("bad input: YAML rows") {
  require_refusals({
      {"a key that is missing", format::yaml, yaml(", handling_measure: H.", ""),
       "c.yaml:5:5: error: no key 'handling_measure'; a row needs it\n"},
      {"an empty row", format::yaml, head + "  - {}\n",
       "c.yaml:5:5: error: no key 'code'; a row needs it\n"
       "c.yaml:5:5: error: no key 'name'; a row needs it\n"
       "c.yaml:5:5: error: no key 'status'; a row needs it\n"
       "c.yaml:5:5: error: no key 'message'; a row needs it\n"
       "c.yaml:5:5: error: no key 'description'; a row needs it\n"
       "c.yaml:5:5: error: no key 'handling_measure'; a row needs it\n"},
      {"an unknown key", format::yaml, yaml("H.}", "H., text: x}"),
       "c.yaml:5:93: error: an unknown key 'text'; a row has 'code', 'name', 'status', 'message', 'description', "
       "'handling_measure', 'retired', 'proposed', 'note'\n"},
      {"a second key", format::yaml, yaml("H.}", "H., code: P.2}"),
       "c.yaml:5:93: error: a second key 'code'; expected each key once\n"},
      {"anchors", format::yaml, with(yaml("one", "&b one"), "{code", "&a {code"),
       "c.yaml:5:5: error: an anchor; expected none in a catalog\n"
       "c.yaml:5:26: error: an anchor; expected none in a catalog\n"},
      {"an alias as a text", format::yaml, yaml("one", "*b "), "c.yaml:5:23: error: an alias; expected a text\n"},
      {"a merge of keys", format::yaml, yaml("H.}", "H., <<: *a }"),
       "c.yaml:5:93: error: an unknown key '<<'; a row has 'code', 'name', 'status', 'message', 'description', "
       "'handling_measure', 'retired', 'proposed', 'note'\n"},
      {"a tag of a text", format::yaml, yaml("one", "!!str one"),
       "c.yaml:5:23: error: a tag; expected none in a catalog, every value is text\n"},
      {"a tag of a number", format::yaml, yaml("400", "!!int 400"),
       "c.yaml:5:36: error: a tag; expected none in a catalog, every value is text\n"},
      {"a tag of one's own on a row", format::yaml, yaml("{code", "!row {code"),
       "c.yaml:5:5: error: a tag; expected none in a catalog, every value is text\n"},
      {"a list and a map as texts", format::yaml, with(yaml("one", "[one]"), "M.", "{a: [b]}"),
       "c.yaml:5:23: error: a list; expected a text\n"
       "c.yaml:5:52: error: a map; expected a text\n"},
      {"lists in lists without an end", format::yaml, head + "  - " + std::string(200'000, '['),
       "c.yaml:5:5: error: a list; expected a row, which is a map\n"
       "c.yaml:5:103: error: lists and maps inside each other more than 100 deep; expected a list of maps in a map\n"},
      {"maps in maps without an end", format::yaml, head + "  - " + repeated("{a: ", 200'000),
       "c.yaml:5:6: error: an unknown key 'a'; a row has 'code', 'name', 'status', 'message', 'description', "
       "'handling_measure', 'retired', 'proposed', 'note'\n"
       "c.yaml:5:397: error: lists and maps inside each other more than 100 deep; expected a list of maps in a map\n"},
      {"a row inside a row", format::yaml, head + "  - - code: P.1\n",
       "c.yaml:5:5: error: a list; expected a row, which is a map\n"},
      {"a code that other readers take for a number", format::yaml, yaml("P.1", "24"),
       "c.yaml:5:12: error: the code '24'; expected 'P.' and digits\n"},
      {"a code that other readers take for a time", format::yaml, yaml("P.1", "12:30"),
       "c.yaml:5:12: error: the code '12:30'; expected 'P.' and digits\n"},
      {"a status that other readers take for an octal number", format::yaml, yaml("400", "0620"),
       "c.yaml:5:36: error: the status '0620'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for a float", format::yaml, yaml("400", "4e2"),
       "c.yaml:5:36: error: the status '4e2'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for a time", format::yaml, yaml("400", "12:30"),
       "c.yaml:5:36: error: the status '12:30'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for false", format::yaml, yaml("400", "NO"),
       "c.yaml:5:36: error: the status 'NO'; expected an HTTP status, 100 to 599\n"},
      {"NO, retired", format::yaml, yaml("H.}", "H., retired: NO}"),
       "c.yaml:5:102: error: 'NO' for 'retired'; expected 'true' or 'false'\n"},
      {"True, retired", format::yaml, yaml("H.}", "H., retired: True}"),
       "c.yaml:5:102: error: 'True' for 'retired'; expected 'true' or 'false'\n"},
      {"null in each of its forms", format::yaml,
       head + "  - {code: Null, name: one, status: ~, message: null, description: NULL, handling_measure: }\n",
       "c.yaml:5:12: error: Null is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:12: error: the code 'Null'; expected 'P.' and digits\n"
       "c.yaml:5:37: error: ~ is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:37: error: the status '~'; expected an HTTP status, 100 to 599\n"
       "c.yaml:5:49: error: null is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:68: error: NULL is no text in YAML; expected it in quotes, or \"\" for an empty text\n"
       "c.yaml:5:92: error: no value; expected a text, which is \"\" where it is empty\n"},
      {"~ as a note", format::yaml, yaml("H.}", "H., note: ~}"),
       "c.yaml:5:99: error: ~ is no text in YAML; expected it in quotes, or \"\" for an empty text\n"},
      {"a plain text with a colon", format::yaml, head + "  - code: P.1: x\n",
       "c.yaml:5:14: error: mapping values are not allowed in this context; expected YAML\n"},
      {"a text behind a text in quotes", format::yaml, yaml("M.", "\"M.\" N."),
       "c.yaml:5:55: error: did not find expected ',' or '}' while parsing a flow mapping; expected YAML\n"},
      {"a text that begins with a percent sign", format::yaml, yaml("M.", "%s failed"),
       "c.yaml:5:50: error: found character that cannot start any token while scanning for the next token; expected "
       "YAML\n"},
      {"a text that begins with an at sign", format::yaml, yaml("M.", "@name failed"),
       "c.yaml:5:50: error: found character that cannot start any token while scanning for the next token; expected "
       "YAML\n"},
      {"a text that begins with a tick", format::yaml, yaml("M.", "`name` failed"),
       "c.yaml:5:50: error: found character that cannot start any token while scanning for the next token; expected "
       "YAML\n"},
      {"a key of over 1,024 characters", format::yaml, "? a\n: b\n" + std::string(1025, 'k') + ": x\n",
       "c.yaml:1:3: error: an unknown key 'a'; a catalog has 'namespace', 'prefix', 'license', 'source'\n"
       "c.yaml:3:1026: error: could not find expected ':' while scanning a simple key; expected YAML\n"},
  });
}

TEST_CASE("bad input: YAML that ends too early or stands in the wrong column") {
  require_refusals({
      {"an end in double quotes", format::yaml, head + "  - {code: \"P.1\n",
       "c.yaml:6:1: error: found unexpected end of stream while scanning a quoted scalar; expected YAML\n"},
      {"an end in single quotes", format::yaml, head + "  - code: 'P.1\n\n",
       "c.yaml:7:1: error: found unexpected end of stream while scanning a quoted scalar; expected YAML\n"},
      {"an end in a map", format::yaml, head + "  - {code: P.1,\n",
       "c.yaml:6:1: error: did not find expected node content while parsing a flow node; expected YAML\n"},
      {"an end in a list", format::yaml, head + "  [",
       "c.yaml:6:1: error: did not find expected node content while parsing a flow node; expected YAML\n"},
      {"an end behind a key", format::yaml, head + "  - code:",
       "c.yaml:5:5: error: no key 'name'; a row needs it\n"
       "c.yaml:5:5: error: no key 'status'; a row needs it\n"
       "c.yaml:5:5: error: no key 'message'; a row needs it\n"
       "c.yaml:5:5: error: no key 'description'; a row needs it\n"
       "c.yaml:5:5: error: no key 'handling_measure'; a row needs it\n"
       "c.yaml:5:10: error: no value; expected a text, which is \"\" where it is empty\n"
       "c.yaml:5:10: error: the code ''; expected 'P.' and digits\n"},
      {"an end behind a dash", format::yaml, head + "  -",
       "c.yaml:5:4: error: the text ''; expected a row, which is a map\n"},
      {"an end behind the mark of a block", format::yaml, head + "  - code: |",
       "c.yaml:5:5: error: no key 'name'; a row needs it\n"
       "c.yaml:5:5: error: no key 'status'; a row needs it\n"
       "c.yaml:5:5: error: no key 'message'; a row needs it\n"
       "c.yaml:5:5: error: no key 'description'; a row needs it\n"
       "c.yaml:5:5: error: no key 'handling_measure'; a row needs it\n"
       "c.yaml:5:11: error: the code ''; expected 'P.' and digits\n"},
      {"an end in an escape", format::yaml, head + "  - code: \"\\x4",
       "c.yaml:5:14: error: did not find expected hexdecimal number while parsing a quoted scalar; expected YAML\n"},
      {"a tab that indents", format::yaml, head + "\t- code: P.1\n",
       "c.yaml:5:1: error: found character that cannot start any token while scanning for the next token; expected "
       "YAML\n"},
      {"a key less indented than its row", format::yaml, head + "  - code: P.1\n   name: one\n",
       "c.yaml:6:4: error: did not find expected '-' indicator while parsing a block collection; expected YAML\n"},
      {"a row less indented than the first", format::yaml, head + row + " - {}\n",
       "c.yaml:6:2: error: did not find expected key while parsing a block mapping; expected YAML\n"},
      {"a line without a colon", format::yaml, "namespace: n\nprefix P\nsource: s\n",
       "c.yaml:3:1: error: could not find expected ':' while scanning a simple key; expected YAML\n"},
      {"a bracket too many", format::yaml, head + "  - {code: P.1}}\n",
       "c.yaml:5:16: error: did not find expected '-' indicator while parsing a block collection; expected YAML\n"},
      {"an escape that YAML does not know", format::yaml, yaml("M.", "\"C:\\path\""),
       "c.yaml:5:53: error: found unknown escape character while parsing a quoted scalar; expected YAML\n"},
      {"half of a surrogate pair", format::yaml, yaml("M.", "\"\\ud83d\""),
       "c.yaml:5:53: error: found invalid Unicode character escape code while parsing a quoted scalar; expected "
       "YAML\n"},
      {"a tag that does not end", format::yaml, yaml("one", "!<one"),
       "c.yaml:5:29: error: did not find the expected '>' while scanning a tag; expected YAML\n"},
  });
}

TEST_CASE("bad input: bytes that YAML or UTF-8 do not take") {
  require_refusals({
      {"UTF-16, the low byte first", format::yaml, "\xFF\xFEn\0"s,
       "c.yaml:1:1: error: a file in UTF-16; expected UTF-8\n"},
      {"UTF-16, the high byte first", format::yaml, "\xFE\xFF\0n"s,
       "c.yaml:1:1: error: a file in UTF-16; expected UTF-8\n"},
      {"UTF-16 without a mark", format::yaml, "n\0a\0:\0"s,
       "c.yaml:1:2: error: control characters are not allowed (U+0000); expected YAML\n"},
      {"a control character", format::yaml, head + "  - {code: \x01}\n",
       "c.yaml:5:12: error: control characters are not allowed (U+0001); expected YAML\n"},
      {"NUL", format::yaml, head + "  - {code: P.1, name: \0}\n"s,
       "c.yaml:5:23: error: control characters are not allowed (U+0000); expected YAML\n"},
      {"DEL", format::yaml, yaml("M.", "\x7F"),
       "c.yaml:5:50: error: control characters are not allowed (U+007F); expected YAML\n"},
      {"a noncharacter", format::yaml, yaml("M.", "\uFFFE"),
       "c.yaml:5:50: error: control characters are not allowed (U+FFFE); expected YAML\n"},
      {"line separators of Unicode, raw", format::yaml, head + "  - {code: \u0085, name: \u2028, message: \u2029}\n",
       "c.yaml:5:12: error: the control character U+0085; expected printable text\n"
       "c.yaml:5:21: error: a raw U+2028, a line break for YAML; expected \\L in a text in double quotes\n"
       "c.yaml:5:33: error: a raw U+2029, a line break for YAML; expected \\P in a text in double quotes\n"},
      {"Latin-1", format::yaml, head + "  - {code: \u00E9, name: caf\xE9}\n",
       "c.yaml:5:24: error: byte 0xE9 is not UTF-8; expected a file in UTF-8\n"},
      {"an overlong form", format::yaml, "namespace: \xC0\xAF\n",
       "c.yaml:1:12: error: byte 0xC0 is not UTF-8; expected a file in UTF-8\n"},
      {"a surrogate", format::yaml, "namespace: n\r\nprefix: \xED\xA0\x80\r\n",
       "c.yaml:2:9: error: byte 0xED is not UTF-8; expected a file in UTF-8\n"},
      {"a character that is cut", format::yaml, "namespace: \xF0\x9F\x98",
       "c.yaml:1:12: error: byte 0xF0 is not UTF-8; expected a file in UTF-8\n"},
      {"a tab in a text", format::yaml, yaml("M.", "a\tb"),
       "c.yaml:5:50: error: the control character U+0009; expected printable text and line breaks\n"},
      {"control characters as escapes", format::yaml,
       with(with(yaml("M.", R"("\x07")"), "D.", R"("a\0")"), "H.", R"("\N")"),
       "c.yaml:5:50: error: the control character U+0007; expected printable text and line breaks\n"
       "c.yaml:5:71: error: the control character U+0000; expected printable text and line breaks\n"
       "c.yaml:5:96: error: the control character U+0085; expected printable text and line breaks\n"},
  });
}

TEST_CASE("bad input: CSV that is no table") {
  require_refusals({
      {"an empty file", format::csv, "",
       "c.csv:1:1: error: an empty file; expected a line with the names of the columns\n"},
      {"only line breaks", format::csv, "\n\r\n",
       "c.csv:1:1: error: an empty file; expected a line with the names of the columns\n"},
      {"only a byte order mark", format::csv, "\xEF\xBB\xBF",
       "c.csv:1:1: error: an empty file; expected a line with the names of the columns\n"},
      {"only the names of the columns", format::csv, columns,
       "c.csv:1:1: error: no rows; expected at least one error\n"},
      {"an unknown column", format::csv, with(columns, "handling_measure", "measure"),
       "c.csv:1:1: error: no column 'handling_measure'; a row needs it\n"
       "c.csv:1:38: error: an unknown column 'measure'; expected a key of a row\n"},
      {"a column in capitals", format::csv, with(columns, "code", "Code"),
       "c.csv:1:1: error: an unknown column 'Code'; expected a key of a row\n"
       "c.csv:1:1: error: no column 'code'; a row needs it\n"},
      {"blanks around a column", format::csv, with(columns, "name", " name "),
       "c.csv:1:1: error: no column 'name'; a row needs it\n"
       "c.csv:1:6: error: an unknown column ' name '; expected a key of a row\n"},
      {"a column without a name", format::csv, with(columns, "\n", ",\n"),
       "c.csv:1:55: error: an unknown column ''; expected a key of a row\n"},
      {"a second column", format::csv, with(columns, "\n", ",code\n"),
       "c.csv:1:55: error: a second column 'code'; expected each column once\n"},
      {"semicolons", format::csv, "code;name\nP.1;one\n",
       "c.csv:1:1: error: an unknown column 'code;name'; expected a key of a row\n"
       "c.csv:1:1: error: no column 'code'; a row needs it\n"
       "c.csv:1:1: error: no column 'name'; a row needs it\n"
       "c.csv:1:1: error: no column 'status'; a row needs it\n"
       "c.csv:1:1: error: no column 'message'; a row needs it\n"
       "c.csv:1:1: error: no column 'description'; a row needs it\n"
       "c.csv:1:1: error: no column 'handling_measure'; a row needs it\n"},
      {"a second byte order mark", format::csv, "\xEF\xBB\xBF\xEF\xBB\xBF" + columns,
       "c.csv:1:1: error: an unknown column 'U+FEFFcode'; expected a key of a row\n"
       "c.csv:1:1: error: no column 'code'; a row needs it\n"},
      {"UTF-16", format::csv, "\xFF\xFE\x63\0"s,
       "c.csv:1:1: error: byte 0xFF is not UTF-8; expected a file in UTF-8\n"},
  });
}

TEST_CASE("bad input: CSV rows") {
  require_refusals({
      {"too few and too many cells", format::csv, columns + "P.1,one,400,M.,D.\nP.2,two,400,M.,D.,H.,x\n",
       "c.csv:2:1: error: 5 cells; expected 6, as many as the first line names\n"
       "c.csv:3:1: error: 7 cells; expected 6, as many as the first line names\n"},
      {"a line of a blank", format::csv, columns + " \n",
       "c.csv:2:1: error: 1 cells; expected 6, as many as the first line names\n"},
      {"a line of commas", format::csv, columns + ",,,,,\n",
       "c.csv:2:1: error: the code ''; expected 'P.' and digits\n"
       "c.csv:2:2: error: the name ''; expected a C++ identifier that is no keyword, no macro and not reserved\n"
       "c.csv:2:3: error: the status ''; expected an HTTP status, 100 to 599\n"
       "c.csv:2:4: error: an empty message; expected what the response says\n"},
      {"a text with a comma and without quotes", format::csv, csv("M.", "M, N."),
       "c.csv:2:1: error: 8 cells; expected 7, as many as the first line names\n"},
      {"a quote in the middle", format::csv, csv("M.", "M. \"x\""),
       "c.csv:2:16: error: a quote inside a cell; expected the whole cell in quotes, and this one twice\n"},
      {"a quote in the middle of a name of a column", format::csv, with(columns, "name", "na\"me"),
       "c.csv:1:8: error: a quote inside a cell; expected the whole cell in quotes, and this one twice\n"},
      {"text behind a closing quote", format::csv, csv("M.", "\"M.\" x"),
       "c.csv:2:17: error: text behind a closing quote; expected a comma or the end of the line\n"},
      {"a quote at the very end", format::csv, csv("\n", "\n") + "\"",
       "c.csv:3:1: error: a quoted cell that does not end; expected a closing quote\n"},
      {"a quote that does not close", format::csv, columns + "P.1,one,400,\"M.\n,D.,H.\nP.2,two,400,M.,D.,H.\n",
       "c.csv:2:13: error: a quoted cell that does not end; expected a closing quote\n"},
      {"a place behind blank lines, CRLF and characters of several bytes", format::csv,
       columns + "\r\n\r\nP.1,one,400,\"\u00E9\r\n\u4E2D\r\n\",\U0001F600,H.\rP.2,two,4,M.,D.,H.\r",
       "c.csv:7:9: error: the status '4'; expected an HTTP status, 100 to 599\n"},
      {"a line break in a code", format::csv, csv("P.1", "\"P.\n1\""),
       "c.csv:2:1: error: the code 'P.U+000A1'; expected 'P.' and digits\n"},
      {"a lone CR in quotes", format::csv, csv("M.", "\"M.\rx\""),
       "c.csv:2:13: error: the control character U+000D; expected printable text and line breaks\n"},
      {"NUL", format::csv, csv("M.", "M\0."s),
       "c.csv:2:13: error: the control character U+0000; expected printable text and line breaks\n"},
      {"Latin-1", format::csv, csv("M.", "caf\xE9"),
       "c.csv:2:16: error: byte 0xE9 is not UTF-8; expected a file in UTF-8\n"},
      {"Latin-1 behind a lone CR", format::csv, columns + "P.1,one,400,M.,D.,H.\rP.2,two,400,caf\xE9,D.,H.\n",
       "c.csv:3:16: error: byte 0xE9 is not UTF-8; expected a file in UTF-8\n"},
      {"a cell of 10 MB before a broken one", format::csv,
       with(csv("M.", std::string(10'000'000, 'x')), "H.,", "H.,yes"),
       "c.csv:2:10000020: error: 'yes' for 'retired'; expected 'true' or 'false'\n"},
      {"a code of 10 MB", format::csv, csv("P.1", std::string(10'000'000, 'x')),
       "c.csv:2:1: error: the code 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'; expected 'P.' "
       "and digits\n"},
  });
}

TEST_CASE("bad input: codes and numbers") {
  require_refusals({
      {"another prefix", format::csv, csv("P.1", "Q.1"),
       "c.csv:2:1: error: the code 'Q.1'; expected 'P.' and digits\n"},
      {"the prefix in small letters", format::csv, csv("P.1", "p.1"),
       "c.csv:2:1: error: the code 'p.1'; expected 'P.' and digits\n"},
      {"no dot", format::csv, csv("P.1", "P1"), "c.csv:2:1: error: the code 'P1'; expected 'P.' and digits\n"},
      {"no digits", format::csv, csv("P.1", "P."), "c.csv:2:1: error: the code 'P.'; expected 'P.' and digits\n"},
      {"letters behind the digits", format::csv, csv("P.1", "P.1a"),
       "c.csv:2:1: error: the code 'P.1a'; expected 'P.' and digits\n"},
      {"a sign", format::csv, csv("P.1", "P.-1"), "c.csv:2:1: error: the code 'P.-1'; expected 'P.' and digits\n"},
      {"a blank before the code", format::csv, csv("P.1", " P.1"),
       "c.csv:2:1: error: the code ' P.1'; expected 'P.' and digits\n"},
      {"a blank behind the code", format::csv, csv("P.1", "P.1 "),
       "c.csv:2:1: error: the code 'P.1 '; expected 'P.' and digits\n"},
      {"digits of another script", format::csv, csv("P.1", "P.\uFF11"),
       "c.csv:2:1: error: the code 'P.\uFF11'; expected 'P.' and digits\n"},
      {"no code", format::csv, csv("P.1", ""), "c.csv:2:1: error: the code ''; expected 'P.' and digits\n"},
      {"the number 0", format::csv, csv("P.1", "P.0000"),
       "c.csv:2:1: error: the number 0 of 'P.0000'; expected another, 0 is success in a std::error_code\n"},
      {"a number of 33 bits", format::csv, csv("P.1", "P.4294967296"),
       "c.csv:2:1: error: the number of 'P.4294967296'; expected at most 4294967295\n"},
      {"a number of very many digits", format::csv, csv("P.1", "P." + std::string(100, '9')),
       "c.csv:2:1: error: the number of 'P.9999999999999999999999999999999999999999999999999999999999...'; expected at "
       "most 4294967295\n"},
      {"the same code", format::csv, columns + "P.1,one,400,M.,D.,H.\nP.1,two,400,M.,D.,H.\nP.1,three,400,M.,D.,H.\n",
       "c.csv:3:1: error: the code 'P.1' stands at c.csv:2:1 already; expected another\n"
       "c.csv:4:1: error: the code 'P.1' stands at c.csv:2:1 already; expected another\n"},
      {"the same number", format::csv, columns + "P.1,one,400,M.,D.,H.\nP.01,two,400,M.,D.,H.\n",
       "c.csv:3:1: error: the number of 'P.01' is that of 'P.1' at c.csv:2:1; expected another\n"},
      {"a named code that is empty", format::named_csv, named(""),
       "c.csv:2:1: error: the code ''; expected a text without quotes, backslashes and line breaks\n"},
      {"a named code with a backslash", format::named_csv, named("a\\b"),
       "c.csv:2:1: error: the code 'a\\b'; expected a text without quotes, backslashes and line breaks\n"},
      {"a named code with a quote", format::named_csv, named("\"a\"\"b\""),
       "c.csv:2:1: error: the code 'a\"b'; expected a text without quotes, backslashes and line breaks\n"},
      {"a named code of two lines", format::named_csv, named("\"a\nb\""),
       "c.csv:2:1: error: the code 'aU+000Ab'; expected a text without quotes, backslashes and line breaks\n"},
      {"a named code with a control character", format::named_csv, named("a\x1B[31m"),
       "c.csv:2:1: error: the control character U+001B; expected printable text and line breaks\n"},
      {"a named code that is a keyword", format::named_csv, named("default"),
       "c.csv:2:1: error: the enumerator 'default' of the code 'default'; expected a C++ identifier that is no "
       "keyword, no macro and not reserved\n"},
      {"a named code with a reserved enumerator", format::named_csv, named("a__b"),
       "c.csv:2:1: error: the enumerator 'a__b' of the code 'a__b'; expected a C++ identifier that is no keyword, no "
       "macro and not reserved\n"},
      {"a named code without a letter", format::named_csv, named("\u00E9"),
       "c.csv:2:1: error: the enumerator '_' of the code '\u00E9'; expected a C++ identifier that is no keyword, no "
       "macro and not reserved\n"},
      {"named codes of one enumerator", format::named_csv, columns + "A.B,one,400,M.,D.,H.\nA-B,two,400,M.,D.,H.\n",
       "c.csv:3:1: error: the enumerator 'A_B' of 'A-B' is that of 'A.B' at c.csv:2:1; expected another\n"},
  });
}

TEST_CASE("bad input: names, statuses and texts") {
  require_refusals({
      {"a name that begins with a digit", format::csv, csv("one", "1one"),
       "c.csv:2:5: error: the name '1one'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"a name that is a keyword", format::csv, csv("one", "class"),
       "c.csv:2:5: error: the name 'class'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"a name that is another word for an operator", format::csv, csv("one", "xor"),
       "c.csv:2:5: error: the name 'xor'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"a name that is a macro", format::csv, csv("one", "NULL"),
       "c.csv:2:5: error: name 'NULL' is a macro in C or C++ headers\n"},
      {"a name that is a macro of <cstdint>", format::csv, csv("one", "INT8_MAX"),
       "c.csv:2:5: error: name 'INT8_MAX' is a macro in C or C++ headers\n"},
      {"a name with two underscores", format::csv, csv("one", "a__b"),
       "c.csv:2:5: error: the name 'a__b'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"a name that begins with an underscore and a capital", format::csv, csv("one", "_One"),
       "c.csv:2:5: error: the name '_One'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"a name with a blank", format::csv, csv("one", "one two"),
       "c.csv:2:5: error: the name 'one two'; expected a C++ identifier that is no keyword, no macro and not "
       "reserved\n"},
      {"a name with a letter outside ASCII", format::csv, csv("one", "caf\u00E9"),
       "c.csv:2:5: error: the name 'caf\u00E9'; expected a C++ identifier that is no keyword, no macro and not "
       "reserved\n"},
      {"no name", format::csv, csv("one", ""),
       "c.csv:2:5: error: the name ''; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"the same name", format::csv, columns + "P.1,one,400,M.,D.,H.\nP.2,one,400,M.,D.,H.\n",
       "c.csv:3:5: error: the name 'one' stands at c.csv:2:5 already; expected another\n"},
      {"a name that is another row's enumerator", format::csv, columns + "P.1,P_2,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n",
       "c.csv:2:5: error: the name 'P_2' is the enumerator of the code at c.csv:3:1; expected another\n"},
      {"a status with letters", format::csv, csv("400", "4OO"),
       "c.csv:2:9: error: the status '4OO'; expected an HTTP status, 100 to 599\n"},
      {"a status of two digits", format::csv, csv("400", "99"),
       "c.csv:2:9: error: the status '99'; expected an HTTP status, 100 to 599\n"},
      {"a status of 600", format::csv, csv("400", "600"),
       "c.csv:2:9: error: the status '600'; expected an HTTP status, 100 to 599\n"},
      {"a status with a leading 0", format::csv, csv("400", "0400"),
       "c.csv:2:9: error: the status '0400'; expected an HTTP status, 100 to 599\n"},
      {"a status with a sign", format::csv, csv("400", "+40"),
       "c.csv:2:9: error: the status '+40'; expected an HTTP status, 100 to 599\n"},
      {"a status with a blank", format::csv, csv("400", "400 "),
       "c.csv:2:9: error: the status '400 '; expected an HTTP status, 100 to 599\n"},
      {"two statuses", format::csv, csv("400", "400/404"),
       "c.csv:2:9: error: the status '400/404'; expected an HTTP status, 100 to 599\n"},
      {"a status with its words", format::csv, csv("400", "400 Bad Request"),
       "c.csv:2:9: error: the status '400 Bad Request'; expected an HTTP status, 100 to 599\n"},
      {"no status", format::csv, csv("400", ""),
       "c.csv:2:9: error: the status ''; expected an HTTP status, 100 to 599\n"},
      {"no message", format::csv, csv("M.", ""),
       "c.csv:2:13: error: an empty message; expected what the response says\n"},
      {"a message of blanks", format::csv, csv("M.", "  "),
       "c.csv:2:13: error: an empty message; expected what the response says\n"},
      {"a message of line breaks", format::csv, csv("M.", "\"\n \n\""),
       "c.csv:2:13: error: an empty message; expected what the response says\n"},
      {"a control character in a message", format::csv, csv("M.", "M.\x07"),
       "c.csv:2:13: error: the control character U+0007; expected printable text and line breaks\n"},
      {"a control character of Latin-1 in a description", format::csv, csv("D.", "D.\u0085"),
       "c.csv:2:16: error: the control character U+0085; expected printable text and line breaks\n"},
      {"a tab in a measure", format::csv, csv("H.", "H.\t"),
       "c.csv:2:19: error: the control character U+0009; expected printable text and line breaks\n"},
      {"a control character in a note", format::yaml, yaml("H.}", "H., note: \"\\e[31m\"}"),
       "c.yaml:5:99: error: the control character U+001B; expected printable text and line breaks\n"},
      {"yes, retired", format::csv, csv("H.,", "H.,yes"),
       "c.csv:2:22: error: 'yes' for 'retired'; expected 'true' or 'false'\n"},
      {"all of a row", format::csv, columns + "Q.0,if,1,,\x1B,H.\nQ.0,if,1,,D.,H.\n",
       "c.csv:2:1: error: the code 'Q.0'; expected 'P.' and digits\n"
       "c.csv:2:5: error: the name 'if'; expected a C++ identifier that is no keyword, no macro and not reserved\n"
       "c.csv:2:8: error: the status '1'; expected an HTTP status, 100 to 599\n"
       "c.csv:2:10: error: an empty message; expected what the response says\n"
       "c.csv:2:11: error: the control character U+001B; expected printable text and line breaks\n"
       "c.csv:3:1: error: the code 'Q.0'; expected 'P.' and digits\n"
       "c.csv:3:1: error: the code 'Q.0' stands at c.csv:2:1 already; expected another\n"
       "c.csv:3:5: error: the name 'if'; expected a C++ identifier that is no keyword, no macro and not reserved\n"
       "c.csv:3:5: error: the name 'if' stands at c.csv:2:5 already; expected another\n"
       "c.csv:3:8: error: the status '1'; expected an HTTP status, 100 to 599\n"
       "c.csv:3:10: error: an empty message; expected what the response says\n"},
  });
}

TEST_CASE("bad input: what a catalog says of itself") {
  const auto catalog = [](std::string_view old, std::string_view instead) {
    return with("namespace: n\nprefix: P\nlicense: MIT\nsource: s\nerrors:\n" + row, old, instead);
  };
  require_refusals({
      {"no namespace", format::yaml, catalog("namespace: n\n", ""),
       "c.yaml:1:1: error: no key 'namespace'; a catalog needs it\n"},
      {"an empty namespace", format::yaml, catalog(": n\n", ": \"\"\n"),
       "c.yaml:1:12: error: the namespace ''; expected C++ identifiers joined by '::'\n"},
      {"a namespace that ends in colons", format::yaml, catalog(": n\n", ": \"a::\"\n"),
       "c.yaml:1:12: error: the namespace 'a::'; expected C++ identifiers joined by '::'\n"},
      {"a namespace that ends in colons, without quotes", format::yaml, catalog(": n\n", ": a::\n"),
       "c.yaml:1:14: error: mapping values are not allowed in this context; expected YAML\n"},
      {"a namespace that begins with colons", format::yaml, catalog(": n\n", ": ::a\n"),
       "c.yaml:1:12: error: the namespace '::a'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a control of direction", format::yaml, catalog(": n\n", ": a\u202E\n"),
       "c.yaml:1:12: error: the namespace 'aU+202E'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a dot", format::yaml, catalog(": n\n", ": a.b\n"),
       "c.yaml:1:12: error: the namespace 'a.b'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a keyword", format::yaml, catalog(": n\n", ": a::int\n"),
       "c.yaml:1:12: error: the namespace 'a::int'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a macro", format::yaml, catalog(": n\n", ": linux\n"),
       "c.yaml:1:12: error: namespace 'linux' is a macro in C or C++ headers\n"},
      {"the namespace of the standard", format::yaml, catalog(": n\n", ": std::x\n"),
       "c.yaml:1:12: error: namespace 'std' is reserved by the C++ standard; choose another\n"},
      {"the namespace of the library", format::yaml, catalog(": n\n", ": errcat\n"),
       "c.yaml:1:12: error: namespace 'errcat' belongs to the errcat library; choose another\n"},
      {"a prefix with a quote", format::yaml, catalog(": P\n", ": P\"\n"),
       "c.yaml:2:9: error: the prefix 'P\"'; expected ASCII letters, digits, '.', '-' and '_'\n"},
      {"a prefix with a blank", format::yaml, catalog(": P\n", ": P Q\n"),
       "c.yaml:2:9: error: the prefix 'P Q'; expected ASCII letters, digits, '.', '-' and '_'\n"},
      {"a license with a backslash", format::yaml, catalog("MIT", "MIT \\"),
       "c.yaml:3:10: error: the license 'MIT \\'; expected an SPDX expression, such as Apache-2.0\n"},
      {"a license of two lines", format::yaml, catalog("MIT", "\"a\\nb\""),
       "c.yaml:3:10: error: the license 'aU+000Ab'; expected an SPDX expression, such as Apache-2.0\n"},
      {"an empty source", format::yaml, catalog(": s\n", ": \"\"\n"),
       "c.yaml:4:9: error: the source ''; expected document and date, on one line\n"},
      {"a source of blanks", format::yaml, catalog(": s\n", ": \"  \"\n"),
       "c.yaml:4:9: error: the source '  '; expected document and date, on one line\n"},
      {"a source of two lines", format::yaml, catalog(": s\n", ": \"c\\nd\"\n"),
       "c.yaml:4:9: error: the source 'cU+000Ad'; expected document and date, on one line\n"},
      {"a control character in the source", format::yaml, catalog(": s\n", ": \"s\\a\"\n"),
       "c.yaml:4:9: error: the control character U+0007; expected printable text and line breaks\n"},
  });
}

TEST_CASE("bad input: trees that are none of pandoc's") {
  const auto table = [](const std::string& parts) { return "{\"blocks\":[{\"t\":\"Table\",\"c\":" + parts + "}]}"; };
  require_refusals({
      {"an empty file", format::tree, "", "page: error: an empty file; expected a syntax tree of pandoc's\n"},
      {"a tree that ends too early", format::tree, "{\"blocks\":[",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.parse_error.101] parse error at line 1, "
       "column 12: syntax error while parsing value - unexpected end of input; expected '[', '{', or a literal)\n"},
      {"text behind the tree", format::tree, "{\"blocks\":[]} x",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.parse_error.101] parse error at line 1, "
       "column 15: syntax error while parsing value - invalid literal; last read: '\"blocks\":[]} x'; expected end of "
       "input)\n"},
      {"a list", format::tree, "[]",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "array)\n"},
      {"null", format::tree, "null",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "null)\n"},
      {"an object of something else", format::tree, "{\"errors\":[]}",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.out_of_range.403] key 'blocks' not "
       "found)\n"},
      {"blocks that are a number", format::tree, "{\"blocks\":3}",
       "page: error: no table with a column of codes; --column code=HEADING names its heading\n"},
      {"a document without tables", format::tree, "{\"blocks\":[{\"t\":\"HorizontalRule\"}]}",
       "page: error: no table with a column of codes; --column code=HEADING names its heading\n"},
      {"a table without content", format::tree, "{\"blocks\":[{\"t\":\"Table\"}]}",
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.out_of_range.403] key 'c' not found)\n"},
      {"a table of pandoc 2.9 and before", format::tree, table("[[],[],[],[],[]]"),
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.out_of_range.401] array index 1 is out of "
       "range)\n"},
      {"a table whose parts are missing", format::tree, table("[]"),
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.out_of_range.401] array index 2 is out of "
       "range)\n"},
      {"a table whose cells are numbers", format::tree,
       table("[0,0,[0],[0,[[0,[[0,0,1,1,[{\"t\":\"Plain\",\"c\":[{\"t\":\"Str\",\"c\":\"Code\"}]}]]]]]],"
             "[[0,0,[],[[0,[1]]]]],[0,[]]]"),
       "page: error: no syntax tree of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "number)\n"
       "page, table 1: warning: no column of messages; the description is taken for the message\n"
       "page, table 1: warning: no column of statuses; they stay empty\n"
       "page, table 1: warning: no column of descriptions; they stay empty\n"
       "page, table 1: warning: no column of handling measures; they stay empty\n"},
      {"Latin-1", format::tree, "{\"blocks\":\n\"caf\xE9\"}",
       "page:2:5: error: byte 0xE9 is not UTF-8; expected a file in UTF-8\n"},
  });
}

TEST_CASE("bad input: grids with merged cells") {
  require_refusals({
      {"a cell across columns", format::grid, "+---+---+\n| a | b |\n+---+---+\n| across|\n+---+---+\n",
       "page.rst:4:5: error: merged cells; expected a table whose cells are one row and one column each\n"},
      {"a cell across rows, the first", format::grid, "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n",
       "page.rst:3:5: error: merged cells; expected a table whose cells are one row and one column each\n"},
      {"a cell across rows, the last", format::grid, "+---+---+\n| a | b |\n+---+   |\n| c |   |\n+---+---+\n",
       "page.rst:3:1: error: merged cells; expected a table whose cells are one row and one column each\n"},
      {"a heading across columns", format::grid, "Text\n\n  +---+---+\n  | a     |\n  +===+===+\n  | c | d |\n",
       "page.rst:4:7: error: merged cells; expected a table whose cells are one row and one column each\n"},
      {"a border across columns", format::grid, "+---+---+\n| a | b |\n+-------+\n| c | d |\n",
       "page.rst:3:5: error: merged cells; expected a table whose cells are one row and one column each\n"},
      {"wide characters", format::grid, "+----+---+\n| \u4E2D | b |\n+----+---+\n| \u4E2Da   |\n",
       "page.rst:4:6: error: merged cells; expected a table whose cells are one row and one column each\n"},
  });
}
