// SPDX-License-Identifier: Apache-2.0
// Prints rows of error tables.
#pragma once

#include "error_table.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace errcat::tool {

/// How a program prints to where its output goes.
struct output_style {
  std::size_t width;  // columns; 0: lines are not wrapped
  bool colours;
  bool links;
  bool blank_lines;  // between entries
};

/// Returns what standard output can show: nothing special unless it is a terminal.
[[nodiscard]] output_style style_of_output();

/// A row to print, and what was asked for: an argument, a question, or the code as it is in the text.
struct answer {
  std::size_t row;
  std::string asked;
};

/// Prints each row with all its fields; with several tables also its source.
void print_explanations(const error_tables& tables, const std::vector<answer>& answers, const output_style& style,
                        std::ostream& out);

/// Prints a line for each row: its code and its message.
void print_lines(const error_tables& tables, const std::vector<answer>& answers, const output_style& style,
                 std::ostream& out);

void print_json(const error_tables& tables, const std::vector<answer>& answers, std::ostream& out);

}  // namespace errcat::tool
