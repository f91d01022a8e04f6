// SPDX-License-Identifier: Apache-2.0
// The rows of a YAML catalog by yaml-cpp, which shares no code with the generator's libyaml.
#pragma once

#include "table.hpp"

[[nodiscard]] std::vector<table_row> rows_of_yaml(const char* file);
