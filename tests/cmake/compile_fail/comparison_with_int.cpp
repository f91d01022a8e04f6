// SPDX-License-Identifier: Apache-2.0
// Comparing an enumerator with a number.
#include <ims/errors.hpp>

bool is_24(ims::errc error) {
#ifdef ERRCAT_TWIN
  return error == ims::errc::IMG_0024;
#else
  return error == 24;
#endif
}
