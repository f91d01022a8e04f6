// SPDX-License-Identifier: Apache-2.0
// The module ims.errors: the IMG errors, and the module errcat. See errcat.cppm.
module;

#include <errcat/catalog.hpp>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <type_traits>

export module ims.errors;

export import errcat;

#ifdef __clang__
#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"
#endif
export extern "C++" {
#include <ims/errors.hpp>
}
