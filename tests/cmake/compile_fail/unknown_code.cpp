// SPDX-License-Identifier: Apache-2.0
// Passing a code that is not in the catalog.
#include <ims/errors.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = ims::errors["IMG.0024"];
#else
constexpr auto error = ims::errors["IMG.9999"];
#endif
static_assert(error.status() == 400);
