// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input: collected during a run, printed together, in the order of the places.
#pragma once

#include "catalog.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

class diagnostics {
public:
  /// `text` says what was found and what is expected.
  void error(const position& at, std::string text);

  [[nodiscard]] bool ok() const noexcept { return list_.empty(); }

  /// One line each: "img.yaml:12:5: error: ...".
  void print(std::ostream& out) const;

private:
  struct diagnostic {
    position at;
    std::string text;
  };
  std::vector<diagnostic> list_;
};

}  // namespace errcat::tool
