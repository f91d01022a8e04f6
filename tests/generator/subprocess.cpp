// SPDX-License-Identifier: Apache-2.0
// Running another program within limits.
#include "subprocess.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/file.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

using namespace errcat::tool;
using ending = program_output::ending;

namespace {

program_output shell(const std::string& script, std::string_view input = "", const program_limits& limits = {}) {
  return run_program({"sh", "-c", script}, input, limits);
}

/// True for a process that has ended, or ends soon: a signal takes a moment. It may stay as a zombie.
bool ends(const std::string& process) {
  for (int i = 0; i != 500; ++i) {
    std::ifstream status("/proc/" + std::to_string(std::stoi(process)) + "/status");
    const std::string text{std::istreambuf_iterator<char>(status), {}};
    if (text.empty() || text.find("State:\tZ") != std::string::npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

/// True if this process has started no other, or none that it did not wait for.
bool has_no_child() { return waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }

}  // namespace

TEST_CASE("a program's output and status are returned, and no shell reads its arguments") {
  const auto echoed = run_program({"printf", "%s", "a $HOME; 'b'"}, "");
  CHECK(echoed.how == ending::exited);
  CHECK(echoed.status == 0);
  CHECK(echoed.out == "a $HOME; 'b'");
  CHECK(run_program({"false"}, "").status == 1);
  CHECK(run_program({"head", "-c", "1000000", "/dev/zero"}, "").out.size() == 1'000'000);
  CHECK(shell("echo out; echo err >&2").err == "err\n");
}

TEST_CASE("a program that a signal ends is told from one that exits") {
  const auto killed = shell("kill -9 $$");
  CHECK(killed.how == ending::signalled);
  CHECK(killed.status == 9);
}

TEST_CASE("signals that are ignored here end a program nevertheless") {
  for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ}) {
    auto* const before = std::signal(signal, SIG_IGN);
    const auto ended = shell("kill -" + std::to_string(signal) + " $$; echo alive");
    std::signal(signal, before);
    CHECK(ended.how == ending::signalled);
    CHECK(ended.status == signal);
  }
}

TEST_CASE("a program has 2 GB of address space and 256 MB of output unless it is told otherwise") {
  CHECK(shell("ulimit -v").out == "2097152\n");
  CHECK(run_program({"head", "-c", "268435456", "/dev/zero"}, "").how == ending::exited);
  CHECK(run_program({"head", "-c", "268435457", "/dev/zero"}, "").how == ending::too_large);
}

TEST_CASE("a program that does not exist is not found, and one that cannot be run is an error") {
  CHECK(run_program({"errcat-no-such-program"}, "").how == ending::not_found);
  CHECK(has_no_child());
  CHECK_THROWS_WITH(run_program({"/"}, ""), "/: Permission denied");
  CHECK(has_no_child());
}

TEST_CASE("without descriptors no program is started, and the error says so") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  int refused = 0;
  bool started = false;
  for (rlim_t most = 3; !started && most != 1000; ++most) {
    const rlimit limit{most, before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    try {
      started = run_program({"true"}, "").how == ending::exited;
    } catch (const std::system_error& error) {
      ++refused;
      CHECK(error.code() == std::errc::too_many_files_open);
    }
  }
  REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(started);
  CHECK(refused >= 8);  // two ends for each of the input, the output, the errors and the report
  CHECK(has_no_child());
}

TEST_CASE("a program reads its input to the end, or not at all") {
  const std::string input(5'000'000, 'x');
  CHECK(run_program({"cat"}, input).out == input);
  CHECK(run_program({"cat"}, "").out.empty());
  CHECK(run_program({"true"}, input).status == 0);
}

TEST_CASE("a program may close its output or its errors early") {
  CHECK(shell("exec 2>&-; sleep 0.1; echo out").out == "out\n");
  CHECK(shell("exec >&-; sleep 0.1; echo err >&2").err == "err\n");
  CHECK(shell("exec >&- 2>&-; sleep 0.1; exit 3").status == 3);
}

TEST_CASE("a program inherits no file but its input and output") {
  const std::string list = "ls -1 /proc/self/fd";
  CHECK(shell(list).out == run("sh -c " + word(list)).out);  // the tests may have inherited some themselves
}

TEST_CASE("a program that takes too long is ended with the processes that it started") {
  const auto begin = std::chrono::steady_clock::now();
  const auto result = shell("sleep 100 & echo $!; sleep 100", "", {.time = std::chrono::seconds(1)});
  CHECK(result.how == ending::timed_out);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  CHECK(ends(result.out));
  CHECK(has_no_child());
  CHECK(shell("exec >&- 2>&-; sleep 100", "", {.time = std::chrono::seconds(1)}).how == ending::timed_out);
}

TEST_CASE("a program ends with the process that started it") {
  const std::filesystem::path file = scratch("subprocess-orphan") / "pid";
  const pid_t starter = fork();
  REQUIRE(starter >= 0);
  if (starter == 0) {
    (void)shell("echo $$ >" + word(file.string() + ".new") + " && mv " + word(file.string() + ".new") + ' ' +
                word(file) + " && exec sleep 100");
    _exit(0);
  }
  for (int i = 0; i != 500 && !std::filesystem::exists(file); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  kill(starter, SIGKILL);
  REQUIRE(waitpid(starter, nullptr, 0) == starter);
  CHECK(ends(get(file)));
}

TEST_CASE("a process that outlives its program is ended") {
  const auto result = shell("sleep 100 >/dev/null 2>&1 & echo $!");
  CHECK(result.how == ending::exited);
  CHECK(ends(result.out));
}

TEST_CASE("a program with too much output or memory is ended") {
  CHECK(run_program({"printf", "1234567890"}, "", {.output = 10}).how == ending::exited);
  const auto ended = run_program({"printf", "1234567890"}, "", {.output = 9});
  CHECK(ended.how == ending::too_large);
  CHECK(ended.status == 0);
  CHECK(run_program({"cat", "/dev/zero"}, "", {.output = 1'000'000}).how == ending::too_large);
  CHECK(run_program({"cat", "/dev/zero"}, "", {.output = 1'000'000}).out.size() < 2'000'000);
  const std::string script = "head -c 100000000 /dev/zero | tail -c 100000000 | wc -c";
  CHECK(shell(script).out == "100000000\n");
  CHECK(shell(script, "", {.memory = 50'000'000}).out == "0\n");
}
