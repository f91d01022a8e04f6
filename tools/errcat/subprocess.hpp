// SPDX-License-Identifier: Apache-2.0
// Runs another program within limits, gives it an input, and captures its output.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

struct program_limits {
  std::chrono::seconds time{30};
  std::size_t memory = std::size_t{2} << 30U;    // address space, in bytes
  std::size_t output = std::size_t{256} << 20U;  // of standard output and standard error together, in bytes
};

struct program_output {
  enum class ending {
    exited,     // with `status`
    signalled,  // by the signal `status`
    not_found,  // no such program
    timed_out,  // ended at the time limit
    too_large,  // ended because its output exceeded the limit
  };
  ending how;
  int status;
  std::string out;
  std::string err;
};

/// Runs `arguments[0]`, searched in PATH, without a shell, with `input` as its standard input. It leads a process
/// group, which ends with it, at a limit, and with errcat. Throws std::system_error if the system cannot start a
/// process.
[[nodiscard]] program_output run_program(std::vector<std::string> arguments, std::string_view input,
                                         const program_limits& limits = {});

}  // namespace errcat::tool
