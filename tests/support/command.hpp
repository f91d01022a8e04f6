// SPDX-License-Identifier: Apache-2.0
// Runs a program as its user would.
#pragma once

#include "file.hpp"

#include <filesystem>
#include <string>

struct command_result {
  int status;  // the exit status; 128 and more: ended by a signal
  std::string out;
  std::string err;
};

/// Runs `line` in a shell, without standard input.
[[nodiscard]] command_result run(const std::string& line);

/// Quotes `text` as one word for a shell.
[[nodiscard]] std::string word(const std::filesystem::path& text);
