// SPDX-License-Identifier: Apache-2.0
// Names that a generated header cannot use, because other headers have taken them.
#pragma once

#include <string_view>

namespace errcat::tool {

/// True if a header of the C or C++ standard library, POSIX, nlohmann_json or {fmt} defines `name` as a macro, or if
/// the C standard reserves it for one. An enumerator or namespace of that name does not compile.
[[nodiscard]] bool is_macro(std::string_view name);

/// Returns the header, such as "<windows.h>", that defines `name` as a macro and that only some programs include; empty
/// if none is known. Such a name compiles unless a program includes that header.
[[nodiscard]] std::string_view header_of_foreign_macro(std::string_view name);

/// True if the C library declares `name` in the global namespace, or reserves it there: `time`, `div`, `int8_t`. An
/// outermost namespace of that name does not compile.
[[nodiscard]] bool is_global_name(std::string_view name);

}  // namespace errcat::tool
