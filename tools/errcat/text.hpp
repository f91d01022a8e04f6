// SPDX-License-Identifier: Apache-2.0
// Text as all readers treat it: UTF-8 with LF as line breaks.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <string>
#include <string_view>

namespace errcat::tool {

[[nodiscard]] bool is_utf8(std::string_view text);

/// Takes a byte order mark away from `text` and says whether the rest is valid UTF-8; if not, where it is not.
[[nodiscard]] bool take_utf8(std::string_view file, std::string_view& text, diagnostics& found);

/// A cell with CRLF (and what text conversions make of it, CR CRLF) as LF and without line breaks at its end.
[[nodiscard]] cell make_cell(std::string text, const position& at);

}  // namespace errcat::tool
