// SPDX-License-Identifier: Apache-2.0
// Runs pandoc on a document, which is untrusted: in its sandbox, within limits of time and memory.
#pragma once

#include "diagnostics.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Returns the document `bytes` as pandoc's syntax tree in JSON. `format` is pandoc's name of its format. Reports what
/// pandoc warns about; reports an error and returns nullopt if pandoc fails. `file` is the name in messages and must
/// outlive `found`. Throws usage_error if pandoc is not installed or does not know the format.
[[nodiscard]] std::optional<std::string> run_pandoc(std::string_view file, std::string_view bytes,
                                                    const std::string& format, std::chrono::seconds time,
                                                    diagnostics& found);

}  // namespace errcat::tool
