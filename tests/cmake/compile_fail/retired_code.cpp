// SPDX-License-Identifier: Apache-2.0
// Using the name of a retired code, which is deprecated. Its code is not.
#include <sparse.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = sample::sparse::errors[sample::sparse::errc::A_B_c_100000];
#else
constexpr auto error = sample::sparse::errors[sample::sparse::errc::old];
#endif
static_assert(error.retired());
