// SPDX-License-Identifier: Apache-2.0
// Runs another program and takes what it prints.
#pragma once

#include <string>
#include <vector>

namespace errcat::tool {

struct program_output {
  int status;  // of its exit; 128 and more: ended by a signal; -1: there is no such program
  std::string out;
};

/// Runs `arguments[0]`, found as a shell finds it, without a shell. Its messages go where ours go. Throws
/// std::system_error where the machine cannot start any program.
[[nodiscard]] program_output run_program(std::vector<std::string> arguments);

}  // namespace errcat::tool
