// SPDX-License-Identifier: Apache-2.0
// System calls that fail or are interrupted, and a signal between two of them, made by a library that is loaded before
// the C library.
#include "programs.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <cerrno>
#include <csignal>
#include <set>
#include <string>

namespace fs = std::filesystem;

namespace {

/// The first TIMES calls of CALL that errcat makes itself fail with ERROR, and it is an error if there are fewer. Of
/// fcntl, fdopen and pipe only those for programs and files that are written count, since profiles and sanitizers call
/// them, too. mkstemp does not fail, but the signal ERROR comes right after it.
constexpr const char* library = R"(#include <dlfcn.h>
#include <errno.h>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
namespace {
struct calls {
  int left = strcmp(program_invocation_short_name, "errcat") == 0 ? atoi(getenv("TIMES")) : 0;
  ~calls() { if (left != 0) dprintf(2, "%d calls did not fail\n", left); }
} calls;
bool have_ends = false;
bool fails(const char* call) {
  if (calls.left == 0 || strcmp(getenv("CALL"), call) != 0) return false;
  --calls.left;
  errno = atoi(getenv("ERROR"));
  return true;
}
template <class Function> Function* next(const char* name) { return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name)); }
}
extern "C" {
pid_t fork() noexcept { return fails("fork") ? -1 : next<pid_t()>("fork")(); }
pid_t waitpid(pid_t p, int* s, int o) { return fails("waitpid") ? -1 : next<pid_t(pid_t, int*, int)>("waitpid")(p, s, o); }
int poll(pollfd* e, nfds_t n, int t) { return fails("poll") ? -1 : next<int(pollfd*, nfds_t, int)>("poll")(e, n, t); }
ssize_t read(int d, void* b, size_t n) { return fails("read") ? -1 : next<ssize_t(int, void*, size_t)>("read")(d, b, n); }
ssize_t send(int d, const void* b, size_t n, int f) {
  return fails("send") ? -1 : next<ssize_t(int, const void*, size_t, int)>("send")(d, b, n, f);
}
int fcntl(int d, int command, ...) {
  va_list rest;
  va_start(rest, command);
  const long argument = va_arg(rest, long);
  va_end(rest);
  return command == F_SETFD && fails("fcntl") ? -1 : next<int(int, int, ...)>("fcntl")(d, command, argument);
}
int fchmod(int d, mode_t m) noexcept { return fails("fchmod") ? -1 : next<int(int, mode_t)>("fchmod")(d, m); }
int pipe(int* e) noexcept { return have_ends && fails("pipe") ? -1 : next<int(int*)>("pipe")(e); }
int socketpair(int d, int t, int p, int* e) noexcept {
  have_ends = true;
  return fails("socketpair") ? -1 : next<int(int, int, int, int*)>("socketpair")(d, t, p, e);
}
int fsync(int d) { return fails("fsync") ? -1 : next<int(int)>("fsync")(d); }
int rename(const char* a, const char* b) noexcept {
  return fails("rename") ? -1 : next<int(const char*, const char*)>("rename")(a, b);
}
FILE* fdopen(int d, const char* m) noexcept { return strcmp(m, "wb") == 0 && fails("fdopen") ? nullptr : next<FILE*(int, const char*)>("fdopen")(d, m); }
DIR* opendir(const char* n) { return fails("opendir") ? nullptr : next<DIR*(const char*)>("opendir")(n); }
DIR* fdopendir(int d) { return fails("opendir") ? nullptr : next<DIR*(int)>("fdopendir")(d); }
int mkstemp(char* n) {
  const int file = next<int(char*)>("mkstemp")(n);
  if (fails("mkstemp")) raise(errno);
  return file;
}
int mkstemp64(char* n) { return mkstemp(n); }
}
)";

/// Returns a folder with the library, a catalog, and a page that is larger than a socket takes at once.
fs::path prepared(const char* name) {
  fs::path folder = scratch(name);
  put(folder / "calls.cpp", library);
  const auto compiled = run("cd " + word(folder) + " && " + word(COMPILER) + " -shared -fPIC calls.cpp -o calls.so");
  INFO(compiled.err);
  REQUIRE(compiled.status == 0);
  put(folder / "c.csv", csv_catalog);
  put(folder / "page.html",
      "<table><tr><th>Code</th><th>Status</th><th>Message</th></tr><tr><td>P.1</td><td>400</td>"
      "<td>Gone.</td></tr></table>" +
          std::string(300'000, ' '));
  return folder;
}

/// Programs of the folder come before those that are installed.
command_result run_failing(const fs::path& folder, const std::string& call, int error, int times,
                           const std::string& arguments) {
  return run("cd " + word(folder) + " && PATH=.:$PATH CALL=" + call + " ERROR=" + std::to_string(error) +
             " TIMES=" + std::to_string(times) + " LD_PRELOAD=./calls.so " + tool + ' ' + arguments);
}

}  // namespace

TEST_CASE("a system call that fails while a file is written leaves the old file and nothing else") {
  const fs::path folder = prepared("failing-write");
  put(folder / "c.hpp", "old");
  const auto before = files_in(folder);
  for (const char* call : {"fdopen", "fchmod", "fsync", "rename"}) {
    INFO(call);
    const auto result =
        run_failing(folder, call, EPERM, 1, "generate c.csv --namespace n --prefix P --source s -o c.hpp");
    CHECK(result.status == 2);
    CHECK(result.err == "errcat: c.hpp: cannot be written: Operation not permitted\n");
    CHECK(get(folder / "c.hpp") == "old");
    CHECK(files_in(folder) == before);
  }
}

TEST_CASE("a signal right after the temporary file was made removes it, too") {
  const fs::path folder = prepared("signal-after-mkstemp");
  put(folder / "c.hpp", "old");
  const auto before = files_in(folder);
  const auto result =
      run_failing(folder, "mkstemp", SIGTERM, 1, "generate c.csv --namespace n --prefix P --source s -o c.hpp");
  CHECK(result.status == 128 + SIGTERM);
  CHECK(get(folder / "c.hpp") == "old");
  CHECK(files_in(folder) == before);
}

TEST_CASE("a system call that fails before or while pandoc runs is named with the reason") {
  const fs::path folder = prepared("failing-program");
  const auto before = files_in(folder);
  for (const char* call : {"socketpair", "pipe", "fcntl", "fork", "poll"}) {
    INFO(call);
    const auto result = run_failing(folder, call, ENOMEM, 1, "import page.html -o c.yaml --namespace n");
    CHECK(result.status == 2);
    CHECK(result.err == std::string("errcat: ") + call + ": Cannot allocate memory\n");
    CHECK(files_in(folder) == before);
  }
}

TEST_CASE("a system call that is interrupted is made again") {
  const fs::path folder = prepared("interrupted-program");
  const auto usual = run("cd " + word(folder) + " && " + tool + " import page.html -o usual.yaml --namespace n");
  REQUIRE(usual.status == 0);
  for (const char* call : {"poll", "read", "send", "waitpid"}) {
    for (const int times : {1, 3}) {
      INFO(call);
      const auto result = run_failing(folder, call, EINTR, times, "import page.html -o c.yaml --namespace n");
      CHECK(result.status == 0);
      CHECK(result.err == usual.err);
      CHECK(get(folder / "c.yaml") == get(folder / "usual.yaml"));
      fs::remove(folder / "c.yaml");
    }
  }
  CHECK(run_failing(folder, "send", EAGAIN, 2, "import page.html -o c.yaml --namespace n").status == 0);
  fs::remove(folder / "c.yaml");

  // The status of a program that fails is not lost.
  put(folder / "pandoc", "#!/bin/sh\nexit 3\n");
  fs::permissions(folder / "pandoc", fs::perms::owner_all);
  const auto failed = run_failing(folder, "waitpid", EINTR, 1, "import page.html -o c.yaml --namespace n");
  CHECK(failed.status == 1);
  CHECK(failed.err == "page.html: error: pandoc failed with status 3\n");
}

TEST_CASE("a folder of catalogs that cannot be read is named") {
  const fs::path folder = prepared("failing-folder");
  fs::create_directory(folder / "catalogs");
  put(folder / "catalogs" / "c.csv", csv_catalog);
  const auto result = run_failing(folder, "opendir", EACCES, 1, "explain -c catalogs P.1");
  CHECK(result.status == 1);
  CHECK(result.err == "errcat: catalogs: cannot be read: Permission denied\n");
}
