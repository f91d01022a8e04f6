// SPDX-License-Identifier: Apache-2.0
// Reads text from a file or a pipe, a piece at a time.
#pragma once

#include <cstdio>
#include <functional>
#include <string_view>

namespace errcat::tool {

/// Passes the text of `file` to `on_piece`, UTF-16 with a byte order mark with every other character than ASCII as one
/// byte that is not ASCII. Returns "" or, for compressed data, of which nothing is passed, the program that
/// decompresses it, such as "gzip". The caller checks ferror.
[[nodiscard]] std::string_view read_text(std::FILE* file, const std::function<void(std::string_view)>& on_piece);

}  // namespace errcat::tool
