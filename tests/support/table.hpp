// SPDX-License-Identifier: Apache-2.0
// The rows of the published table, read by other code than the generator's: the reference data of the tests.
#pragma once

#include <string>
#include <vector>

struct table_row {
  std::string code;
  std::string name;  // empty: the table has no names
  std::string status;
  std::string message;
  std::string description;
  std::string handling_measure;
  bool retired = false;
};

/// Reads CSV (RFC 4180) with a reader of the tests' own. Throws std::runtime_error for text that is not CSV.
[[nodiscard]] std::vector<table_row> rows_of_csv(const char* file);
