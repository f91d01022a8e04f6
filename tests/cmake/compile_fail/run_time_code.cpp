// SPDX-License-Identifier: Apache-2.0
// Passing a code that is known only at run time.
#include <ims/errors.hpp>

int status_of(std::string_view code) {
#ifdef ERRCAT_TWIN
  const auto error = ims::errors.find(code);
  return error ? error->status() : 0;
#else
  return ims::errors[code].status();
#endif
}
