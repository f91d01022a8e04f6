// SPDX-License-Identifier: Apache-2.0
// The rules whose violations are only warnings: their names, and why each exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

enum class rule : unsigned char {
  comment_in_text,
  foreign_macro,
  markup,
  mixed_width,
  no_prefix,
  no_punctuation,
  placeholder,
  proposed_name,
  repeated_message,
  repeated_space,
  success_status,
  surrounding_space,
};

/// Returns the name that `--allow` and the key `allow` take: "no-punctuation".
[[nodiscard]] std::string_view name_of(rule subject);

/// Returns what the rule wants and why, in lines.
[[nodiscard]] std::string_view explanation_of(rule subject);

/// Finds a rule by its name.
[[nodiscard]] std::optional<rule> find_rule(std::string_view name);

/// Returns a message that `name` is not a rule, with the nearest name and all names.
[[nodiscard]] std::string unknown_rule(std::string_view name);

/// Returns the names of all rules, sorted.
[[nodiscard]] std::vector<std::string_view> rule_names();

}  // namespace errcat::tool
