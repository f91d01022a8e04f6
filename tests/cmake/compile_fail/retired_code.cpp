// SPDX-License-Identifier: Apache-2.0
// Using the enumerator of a retired code, which is deprecated.
#include <sparse.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = sample::sparse::errors["A-B.c.100000"];
#else
constexpr auto error = sample::sparse::errors[sample::sparse::errc::old];
#endif
static_assert(error.retired());
