// SPDX-License-Identifier: Apache-2.0
// Standard output, error and input of the running test.
#pragma once

#include "support/catch.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>

/// Captures what is printed to std::cout and std::cerr while it lives. Standard output is not a terminal meanwhile.
class captured_output {
public:
  captured_output() : out_before_(std::cout.rdbuf(out_.rdbuf())), err_before_(std::cerr.rdbuf(err_.rdbuf())) {
    std::fflush(stdout);
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(null, STDOUT_FILENO);
    close(null);
  }
  ~captured_output() {
    std::cout.clear();
    std::cout.rdbuf(out_before_);
    std::cerr.rdbuf(err_before_);
    dup2(stdout_before_, STDOUT_FILENO);
    close(stdout_before_);
  }
  captured_output(const captured_output&) = delete;
  captured_output& operator=(const captured_output&) = delete;

  [[nodiscard]] std::string out() const { return out_.str(); }
  [[nodiscard]] std::string err() const { return err_.str(); }

private:
  std::ostringstream out_;
  std::ostringstream err_;
  std::streambuf* out_before_;
  std::streambuf* err_before_;
  int stdout_before_ = dup(STDOUT_FILENO);
};

/// Makes a file the standard input while it lives.
class input_from {
public:
  explicit input_from(const std::filesystem::path& file) {
    const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    dup2(opened, STDIN_FILENO);
    close(opened);
    std::clearerr(stdin);
  }
  ~input_from() {
    dup2(before_, STDIN_FILENO);
    close(before_);
    std::clearerr(stdin);
  }
  input_from(const input_from&) = delete;
  input_from& operator=(const input_from&) = delete;

private:
  int before_ = dup(STDIN_FILENO);
};

/// Makes a terminal the standard output while it lives.
class terminal_output {
public:
  terminal_output() {
    REQUIRE(grantpt(master_) == 0);
    REQUIRE(unlockpt(master_) == 0);
    const int terminal = open(ptsname(master_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(terminal >= 0);
    dup2(terminal, STDOUT_FILENO);
    close(terminal);
  }
  ~terminal_output() {
    dup2(before_, STDOUT_FILENO);
    close(before_);
    close(master_);
  }
  terminal_output(const terminal_output&) = delete;
  terminal_output& operator=(const terminal_output&) = delete;

  static void set_columns(unsigned short columns) {
    winsize size{};
    size.ws_col = columns;
    ioctl(STDOUT_FILENO, TIOCSWINSZ, &size);
  }

private:
  int before_ = dup(STDOUT_FILENO);
  int master_ = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
};
