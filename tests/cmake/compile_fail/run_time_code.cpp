// SPDX-License-Identifier: Apache-2.0
// A text that is known at run time only.
#include <ims/errors.hpp>

int status_of(std::string_view code) {
#ifdef ERRCAT_TWIN
  const auto error = ims::errors.find(code);
  return error ? error->status() : 0;
#else
  return ims::errors[code].status();
#endif
}
