// SPDX-License-Identifier: Apache-2.0
// Rows of a YAML catalog, read by yaml-cpp, which shares no code with the generator's libyaml.
#pragma once

#include "table.hpp"

[[nodiscard]] std::vector<table_row> rows_of_yaml(const char* file);
