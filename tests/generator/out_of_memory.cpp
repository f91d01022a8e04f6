// SPDX-License-Identifier: Apache-2.0
// What happens where memory runs out, in another process. tests/cli/memory.cpp has the programs' whole runs.
#include "out_of_memory.hpp"

#include "support/catch.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <csignal>
#include <functional>
#include <new>
#include <string>

using namespace errcat::tool;

namespace {

struct ended_process {
  int status;  // as of a shell
  std::string err;
};

/// Runs `act` in another process, which ends with status 99 if `act` returns.
ended_process run_apart(const std::function<void()>& act) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t process = fork();
  REQUIRE(process != -1);
  if (process == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    try {
      act();
    } catch (const std::bad_alloc&) {
      _exit(98);
    }
    _exit(99);
  }
  close(ends[1]);
  ended_process result{0, ""};
  std::array<char, 256> piece{};
  for (ssize_t size = 0; (size = read(ends[0], piece.data(), piece.size())) > 0;) {
    result.err.append(piece.data(), static_cast<std::size_t>(size));
  }
  close(ends[0]);
  int status = 0;
  waitpid(process, &status, 0);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

void no_clean_up() noexcept {}

void note_clean_up() noexcept {
  if (write(STDERR_FILENO, "cleaned up\n", 11) != 11) _exit(97);
}

}  // namespace

TEST_CASE("memory: after the clean-up, a program without memory says so and ends with status 2") {
  const auto without_memory = [] {
    exit_when_out_of_memory("prog", note_clean_up);
    rlimit limit{};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = 1'000'000'000;
    setrlimit(RLIMIT_AS, &limit);
    const std::size_t whole = 2'000'000'000;
    const std::string text(whole, 'x');
    if (text.back() == 'x') _exit(96);
  };
  const auto ended = run_apart(without_memory);
  CHECK(ended.status == 2);
  CHECK(ended.err == "cleaned up\nprog: out of memory\n");
}

TEST_CASE("the handler of new ends the program, without a return or an exception") {
  const auto ended = run_apart([] {
    exit_when_out_of_memory("first", note_clean_up);
    exit_when_out_of_memory("a program", no_clean_up);  // the last one counts
    std::get_new_handler()();
  });
  CHECK(ended.status == 2);
  CHECK(ended.err == "a program: out of memory\n");
}

TEST_CASE("a program without memory ends with status 2 even if it cannot say so") {
  for (const bool is_closed : {true, false}) {
    const auto ended = run_apart([=] {
      if (is_closed) {
        close(STDERR_FILENO);
      } else {
        std::array<int, 2> broken{};
        if (pipe(broken.data()) != 0) _exit(95);
        std::signal(SIGPIPE, SIG_IGN);
        dup2(broken[1], STDERR_FILENO);
        close(broken[0]);
      }
      exit_when_out_of_memory("prog", no_clean_up);
      std::get_new_handler()();
    });
    CHECK(ended.status == 2);
    CHECK(ended.err.empty());
  }
}

TEST_CASE("no destructor and no function of atexit runs where memory is out") {
  struct noisy {
    ~noisy() { note_clean_up(); }
  };
  const auto ended = run_apart([] {
    const noisy here;
    std::atexit([] { note_clean_up(); });
    exit_when_out_of_memory("prog", no_clean_up);
    std::get_new_handler()();
  });
  CHECK(ended.status == 2);
  CHECK(ended.err == "prog: out of memory\n");
}
