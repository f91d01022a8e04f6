// SPDX-License-Identifier: Apache-2.0
// The rules of a catalog, each with its refusal.
#include "check.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <algorithm>

namespace {

using errcat::tool::diagnostics;

/// Of the reader and the rules, over rows that stand below the line of the columns.
std::string refusals(const std::string& rows, const errcat::tool::csv_header& header = {"n", "P", "", "s"}) {
  diagnostics found;
  const std::string text = "code,name,status,message,description,handling_measure,retired\n" + rows;
  const auto subject = errcat::tool::read_csv("c.csv", text, header, found).value();
  check(subject, found);
  return printed(found);
}

}  // namespace

TEST_CASE("a catalog that keeps the rules is not refused") {
  CHECK(refusals("P.1,one,400,M.,D.,H.,\nP.2,two,599,M.,,,true\nP.4294967295,three,100,M.,D.,H.,false\n").empty());
}

TEST_CASE("each broken rule is refused with its place") {
  struct example {
    std::string rows;
    std::string refusals;
  };
  const example examples[] = {
      {"", "c.csv:1:1: error: no rows; expected at least one error\n"},
      {"P.1,one,400,M.,D.,H.,\nP.1,two,400,M.,D.,H.,\n",
       "c.csv:3:1: error: the code 'P.1' stands at c.csv:2:1 already; expected another\n"},
      {"P.1,one,400,M.,D.,H.,\nP.2,one,400,M.,D.,H.,\n",
       "c.csv:3:5: error: the name 'one' stands at c.csv:2:5 already; expected another\n"},
      {"P.1,one,400,M.,D.,H.,\nP.01,two,400,M.,D.,H.,\n",
       "c.csv:3:1: error: the number of 'P.01' is that of 'P.1' at c.csv:2:1; expected another\n"},
      {"P.1,P_2,400,M.,D.,H.,\nP.2,two,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name 'P_2' is the enumerator of the code at c.csv:3:1; expected another\n"},
      {"P.1,1one,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name '1one'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"P.1,class,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name 'class'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"P.1,,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name ''; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"P.1,NULL,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name 'NULL'; expected a C++ identifier that is no keyword, no macro and not reserved\n"},
      {"P.1,one,400,  ,D.,H.,\n", "c.csv:2:13: error: an empty message; expected what the response says\n"},
      {"P.1,one,4OO,M.,D.,H.,\n", "c.csv:2:9: error: the status '4OO'; expected an HTTP status, 100 to 599\n"},
      {"P.1,one,99,M.,D.,H.,\n", "c.csv:2:9: error: the status '99'; expected an HTTP status, 100 to 599\n"},
      {"P.1,one,600,M.,D.,H.,\n", "c.csv:2:9: error: the status '600'; expected an HTTP status, 100 to 599\n"},
      {"P.1,one,0400,M.,D.,H.,\n", "c.csv:2:9: error: the status '0400'; expected an HTTP status, 100 to 599\n"},
      {"P.1,one,400/404,M.,D.,H.,\n", "c.csv:2:9: error: the status '400/404'; expected an HTTP status, 100 to 599\n"},
      {"P.1,one,400,,D.,H.,\n", "c.csv:2:13: error: an empty message; expected what the response says\n"},
      {"Q.1,one,400,M.,D.,H.,\n", "c.csv:2:1: error: the code 'Q.1'; expected 'P.' and digits\n"},
      {"P1,one,400,M.,D.,H.,\n", "c.csv:2:1: error: the code 'P1'; expected 'P.' and digits\n"},
      {"P.,one,400,M.,D.,H.,\n", "c.csv:2:1: error: the code 'P.'; expected 'P.' and digits\n"},
      {"P.1a,one,400,M.,D.,H.,\n", "c.csv:2:1: error: the code 'P.1a'; expected 'P.' and digits\n"},
      {"P.0000,one,400,M.,D.,H.,\n",
       "c.csv:2:1: error: the number 0 of 'P.0000'; expected another, 0 is success in a std::error_code\n"},
      {"P.4294967296,one,400,M.,D.,H.,\n",
       "c.csv:2:1: error: the number of 'P.4294967296'; expected at most 4294967295\n"},
      {"P.1,one,400,M.\x07,D.,H.,\n",
       "c.csv:2:13: error: the control character U+0007; expected printable text and line breaks\n"},
      {"P.1,one,400,\"M.\rx\",D.,H.,\n",
       "c.csv:2:13: error: the control character U+000D; expected printable text and line breaks\n"},
      {"P.1,one,400,M.,D.\xC2\x85,H.,\n",
       "c.csv:2:16: error: the control character U+0085; expected printable text and line breaks\n"},
      {"P.1,one,400,M.,D.,H.,yes\n", "c.csv:2:22: error: 'yes' for 'retired'; expected 'true' or 'false'\n"},
  };
  for (const auto& [rows, expected] : examples) CHECK(refusals(rows) == expected);
}

TEST_CASE("what a catalog says of itself is checked") {
  const std::string row = "P.1,one,400,M.,D.,H.,\n";
  CHECK(refusals(row, {"", "P", "", "s"}) ==
        "c.csv:1:1: error: the namespace ''; expected C++ identifiers joined by '::'\n");
  CHECK(refusals(row, {"a::b", "P", "", "s"}).empty());
  CHECK(refusals(row, {"a::", "P", "", "s"}) ==
        "c.csv:1:1: error: the namespace 'a::'; expected C++ identifiers joined by '::'\n");
  CHECK(refusals(row, {"int", "P", "", "s"}) ==
        "c.csv:1:1: error: the namespace 'int'; expected C++ identifiers joined by '::'\n");
  CHECK(refusals(row, {"n", "P\"", "", "s"}) ==
        "c.csv:1:1: error: the prefix 'P\"'; expected ASCII letters, digits, '.', '-' and '_'\n");
  CHECK(refusals(row, {"std", "P", "", "s"}) == "c.csv:1:1: error: the namespace 'std'; expected one of your own\n");
  CHECK(refusals(row, {"errcat::x", "P", "", "s"}) ==
        "c.csv:1:1: error: the namespace 'errcat::x'; expected one of your own\n");
  CHECK(refusals(row, {"n", "P", "", ""}) ==
        "c.csv:1:1: error: the source ''; expected document and date, on one line\n");
  CHECK(refusals(row, {"n", "P", "", "s\x07"}) ==
        "c.csv:1:1: error: the control character U+0007; expected printable text and line breaks\n");
  CHECK(refusals(row, {"n", "P", "MIT \\", "s"}) ==
        "c.csv:1:1: error: the license 'MIT \\'; expected an SPDX expression, such as Apache-2.0\n");
  CHECK(refusals(row, {"n", "P", "a\nb", "c\nd"}) ==
        "c.csv:1:1: error: the source 'cU+000Ad'; expected document and date, on one line\n"
        "c.csv:1:1: error: the license 'aU+000Ab'; expected an SPDX expression, such as Apache-2.0\n");
}

TEST_CASE("the rules of a named catalog") {
  const errcat::tool::csv_header named{"n", "", "", "s"};
  CHECK(refusals("Access.Denied,one,400,M.,D.,H.,\n404,two,400,M.,D.,H.,\n", named).empty());
  CHECK(refusals(",one,400,M.,D.,H.,\n", named) ==
        "c.csv:2:1: error: the code ''; expected a text without quotes, backslashes and line breaks\n");
  CHECK(refusals("a\\b,one,400,M.,D.,H.,\n", named) ==
        "c.csv:2:1: error: the code 'a\\b'; expected a text without quotes, backslashes and line breaks\n");
  CHECK(refusals("default,one,400,M.,D.,H.,\n", named) ==
        "c.csv:2:1: error: the enumerator 'default' of the code 'default'; expected a C++ identifier that is no "
        "keyword, no macro and not reserved\n");
  CHECK(refusals("A.B,one,400,M.,D.,H.,\nA-B,two,400,M.,D.,H.,\n", named) ==
        "c.csv:3:1: error: the enumerator 'A_B' of 'A-B' is that of 'A.B' at c.csv:2:1; expected another\n");
  CHECK(refusals("same,same,400,M.,D.,H.,\n", named).empty());
}

TEST_CASE("warnings tell what is most often not meant") {
  const auto warnings = [](const std::string& rows, const std::string& prefix) {
    diagnostics found;
    const std::string text = "code,name,status,message,description,handling_measure,note\n" + rows;
    warn(errcat::tool::read_csv("c.csv", text, {"n", prefix, "", "s"}, found).value(), found);
    CHECK(found.errors() == 0);
    return printed(found);
  };
  CHECK(warnings("P.1,one,400,M.,D.,H.,a note\n", "P").empty());
  CHECK(warnings("P.1,one,400,**M**,``D``,a<br>b,\n", "P") ==
        "c.csv:2:13: warning: the markup '**'; expected plain text\n"
        "c.csv:2:13: warning: a message that ends without punctuation; expected a sentence\n"
        "c.csv:2:19: warning: the markup '``'; expected plain text\n"
        "c.csv:2:25: warning: the markup '<br'; expected plain text\n");
  CHECK(warnings("P.1,one,400,M.,-,M.,\n", "P") ==
        "c.csv:2:16: warning: the placeholder '-'; expected an empty text where there is none\n"
        "c.csv:2:18: warning: a handling measure that repeats the message; expected what to do\n");
  CHECK(warnings("P.1,one,400,A  b.,D. ,\"a \nb\",\n", "P") ==
        "c.csv:2:13: warning: several blanks in a row; expected one\n"
        "c.csv:2:19: warning: blanks at the end of a line or before the text; expected none\n"
        "c.csv:2:23: warning: blanks at the end of a line or before the text; expected none\n");
  CHECK(warnings("P.1,one,400,M.,D.,H.,\"" + std::string(errcat::tool::proposed_name) + "\"\n", "P") ==
        "c.csv:2:5: warning: a proposed name, 'one'; confirm it and delete the row's note, or change it\n");
  CHECK(warnings("P.1,one,400,M.,D.,H.,\nP.2,two,400,M.,D.,H.,\n", "") ==
        "c.csv:1:1: warning: no prefix, and every code is 'P.' and a number; with the prefix the numbers are the "
        "enumerators' values\n");
  CHECK(warnings("P.1,one,400,M.,D.,H.,\nQ.2,two,400,M.,D.,H.,\n", "").empty());
  CHECK(warnings("\x1B[31mP.1,one,400,M.,D.,H.,\n", "") ==
        "c.csv:1:1: warning: no prefix, and every code is 'U+001B[31mP.' and a number; with the prefix the numbers are "
        "the enumerators' values\n");
}

TEST_CASE("what the reader and what the rules refuse is said in one run, each once") {
  diagnostics found;
  const std::string text =
      "namespace: n\nsource: s\nprefix: P\nerrors:\n"
      "  - {code: P.1, hint: x, status: 400, message: M., description: D., handling_measure: H.}\n"
      "  - {code: Q.2, name: class, status: 999, message: \"\", description: D., handling_measure: H.}\n";
  const auto subject = errcat::tool::read_yaml("c.yaml", text, found);
  REQUIRE(subject);
  check(*subject, found);
  CHECK(
      printed(found) ==
      "c.yaml:5:5: error: no key 'name'; a row needs it\n"
      "c.yaml:5:17: error: an unknown key 'hint'; a row has 'code', 'name', 'status', 'message', 'description', "
      "'handling_measure', 'retired', 'note'\n"
      "c.yaml:6:12: error: the code 'Q.2'; expected 'P.' and digits\n"
      "c.yaml:6:23: error: the name 'class'; expected a C++ identifier that is no keyword, no macro and not reserved\n"
      "c.yaml:6:38: error: the status '999'; expected an HTTP status, 100 to 599\n"
      "c.yaml:6:52: error: an empty message; expected what the response says\n");
}

TEST_CASE("all that is wrong is said in one run, in the order of the file") {
  const std::string all = refusals("P.1,if,1,,D.,H.,\nP.1,if,1,,D.,H.,\n");
  CHECK(std::ranges::count(all, '\n') == 8);
  CHECK(all.starts_with("c.csv:2:5: error: the name"));
  CHECK(all.find("c.csv:2:10: error: an empty message") < all.find("c.csv:3:1: error: the code"));
}
