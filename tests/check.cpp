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
  const auto subject = errcat::tool::read_csv("c.csv", text, header, found);
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
       "c.csv:2:5: error: the name '1one'; expected a C++ identifier that is no keyword and not reserved\n"},
      {"P.1,class,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name 'class'; expected a C++ identifier that is no keyword and not reserved\n"},
      {"P.1,,400,M.,D.,H.,\n",
       "c.csv:2:5: error: the name ''; expected a C++ identifier that is no keyword and not reserved\n"},
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
        "c.csv:1:1: error: the prefix 'P\"'; expected ASCII letters, digits, '.', '-' and '_'\n"
        "c.csv:2:1: error: the code 'P.1'; expected 'P\".' and digits\n");
  CHECK(refusals(row, {"n", "P", "a\nb", "c\nd"}) ==
        "c.csv:1:1: error: several lines; expected the source on one line\n"
        "c.csv:1:1: error: several lines; expected the license on one line\n");
}

TEST_CASE("all that is wrong is said in one run, in the order of the file") {
  const std::string all = refusals("P.1,if,1,,D.,H.,\nP.1,if,1,,D.,H.,\n");
  CHECK(std::ranges::count(all, '\n') == 8);
  CHECK(all.starts_with("c.csv:2:5: error: the name"));
  CHECK(all.find("c.csv:2:10: error: an empty message") < all.find("c.csv:3:1: error: the code"));
}
