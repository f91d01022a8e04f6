// SPDX-License-Identifier: Apache-2.0
// Runs programs as a user would.
#pragma once

#include "file.hpp"

#include <filesystem>
#include <string>

struct command_result {
  int status;  // exit status; 128 plus the signal if one ended it
  std::string out;
  std::string err;
};

/// Runs `line` in a shell, without standard input.
[[nodiscard]] command_result run(const std::string& line);

/// Quotes `text` as one word for a shell.
[[nodiscard]] std::string word(const std::filesystem::path& text);
