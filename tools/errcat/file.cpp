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
#include <optional>
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
  std::error_code error;  // after which the size is the largest number
  return bytes.size() <= largest_file && fs::file_size(path, error) == bytes.size() && read_file(path) == bytes;
}

/// A new file beside a target. It is removed unless it replaces the target, also if a signal ends the program.
class temporary {
public:
  explicit temporary(const fs::path& target) : name_((target.parent_path() / "errcat.XXXXXX").string()) {
    const held_signals until_named;  // or the handler would not know the file yet
    descriptor_ = mkstemp(name_.data());
    if (descriptor_ < 0) fail(target, "written");
    removed_by_signal_.emplace(name_.c_str());
  }
  temporary(const temporary&) = delete;
  temporary& operator=(const temporary&) = delete;
  ~temporary() {
    if (!placed) std::remove(name_.c_str());
  }
  [[nodiscard]] const char* name() const { return name_.c_str(); }
  [[nodiscard]] int descriptor() const { return descriptor_; }
  bool placed = false;

private:
  std::string name_;
  int descriptor_ = -1;
  std::optional<temporary_name> removed_by_signal_;
};

/// Returns the permissions of the old file, or those of a new one.
mode_t permissions(const fs::path& target) {
  struct stat old {};
  if (stat(target.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

void replace(const fs::path& target, std::string_view bytes) {
  temporary file(target);
  const file_handle stream(fdopen(file.descriptor(), "wb"), std::fclose);
  if (stream == nullptr) fail(target, "written");
  write_all(stream.get(), target, bytes);
  if (fchmod(file.descriptor(), permissions(target)) != 0 || fsync(file.descriptor()) != 0) fail(target, "written");
  if (std::rename(file.name(), target.c_str()) != 0) fail(target, "written");
  file.placed = true;
}

/// Returns the target of a link, even if that does not exist yet, so that the link stays a link. Throws file_error.
fs::path follow_links(const fs::path& link) {
  struct stat end {};
  if (stat(link.c_str(), &end) != 0 && errno == ELOOP) fail(link, "written");  // or this would not end
  fs::path path = link;
  while (fs::is_symlink(path)) path = path.parent_path() / fs::read_symlink(path);
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
