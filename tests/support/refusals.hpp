// SPDX-License-Identifier: Apache-2.0
// What readers and rules report, and catalogs that they accept.
#pragma once

#include "check.hpp"
#include "diagnostics.hpp"
#include "read.hpp"
#include "support/catch.hpp"

#include <sstream>
#include <string>
#include <string_view>

[[nodiscard]] inline std::string printed(const errcat::tool::diagnostics& found) {
  std::ostringstream out;
  found.print(out);
  return out.str();
}

/// Returns `subject` as the writers need it; fails the test if `check` finds an error.
[[nodiscard]] inline errcat::tool::checked_catalog checked(const errcat::tool::catalog& subject) {
  errcat::tool::diagnostics found;
  const auto result = check(subject, found);
  REQUIRE(printed(found).empty());
  return result.value();
}
errcat::tool::checked_catalog checked(const errcat::tool::catalog&& subject) = delete;  // would dangle

/// Returns what the reader reports; the rules are not checked.
[[nodiscard]] inline std::string refusals_of_yaml(std::string_view text) {
  errcat::tool::diagnostics found;
  (void)errcat::tool::read_yaml("c.yaml", text, found);
  return printed(found);
}

/// Returns what the reader reports; the rules are not checked.
[[nodiscard]] inline std::string refusals_of_csv(std::string_view text) {
  errcat::tool::diagnostics found;
  (void)errcat::tool::read_csv("c.csv", text, {"n", "P", "", "s"}, found);
  return printed(found);
}
