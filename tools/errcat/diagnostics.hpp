// SPDX-License-Identifier: Apache-2.0
// Errors and warnings about an input: collected during a run and printed together, sorted by position.
#pragma once

#include "position.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

enum class report_format {
  text,    // "img.yaml:12:5: error: ..."
  github,  // workflow commands, which GitHub shows at the lines of a pull request
};

class diagnostics {
public:
  /// Adds an error. `text` states the problem first, then a remedy if one helps.
  void error(const position& at, std::string text);

  /// Adds a warning, about something legal but suspicious.
  void warning(const position& at, std::string text);

  /// Adds the errors and warnings of another run.
  void add(const diagnostics& other);

  /// Adds the errors and warnings of another run, all as warnings.
  void add_as_warnings(const diagnostics& other);

  /// True if there is no error.
  [[nodiscard]] bool ok() const noexcept { return errors_ == 0; }
  [[nodiscard]] std::size_t errors() const noexcept { return errors_; }
  [[nodiscard]] std::size_t warnings() const noexcept { return list_.size() - errors_; }

  /// Prints a line for each: "img.yaml:12:5: error: ...". Of warnings that differ only in what they quote, the first
  /// ten are printed, and how many more there are.
  void print(std::ostream& out, report_format format = report_format::text) const;

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
