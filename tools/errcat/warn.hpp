// SPDX-License-Identifier: Apache-2.0
// Warnings about a catalog that breaks no rule.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

namespace errcat::tool {

/// Warns about legal but suspicious rows, each time with the name of a rule (see rules.hpp).
void warn(const catalog& subject, diagnostics& found);

}  // namespace errcat::tool
