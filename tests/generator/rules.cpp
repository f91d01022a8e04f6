// SPDX-License-Identifier: Apache-2.0
// The rules that are only warned about: their names, and how they are allowed to be broken.
#include "rules.hpp"

#include "commands.hpp"
#include "usage.hpp"
#include "warn.hpp"
#include "write.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <unistd.h>
#include <algorithm>
#include <set>
#include <sstream>
#include <string>

using namespace errcat::tool;

namespace {

/// Returns a catalog that breaks no-punctuation and repeated-space in each of two rows. `key` is a line of its own.
std::string odd(const std::string& key = "") {
  return "namespace: n\nsource: s\nprefix: P\n" + key +
         "errors:\n"
         "  - {code: P.1, name: one, status: 400, message: A  b}\n"
         "  - {code: P.2, name: two, status: 400, message: C  d}\n";
}

struct strict_outcome {
  exit_status status;
  std::string err;
};

strict_outcome checked_strictly(const std::string& text, const std::vector<std::string>& allowed = {}) {
  const auto file = scratch("rules-" + std::to_string(getpid())) / "c.yaml";
  put(file, text);
  check_options options;
  options.catalog = file.string();
  options.strict = true;
  options.allow = allowed;
  std::ostringstream err;
  const exit_status status = run_check(options, err);
  std::string lines = err.str();
  for (std::size_t i = lines.find(options.catalog); i != std::string::npos; i = lines.find(options.catalog)) {
    lines.erase(i, options.catalog.size());
  }
  return {status, lines};
}

const std::string spaces = " warning: several spaces in a row; use one [repeated-space]\n";
const std::string unended = " warning: message does not end with punctuation; write a sentence [no-punctuation]\n";

}  // namespace

TEST_CASE("rules: each has a name, by which it is found, and an explanation") {
  const std::vector<std::string_view> names = rule_names();
  CHECK(std::ranges::is_sorted(names));
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
  for (const std::string_view name : names) {
    INFO(name);
    const std::optional<rule> found = find_rule(name);
    REQUIRE(found);
    CHECK(name_of(*found) == name);
    CHECK(explanation_of(*found).size() > 50);
    CHECK(explanation_of(*found).ends_with(".\n"));
  }
  CHECK_FALSE(find_rule("no-such-rule"));
  CHECK_FALSE(find_rule(""));
}

TEST_CASE("rules: a catalog that breaks each rule is warned with the name of each") {
  diagnostics found;
  const auto subject = read_yaml("c.yaml",
                                 "namespace: n\nsource: s\nerrors:\n"
                                 "  - {code: P.1, name: INFINITE, status: 200, message: '-', handling_measure: '-'}\n"
                                 "  - {code: P.02, name: two, status: 400, message: '**A**  ', proposed: true}\n"
                                 "  - code: P.03\n    name: three\n    status: 400\n    message: Order #7 is empty.\n",
                                 found);
  REQUIRE(subject);
  warn(*subject, found);
  catalog numbered = *subject;
  numbered.prefix = {"P", {"c.yaml"}};
  warn(numbered, found);
  const std::string all = printed(found);
  INFO(all);
  for (const std::string_view name : rule_names()) {
    INFO(name);
    CHECK(all.find(" [" + std::string(name) + "]\n") != std::string::npos);
  }
}

TEST_CASE("rules: the key 'allow' of a catalog takes a rule or a list of them") {
  CHECK(checked_strictly(odd()).err == ":5:50:" + spaces + ":5:50:" + unended + ":6:50:" + spaces + ":6:50:" + unended);
  CHECK(checked_strictly(odd()).status == failure);
  const auto one = checked_strictly(odd("allow: no-punctuation\n"));
  CHECK(one.err == ":6:50:" + spaces + ":7:50:" + spaces);
  CHECK(one.status == failure);
  for (const char* key :
       {"allow: [no-punctuation, repeated-space]\n", "allow:\n- repeated-space\n- no-punctuation\n"}) {
    const auto both = checked_strictly(odd(key));
    CHECK(both.err.empty());
    CHECK(both.status == success);
  }
  CHECK(checked_strictly(odd("allow: []\n")).status == failure);
}

TEST_CASE("rules: an option allows a rule, too, and the two add up") {
  CHECK(checked_strictly(odd(), {"repeated-space", "no-punctuation"}).status == success);
  CHECK(checked_strictly(odd("allow: repeated-space\n"), {"no-punctuation"}).status == success);
  CHECK(checked_strictly(odd("allow: repeated-space\n"), {"repeated-space"}).status == failure);
}

TEST_CASE("rules: a name that is not one is refused, with the nearest") {
  std::string names;
  for (const std::string_view name : rule_names()) names.append(names.empty() ? "" : ", ").append(name);
  const std::string message = "unknown rule 'no-punctation'; did you mean 'no-punctuation'? Rules: " + names;
  CHECK(checked_strictly(odd("allow: [repeated-space, no-punctation]\n")).err ==
        ":4:25: error: " + message + "\n:6:50:" + unended + ":7:50:" + unended);
  CHECK_THROWS_WITH(checked_strictly(odd(), {"no-punctation"}), message);
  CHECK(checked_strictly(odd("allow: {a: b}\n")).err.starts_with(":4:8: error: found a map; expected a string\n"));
  CHECK(checked_strictly(odd("allow: [[a], ~]\n")).err.starts_with(":4:9: error: found a list; expected a string\n"));
  CHECK(checked_strictly(odd("allow:\n")).err.starts_with(":4:7: error: missing value"));
}

TEST_CASE("rules: an error is never allowed") {
  CHECK(checked_strictly(odd("allow: no-punctuation\nallow: repeated-space\n")).err ==
        ":5:1: error: duplicate key 'allow'\n");
}

TEST_CASE("rules: one is explained by its name") {
  std::ostringstream out;
  CHECK(explain_rule("placeholder", out) == success);
  CHECK(out.str() == explanation_of(rule::placeholder));
  CHECK_THROWS_AS(explain_rule("placeholders are bad", out), usage_error);
}

TEST_CASE("rules: of the warnings of one rule ten are printed, and how many more there are") {
  diagnostics found;
  for (std::uint32_t i = 0; i != 13; ++i) {
    found.warning(rule::markup, {"c", 1, i + 1}, "text " + std::string(i, 'x'));
  }
  const std::string all = printed(found);
  CHECK(std::ranges::count(all, '\n') == 11);
  CHECK(all.ends_with("c:1:11: warning: and 3 more like this [markup]\n"));
}

TEST_CASE("rules: a catalog written again allows the same") {
  diagnostics found;
  const auto subject = read_yaml("c.yaml", odd("allow: [markup, no-punctuation]\n"), found);
  const auto again = read_yaml("c.yaml", write_yaml(subject.value()), found);
  REQUIRE(again);
  REQUIRE(again->allow.size() == 2);
  CHECK(again->allow[0].text == "markup");
  CHECK(again->allow[1].text == "no-punctuation");
  CHECK(found.ok());
}
