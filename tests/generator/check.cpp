// SPDX-License-Identifier: Apache-2.0
// The rules of a catalog. bad_input.cpp has an example of each error.
#include "check.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <algorithm>

using namespace std::string_literals;

namespace {

using errcat::tool::diagnostics;

/// Returns what the reader and the rules report about the rows of a CSV file.
std::string refusals(const std::string& rows, const errcat::tool::csv_header& header = {"n", "P", "", "s"}) {
  diagnostics found;
  const std::string text = "code,name,status,message,description,handling_measure,retired\n" + rows;
  const auto subject = errcat::tool::read_csv("c.csv", text, header, found).value();
  check(subject, found);
  return printed(found);
}

}  // namespace

TEST_CASE("a catalog that keeps the rules has no errors") {
  CHECK(refusals("P.1,one,400,M.,D.,H.,\nP.2,two,599,M.,,,true\nP.4294967295,three,100,M.,D.,H.,false\n").empty());
  CHECK(refusals("P.1,one,400,M.,D.,H.,\n", {"a::b", "P", "MIT OR (Apache-2.0 AND X+)", "s"}).empty());
}

TEST_CASE("a status has three digits, and is at least 100") {
  for (const char* status : {"099", "012", "600", "40", "4000", "40x", "+40"}) {
    CHECK(refusals(std::string("P.1,one,") + status + ",M.,D.,H.,\n") ==
          "c.csv:2:9: error: invalid status '" + std::string(status) + "'; expected an HTTP status, 100 to 599\n");
  }
}

TEST_CASE("a catalog with an error is not checked, whether the reader found it or a rule") {
  const auto is_checked = [](const std::string& text) {
    diagnostics found;
    const auto subject = errcat::tool::read_csv("c.csv", text, {"n", "P", "", "s"}, found).value();
    return check(subject, found).has_value();
  };
  const std::string columns = "code,name,status,message,description,handling_measure\n";
  CHECK(is_checked(columns + "P.1,one,400,M.,,\n"));
  CHECK_FALSE(is_checked(columns + "P.1,one,999,M.,,\n"));
  CHECK_FALSE(is_checked(columns + "P.1,one,400,M.,,\nP.2,two,400\n"));
  CHECK_FALSE(is_checked(columns));
}

TEST_CASE("a catalog made without a reader is not checked if a cell is missing") {
  errcat::tool::catalog subject;
  diagnostics found;
  CHECK_FALSE(check(subject, found));
  subject.name_space.text = "n";
  subject.source.text = "s";
  subject.rows.resize(1);
  auto& r = subject.rows[0];
  const auto is_checked = [&] {
    diagnostics again;
    return check(subject, again).has_value();
  };
  for (errcat::tool::cell* c : {&r.code, &r.name, &r.status, &r.message}) {
    CHECK_FALSE(is_checked());
    c->text = c == &r.status ? "400" : c == &r.name ? "one" : "C";
  }
  CHECK(is_checked());
}

TEST_CASE("a prefix and a license may hold certain characters only") {
  const std::string digits_and_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (int byte = 0x20; byte != 0x7F; ++byte) {
    const char c = static_cast<char>(byte);
    const auto is_refused = [&](const errcat::tool::csv_header& header, const char* what) {
      return refusals("P.1,one,400,M.,D.,H.,\n", header).find(what) != std::string::npos;
    };
    const auto among = [&](const std::string& characters) { return characters.find(c) != std::string::npos; };
    INFO(c);
    CHECK(is_refused({"n", {c}, "", "s"}, "invalid prefix") == !among(digits_and_letters + "._-"));
    CHECK(is_refused({"n", "P", {c}, "s"}, "invalid license") == !among(digits_and_letters + "-.+ ()"));
  }
}

TEST_CASE("the media type of bodies is one that can be a header") {
  const auto refusal = [](const std::string& type) {
    return refusals("P.1,one,400,M.,D.,H.,\n", {.name_space = "n", .prefix = "P", .source = "s", .media_type = type});
  };
  for (const char* type : {"application/json", "application/problem+json", "text/x.y-z", "a/b ;c=~", "!#$%&'*+/^_`|~",
                           "application/json;charset=utf-8", "application/json ; charset=\"utf-8\""}) {
    CHECK(refusal(type).empty());
  }
  CHECK(refusal("json") ==
        "c.csv:1:1: error: invalid media type 'json'; expected one such as 'application/problem+json'\n");
  for (const std::string type : {"json", "application/", "/json", "a/b/c", "a b/c", "application/json\r\nX: y", " a/b",
                                 "a/\u00E9", ";a/b", "a/b; c=\u00E9", "a/b; c=\x7F", "a/b;\t"}) {
    INFO(type);
    CHECK(refusal(type).find("c.csv:1:1: error: invalid media type '") != std::string::npos);
  }
}

TEST_CASE("the address of the source is a web page") {
  const auto with_url = [](const std::string& url) {
    return refusals("P.1,one,400,M.,D.,H.,\n", {.name_space = "n", .prefix = "P", .source = "s", .source_url = url});
  };
  for (const char* url : {"https://example.org", "http://example.org/a.html?b=c#d", "http://a", "https://a/~b", ""}) {
    CHECK(with_url(url).empty());
  }
  for (const char c : "\"<>\\^`{|} \x7F"s) CHECK_FALSE(with_url("https://a/" + std::string(1, c)).empty());
  for (const std::string url :
       {"javascript:alert(1)", "data:text/html,x", "example.org", "https://", "https:///a", " https://a", "https://a b",
        "https://a\"b", "https://a<b", "https://\u00E9", "HTTPS://a", "//a"}) {
    INFO(url);
    CHECK(with_url(url) ==
          "c.csv:1:1: error: invalid source_url '" + url + "'; expected an address that begins with 'https://'\n");
  }
}

TEST_CASE("a group is one line without spaces around it") {
  const auto with_group = [](const std::string& group) {
    diagnostics found;
    const std::string text =
        "code,name,status,message,description,handling_measure,group\nP.1,one,400,M.,,,\"" + group + "\"\n";
    const auto subject = errcat::tool::read_csv("c.csv", text, {"n", "P", "", "s"}, found).value();
    check(subject, found);
    return printed(found);
  };
  CHECK(with_group("Disks and files").empty());
  CHECK(with_group("").empty());
  CHECK(with_group(" Disks") ==
        "c.csv:2:18: error: invalid group ' Disks'; expected one line without spaces around it\n");
  CHECK_FALSE(with_group("Disks ").empty());
  CHECK_FALSE(with_group("Disks\nfiles").empty());
}

TEST_CASE("a body that is not a template is refused") {
  CHECK(refusals("P.1,one,400,M.,D.,H.,\n", {.name_space = "n", .prefix = "P", .source = "s", .body = "{}"}) ==
        "c.csv:1:1: error: body has no '{code}' in a string\n"
        "c.csv:1:1: error: body has no strings '{message}'; expected exactly one\n");
}

TEST_CASE("the name of a standard error category is refused as a prefix and as a named catalog's namespace") {
  const std::string end = " is the name of a standard error category; choose another\n";
  for (const std::string name : {"system", "generic", "iostream", "future"}) {
    INFO(name);
    CHECK(refusals(name + ".1,one,400,M.,D.,H.,\n", {"n", name, "", "s"}) ==
          "c.csv:1:1: error: prefix '" + name + "'" + end);
    CHECK(refusals("one,one,400,M.,D.,H.,\n", {name, "", "", "s"}) ==
          "c.csv:1:1: error: namespace '" + name + "'" + end);
    // Elsewhere these are names like any other.
    CHECK(refusals("P.1," + name + ",400,M.,D.,H.,\n", {"n::" + name, "P", "", "s"}).empty());
    CHECK(refusals(name + ",one,400,M.,D.,H.,\n", {"n::" + name, "", "", "s"}).empty());
    CHECK(refusals(name + "s.1,one,400,M.,D.,H.,\n", {"n", name + "s", "", "s"}).empty());
  }
  CHECK(refusals("P.1,one,400,M.,D.,H.,\n", {"future", "P", "", "s"}).empty());
}

TEST_CASE("an outermost namespace that belongs to others is refused") {
  const auto refusal = [](const std::string& name_space) {
    return refusals("P.1,one,400,M.,D.,H.,\n", {name_space, "P", "", "s"});
  };
  for (const std::string outer : {"std", "std2", "std0123456789", "posix", "_n"}) {
    const std::string text =
        "c.csv:1:1: error: namespace '" + outer + "' is reserved by the C++ standard; choose another\n";
    CHECK(refusal(outer) == text);
    CHECK(refusal(outer + "::n") == text);
    CHECK(refusal("n::" + outer).empty());
  }
  const char* const ours = "c.csv:1:1: error: namespace 'errcat' belongs to the errcat library; choose another\n";
  CHECK(refusal("errcat") == ours);
  CHECK(refusal("errcat::n") == ours);
  for (const char* other : {"n::errcat", "stdx", "std_2", "errcats", "posix2"}) CHECK(refusal(other).empty());
}

TEST_CASE("codes of a named catalog are any string, and a name may be the enumerator of its own row") {
  const errcat::tool::csv_header named{"n", "", "", "s"};
  CHECK(refusals("Access.Denied,one,400,M.,D.,H.,\n404,two,400,M.,D.,H.,\n", named).empty());
  CHECK(refusals("same,same,400,M.,D.,H.,\n", named).empty());
  CHECK(refusals("A-B,A_B,400,M.,D.,H.,\n", named).empty());
}

TEST_CASE("one run reports the errors of the reader and of the rules, each once") {
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
      "c.yaml:5:5: error: missing key 'name'\n"
      "c.yaml:5:17: error: unknown key 'hint'. Keys of a row: code, name, status, message, description, "
      "handling_measure, group, retired, proposed, note, value\n"
      "c.yaml:6:12: error: invalid code 'Q.2'; expected 'P.' and digits\n"
      "c.yaml:6:23: error: invalid name 'class'; expected a C++ identifier that is not a keyword, a macro or reserved\n"
      "c.yaml:6:38: error: invalid status '999'; expected an HTTP status, 100 to 599\n"
      "c.yaml:6:52: error: message is empty\n");
}

TEST_CASE("empty codes and names are not duplicates of each other") {
  const std::string all = refusals("P.1,,400,M.,D.,H.,\nP.2,,400,M.,D.,H.,\n");
  CHECK(std::ranges::count(all, '\n') == 2);
  CHECK(all.find("duplicate") == std::string::npos);
}

TEST_CASE("codes without a number are not codes with the same number") {
  CHECK(refusals("P.x,one,400,M.,D.,H.,\nP.y,two,400,M.,D.,H.,\n") ==
        "c.csv:2:1: error: invalid code 'P.x'; expected 'P.' and digits\n"
        "c.csv:3:1: error: invalid code 'P.y'; expected 'P.' and digits\n");
}

TEST_CASE("a source that is missing is not an invalid one, too") {
  diagnostics found;
  const std::string rows = "errors:\n  - {code: P.1, name: one, status: 400, message: M.}\n";
  const auto subject = errcat::tool::read_yaml("c.yaml", "namespace: n\nprefix: P\nlicense: MIT\n" + rows, found);
  REQUIRE(subject);
  check(*subject, found);
  CHECK(printed(found) == "c.yaml:1:1: error: missing key 'source'\n");
}

TEST_CASE("of several control characters in a text, the first one is reported") {
  CHECK(refusals("P.1,one,400,\"\t\a\",D.,H.,\n") ==
        "c.csv:2:13: error: control character U+0009; only printable text and line breaks are allowed\n");
}

TEST_CASE("one run reports every error, in the order of the file") {
  const std::string all = refusals("P.1,if,1,,D.,H.,\nP.1,if,1,,D.,H.,\n");
  CHECK(std::ranges::count(all, '\n') == 8);
  CHECK(all.starts_with("c.csv:2:5: error: invalid name"));
  CHECK(all.find("c.csv:2:10: error: message is empty") < all.find("c.csv:3:1: error: duplicate code"));
}

TEST_CASE("a code with invisible characters or blanks at its ends is refused, and shown") {
  const std::string row = ",one,400,M.,D.,H.,\n";
  const std::pair<const char*, const char*> codes[] = {{"A\u00A0B", "AU+00A0B"}, {"A\u00AD", "AU+00AD"},
                                                       {"\u200BA", "U+200BA"},   {"A\u200F", "AU+200F"},
                                                       {"A\u2060B", "AU+2060B"}, {"A\uFEFF", "AU+FEFF"}};
  for (const auto& [code, shown] : codes) {
    CHECK(refusals(code + row) ==
          "c.csv:2:1: error: invisible characters in code '" + std::string(shown) + "'; remove them\n");
  }
  for (const std::string code : {" A", "A "}) {
    CHECK(refusals(code + row) == "c.csv:2:1: error: leading or trailing space in code '" + code + "'; remove it\n");
  }
  CHECK(refusals("P.1\u200B,one,400,M.,D.,H.,\n").find("invalid code") == std::string::npos);
}
