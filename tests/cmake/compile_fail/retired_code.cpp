// SPDX-License-Identifier: Apache-2.0
// The enumerator of a retired code.
#include <sparse.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = sample::sparse::errors["A-B.c.100000"];
#else
constexpr auto error = sample::sparse::errors[sample::sparse::errc::old];
#endif
static_assert(error.retired());
