// SPDX-License-Identifier: Apache-2.0
// The module errcat: the headers that need only the standard library.
module;

// What they include, which belongs to no module.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iosfwd>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

export module errcat;

// extern "C++": the same entities as those of a file that includes the headers. (g++ 14 does not find a name that a
// using-declaration exports from an inline namespace.)
#ifdef __clang__
#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"
#endif
export extern "C++" {
#include <errcat/catalog.hpp>
#include <errcat/failure.hpp>
#include <errcat/format.hpp>
#include <errcat/system_error.hpp>
}
