// SPDX-License-Identifier: Apache-2.0
// Signal handlers. They call only what POSIX allows in one: kill, unlink, signal and raise.
#include "interruption.hpp"

#include <unistd.h>
#include <atomic>
#include <csignal>

namespace errcat::tool {
namespace {

constexpr int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

std::atomic<pid_t> group_to_end{0};
std::atomic<const char*> file_to_remove{nullptr};
static_assert(std::atomic<pid_t>::is_always_lock_free && std::atomic<const char*>::is_always_lock_free);

void clean_up_and_end(int signal) {
  clean_up();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void clean_up() noexcept {
  if (const pid_t group = group_to_end; group != 0) kill(-group, SIGKILL);
  if (const char* const file = file_to_remove; file != nullptr) unlink(file);
}

void clean_up_after_signals() noexcept {
  for (const int signal : ending_signals) {
    if (std::signal(signal, clean_up_and_end) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

held_signals::held_signals() noexcept {
  sigset_t held{};
  sigemptyset(&held);
  for (const int signal : ending_signals) sigaddset(&held, signal);
  sigprocmask(SIG_BLOCK, &held, &before_);
}
held_signals::~held_signals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

running_group::running_group(pid_t group) noexcept { group_to_end = group; }
running_group::~running_group() { group_to_end = 0; }

temporary_name::temporary_name(const char* path) noexcept { file_to_remove = path; }
temporary_name::~temporary_name() { file_to_remove = nullptr; }

}  // namespace errcat::tool
