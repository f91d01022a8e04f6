// SPDX-License-Identifier: Apache-2.0
// Collecting and printing diagnostics.
#include "diagnostics.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <algorithm>
#include <functional>

using namespace errcat::tool;

TEST_CASE("diagnostics are printed in the order of their positions, and those of one position as they came") {
  diagnostics found;
  found.error({"b", 1, 1}, "last");
  found.warning({"a", 2, 1}, "second");
  found.error({"a", 2, 1}, "third");
  found.error({"a", 1, 9}, "first");
  CHECK(printed(found) ==
        "a:1:9: error: first\n"
        "a:2:1: warning: second\n"
        "a:2:1: error: third\n"
        "b:1:1: error: last\n");
}

TEST_CASE("errors and warnings are counted apart") {
  diagnostics found;
  CHECK(found.ok());
  found.warning({"a"}, "w");
  CHECK(found.ok());
  found.error({"a"}, "e");
  CHECK_FALSE(found.ok());
  CHECK(found.errors() == 1);
  CHECK(found.warnings() == 1);
}

TEST_CASE("what another run found is added as warnings") {
  diagnostics other;
  other.error({"a"}, "e");
  other.warning({"a"}, "w");
  diagnostics found;
  found.add_as_warnings(other);
  CHECK(found.ok());
  CHECK(printed(found) == "a:1:1: warning: e\na:1:1: warning: w\n");
}

TEST_CASE("of warnings that differ only in numbers and quotations, ten are printed and the others counted") {
  const auto lines_of = [](int count, const std::function<std::string(char)>& text) {
    diagnostics found;
    for (int i = 0; i != count; ++i)
      found.warning({"a", 1, static_cast<std::uint32_t>(i)}, text(static_cast<char>('a' + i)));
    return printed(found);
  };
  const auto count_of = [&](const std::function<std::string(char)>& text) {
    return std::ranges::count(lines_of(20, text), '\n');
  };
  const auto quoted = [](char c) { return std::string("'") + c + '\''; };
  CHECK(count_of([&](char c) { return quoted(c) + " isn't one"; }) == 11);
  CHECK(count_of([&](char c) { return "it's " + quoted(c) + ", (" + quoted(c) + ')' + std::to_string(c); }) == 11);
  CHECK(count_of([&](char c) { return std::string(1, c) + " is " + quoted('x'); }) == 20);
  CHECK(count_of([&](char c) { return quoted('x') + ' ' + c; }) == 20);
  CHECK(count_of([&](char c) { return std::string("isn't ") + c + " and isn't"; }) == 20);

  const auto same = [&](char c) { return "odd " + quoted(c); };
  CHECK(std::ranges::count(lines_of(11, same), '\n') == 11);
  CHECK(lines_of(11, same).ends_with("a:1:10: warning: odd 'k'\n"));
  CHECK(lines_of(12, same).ends_with("a:1:9: warning: odd 'j'\na:1:10: warning: and 2 more like this\n"));
}

TEST_CASE("a workflow command has the line and the column that are known") {
  const auto command = [](const position& at) {
    diagnostics found;
    found.error(at, "e");
    std::ostringstream out;
    found.print(out, report_format::github);
    return out.str();
  };
  CHECK(command({"a", 0, 0}) == "::error file=a::e\n");
  CHECK(command({"a", 1, 0}) == "::error file=a,line=1::e\n");
  CHECK(command({"a", 2, 1}) == "::error file=a,line=2,col=1::e\n");
}
