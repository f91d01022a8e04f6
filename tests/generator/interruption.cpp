// SPDX-License-Identifier: Apache-2.0
// What a signal ends and removes.
#include "interruption.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

/// Runs `body` in another process, in a process group of its own, and returns its process id.
template <class Body> pid_t start(Body body) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    setpgid(0, 0);
    body();
    _exit(0);
  }
  setpgid(child, child);  // whichever of the two is first
  return child;
}

/// Returns the signal that ended the process; 0 if none did.
int ending_of(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("cleaning up removes the temporary file, and only while there is one") {
  const fs::path file = scratch("interruption-file") / "temporary";
  put(file, "text");
  {
    const temporary_name name(file.c_str());
    clean_up();
    CHECK_FALSE(fs::exists(file));
  }
  put(file, "text");
  clean_up();
  CHECK(fs::exists(file));
}

TEST_CASE("cleaning up ends the running program, and only while it runs") {
  const auto wait = [] {
    alarm(10);
    pause();
  };
  const pid_t spared = start(wait);
  clean_up();
  { const running_group group(spared); }
  clean_up();
  kill(spared, SIGUSR1);  // of which Catch has no handler
  CHECK(ending_of(spared) == SIGUSR1);
  const pid_t child = start(wait);
  const running_group group(child);
  clean_up();
  CHECK(ending_of(child) == SIGKILL);
}

TEST_CASE("a signal waits while signals are held") {
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
    const pid_t child = start([&] {
      std::signal(signal, [](int) { _exit(1); });
      {
        const held_signals held;
        std::raise(signal);
        std::signal(signal, SIG_DFL);
      }
      _exit(2);
    });
    CHECK(ending_of(child) == signal);
  }
}

TEST_CASE("a signal cleans up and ends the program, unless it is ignored") {
  const fs::path file = scratch("interruption-signal") / "temporary";
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
    put(file, "text");
    const auto ending_where = [&](auto handling) {
      return ending_of(start([&] {
        std::signal(signal, handling);
        clean_up_after_signals();
        const temporary_name name(file.c_str());
        std::raise(signal);
      }));
    };
    CHECK(ending_where(SIG_IGN) == 0);
    CHECK(fs::exists(file));
    CHECK(ending_where(SIG_DFL) == signal);
    CHECK_FALSE(fs::exists(file));
  }
}
