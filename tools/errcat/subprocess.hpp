// SPDX-License-Identifier: Apache-2.0
// Runs another program and captures its output.
#pragma once

#include <string>
#include <vector>

namespace errcat::tool {

struct program_output {
  int status;  // exit status; 128 + N: ended by signal N; -1: no such program
  std::string out;
};

/// Runs `arguments[0]`, searched in PATH, without a shell. Standard error is inherited. Throws std::system_error if the
/// system cannot start a process.
[[nodiscard]] program_output run_program(std::vector<std::string> arguments);

}  // namespace errcat::tool
