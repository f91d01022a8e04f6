// SPDX-License-Identifier: Apache-2.0
// What the subcommands share.
#include "commands.hpp"
#include "file.hpp"
#include "usage.hpp"

#include "support/catch.hpp"

#include <new>
#include <sstream>

using namespace errcat::tool;

TEST_CASE("a command's status is passed on, and what it throws is printed and has status 2") {
  std::ostringstream err;
  CHECK(guarded([] { return success; }, err) == 0);
  CHECK(guarded([] { return failure; }, err) == 1);
  CHECK(err.str().empty());
  CHECK(guarded([]() -> exit_status { throw usage_error("wrong\x1B"); }, err) == 2);
  CHECK(guarded([]() -> exit_status { throw file_error("full"); }, err) == 2);
  CHECK(guarded([]() -> exit_status { throw std::bad_alloc(); }, err) == 2);
  CHECK(err.str() == "errcat: wrongU+001B\nerrcat: full\nerrcat: out of memory\n");
}

TEST_CASE("text that cannot be printed is an error") {
  std::ostringstream out;
  print("text", out);
  CHECK(out.str() == "text");
  out.setstate(std::ios::failbit);
  CHECK_THROWS_AS(print("more", out), file_error);
}
