// SPDX-License-Identifier: Apache-2.0
// Errors and warnings about an input: collected during a run and printed together, sorted by position.
#pragma once

#include "position.hpp"
#include "rules.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
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

  /// Adds a warning about a broken rule, and names the rule. Adds nothing if breaking it is allowed.
  void warning(rule broken, const position& at, std::string text);

  /// Drops the warnings about a rule that are added later.
  void allow(rule broken);

  /// Adds the errors and warnings of another run.
  void add(const diagnostics& other);

  /// Adds the errors and warnings of another run, all as warnings.
  void add_as_warnings(const diagnostics& other);

  /// True if there is no error.
  [[nodiscard]] bool ok() const noexcept { return errors_ == 0; }
  [[nodiscard]] std::size_t errors() const noexcept { return errors_; }
  [[nodiscard]] std::size_t warnings() const noexcept { return list_.size() - errors_; }

  /// Prints a line for each: "img.yaml:12:5: warning: ... [no-punctuation]". Of warnings of one rule, or that differ
  /// only in what they quote, the first ten are printed, and how many more there are.
  void print(std::ostream& out, report_format format = report_format::text) const;

private:
  struct diagnostic {
    position at;
    std::string_view severity;
    std::string text;
    std::optional<rule> broken{};
  };

  void add(diagnostic added);
  static std::string kind_of(const diagnostic& subject);

  std::vector<diagnostic> list_;
  std::vector<rule> allowed_;
  std::size_t errors_ = 0;
};

}  // namespace errcat::tool
