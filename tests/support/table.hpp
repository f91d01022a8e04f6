// SPDX-License-Identifier: Apache-2.0
// The rows of a table as other readers than the generator's see them: the witnesses of the tests.
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

/// By yaml-cpp, which shares no code with libyaml.
[[nodiscard]] std::vector<table_row> rows_of_yaml(const char* file);

/// By libcsv, the whole file at once.
[[nodiscard]] std::vector<table_row> rows_of_csv(const char* file);
