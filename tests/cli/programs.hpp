// SPDX-License-Identifier: Apache-2.0
// The programs, as words for a shell.
#pragma once

#include "support/command.hpp"

inline const std::string tool = word(ERRCAT_TOOL);
inline const std::string explain = word(IMS_EXPLAIN);
