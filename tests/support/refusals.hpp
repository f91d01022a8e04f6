// SPDX-License-Identifier: Apache-2.0
// What the readers and the checks say of a text.
#pragma once

#include "check.hpp"
#include "diagnostics.hpp"
#include "read.hpp"

#include <sstream>
#include <string>
#include <string_view>

[[nodiscard]] inline std::string printed(const errcat::tool::diagnostics& found) {
  std::ostringstream out;
  found.print(out);
  return out.str();
}

/// Of the reader alone.
[[nodiscard]] inline std::string refusals_of_yaml(std::string_view text) {
  errcat::tool::diagnostics found;
  (void)errcat::tool::read_yaml("c.yaml", text, found);
  return printed(found);
}

/// Of the reader alone.
[[nodiscard]] inline std::string refusals_of_csv(std::string_view text) {
  errcat::tool::diagnostics found;
  (void)errcat::tool::read_csv("c.csv", text, {"n", "P", "", "s"}, found);
  return printed(found);
}
