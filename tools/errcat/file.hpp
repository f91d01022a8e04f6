// SPDX-License-Identifier: Apache-2.0
// Files in and out, whole or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace errcat::tool {

/// A file that cannot be read or written; `what()` names it and the reason.
struct file_error : std::runtime_error {
  using runtime_error::runtime_error;
};

/// The bytes of a file. Throws file_error.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// The bytes of standard input, to its end. Throws file_error.
[[nodiscard]] std::string read_standard_input();

/// Makes `bytes` the content of `path`. A regular file is replaced whole, and only when its content changes; what is no
/// regular file (a device, a pipe) is written in place. On an error the old file is as it was. Throws file_error.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace errcat::tool
