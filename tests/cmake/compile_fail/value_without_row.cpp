// SPDX-License-Identifier: Apache-2.0
// Passing a value without a row, in a constant expression.
#include <ims/errors.hpp>

#ifdef ERRCAT_TWIN
constexpr auto error = ims::errors[static_cast<ims::errc>(24)];
#else
constexpr auto error = ims::errors[static_cast<ims::errc>(9999)];
#endif
static_assert(error.status() == 400);
