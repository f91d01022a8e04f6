// SPDX-License-Identifier: Apache-2.0
// Reading, and writing to a temporary file next to the target.
#include "file.hpp"

#include "interruption.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace errcat::tool {
namespace {

namespace fs = std::filesystem;
using file_handle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const fs::path& path, const char* verb) {
  throw file_error(path.string() + ": cannot be " + verb + ": " + std::strerror(errno));
}

/// Returns the bytes up to the end or an error; the caller checks ferror. `name` is for the message about too many.
std::string read_all(std::FILE* file, const std::string& name) {
  std::string bytes;
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    if (count > largest_file - bytes.size()) {
      throw file_error(name + ": cannot be read: larger than " + std::to_string(largest_file >> 20U) + " MB");
    }
    bytes.append(buffer, count);
  }
  return bytes;
}

void write_all(std::FILE* file, const fs::path& path, std::string_view bytes) {
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (!written || std::fflush(file) != 0) fail(path, "written");
}

bool has_content(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const bool same_size = fs::file_size(path, error) == bytes.size() && !error;
  return same_size && bytes.size() <= largest_file && read_file(path) == bytes;
}

/// Removes a temporary file unless it replaced the target, also if a signal ends the program.
class temporary {
public:
  explicit temporary(std::string& name) : name_(name), removed_by_signal_(name.c_str()) {}
  temporary(const temporary&) = delete;
  temporary& operator=(const temporary&) = delete;
  ~temporary() {
    if (!placed) std::remove(name_.c_str());
  }
  bool placed = false;

private:
  const std::string& name_;
  temporary_name removed_by_signal_;
};

/// Returns a name that mkstemp can complete. A file's name has at most 255 bytes, so a long one is not repeated.
std::string template_for(const fs::path& target) {
  constexpr std::size_t longest = 200;
  const std::string name = target.filename().string();
  return (target.parent_path() / (name.size() > longest ? "errcat" : name)).string() + ".XXXXXX";
}

/// Returns the permissions of the old file, or those of a new one.
mode_t permissions(const fs::path& target) {
  struct stat old {};
  if (stat(target.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

void replace(const fs::path& target, std::string_view bytes) {
  std::string name = template_for(target);
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) fail(target, "written");
  temporary file(name);
  const file_handle stream(fdopen(descriptor, "wb"), std::fclose);
  if (stream == nullptr) fail(target, "written");
  write_all(stream.get(), target, bytes);
  if (fchmod(descriptor, permissions(target)) != 0 || fsync(descriptor) != 0) fail(target, "written");
  if (std::rename(name.c_str(), target.c_str()) != 0) fail(target, "written");
  file.placed = true;
}

/// Returns the target of a link, even if that does not exist yet, so that the link stays a link. Throws file_error.
fs::path follow_links(const fs::path& link) {
  constexpr int most = 40;  // Linux follows no more
  fs::path path = link;
  for (int i = 0; fs::is_symlink(path); ++i) {
    if (i == most) {
      errno = ELOOP;
      fail(link, "written");
    }
    path = path.parent_path() / fs::read_symlink(path);
  }
  return path;
}

}  // namespace

std::string read_file(const fs::path& path) {
  const file_handle file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) fail(path, "read");
  std::string bytes = read_all(file.get(), path.string());
  if (std::ferror(file.get()) != 0) fail(path, "read");
  return bytes;
}

std::string read_standard_input() {
  std::string bytes = read_all(stdin, "standard input");
  if (std::ferror(stdin) != 0) throw file_error("standard input: cannot be read");
  return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
  const fs::path target = follow_links(path);
  if (fs::exists(target) && !fs::is_regular_file(target)) {
    const file_handle file(std::fopen(target.c_str(), "wb"), std::fclose);
    if (file == nullptr) fail(path, "written");
    write_all(file.get(), path, bytes);
  } else if (!has_content(target, bytes)) {
    replace(target, bytes);
  }
}

}  // namespace errcat::tool
