// SPDX-License-Identifier: Apache-2.0
// Running another program.
#include "subprocess.hpp"

#include "support/catch.hpp"

using errcat::tool::run_program;

TEST_CASE("a program's output and status are returned, and no shell reads its arguments") {
  const auto echoed = run_program({"printf", "%s", "a $HOME; 'b'"});
  CHECK(echoed.status == 0);
  CHECK(echoed.out == "a $HOME; 'b'");
  CHECK(run_program({"false"}).status == 1);
  CHECK(run_program({"sh", "-c", "kill -9 $$"}).status == 128 + 9);
  CHECK(run_program({"head", "-c", "1000000", "/dev/zero"}).out.size() == 1'000'000);
}

TEST_CASE("a program that does not exist has the status -1") {
  CHECK(run_program({"errcat-no-such-program"}).status == -1);
}
