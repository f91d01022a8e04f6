// SPDX-License-Identifier: Apache-2.0
// fork and exec, with a socket for the input and pipes for the output.
#include "subprocess.hpp"

#include "interruption.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <cerrno>
#include <csignal>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>

namespace errcat::tool {
namespace {

#ifndef MSG_NOSIGNAL
constexpr int MSG_NOSIGNAL = 0;
#endif

using clock = std::chrono::steady_clock;
using ending = program_output::ending;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

constexpr int no_descriptor = -1;

/// Owns a file descriptor.
class descriptor {
public:
  descriptor() = default;
  explicit descriptor(int number) : number_(number) {}
  descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, no_descriptor)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~descriptor() { close(); }

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] bool is_open() const noexcept { return number_ != no_descriptor; }
  void close() noexcept {
    if (is_open()) ::close(std::exchange(number_, no_descriptor));
  }

private:
  int number_ = no_descriptor;
};

struct channel {
  descriptor ours;
  descriptor theirs;
};

/// Makes descriptors of which a started program inherits none. pipe2 and SOCK_CLOEXEC would do it at once, but macOS
/// has neither. No other thread starts a program in between.
channel close_on_exec(const int (&ends)[2]) {
  channel made{descriptor(ends[0]), descriptor(ends[1])};
  for (const int end : ends) {
    if (fcntl(end, F_SETFD, FD_CLOEXEC) != 0) fail("fcntl");
  }
  return made;
}

channel make_pipe() {
  int ends[2];
  if (pipe(ends) != 0) fail("pipe");
  return close_on_exec(ends);
}

/// A socket, because writing to one whose reader has ended need not raise SIGPIPE.
channel make_socket() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) fail("socketpair");
#ifdef SO_NOSIGPIPE  // macOS has it instead of MSG_NOSIGNAL
  const int on = 1;
  if (setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on) != 0) fail("setsockopt");
#endif
  return close_on_exec(ends);
}

class running_program {
public:
  running_program(std::vector<std::string> arguments, std::string_view input, const program_limits& limits)
      : input_(input), limits_(limits), deadline_(clock::now() + limits.time) {
    start(std::move(arguments));
  }
  running_program(const running_program&) = delete;
  running_program& operator=(const running_program&) = delete;
  ~running_program() { (void)end(); }

  program_output finish() {
    if (start_error_ != 0) return {ending::not_found, start_error_, {}, {}};
    const running_group group(child_);
    const ending how = exchange();
    const int status = end();
    if (how != ending::exited) return {how, 0, std::move(out_), std::move(err_)};
    if (WIFSIGNALED(status)) return {ending::signalled, WTERMSIG(status), std::move(out_), std::move(err_)};
    return {ending::exited, WEXITSTATUS(status), std::move(out_), std::move(err_)};
  }

private:
  void start(std::vector<std::string> arguments) {
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    channel in = make_socket();
    channel out = make_pipe();
    channel err = make_pipe();
    channel report = make_pipe();
    const pid_t parent = getpid();
    child_ = fork();
    if (child_ < 0) fail("fork");
    if (child_ == 0) {
      const int from[] = {in.theirs.number(), out.theirs.number(), err.theirs.number()};
      become(argv.data(), from, parent, report.theirs.number());
    }
    setpgid(child_, child_);  // also here, so that the group exists before it must be ended
    in_ = std::move(in.ours);
    out_end_ = std::move(out.ours);
    err_end_ = std::move(err.ours);
    report.theirs.close();
    [[maybe_unused]] const ssize_t count = read(report.ours.number(), &start_error_, sizeof start_error_);
    if (start_error_ == 0 || start_error_ == ENOENT) return;
    (void)end();
    throw std::system_error(start_error_, std::generic_category(), arguments[0]);
  }

  /// Turns the child into the program. Between fork and exec only system calls are safe.
  [[noreturn]] void become(char* const* argv, const int (&from)[3], pid_t parent, int report) const {
    setpgid(0, 0);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent) _exit(1);  // errcat has ended already
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ}) std::signal(signal, SIG_DFL);
    const rlimit memory{limits_.memory, limits_.memory};
    setrlimit(RLIMIT_AS, &memory);
    int standard = 0;
    for (const int end : from) dup2(end, standard++);
    execvp(argv[0], argv);
    const int error = errno;
    [[maybe_unused]] const ssize_t written = write(report, &error, sizeof error);
    _exit(1);
  }

  /// Writes the input and reads the output until the program has closed its output and ended.
  ending exchange() {
    while (out_end_.is_open() || err_end_.is_open()) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - clock::now()).count();
      if (left <= 0) return ending::timed_out;
      if (input_.empty()) in_.close();
      pollfd ends[] = {{in_.number(), POLLOUT, 0}, {out_end_.number(), POLLIN, 0}, {err_end_.number(), POLLIN, 0}};
      if (poll(ends, std::size(ends), static_cast<int>(left)) < 0 && errno != EINTR) fail("poll");
      if (ends[0].revents != 0) send_input();
      if (ends[1].revents != 0) receive(out_end_, out_);
      if (ends[2].revents != 0) receive(err_end_, err_);
      if (out_.size() + err_.size() > limits_.output) return ending::too_large;
    }
    while (!has_ended()) {
      if (clock::now() > deadline_) return ending::timed_out;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return ending::exited;
  }

  void send_input() {
    const ssize_t count = send(in_.number(), input_.data(), input_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      input_.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EAGAIN && errno != EINTR) {
      input_ = {};  // the program does not read on
    }
  }

  static void receive(descriptor& end, std::string& bytes) {
    char buffer[1 << 16];
    const ssize_t count = read(end.number(), buffer, sizeof buffer);
    if (count > 0) {
      bytes.append(buffer, static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      end.close();
    }
  }

  /// True if the program has ended. It stays a zombie, so its process group keeps its number.
  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_signo == SIGCHLD;
  }

  /// Ends what is left of the process group, and returns the status of the program.
  int end() noexcept {
    if (child_ <= 0) return 0;
    const pid_t child = std::exchange(child_, 0);
    kill(-child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

  std::string_view input_;
  program_limits limits_;
  clock::time_point deadline_;
  pid_t child_ = 0;
  int start_error_ = 0;
  descriptor in_;
  descriptor out_end_;
  descriptor err_end_;
  std::string out_;
  std::string err_;
};

}  // namespace

program_output run_program(std::vector<std::string> arguments, std::string_view input, const program_limits& limits) {
  return running_program(std::move(arguments), input, limits).finish();
}

}  // namespace errcat::tool
