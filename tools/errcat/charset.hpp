// SPDX-License-Identifier: Apache-2.0
// The character encoding of HTML pages.
#pragma once

#include <string>
#include <string_view>

namespace errcat::tool {

/// Returns an HTML page in UTF-8, if it is in UTF-16 with a byte order mark or declares another charset. Returns it
/// unchanged if it is in UTF-8, or cannot be converted.
[[nodiscard]] std::string html_in_utf8(std::string bytes);

}  // namespace errcat::tool
