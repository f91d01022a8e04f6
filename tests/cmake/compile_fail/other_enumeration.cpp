// SPDX-License-Identifier: Apache-2.0
// Passing an enumerator of another catalog.
#include <ims/errors.hpp>
#include <sparse.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = ims::errors[ims::errc::IMG_0007];
#else
constexpr auto error = ims::errors[sample::sparse::errc::seven];
#endif
static_assert(error.status() == 400);
