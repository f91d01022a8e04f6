// SPDX-License-Identifier: Apache-2.0
// A value without a row ends the program through the hook that the program defined.
#include <cstdio>
#include <cstdlib>
#define ERRCAT_TRAP(reason) std::_Exit(std::fputs(reason "\n", stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 42)
#include <ims/errors.hpp>

int main(int argc, char** /*argv*/) {
  return ims::errors[static_cast<ims::errc>(9998 + argc)].status();  // known at run time only
}
