// SPDX-License-Identifier: Apache-2.0
// What an interrupted program must not leave running or lying around.
#pragma once

#include <sys/types.h>
#include <csignal>

namespace errcat::tool {

/// Ends the process group of a `running_group` and removes the file of a `temporary_name`. Safe in a signal handler.
void clean_up() noexcept;

/// Makes the signals that end the program (hangup, interrupt, quit, terminate) first call clean_up(). A signal that the
/// caller ignores stays ignored.
void clean_up_after_signals() noexcept;

/// While it exists, the signals that end the program wait.
class held_signals {
public:
  held_signals() noexcept;
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;
  ~held_signals();

private:
  sigset_t before_{};
};

/// While it exists, a signal that ends the program also ends this process group. One at a time.
class running_group {
public:
  explicit running_group(pid_t group) noexcept;
  running_group(const running_group&) = delete;
  running_group& operator=(const running_group&) = delete;
  ~running_group();
};

/// While it exists, a signal that ends the program also removes this file. One at a time; `path` must outlive it.
class temporary_name {
public:
  explicit temporary_name(const char* path) noexcept;
  temporary_name(const temporary_name&) = delete;
  temporary_name& operator=(const temporary_name&) = delete;
  ~temporary_name();
};

}  // namespace errcat::tool
