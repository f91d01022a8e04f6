// SPDX-License-Identifier: Apache-2.0
// ims-explain as its user runs it.
#include "support/catch.hpp"
#include "support/command.hpp"

namespace {

const std::string explain = word(IMS_EXPLAIN);

}  // namespace

TEST_CASE("ims-explain says what a code means and what to do") {
  const auto result = run(explain + " IMG.0024");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(result.out ==
        "IMG.0024\n"
        "  status            400\n"
        "  message           The image type in the request is incorrect.\n"
        "  handling measure  Select either BMS or ECS.\n");
}

TEST_CASE("ims-explain shows a description that differs, a list, and that there is no measure") {
  const auto result = run(explain + " IMG.0004 IMG.0075 IMG.0083");
  CHECK(result.status == 0);
  CHECK(result.out.find("  description       The image name contains more than 1024 characters.\n") !=
        std::string::npos);
  CHECK(result.out.find("\n                    - Digits\n") != std::string::npos);
  CHECK(result.out.find("  handling measure  (the table gives none)\n") != std::string::npos);
}

TEST_CASE("ims-explain names an unknown code and still explains the known ones") {
  const auto result = run(explain + " IMG.9999 IMG.0001");
  CHECK(result.status == 1);
  CHECK(result.err == "ims-explain: IMG.9999: not in the table\n");
  CHECK(result.out.starts_with("IMG.0001\n"));
}

TEST_CASE("ims-explain takes wrong usage and a full disk for status 2") {
  CHECK(run(explain).status == 2);
  CHECK(run(explain + " --nonsense").status == 2);
  CHECK(run(explain + " IMG.0001 >/dev/full").status == 2);
  CHECK(run(explain + " --help").status == 0);
  CHECK(run(explain + " --version").out.starts_with("ims-explain 1."));
}
