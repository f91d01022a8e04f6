// SPDX-License-Identifier: Apache-2.0
// Broken catalogs and documents, each with its exact diagnostics: those of the reader, and of the rules if it can be
// read.
#include "check.hpp"
#include "columns.hpp"
#include "grid_table.hpp"
#include "read.hpp"
#include "read_pandoc.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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

std::string diagnostics_of(const bad_input& input) {
  using namespace errcat::tool;
  diagnostics found;
  std::optional<catalog> subject;
  document tables;  // positions of diagnostics are views of it
  if (input.kind == format::yaml) subject = read_yaml("c.yaml", input.bytes, found);
  if (input.kind == format::csv) subject = read_csv("c.csv", input.bytes, {"n", "P", "", "s"}, found);
  if (input.kind == format::named_csv) subject = read_csv("c.csv", input.bytes, {"n", "", "", "s"}, found);
  if (input.kind == format::tree) {
    tables = read_pandoc("page", input.bytes, found);
    if (found.ok()) (void)code_tables(tables, {}, {"page", 0, 0}, found);
  }
  if (input.kind == format::grid) {
    for (const merged_grid& grid : merged_grids("page.rst", input.bytes)) found.add(grid.found);
  }
  if (subject) check(*subject, found);
  return printed(found);
}

void require_refusals(const std::vector<bad_input>& inputs) {
  std::set<std::string_view> names;
  for (const bad_input& input : inputs) {
    INFO(input.what);
    CHECK(diagnostics_of(input) == input.refusals);
    CHECK(input.refusals.find(": error: ") != std::string::npos);
    CHECK(names.insert(input.what).second);
  }
}

/// `text`, in which `old` occurs once, with `text` instead.
std::string with(std::string text, std::string_view old, std::string_view instead) {
  return text.replace(text.find(old), old.size(), instead);
}

std::string repeated(std::string_view part, int count) {
  std::string all;
  for (int i = 0; i != count; ++i) all += part;
  return all;
}

/// A YAML catalog of one row, in which `old` was written otherwise: `yaml_with("P.1", "24")`.
std::string yaml_with(std::string_view old, std::string_view instead) { return with(yaml_catalog, old, instead); }

/// The same as CSV.
std::string csv(std::string_view old, std::string_view instead) {
  return with("code,name,status,message,description,handling_measure,retired\nP.1,one,400,M.,D.,H.,\n", old, instead);
}

/// The same of a named catalog.
std::string named(std::string_view code) { return csv_columns + std::string(code) + ",one,400,M.,D.,H.\n"; }

}  // namespace

TEST_CASE("bad input: YAML that is not a catalog") {
  require_refusals({
      {"an empty file", format::yaml, "",
       "c.yaml:1:1: error: file is empty; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"only a comment", format::yaml, "# only a comment\n",
       "c.yaml:2:1: error: file is empty; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"only the start of a document", format::yaml, "---\n",
       "c.yaml:2:1: error: found the string ''; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"a list", format::yaml, "- a\n",
       "c.yaml:1:1: error: found a list; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"a text", format::yaml, "text\n",
       "c.yaml:1:1: error: found the string 'text'; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"an alias", format::yaml, "*a\n",
       "c.yaml:1:1: error: found an alias; expected a map with the keys 'namespace', 'source' and 'errors'\n"},
      {"a catalog without rows and source", format::yaml, "namespace: n\n",
       "c.yaml:1:1: error: missing key 'source'\n"
       "c.yaml:1:1: error: missing key 'errors'\n"},
      {"an unknown key of the catalog", format::yaml, "nmspace: n\n" + yaml_catalog,
       "c.yaml:1:1: error: unknown key 'nmspace'; did you mean 'namespace'? Keys of a catalog: namespace, prefix, "
       "license, source, source_url, body, media_type, allow, errors\n"},
      {"a key in capitals", format::yaml, with(yaml_catalog, "namespace", "Namespace"),
       "c.yaml:1:1: error: unknown key 'Namespace'; did you mean 'namespace'? Keys of a catalog: namespace, prefix, "
       "license, source, source_url, body, media_type, allow, errors\n"
       "c.yaml:1:1: error: missing key 'namespace'\n"},
      {"a second list of rows", format::yaml, "errors: []\n" + yaml_catalog,
       "c.yaml:5:1: error: duplicate key 'errors'\n"},
      {"a second namespace", format::yaml, "namespace: m\n" + yaml_catalog,
       "c.yaml:2:1: error: duplicate key 'namespace'\n"},
      {"a list as a key", format::yaml, "? [a]\n: b\n" + yaml_catalog,
       "c.yaml:1:3: error: found a list; expected a string\n"},
      {"an empty key", format::yaml, ": b\n" + yaml_catalog,
       "c.yaml:1:1: error: invalid YAML: did not find expected key while parsing a block mapping\n"},
      {"no rows in the list", format::yaml, "namespace: n\nsource: s\nerrors: []\n",
       "c.yaml:1:1: error: no rows; a catalog needs at least one\n"},
      {"no list", format::yaml, "namespace: n\nsource: s\nerrors:\n",
       "c.yaml:3:8: error: found the string ''; expected a list of rows\n"},
      {"a map for the list", format::yaml, "namespace: n\nsource: s\nerrors: {a: b}\n",
       "c.yaml:3:9: error: found a map; expected a list of rows\n"},
      {"an alias for the list", format::yaml, "namespace: n\nsource: s\nerrors: *a\n",
       "c.yaml:3:9: error: found an alias; expected a list of rows\n"},
      {"a tag on the list", format::yaml, "namespace: n\nsource: s\nerrors: !x []\n",
       "c.yaml:3:9: error: tags are not allowed in a catalog; every value is a string\n"},
      {"a list for the namespace", format::yaml, with(yaml_catalog, "namespace: n", "namespace: [n]"),
       "c.yaml:1:12: error: found a list; expected a string\n"},
      {"rows that are not maps", format::yaml, yaml_head + "  - P.1\n  - [P.2]\n  - *a\n",
       "c.yaml:5:5: error: found the string 'P.1'; expected a row, which is a map\n"
       "c.yaml:6:5: error: found a list; expected a row, which is a map\n"
       "c.yaml:7:5: error: found an alias; expected a row, which is a map\n"},
      {"a second document", format::yaml, yaml_catalog + "---\n" + yaml_catalog,
       "c.yaml:6:1: error: second document; a file holds one catalog\n"},
      {"a second document after an end", format::yaml, yaml_catalog + "...\n" + yaml_catalog,
       "c.yaml:7:1: error: invalid YAML: did not find expected <document start>\n"},
      {"a directive of a later YAML", format::yaml, "%YAML 2.0\n---\n" + yaml_catalog,
       "c.yaml:1:1: error: invalid YAML: found incompatible YAML document\n"},
      {"a directive without a document", format::yaml, "%YAML 1.1\n" + yaml_catalog,
       "c.yaml:2:1: error: invalid YAML: did not find expected <document start>\n"},
  });
}

TEST_CASE("bad input: YAML rows") {
  require_refusals({
      {"a key that is missing", format::yaml, yaml_with(", status: 400", ""),
       "c.yaml:5:5: error: missing key 'status'\n"},
      {"an empty row", format::yaml, yaml_head + "  - {}\n",
       "c.yaml:5:5: error: missing key 'code'\n"
       "c.yaml:5:5: error: missing key 'name'\n"
       "c.yaml:5:5: error: missing key 'status'\n"
       "c.yaml:5:5: error: missing key 'message'\n"},
      {"an unknown key", format::yaml, yaml_with("H.}", "H., text: x}"),
       "c.yaml:5:93: error: unknown key 'text'. Keys of a row: code, name, status, message, description, "
       "handling_measure, group, retired, proposed, note, value\n"},
      {"a second key", format::yaml, yaml_with("H.}", "H., code: P.2}"), "c.yaml:5:93: error: duplicate key 'code'\n"},
      {"anchors", format::yaml, with(yaml_with("one", "&b one"), "{code", "&a {code"),
       "c.yaml:5:5: error: anchors are not allowed in a catalog\n"
       "c.yaml:5:26: error: anchors are not allowed in a catalog\n"},
      {"an alias as a text", format::yaml, yaml_with("one", "*b "),
       "c.yaml:5:23: error: found an alias; expected a string\n"},
      {"a merge of keys", format::yaml, yaml_with("H.}", "H., <<: *a }"),
       "c.yaml:5:93: error: unknown key '<<'. Keys of a row: code, name, status, message, description, "
       "handling_measure, group, retired, proposed, note, value\n"},
      {"a tag of a text", format::yaml, yaml_with("one", "!!str one"),
       "c.yaml:5:23: error: tags are not allowed in a catalog; every value is a string\n"},
      {"a tag of a number", format::yaml, yaml_with("400", "!!int 400"),
       "c.yaml:5:36: error: tags are not allowed in a catalog; every value is a string\n"},
      {"a local tag on a row", format::yaml, yaml_with("{code", "!row {code"),
       "c.yaml:5:5: error: tags are not allowed in a catalog; every value is a string\n"},
      {"a list and a map as texts", format::yaml, with(yaml_with("one", "[one]"), "M.", "{a: [b]}"),
       "c.yaml:5:23: error: found a list; expected a string\n"
       "c.yaml:5:52: error: found a map; expected a string\n"},
      {"lists in lists without an end", format::yaml, yaml_head + "  - " + std::string(200'000, '['),
       "c.yaml:5:5: error: found a list; expected a row, which is a map\n"
       "c.yaml:5:103: error: nesting deeper than 100 levels\n"},
      {"maps in maps without an end", format::yaml, yaml_head + "  - " + repeated("{a: ", 200'000),
       "c.yaml:5:6: error: unknown key 'a'. Keys of a row: code, name, status, message, description, handling_measure, "
       "group, retired, proposed, note, value\n"
       "c.yaml:5:397: error: nesting deeper than 100 levels\n"},
      {"a row inside a row", format::yaml, yaml_head + "  - - code: P.1\n",
       "c.yaml:5:5: error: found a list; expected a row, which is a map\n"},
      {"a code that other readers take for a number", format::yaml, yaml_with("P.1", "24"),
       "c.yaml:5:12: error: invalid code '24'; expected 'P.' and digits\n"},
      {"a code that other readers take for a time", format::yaml, yaml_with("P.1", "12:30"),
       "c.yaml:5:12: error: invalid code '12:30'; expected 'P.' and digits\n"},
      {"a status that other readers take for an octal number", format::yaml, yaml_with("400", "0620"),
       "c.yaml:5:36: error: invalid status '0620'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for a float", format::yaml, yaml_with("400", "4e2"),
       "c.yaml:5:36: error: invalid status '4e2'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for a time", format::yaml, yaml_with("400", "12:30"),
       "c.yaml:5:36: error: invalid status '12:30'; expected an HTTP status, 100 to 599\n"},
      {"a status that other readers take for false", format::yaml, yaml_with("400", "NO"),
       "c.yaml:5:36: error: invalid status 'NO'; expected an HTTP status, 100 to 599\n"},
      {"NO, retired", format::yaml, yaml_with("H.}", "H., retired: NO}"),
       "c.yaml:5:102: error: invalid value 'NO' for 'retired'; expected 'true' or 'false'\n"},
      {"True, retired", format::yaml, yaml_with("H.}", "H., retired: True}"),
       "c.yaml:5:102: error: invalid value 'True' for 'retired'; expected 'true' or 'false'\n"},
      {"null in each of its forms", format::yaml,
       yaml_head + "  - {code: Null, name: one, status: ~, message: null, description: NULL, handling_measure: }\n",
       "c.yaml:5:12: error: Null is not a string; quote it, or write \"\" for an empty one\n"
       "c.yaml:5:12: error: invalid code 'Null'; expected 'P.' and digits\n"
       "c.yaml:5:37: error: ~ is not a string; quote it, or write \"\" for an empty one\n"
       "c.yaml:5:37: error: invalid status '~'; expected an HTTP status, 100 to 599\n"
       "c.yaml:5:49: error: null is not a string; quote it, or write \"\" for an empty one\n"
       "c.yaml:5:68: error: NULL is not a string; quote it, or write \"\" for an empty one\n"
       "c.yaml:5:92: error: missing value; write \"\" for an empty string\n"},
      {"~ as a note", format::yaml, yaml_with("H.}", "H., note: ~}"),
       "c.yaml:5:99: error: ~ is not a string; quote it, or write \"\" for an empty one\n"},
      {"a plain text with a colon", format::yaml, yaml_head + "  - code: P.1: x\n",
       "c.yaml:5:14: error: a second ': ' in the line; put the text in quotes: code: \"P.1: x\"\n"},
      {"text after a string in quotes", format::yaml, yaml_with("M.", "\"M.\" N."),
       "c.yaml:5:55: error: invalid YAML: did not find expected ',' or '}' while parsing a flow mapping\n"},
      {"a text that begins with a percent sign", format::yaml, yaml_with("M.", "%s failed"),
       "c.yaml:5:50: error: '%' cannot begin a text in YAML; put the text in quotes\n"},
      {"a text that begins with an at sign", format::yaml, yaml_with("M.", "@name failed"),
       "c.yaml:5:50: error: '@' cannot begin a text in YAML; put the text in quotes\n"},
      {"a text that begins with an at sign, after characters of several bytes", format::yaml,
       yaml_head + "  - {code: \u00E9\u4E2D, name: @x}\n",
       "c.yaml:5:22: error: '@' cannot begin a text in YAML; put the text in quotes\n"},
      {"a text that begins with a tick", format::yaml, yaml_with("M.", "`name` failed"),
       "c.yaml:5:50: error: '`' cannot begin a text in YAML; put the text in quotes\n"},
      {"a key of over 1,024 characters", format::yaml, "? a\n: b\n" + std::string(1025, 'k') + ": x\n",
       "c.yaml:1:3: error: unknown key 'a'. Keys of a catalog: namespace, prefix, license, source, source_url, body, "
       "media_type, allow, errors\n"
       "c.yaml:3:1026: error: invalid YAML: could not find expected ':' while scanning a simple key\n"},
  });
}

TEST_CASE("bad input: YAML that ends too early or is indented wrongly") {
  require_refusals({
      {"an end in double quotes", format::yaml, yaml_head + "  - {code: \"P.1\n",
       "c.yaml:6:1: error: invalid YAML: found unexpected end of stream while scanning a quoted scalar\n"},
      {"an end in single quotes", format::yaml, yaml_head + "  - code: 'P.1\n\n",
       "c.yaml:7:1: error: invalid YAML: found unexpected end of stream while scanning a quoted scalar\n"},
      {"an end in a map", format::yaml, yaml_head + "  - {code: P.1,\n",
       "c.yaml:6:1: error: invalid YAML: did not find expected node content while parsing a flow node\n"},
      {"an end in a list", format::yaml, yaml_head + "  [",
       "c.yaml:6:1: error: invalid YAML: did not find expected node content while parsing a flow node\n"},
      {"an end after a key", format::yaml, yaml_head + "  - code:",
       "c.yaml:5:5: error: missing key 'name'\n"
       "c.yaml:5:5: error: missing key 'status'\n"
       "c.yaml:5:5: error: missing key 'message'\n"
       "c.yaml:5:10: error: missing value; write \"\" for an empty string\n"
       "c.yaml:5:10: error: invalid code ''; expected 'P.' and digits\n"},
      {"an end after a dash", format::yaml, yaml_head + "  -",
       "c.yaml:5:4: error: found the string ''; expected a row, which is a map\n"},
      {"an end after the mark of a block", format::yaml, yaml_head + "  - code: |",
       "c.yaml:5:5: error: missing key 'name'\n"
       "c.yaml:5:5: error: missing key 'status'\n"
       "c.yaml:5:5: error: missing key 'message'\n"
       "c.yaml:5:11: error: invalid code ''; expected 'P.' and digits\n"},
      {"an end in an escape", format::yaml, yaml_head + "  - code: \"\\x4",
       "c.yaml:5:14: error: invalid YAML: did not find expected hexdecimal number while parsing a quoted scalar\n"},
      {"a tab that indents", format::yaml, yaml_head + "\t- code: P.1\n",
       "c.yaml:5:1: error: a tab in the indentation; use spaces\n"},
      {"a key less indented than its row", format::yaml, yaml_head + "  - code: P.1\n   name: one\n",
       "c.yaml:6:4: error: invalid YAML: did not find expected '-' indicator while parsing a block collection\n"},
      {"a row less indented than the first", format::yaml, yaml_catalog + " - {}\n",
       "c.yaml:6:2: error: invalid YAML: did not find expected key while parsing a block mapping\n"},
      {"a line without a colon", format::yaml, "namespace: n\nprefix P\nsource: s\n",
       "c.yaml:3:1: error: invalid YAML: could not find expected ':' while scanning a simple key\n"},
      {"a bracket too many", format::yaml, yaml_head + "  - {code: P.1}}\n",
       "c.yaml:5:16: error: invalid YAML: did not find expected '-' indicator while parsing a block collection\n"},
      {"an escape that YAML does not know", format::yaml, yaml_with("M.", "\"C:\\path\""),
       "c.yaml:5:53: error: invalid YAML: found unknown escape character while parsing a quoted scalar\n"},
      {"half of a surrogate pair", format::yaml, yaml_with("M.", "\"\\ud83d\""),
       "c.yaml:5:53: error: invalid YAML: found invalid Unicode character escape code while parsing a quoted "
       "scalar\n"},
      {"a tag that does not end", format::yaml, yaml_with("one", "!<one"),
       "c.yaml:5:29: error: invalid YAML: did not find the expected '>' while scanning a tag\n"},
  });
}

TEST_CASE("bad input: bytes that are not UTF-8 or not allowed in YAML") {
  require_refusals({
      {"UTF-16, the low byte first", format::yaml, "\xFF\xFEn\0"s,
       "c.yaml:1:1: error: file is in UTF-16; convert it to UTF-8, or save it as \"CSV UTF-8\" in Excel\n"},
      {"UTF-16, the high byte first", format::yaml, "\xFE\xFF\0n"s,
       "c.yaml:1:1: error: file is in UTF-16; convert it to UTF-8, or save it as \"CSV UTF-8\" in Excel\n"},
      {"UTF-16 without a mark", format::yaml, "n\0a\0:\0"s,
       "c.yaml:1:2: error: invalid YAML: control characters are not allowed (U+0000)\n"},
      {"a control character", format::yaml, yaml_head + "  - {code: \x01}\n",
       "c.yaml:5:12: error: invalid YAML: control characters are not allowed (U+0001)\n"},
      {"NUL", format::yaml, yaml_head + "  - {code: P.1, name: \0}\n"s,
       "c.yaml:5:23: error: invalid YAML: control characters are not allowed (U+0000)\n"},
      {"DEL", format::yaml, yaml_with("M.", "\x7F"),
       "c.yaml:5:50: error: invalid YAML: control characters are not allowed (U+007F)\n"},
      {"a noncharacter", format::yaml, yaml_with("M.", "\uFFFE"),
       "c.yaml:5:50: error: invalid YAML: control characters are not allowed (U+FFFE)\n"},
      {"line separators of Unicode, raw", format::yaml,
       yaml_head + "  - {code: \u0085, name: \u2028, message: \u2029}\n",
       "c.yaml:5:12: error: control character U+0085; only printable text and line breaks are allowed\n"
       "c.yaml:5:21: error: raw U+2028, which YAML takes for a line break; write \\L in a double-quoted string\n"
       "c.yaml:5:33: error: raw U+2029, which YAML takes for a line break; write \\P in a double-quoted string\n"},
      {"Latin-1", format::yaml, yaml_head + "  - {code: \u00E9, name: caf\xE9}\n",
       "c.yaml:5:24: error: byte 0xE9 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"an overlong form", format::yaml, "namespace: \xC0\xAF\n",
       "c.yaml:1:12: error: byte 0xC0 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"a surrogate", format::yaml, "namespace: n\r\nprefix: \xED\xA0\x80\r\n",
       "c.yaml:2:9: error: byte 0xED is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"a character that is cut", format::yaml, "namespace: \xF0\x9F\x98",
       "c.yaml:1:12: error: byte 0xF0 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"a tab in a text", format::yaml, yaml_with("M.", "a\tb"),
       "c.yaml:5:50: error: control character U+0009; only printable text and line breaks are allowed\n"},
      {"control characters as escapes", format::yaml,
       with(with(yaml_with("M.", R"("\x07")"), "D.", R"("a\0")"), "H.", R"("\N")"),
       "c.yaml:5:50: error: control character U+0007; only printable text and line breaks are allowed\n"
       "c.yaml:5:71: error: control character U+0000; only printable text and line breaks are allowed\n"
       "c.yaml:5:96: error: control character U+0085; only printable text and line breaks are allowed\n"},
  });
}

TEST_CASE("bad input: CSV that is not a table") {
  require_refusals({
      {"an empty file", format::csv, "",
       "c.csv:1:1: error: file is empty; expected a line with the names of the columns\n"},
      {"only line breaks", format::csv, "\n\r\n",
       "c.csv:1:1: error: file is empty; expected a line with the names of the columns\n"},
      {"only a byte order mark", format::csv, "\xEF\xBB\xBF",
       "c.csv:1:1: error: file is empty; expected a line with the names of the columns\n"},
      {"only the names of the columns", format::csv, csv_columns,
       "c.csv:1:1: error: no rows; a catalog needs at least one\n"},
      {"an unknown column", format::csv, with(csv_columns, "handling_measure", "measure"),

       "c.csv:1:38: error: unknown column 'measure'. Columns: code, name, status, message, description, "
       "handling_measure, group, retired, proposed, note, value\n"},
      {"a column without a name", format::csv, with(csv_columns, "\n", ",\n"),
       "c.csv:1:55: error: unknown column ''. Columns: code, name, status, message, description, handling_measure, "
       "group, retired, proposed, note, value\n"},
      {"a second column", format::csv, with(csv_columns, "\n", ",code\n"),
       "c.csv:1:55: error: duplicate column 'code'\n"},
      {"semicolons", format::csv, "code;name\nP.1;one\n",
       "c.csv:1:1: error: missing column 'status'\n"
       "c.csv:1:1: error: missing column 'message'\n"},
      {"a second byte order mark", format::csv, "\xEF\xBB\xBF\xEF\xBB\xBF" + csv_columns,
       "c.csv:1:1: error: unknown column 'U+FEFFcode'. Columns: code, name, status, message, description, "
       "handling_measure, group, retired, proposed, note, value\n"
       "c.csv:1:1: error: missing column 'code'\n"},
      {"UTF-16", format::csv, "\xFF\xFE\x63\0"s,
       "c.csv:1:1: error: file is in UTF-16; convert it to UTF-8, or save it as \"CSV UTF-8\" in Excel\n"},
  });
}

TEST_CASE("bad input: CSV rows") {
  require_refusals({
      {"too few and too many cells", format::csv, csv_columns + "P.1,one,400,M.,D.\nP.2,two,400,M.,D.,H.,x\n",
       "c.csv:2:1: error: 5 cells, but the first line names 6 columns\n"
       "c.csv:3:1: error: 7 cells, but the first line names 6 columns\n"},
      {"a line of a blank", format::csv, csv_columns + " \n",
       "c.csv:2:1: error: 1 cell, but the first line names 6 columns\n"},
      {"a text with a comma and without quotes", format::csv, csv("M.", "M, N."),
       "c.csv:2:1: error: 8 cells, but the first line names 7 columns\n"},
      {"a quote in the middle", format::csv, csv("M.", "M. \"x\""),
       "c.csv:2:16: error: quote inside a cell; put the whole cell in quotes, and double this quote\n"},
      {"a quote in the middle of a name of a column", format::csv, with(csv_columns, "name", "na\"me"),
       "c.csv:1:8: error: quote inside a cell; put the whole cell in quotes, and double this quote\n"},
      {"text after a closing quote", format::csv, csv("M.", "\"M.\" x"),
       "c.csv:2:17: error: text after a closing quote\n"},
      {"a quote at the very end", format::csv, csv("\n", "\n") + "\"", "c.csv:3:1: error: cell has no closing quote\n"},
      {"a quote that does not close", format::csv, csv_columns + "P.1,one,400,\"M.\n,D.,H.\nP.2,two,400,M.,D.,H.\n",
       "c.csv:2:13: error: cell has no closing quote\n"},
      {"a position after blank lines, CRLF and characters of several bytes", format::csv,
       csv_columns + "\r\n\r\nP.1,one,400,\"\u00E9\r\n\u4E2D\r\n\",\U0001F600,H.\rP.2,two,4,M.,D.,H.\r",
       "c.csv:7:9: error: invalid status '4'; expected an HTTP status, 100 to 599\n"},
      {"a line break in a code", format::csv, csv("P.1", "\"P.\n1\""),
       "c.csv:2:1: error: invalid code 'P.U+000A1'; expected 'P.' and digits\n"},
      {"a lone CR in quotes", format::csv, csv("M.", "\"M.\rx\""),
       "c.csv:2:13: error: control character U+000D; only printable text and line breaks are allowed\n"},
      {"NUL", format::csv, csv("M.", "M\0."s),
       "c.csv:2:13: error: control character U+0000; only printable text and line breaks are allowed\n"},
      {"Latin-1", format::csv, csv("M.", "caf\xE9"),
       "c.csv:2:16: error: byte 0xE9 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"Latin-1 after a lone CR", format::csv, csv_columns + "P.1,one,400,M.,D.,H.\rP.2,two,400,caf\xE9,D.,H.\n",
       "c.csv:3:16: error: byte 0xE9 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
      {"a cell of 10 MB before a broken one", format::csv,
       with(csv("M.", std::string(10'000'000, 'x')), "H.,", "H.,yes"),
       "c.csv:2:10000020: error: invalid value 'yes' for 'retired'; expected 'true' or 'false'\n"},
      {"a code of 10 MB", format::csv, csv("P.1", std::string(10'000'000, 'x')),
       "c.csv:2:1: error: invalid code 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'; expected "
       "'P.' and digits\n"},
  });
}

TEST_CASE("bad input: codes and numbers") {
  require_refusals({
      {"another prefix", format::csv, csv("P.1", "Q.1"),
       "c.csv:2:1: error: invalid code 'Q.1'; expected 'P.' and digits\n"},
      {"the prefix in small letters", format::csv, csv("P.1", "p.1"),
       "c.csv:2:1: error: invalid code 'p.1'; expected 'P.' and digits\n"},
      {"no dot", format::csv, csv("P.1", "P1"), "c.csv:2:1: error: invalid code 'P1'; expected 'P.' and digits\n"},
      {"no digits", format::csv, csv("P.1", "P."), "c.csv:2:1: error: invalid code 'P.'; expected 'P.' and digits\n"},
      {"letters after the digits", format::csv, csv("P.1", "P.1a"),
       "c.csv:2:1: error: invalid code 'P.1a'; expected 'P.' and digits\n"},
      {"a sign", format::csv, csv("P.1", "P.-1"), "c.csv:2:1: error: invalid code 'P.-1'; expected 'P.' and digits\n"},
      {"a space before the code", format::csv, csv("P.1", " P.1"),
       "c.csv:2:1: error: leading or trailing space in code ' P.1'; remove it\n"},
      {"a space after the code", format::csv, csv("P.1", "P.1 "),
       "c.csv:2:1: error: leading or trailing space in code 'P.1 '; remove it\n"},
      {"digits of another script", format::csv, csv("P.1", "P.\uFF11"),
       "c.csv:2:1: error: invalid code 'P.\uFF11'; expected 'P.' and digits\n"},
      {"no code", format::csv, csv("P.1", ""), "c.csv:2:1: error: invalid code ''; expected 'P.' and digits\n"},
      {"the number 0", format::csv, csv("P.1", "P.0000"),
       "c.csv:2:1: error: code 'P.0000' has the number 0, which means success in a std::error_code; use another "
       "number\n"},
      {"a number of 33 bits", format::csv, csv("P.1", "P.4294967296"),
       "c.csv:2:1: error: number of code 'P.4294967296' is too large; the maximum is 4294967295\n"},
      {"a number of very many digits", format::csv, csv("P.1", "P." + std::string(100, '9')),
       "c.csv:2:1: error: number of code 'P.9999999999999999999999999999999999999999999999999999999999...' is too "
       "large; the maximum is 4294967295\n"},
      {"the same code", format::csv,
       csv_columns + "P.1,one,400,M.,D.,H.\nP.1,two,400,M.,D.,H.\nP.1,three,400,M.,D.,H.\n",
       "c.csv:3:1: error: duplicate code 'P.1' (first used at c.csv:2:1)\n"
       "c.csv:4:1: error: duplicate code 'P.1' (first used at c.csv:2:1)\n"},
      {"the same number", format::csv, csv_columns + "P.1,one,400,M.,D.,H.\nP.01,two,400,M.,D.,H.\n",
       "c.csv:3:1: error: code 'P.01' has the same number as 'P.1' (c.csv:2:1)\n"},
      {"a named code that is empty", format::named_csv, named(""), "c.csv:2:1: error: code is empty\n"},
      {"a named code with a backslash", format::named_csv, named("a\\b"),
       "c.csv:2:1: error: code 'a\\b' contains a quote, a backslash or a line break\n"},
      {"a named code with a quote", format::named_csv, named("\"a\"\"b\""),
       "c.csv:2:1: error: code 'a\"b' contains a quote, a backslash or a line break\n"},
      {"a named code of two lines", format::named_csv, named("\"a\nb\""),
       "c.csv:2:1: error: code 'aU+000Ab' contains a quote, a backslash or a line break\n"},
      {"a named code with a control character", format::named_csv, named("a\x1B[31m"),
       "c.csv:2:1: error: control character U+001B; only printable text and line breaks are allowed\n"},
      {"a named code that is a keyword", format::named_csv, named("default"),
       "c.csv:2:1: error: enumerator 'default' of code 'default' is a keyword or reserved in C++; use "
       "another code\n"},
      {"a named code with a reserved enumerator", format::named_csv, named("a__b"),
       "c.csv:2:1: error: enumerator 'a__b' of code 'a__b' is a keyword or reserved in C++; use another "
       "code\n"},
      {"a named code without a letter", format::named_csv, named("\u00E9"),
       "c.csv:2:1: error: enumerator '_' of code '\u00E9' is a keyword or reserved in C++; use another "
       "code\n"},
      {"named codes of one enumerator", format::named_csv, csv_columns + "A.B,one,400,M.,D.,H.\nA-B,two,400,M.,D.,H.\n",
       "c.csv:3:1: error: code 'A-B' has the same enumerator 'A_B' as 'A.B' (c.csv:2:1)\n"},
  });
}

TEST_CASE("bad input: names, statuses and strings") {
  require_refusals({
      {"a name that begins with a digit", format::csv, csv("one", "1one"),
       "c.csv:2:5: error: invalid name '1one'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"a name that is a keyword", format::csv, csv("one", "class"),
       "c.csv:2:5: error: invalid name 'class'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"a name that is another word for an operator", format::csv, csv("one", "xor"),
       "c.csv:2:5: error: invalid name 'xor'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"a name that is a macro", format::csv, csv("one", "NULL"),
       "c.csv:2:5: error: name 'NULL' is a macro in C or C++ headers, or reserved for one\n"},
      {"a name that is a macro of <cstdint>", format::csv, csv("one", "INT8_MAX"),
       "c.csv:2:5: error: name 'INT8_MAX' is a macro in C or C++ headers, or reserved for one\n"},
      {"a name with two underscores", format::csv, csv("one", "a__b"),
       "c.csv:2:5: error: invalid name 'a__b'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"a name that begins with an underscore and a capital", format::csv, csv("one", "_One"),
       "c.csv:2:5: error: invalid name '_One'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"a name with a blank", format::csv, csv("one", "one two"),
       "c.csv:2:5: error: invalid name 'one two'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved, such as 'one_two'\n"},
      {"a name with a letter outside ASCII", format::csv, csv("one", "caf\u00E9"),
       "c.csv:2:5: error: invalid name 'caf\u00E9'; expected a C++ identifier that is not a keyword, a macro or "
       "reserved\n"},
      {"no name", format::csv, csv("one", ""), "c.csv:2:5: error: name is empty\n"},
      {"the same name", format::csv, csv_columns + "P.1,one,400,M.,D.,H.\nP.2,one,400,M.,D.,H.\n",
       "c.csv:3:5: error: duplicate name 'one' (first used at c.csv:2:5)\n"},
      {"a name that is another row's enumerator", format::csv,
       csv_columns + "P.1,P_2,400,M.,D.,H.\nP.2,two,400,M.,D.,H.\n",
       "c.csv:2:5: error: name 'P_2' is the enumerator of another code (c.csv:3:1)\n"},
      {"a status with letters", format::csv, csv("400", "4OO"),
       "c.csv:2:9: error: invalid status '4OO'; expected an HTTP status, 100 to 599\n"},
      {"a status of two digits", format::csv, csv("400", "99"),
       "c.csv:2:9: error: invalid status '99'; expected an HTTP status, 100 to 599\n"},
      {"a status of 600", format::csv, csv("400", "600"),
       "c.csv:2:9: error: invalid status '600'; expected an HTTP status, 100 to 599\n"},
      {"a status with a leading 0", format::csv, csv("400", "0400"),
       "c.csv:2:9: error: invalid status '0400'; expected an HTTP status, 100 to 599\n"},
      {"a status with a sign", format::csv, csv("400", "+40"),
       "c.csv:2:9: error: invalid status '+40'; expected an HTTP status, 100 to 599\n"},
      {"a status with a blank", format::csv, csv("400", "400 "),
       "c.csv:2:9: error: invalid status '400 '; expected an HTTP status, 100 to 599\n"},
      {"two statuses", format::csv, csv("400", "400/404"),
       "c.csv:2:9: error: invalid status '400/404'; expected an HTTP status, 100 to 599\n"},
      {"a status with its words", format::csv, csv("400", "400 Bad Request"),
       "c.csv:2:9: error: invalid status '400 Bad Request'; expected an HTTP status, 100 to 599\n"},
      {"no status", format::csv, csv("400", ""),
       "c.csv:2:9: error: invalid status ''; expected an HTTP status, 100 to 599\n"},
      {"no message", format::csv, csv("M.", ""), "c.csv:2:13: error: message is empty\n"},
      {"a message of blanks", format::csv, csv("M.", "  "), "c.csv:2:13: error: message is empty\n"},
      {"a message of line breaks", format::csv, csv("M.", "\"\n \n\""), "c.csv:2:13: error: message is empty\n"},
      {"a control character in a message", format::csv, csv("M.", "M.\x07"),
       "c.csv:2:13: error: control character U+0007; only printable text and line breaks are allowed\n"},
      {"a control character of Latin-1 in a description", format::csv, csv("D.", "D.\u0085"),
       "c.csv:2:16: error: control character U+0085; only printable text and line breaks are allowed\n"},
      {"a tab in a measure", format::csv, csv("H.", "H.\t"),
       "c.csv:2:19: error: control character U+0009; only printable text and line breaks are allowed\n"},
      {"a control character in a note", format::yaml, yaml_with("H.}", "H., note: \"\\e[31m\"}"),
       "c.yaml:5:99: error: control character U+001B; only printable text and line breaks are allowed\n"},
      {"yes, retired", format::csv, csv("H.,", "H.,yes"),
       "c.csv:2:22: error: invalid value 'yes' for 'retired'; expected 'true' or 'false'\n"},
      {"all of a row", format::csv, csv_columns + "Q.0,if,1,,\x1B,H.\nQ.0,if,1,,D.,H.\n",
       "c.csv:2:1: error: invalid code 'Q.0'; expected 'P.' and digits\n"
       "c.csv:2:5: error: invalid name 'if'; expected a C++ identifier that is not a keyword, a macro or reserved\n"
       "c.csv:2:8: error: invalid status '1'; expected an HTTP status, 100 to 599\n"
       "c.csv:2:10: error: message is empty\n"
       "c.csv:2:11: error: control character U+001B; only printable text and line breaks are allowed\n"
       "c.csv:3:1: error: invalid code 'Q.0'; expected 'P.' and digits\n"
       "c.csv:3:1: error: duplicate code 'Q.0' (first used at c.csv:2:1)\n"
       "c.csv:3:5: error: invalid name 'if'; expected a C++ identifier that is not a keyword, a macro or reserved\n"
       "c.csv:3:5: error: duplicate name 'if' (first used at c.csv:2:5)\n"
       "c.csv:3:8: error: invalid status '1'; expected an HTTP status, 100 to 599\n"
       "c.csv:3:10: error: message is empty\n"},
  });
}

TEST_CASE("bad input: namespace, prefix, license and source") {
  const auto catalog = [](std::string_view old, std::string_view instead) {
    return with("namespace: n\nprefix: P\nlicense: MIT\nsource: s\nerrors:\n" + yaml_row, old, instead);
  };
  require_refusals({
      {"no namespace", format::yaml, catalog("namespace: n\n", ""), "c.yaml:1:1: error: missing key 'namespace'\n"},
      {"an empty namespace", format::yaml, catalog(": n\n", ": \"\"\n"),
       "c.yaml:1:12: error: invalid namespace ''; expected C++ identifiers joined by '::'\n"},
      {"a namespace that ends in colons", format::yaml, catalog(": n\n", ": \"a::\"\n"),
       "c.yaml:1:12: error: invalid namespace 'a::'; expected C++ identifiers joined by '::'\n"},
      {"a namespace that ends in colons, without quotes", format::yaml, catalog(": n\n", ": a::\n"),
       "c.yaml:1:14: error: a second ': ' in the line; put the text in quotes: namespace: \"a::\"\n"},
      {"a namespace that begins with colons", format::yaml, catalog(": n\n", ": ::a\n"),
       "c.yaml:1:12: error: invalid namespace '::a'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a control of direction", format::yaml, catalog(": n\n", ": a\u202E\n"),
       "c.yaml:1:12: error: invalid namespace 'aU+202E'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a dot", format::yaml, catalog(": n\n", ": a.b\n"),
       "c.yaml:1:12: error: invalid namespace 'a.b'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a keyword", format::yaml, catalog(": n\n", ": a::int\n"),
       "c.yaml:1:12: error: invalid namespace 'a::int'; expected C++ identifiers joined by '::'\n"},
      {"a namespace with a macro", format::yaml, catalog(": n\n", ": linux\n"),
       "c.yaml:1:12: error: namespace 'linux' is a macro in C or C++ headers, or reserved for one\n"},
      {"the namespace of the standard", format::yaml, catalog(": n\n", ": std::x\n"),
       "c.yaml:1:12: error: namespace 'std' is reserved by the C++ standard; choose another\n"},
      {"the namespace of the library", format::yaml, catalog(": n\n", ": errcat\n"),
       "c.yaml:1:12: error: namespace 'errcat' belongs to the errcat library; choose another\n"},
      {"a prefix with a quote", format::yaml, catalog(": P\n", ": P\"\n"),
       "c.yaml:2:9: error: invalid prefix 'P\"'; use ASCII letters, digits, '.', '-' and '_'\n"},
      {"a prefix with a blank", format::yaml, catalog(": P\n", ": P Q\n"),
       "c.yaml:2:9: error: invalid prefix 'P Q'; use ASCII letters, digits, '.', '-' and '_'\n"},
      {"a license with a backslash", format::yaml, catalog("MIT", "MIT \\"),
       "c.yaml:3:10: error: invalid license 'MIT \\'; expected an SPDX expression, such as Apache-2.0\n"},
      {"a license of two lines", format::yaml, catalog("MIT", "\"a\\nb\""),
       "c.yaml:3:10: error: invalid license 'aU+000Ab'; expected an SPDX expression, such as Apache-2.0\n"},
      {"an empty source", format::yaml, catalog(": s\n", ": \"\"\n"),
       "c.yaml:4:9: error: invalid source ''; expected title and date of the document, on one line\n"},
      {"a source of blanks", format::yaml, catalog(": s\n", ": \"  \"\n"),
       "c.yaml:4:9: error: invalid source '  '; expected title and date of the document, on one line\n"},
      {"a source of two lines", format::yaml, catalog(": s\n", ": \"c\\nd\"\n"),
       "c.yaml:4:9: error: invalid source 'cU+000Ad'; expected title and date of the document, on one line\n"},
      {"a control character in the source", format::yaml, catalog(": s\n", ": \"s\\a\"\n"),
       "c.yaml:4:9: error: control character U+0007; only printable text and line breaks are allowed\n"},
  });
}

TEST_CASE("bad input: JSON that is not pandoc's") {
  const auto table = [](const std::string& parts) { return "{\"blocks\":[{\"t\":\"Table\",\"c\":" + parts + "}]}"; };
  require_refusals({
      {"an empty file", format::tree, "", "page: error: file is empty; expected pandoc's JSON\n"},
      {"a tree that ends too early", format::tree, "{\"blocks\":[",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.parse_error.101] parse error at line 1, "
       "column 12: syntax error while parsing value - unexpected end of input; expected '[', '{', or a literal)\n"},
      {"text after the tree", format::tree, "{\"blocks\":[]} x",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.parse_error.101] parse error at line 1, "
       "column 15: syntax error while parsing value - invalid literal; last read: '\"blocks\":[]} x'; expected end "
       "of input)\n"},
      {"a list", format::tree, "[]",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "array)\n"},
      {"null", format::tree, "null",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "null)\n"},
      {"an object of something else", format::tree, "{\"errors\":[]}",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.out_of_range.403] key 'blocks' not "
       "found)\n"},
      {"blocks that are a number", format::tree, "{\"blocks\":3}",
       "page: error: no table has a code column; use --column code=HEADING\n"},
      {"a document without tables", format::tree, "{\"blocks\":[{\"t\":\"HorizontalRule\"}]}",
       "page: error: no table has a code column; use --column code=HEADING\n"},
      {"a table without content", format::tree, "{\"blocks\":[{\"t\":\"Table\"}]}",
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.out_of_range.403] key 'c' not found)\n"},
      {"a table of pandoc 2.9 and before", format::tree, table("[[],[],[],[],[]]"),
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.out_of_range.401] array index 1 is out "
       "of range)\n"},
      {"a table whose parts are missing", format::tree, table("[]"),
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.out_of_range.401] array index 2 is out "
       "of range)\n"},
      {"a table whose cells are numbers", format::tree,
       table("[0,0,[0],[0,[[0,[[0,0,1,1,[{\"t\":\"Plain\",\"c\":[{\"t\":\"Str\",\"c\":\"Code\"}]}]]]]]],[[0,0,[],[["
             "0,[1]]]]],[0,[]]]"),
       "page: error: not the JSON of pandoc 2.10 or later ([json.exception.type_error.304] cannot use at() with "
       "number)\n"},
      {"Latin-1", format::tree, "{\"blocks\":\n\"caf\xE9\"}",
       "page:2:5: error: byte 0xE9 is not UTF-8; convert the file: iconv -f latin1 -t utf8, or \"CSV UTF-8\" in "
       "Excel\n"},
  });
}

TEST_CASE("bad input: grids with merged cells") {
  require_refusals({
      {"a cell across columns", format::grid, "+---+---+\n| a | b |\n+---+---+\n| across|\n+---+---+\n",
       "page.rst:4:5: error: merged cells; every cell must span one row and one column\n"},
      {"a cell across rows, the first", format::grid, "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n",
       "page.rst:3:5: error: merged cells; every cell must span one row and one column\n"},
      {"a cell across rows, the last", format::grid, "+---+---+\n| a | b |\n+---+   |\n| c |   |\n+---+---+\n",
       "page.rst:3:1: error: merged cells; every cell must span one row and one column\n"},
      {"a heading across columns", format::grid, "Text\n\n  +---+---+\n  | a     |\n  +===+===+\n  | c | d |\n",
       "page.rst:4:7: error: merged cells; every cell must span one row and one column\n"},
      {"a border across columns", format::grid, "+---+---+\n| a | b |\n+-------+\n| c | d |\n",
       "page.rst:3:5: error: merged cells; every cell must span one row and one column\n"},
      {"wide characters", format::grid, "+----+---+\n| \u4E2D | b |\n+----+---+\n| \u4E2Da   |\n",
       "page.rst:4:6: error: merged cells; every cell must span one row and one column\n"},
  });
}

TEST_CASE("bad input: what people write for a text, which YAML reads as something else") {
  const auto refusal = [](const std::string& line) {
    return refusals_of_yaml(yaml_head + "  - code: P.1\n    " + line + "\n    name: one\n");
  };
  const std::pair<const char*, const char*> slips[] = {
      {"message: Error: not found", "put the text in quotes: message: \"Error: not found\"\n"},
      {"message: @home is gone", "put the text in quotes: message: \"@home is gone\"\n"},
      {"message: *bold* text", "put the text in quotes: message: \"*bold* text\"\n"},
      {"message: [x] is odd", "put the text in quotes: message: \"[x] is odd\"\n"},
      {"message: \"a\" is odd", "put the text in quotes: message: '\"a\" is odd'\n"},
      {"message: %s is odd", "put the text in quotes: message: \"%s is odd\"\n"}};
  for (const auto& [line, remedy] : slips) {
    INFO(line << " -> " << refusal(line));
    CHECK(refusal(line).ends_with(remedy));
  }
  CHECK(
      refusal("message: Order #7 is empty") ==
      "c.yaml:5:5: error: missing key 'status'\n"
      "c.yaml:6:14: warning: '#7 is empty' is a comment; put the text in quotes if it belongs to it, or write a space "
      "after '#' [comment-in-text]\n");
  CHECK(refusal("message: Gone.  # why\n    status: 400 # x") == "");
  CHECK(refusals_of_yaml(yaml_head + "<<<<<<< HEAD\n  - code: P.1\n") ==
        "c.yaml:5:1: error: merge conflict; resolve it\n");
  CHECK(refusals_of_yaml(yaml_head + ">>>>>>> main\n  - code: P.1\n") ==
        "c.yaml:5:1: error: merge conflict; resolve it\n");
  CHECK(refusals_of_yaml("%TAG ! tag:x,2000:\n---\n" + yaml_head) ==
        "c.yaml:1:1: error: %TAG is not allowed in a catalog\n");
}

TEST_CASE("bad input: plain numbers and pinned values") {
  const auto refusal = [](const std::string& prefix, const std::string& rows) {
    using namespace errcat::tool;
    diagnostics found;
    const auto subject = read_yaml("c.yaml", "namespace: n\nsource: s\n" + prefix + "errors:\n" + rows, found);
    if (subject) check(*subject, found);
    return printed(found);
  };
  const std::string rest = ", status: 400, message: M.}\n";
  const std::string one = "- {code: '1', name: one" + rest;
  CHECK(refusal("prefix: \"\"\n", one + "- {code: '10001', name: two" + rest).empty());
  CHECK(refusal("prefix: \"\"\n", one + "- {code: P.2, name: two" + rest) ==
        "c.yaml:6:10: error: invalid code 'P.2'; expected digits, since the prefix is empty\n");
  CHECK(refusal("prefix: \"\"\n", one + "- {code: '01', name: two" + rest) ==
        "c.yaml:6:10: error: code '01' has the same number as '1' (c.yaml:5:10)\n");
  CHECK(refusal("prefix: \"\"\n", "- {code: '0', name: one" + rest).find("number 0") != std::string::npos);
  CHECK(refusal("prefix: \"\"\n", "- {code: '', name: one" + rest) ==
        "c.yaml:5:10: error: invalid code ''; expected digits, since the prefix is empty\n");
  CHECK(refusal("prefix: \"\"\n", "- {code: '1', name: one, value: 7" + rest) ==
        "c.yaml:5:33: error: 'value' is only for catalogs without a prefix; the number of a code is its value\n");
  CHECK(refusal("", "- {code: A, name: one, value: 7" + rest + "- {code: B, name: two, value: 3" + rest).empty());
  CHECK(refusal("", "- {code: A, name: one, value: 7" + rest + "- {code: B, name: two" + rest) ==
        "c.yaml:5:3: error: missing key 'value'; since a row has one (c.yaml:4:31), all need one\n");
  CHECK(refusal("", "- {code: A, name: one, value: 7" + rest + "- {code: B, name: two, value: 7" + rest) ==
        "c.yaml:5:31: error: duplicate value '7' (first used at c.yaml:4:31)\n");
  CHECK(refusal("", "- {code: A, name: one, value: 1" + rest).empty());
  for (const std::string value : {"0", "-1", "x", "4294967296", "07"}) {
    CHECK(refusal("", "- {code: A, name: one, value: " + value + rest) ==
          "c.yaml:4:31: error: invalid value '" + value + "'; expected a number from 1 to 4294967295\n");
  }
  CHECK(refusal("prefix: P\n", "- {code: P.1, name: one, value: 7" + rest) ==
        "c.yaml:5:33: error: 'value' is only for catalogs without a prefix; the number of a code is its value\n");
  CHECK(
      refusal("prefix: P\n", "- {code: P.1, name: one, value: x" + rest + "- {code: P.2, name: two, value: y" + rest) ==
      "c.yaml:5:33: error: 'value' is only for catalogs without a prefix; the number of a code is its value\n");
  CHECK(refusal("prefix: P.\n", "- {code: P.1, name: one" + rest + "- {code: P.2, name: two" + rest) ==
        "c.yaml:3:9: error: prefix 'P.' ends with a dot; leave the dot out\n");
}
