// SPDX-License-Identifier: Apache-2.0
// Warnings about rows that break no rule. taken_names.cpp tests the macros of other headers.
#include "warn.hpp"
#include "check.hpp"
#include "proposal.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

using errcat::tool::diagnostics;

namespace {

/// Returns the warnings about a catalog whose only row has these fields.
std::string text_warnings(const std::string& message, const std::string& description, const std::string& measure) {
  errcat::tool::catalog subject;
  auto& r = subject.rows.emplace_back();
  r.message = {message, {"m"}};
  r.description = {description, {"d"}};
  r.handling_measure = {measure, {"h"}};
  diagnostics found;
  warn(subject, found);
  CHECK(found.ok());
  return printed(found);
}

}  // namespace

TEST_CASE("legal but suspicious rows are warned about") {
  const auto warnings = [](const std::string& rows, const std::string& prefix) {
    diagnostics found;
    const std::string text = "code,name,status,message,description,handling_measure,note\n" + rows;
    warn(errcat::tool::read_csv("c.csv", text, {"n", prefix, "", "s"}, found).value(), found);
    CHECK(found.errors() == 0);
    return printed(found);
  };
  CHECK(warnings("P.1,one,400,M.,D.,H.,a note\n", "P").empty());
  CHECK(warnings("P.1,one,400,**M**,``D``,a<br>b,\n", "P") ==
        "c.csv:2:13: warning: markup '**' in plain text [markup]\n"
        "c.csv:2:13: warning: message does not end with punctuation; write a sentence [no-punctuation]\n"
        "c.csv:2:19: warning: markup '``' in plain text [markup]\n"
        "c.csv:2:25: warning: markup '<br' in plain text [markup]\n");
  CHECK(warnings("P.1,one,400,M.,-,M.,\n", "P") ==
        "c.csv:2:16: warning: placeholder '-'; use an empty string [placeholder]\n"
        "c.csv:2:18: warning: handling measure repeats the message; describe what to do [repeated-message]\n");
  CHECK(warnings("P.1,one,400,A  b.,D. ,\"a \nb\",\n", "P") ==
        "c.csv:2:13: warning: several spaces in a row; use one [repeated-space]\n"
        "c.csv:2:19: warning: leading or trailing space [surrounding-space]\n"
        "c.csv:2:23: warning: leading or trailing space [surrounding-space]\n");
  CHECK(warnings("P.1,one,400, M.,D.,H.,\n", "P") ==
        "c.csv:2:13: warning: leading or trailing space [surrounding-space]\n");
  CHECK(
      warnings("P.1,one,400,M.,D.,H.,\"" + std::string(errcat::tool::old_proposal_note) + "\"\n", "P") ==
      "c.csv:2:5: warning: name 'one' is proposed; confirm it by deleting 'proposed', or change it [proposed-name]\n");
  CHECK(warnings("P.1,one,400,M.,D.,H.,\nP.2,two,400,M.,D.,H.,\n", "") ==
        "c.csv:1:1: warning: no prefix, although every code is 'P.' and a number; with the prefix, the numbers become "
        "the enumerators' values [no-prefix]\n");
  CHECK(warnings("P.1,one,400,M.,D.,H.,\nQ.2,two,400,M.,D.,H.,\n", "").empty());
  CHECK(warnings("\x1B[31mP.1,one,400,M.,D.,H.,\n", "") ==
        "c.csv:1:1: warning: no prefix, although every code is 'U+001B[31mP.' and a number; with the prefix, the "
        "numbers become the enumerators' values [no-prefix]\n");
}

TEST_CASE("a proposed name is warned about until it is confirmed") {
  const auto warnings = [](const std::string& proposed) {
    diagnostics found;
    const std::string text = "code,name,status,message,description,handling_measure,proposed\nP.1,one,400,M.,D.,H.,";
    const auto subject = errcat::tool::read_csv("c.csv", text + proposed + "\n", {"n", "P", "", "s"}, found).value();
    check(subject, found);
    warn(subject, found);
    return printed(found);
  };
  CHECK(
      warnings("true") ==
      "c.csv:2:5: warning: name 'one' is proposed; confirm it by deleting 'proposed', or change it [proposed-name]\n");
  CHECK(warnings("false").empty());
  CHECK(warnings("").empty());
  CHECK(warnings("yes") == "c.csv:2:22: error: invalid value 'yes' for 'proposed'; expected 'true' or 'false'\n");
}

TEST_CASE("statuses that are not errors and codes of several widths are warned about") {
  const auto warnings = [](const std::string& rows) {
    diagnostics found;
    const auto subject = read_csv("c.csv", "code,name,status,message\n" + rows, {"n", "P", "", "s"}, found);
    warn(subject.value(), found);
    return printed(found);
  };
  CHECK(warnings("P.01,one,400,M.\nP.02,two,599,M.\n").empty());
  CHECK(warnings("P.01,one,202,M.\n") ==
        "c.csv:2:10: warning: status '202' is not one of an error, 400 to 599 [success-status]\n");
  CHECK(warnings("P.01,one,400,M.\nP.2,two,400,M.\nP.3,three,400,M.\n") ==
        "c.csv:3:1: warning: code 'P.2' has another number of digits than 'P.01'; write all with the same number "
        "[mixed-width]\n");
}

TEST_CASE("any markup in any text is warned about, once for each text") {
  for (const std::string mark : {"**", "``", "<br", "<b>", "</", "&lt;", "&gt;", "&amp;", "&nbsp;", "&quot;"}) {
    INFO(mark);
    const std::string end = ":1:1: warning: markup '" + mark + "' in plain text [markup]\n";
    CHECK(text_warnings(mark + ".", "a" + mark, mark) == "d" + end + "h" + end + "m" + end);
  }
  CHECK(text_warnings("<br>**a**.", "", "") == "m:1:1: warning: markup '**' in plain text [markup]\n");
  CHECK(text_warnings("a*b `c` a < b & c.", "<i>", "&apos;").empty());
}

TEST_CASE("blanks at the ends of lines, repeated blanks and a placeholder are warned about") {
  const std::string end = "d:1:1: warning: leading or trailing space [surrounding-space]\n";
  for (const char* text : {" a", "a ", "a \nb", " "}) CHECK(text_warnings("M.", text, "") == end);
  CHECK(text_warnings("M.", "a\n b", "\na\n").empty());
  CHECK(text_warnings("M.", "a  b", "") == "d:1:1: warning: several spaces in a row; use one [repeated-space]\n");
  CHECK(text_warnings("M.", "", "-") == "h:1:1: warning: placeholder '-'; use an empty string [placeholder]\n");
  CHECK(text_warnings("M.", "--", "- ").find("placeholder") == std::string::npos);
}

TEST_CASE("a message ends with punctuation and differs from the handling measure") {
  for (const char* message : {"", "M.", "M!", "M?"}) CHECK(text_warnings(message, "", "").empty());
  for (const char* message : {"M", "M:", "M.\"", "\u3002"}) {
    CHECK(text_warnings(message, "", "") ==
          "m:1:1: warning: message does not end with punctuation; write a sentence [no-punctuation]\n");
  }
  CHECK(text_warnings("M.", "M.", "M").empty());
  CHECK(text_warnings("", "", "").empty());
}

TEST_CASE("of statuses, those from 100 to 399 are warned about") {
  const auto is_warned_about = [](const char* status) {
    errcat::tool::catalog subject;
    subject.rows.emplace_back().status = {status, {"c"}};
    diagnostics found;
    warn(subject, found);
    return found.warnings() != 0;
  };
  for (const char* status : {"100", "200", "399"}) CHECK(is_warned_about(status));
  for (const char* status : {"", "99", "099", "400", "599", "1000", "20", "2000"}) CHECK_FALSE(is_warned_about(status));
}

TEST_CASE("only codes with numbers are compared in width, and a catalog may have no rows") {
  errcat::tool::catalog subject;
  diagnostics found;
  warn(subject, found);
  subject.prefix = {"P", {"c"}};
  warn(subject, found);
  for (const char* code : {"Q.1", "R.22"}) subject.rows.emplace_back().code = {code, {code}};
  subject.prefix = {};
  warn(subject, found);
  subject.prefix = {"", {"c"}};
  warn(subject, found);
  CHECK(printed(found).empty());
  subject.prefix = {"P", {"c"}};
  warn(subject, found);
  CHECK(found.warnings() == 1);
}

TEST_CASE("a catalog that states a prefix is not told to, and its names are compared with macros of other headers") {
  errcat::tool::catalog subject;
  subject.at = {"c"};
  subject.name_space = {"slots::emit", {"n"}};
  auto& r = subject.rows.emplace_back();
  r.code = {"P.1", {"c", 2, 3}};
  r.name = {"signals", {"c", 2, 9}};
  const auto warnings = [&] {
    diagnostics found;
    warn(subject, found);
    return printed(found);
  };
  const std::string end = " is a macro in Qt; a program that includes it cannot use the name [foreign-macro]\n";
  const std::string macros = "c:2:9: warning: name 'signals'" + end +
                             "n:1:1: warning: 'slots' in namespace 'slots::emit'" + end +
                             "n:1:1: warning: 'emit' in namespace 'slots::emit'" + end;
  CHECK(warnings() ==
        "c:1:1: warning: no prefix, although every code is 'P.' and a number; with the prefix, the numbers become the "
        "enumerators' values [no-prefix]\n" +
            macros);
  subject.prefix = {"", {"c"}};
  CHECK(warnings() == macros);
  r.code.text = "signals";  // the name is its own enumerator
  CHECK(warnings().starts_with("c:2:3: warning: enumerator 'signals' of code 'signals'" + end + "n:1:1:"));
}
