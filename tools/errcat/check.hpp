// SPDX-License-Identifier: Apache-2.0
// The rules of a catalog, whatever format it was read from.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

namespace errcat::tool {

/// Reports an error for every place where `subject` breaks a rule. A catalog without errors can be generated from.
void check(const catalog& subject, diagnostics& found);

/// Reports a warning for what is allowed and most often not meant.
void warn(const catalog& subject, diagnostics& found);

}  // namespace errcat::tool
