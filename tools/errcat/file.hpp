// SPDX-License-Identifier: Apache-2.0
// Reading files, and replacing them atomically.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Thrown for a file that cannot be read or written; `what()` names the file and the reason.
struct file_error : std::runtime_error {
  using runtime_error::runtime_error;
};

/// The largest file that is read, in bytes: a catalog of 100,000 rows has some 50 MB, and reading one takes many times
/// its size in memory.
inline constexpr std::size_t largest_file = std::size_t{256} << 20U;

/// Returns the bytes of a file, at most `largest_file`. Throws file_error.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Returns the bytes of standard input, at most `largest_file`. Throws file_error.
[[nodiscard]] std::string read_standard_input();

/// Makes `bytes` the content of `path`. A regular file is replaced atomically, and only if its content changes;
/// anything but a regular file (a device, a pipe) is written in place. After an error the old file is unchanged. Throws
/// file_error.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace errcat::tool
