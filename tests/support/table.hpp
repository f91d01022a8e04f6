// SPDX-License-Identifier: Apache-2.0
// Rows of a published table, read independently of the generator: the reference data of the tests.
#pragma once

#include <string>
#include <vector>

struct table_row {
  std::string code;
  std::string name;  // empty if the table has no names
  std::string status;
  std::string message;
  std::string description;
  std::string handling_measure;
  bool retired = false;
};

/// Reads a CSV file (RFC 4180). Throws std::runtime_error if the last line is not terminated.
[[nodiscard]] std::vector<table_row> rows_of_csv(const char* file);
