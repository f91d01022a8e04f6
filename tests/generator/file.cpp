// SPDX-License-Identifier: Apache-2.0
// Reading files, and replacing them atomically.
#include "file.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/file.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <csignal>
#include <filesystem>

namespace fs = std::filesystem;
using namespace errcat::tool;

TEST_CASE("a file is replaced, and only when its content changes") {
  const fs::path folder = scratch("file-replaced");
  write_file(folder / "a", "one");
  CHECK(read_file(folder / "a") == "one");
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(folder / "a", long_ago);
  write_file(folder / "a", "one");
  CHECK(fs::last_write_time(folder / "a") == long_ago);
  write_file(folder / "a", "two");
  CHECK(read_file(folder / "a") == "two");
  CHECK(files_in(folder).size() == 1);
}

TEST_CASE("a link stays a link, and permissions stay") {
  const fs::path folder = scratch("file-link");
  write_file(folder / "a", "one");
  fs::permissions(folder / "a", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a", folder / "b");
  write_file(folder / "b", "two");
  CHECK(fs::is_symlink(folder / "b"));
  CHECK(read_file(folder / "a") == "two");
  CHECK(fs::status(folder / "a").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a link to a file that does not exist yet stays a link") {
  const fs::path folder = scratch("file-dangling");
  fs::create_directory(folder / "other");
  fs::create_symlink("other/a", folder / "b");
  fs::create_symlink("b", folder / "c");
  write_file(folder / "c", "one");
  CHECK(fs::is_symlink(folder / "c"));
  CHECK(fs::is_symlink(folder / "b"));
  CHECK(read_file(folder / "other" / "a") == "one");
}

TEST_CASE("a file is replaced, not overwritten: a hard link keeps the old content") {
  const fs::path folder = scratch("file-whole");
  write_file(folder / "a", "one");
  fs::create_hard_link(folder / "a", folder / "old");
  write_file(folder / "a", "two");
  CHECK(read_file(folder / "old") == "one");
}

TEST_CASE("a new file has the permissions that the user's mask leaves") {
  const fs::path folder = scratch("file-mode");
  const mode_t mask = umask(026);
  write_file(folder / "a", "one");
  CHECK(umask(mask) == 026);
  CHECK(fs::status(folder / "a").permissions() == static_cast<fs::perms>(0640));
}

TEST_CASE("a file may have 256 MB") {
  const fs::path file = scratch("file-large") / "a";
  put(file, "");
  fs::resize_file(file, largest_file);
  CHECK(read_file(file).size() == std::size_t{256} * 1024 * 1024);
  fs::resize_file(file, largest_file + 1);
  CHECK_THROWS_WITH(read_file(file), file.string() + ": cannot be read: larger than 256 MB");
}

TEST_CASE("a write that fails in the middle leaves the old file and nothing else") {
  const fs::path folder = scratch("file-full");
  write_file(folder / "a", "old");
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = before;
  small.rlim_cur = 100'000;
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  CHECK_THROWS_WITH(write_file(folder / "a", std::string(1'000'000, 'x')),
                    (folder / "a: cannot be written: File too large").string());
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(read_file(folder / "a") == "old");
  CHECK(files_in(folder).size() == 1);
}

TEST_CASE("a pipe is written in place") {
  const fs::path pipe = scratch("file-pipe") / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);  // opening it for writing waits for a reader
  REQUIRE(reader != -1);
  write_file(pipe, "text");
  CHECK(fs::is_fifo(pipe));
  CHECK(files_in(pipe.parent_path()).size() == 1);
  std::array<char, 8> bytes{};
  CHECK(read(reader, bytes.data(), bytes.size()) == 4);
  CHECK(std::string(bytes.data()) == "text");
  close(reader);
}

TEST_CASE("a file that cannot be read or written is named with the reason") {
  const fs::path folder = scratch("file-errors");
  CHECK_THROWS_WITH(read_file(folder / "none"), (folder / "none: cannot be read: No such file or directory").string());
  CHECK_THROWS_WITH(read_file(folder), folder.string() + ": cannot be read: Is a directory");
  CHECK_THROWS_WITH(write_file(folder, "x"), folder.string() + ": cannot be written: Is a directory");
  CHECK_THROWS_WITH(write_file(folder / "no" / "a", "x"),
                    (folder / "no" / "a: cannot be written: No such file or directory").string());
}
