// SPDX-License-Identifier: Apache-2.0
// Runs pandoc on a document, which is untrusted: in its sandbox, within limits of time and memory.
#pragma once

#include "diagnostics.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Converts the document `bytes` between formats that pandoc knows; its syntax tree is "json". Reports what pandoc
/// warns about when it makes a tree; reports an error and returns nullopt if it fails. `file` is the name in messages
/// and must outlive `found`. Throws usage_error if pandoc is not installed or does not know a format.
[[nodiscard]] std::optional<std::string> run_pandoc(std::string_view file, std::string_view bytes,
                                                    const std::string& from, const std::string& to,
                                                    std::chrono::seconds time, diagnostics& found);

}  // namespace errcat::tool
