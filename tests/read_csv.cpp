// SPDX-License-Identifier: Apache-2.0
// The CSV reader: what it takes. What it refuses is in bad_input.cpp.
#include "support/catch.hpp"
#include "support/refusals.hpp"

using errcat::tool::catalog;
using errcat::tool::diagnostics;

namespace {

const std::string head = "code,name,status,message,description,handling_measure\n";

}  // namespace

TEST_CASE("CSV: every cell is read as written, with its place") {
  diagnostics found;
  const catalog c =
      errcat::tool::read_csv("c.csv",
                             "name,code,status,note,message,description,handling_measure,retired\n"
                             "one,P.1,400,,\"It's \"\"M\"\", \u00E9.\", spaced ,\"Do:\r\n- this\n\n- that\n\",true\n"
                             "\n"
                             "two,P.2,404,,M.,,,\n",
                             {"n", "P", "L", "s"}, found)
          .value();
  CHECK(printed(found).empty());
  REQUIRE(c.rows.size() == 2);
  CHECK(c.name_space.text == "n");
  CHECK(c.prefix.text == "P");
  CHECK(c.license.text == "L");
  CHECK(c.source.text == "s");
  CHECK(c.rows[0].code.text == "P.1");
  CHECK(c.rows[0].message.text == "It's \"M\", \u00E9.");
  CHECK(c.rows[0].description.text == " spaced ");
  CHECK(c.rows[0].handling_measure.text == "Do:\n- this\n\n- that");
  CHECK(c.rows[0].retired.text == "true");
  CHECK(c.rows[1].handling_measure.text.empty());
  CHECK(to_string(c.rows[0].at) == "c.csv:2:1");
  CHECK(to_string(c.rows[0].message.at) == "c.csv:2:14");
  CHECK(to_string(c.rows[0].description.at) == "c.csv:2:31");
  CHECK(to_string(c.rows[1].code.at) == "c.csv:8:5");
  CHECK(to_string(c.rows[1].note.at) == "c.csv:8:13");
}

TEST_CASE("CSV: a byte order mark, CRLF, a lone CR and no break at the end are accepted") {
  CHECK(refusals_of_csv("\xEF\xBB\xBF" + head + "P.1,one,400,M.,D.,H.").empty());
  CHECK(refusals_of_csv("code,name,status,message,description,handling_measure\r\nP.1,one,400,M.,D.,H.\r\n").empty());
  CHECK(refusals_of_csv("code,name,status,message,description,handling_measure\rP.1,one,400,M.,D.,H.\r").empty());
}
