// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input: collected during a run, printed together, in the order of the places.
#pragma once

#include "position.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

class diagnostics {
public:
  /// `text` says what was found and what is expected.
  void error(const position& at, std::string text);

  /// Of what is allowed and most often not meant.
  void warning(const position& at, std::string text);

  /// Takes what another run found, errors and warnings, for warnings.
  void add_as_warnings(const diagnostics& other);

  /// Whether there is no error.
  [[nodiscard]] bool ok() const noexcept { return errors_ == 0; }
  [[nodiscard]] std::size_t errors() const noexcept { return errors_; }
  [[nodiscard]] std::size_t warnings() const noexcept { return list_.size() - errors_; }

  /// One line each: "img.yaml:12:5: error: ...".
  void print(std::ostream& out) const;

private:
  struct diagnostic {
    position at;
    const char* severity;
    std::string text;
  };
  std::vector<diagnostic> list_;
  std::size_t errors_ = 0;
};

}  // namespace errcat::tool
