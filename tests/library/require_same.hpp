// SPDX-License-Identifier: Apache-2.0
// Compares the IMG catalog with rows from another reader.
#pragma once

#include <ims/errors.hpp>

#include "support/catch.hpp"
#include "support/table.hpp"

#include <string>
#include <vector>

inline void require_same(const std::vector<table_row>& expected) {
  REQUIRE(expected.size() == ims::errors.size());
  auto error = ims::errors.begin();
  for (const table_row& row : expected) {
    INFO(row.code);
    CHECK(error->code() == row.code);
    CHECK(std::to_string(error->status()) == row.status);
    CHECK(error->message() == row.message);
    CHECK(error->description() == row.description);
    CHECK(error->handling_measure() == row.handling_measure);
    CHECK(error->retired() == row.retired);
    ++error;
  }
  CHECK(error == ims::errors.end());
}
