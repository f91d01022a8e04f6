// SPDX-License-Identifier: Apache-2.0
// Text in GitHub's Markdown.
#pragma once

#include <string>
#include <string_view>

namespace errcat::tool {

/// Returns `text` for a cell of a table, on one line, with the punctuation of Markdown and HTML escaped.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace errcat::tool
