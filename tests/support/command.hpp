// SPDX-License-Identifier: Apache-2.0
// Runs a program as its user would.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

struct command_result {
  int status;  // of the exit; 128 and more: ended by a signal
  std::string out;
  std::string err;
};

/// Runs `line` in a shell, without standard input.
[[nodiscard]] command_result run(const std::string& line);

/// An empty folder of the running test's own, below the build folder.
[[nodiscard]] std::filesystem::path scratch(std::string_view name);

/// `text` as one word of a shell.
[[nodiscard]] std::string word(const std::filesystem::path& text);

void put(const std::filesystem::path& file, std::string_view bytes);
[[nodiscard]] std::string get(const std::filesystem::path& file);
