// SPDX-License-Identifier: Apache-2.0
// Catch2's main function, in a file of its own: version 2 compiles its whole implementation here.
#define CATCH_CONFIG_MAIN
#include "support/catch.hpp"

#if __has_include(<catch2/catch_all.hpp>)
int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#endif
