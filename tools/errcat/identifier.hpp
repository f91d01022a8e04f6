// SPDX-License-Identifier: Apache-2.0
// Identifiers of C++, and the enumerators of codes.
#pragma once

#include <string>
#include <string_view>

namespace errcat::tool {

/// True if `name` can be an enumerator: an identifier that is not a keyword, not reserved by the standard, and not a
/// macro of a header that generated headers or nearly all programs include.
[[nodiscard]] bool is_identifier(std::string_view name);

/// Returns the enumerator of a code, "IMG_0024" for "IMG.0024". A run of other characters becomes one `_`, since `__`
/// is reserved, and a code that begins with a digit gets the prefix `code_`.
[[nodiscard]] std::string enumerator_of(std::string_view code);

}  // namespace errcat::tool
