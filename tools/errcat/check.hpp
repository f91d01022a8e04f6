// SPDX-License-Identifier: Apache-2.0
// The rules of a catalog, whatever format it was read from.
#pragma once

#include "catalog.hpp"
#include "checked_catalog.hpp"
#include "diagnostics.hpp"

#include <optional>

namespace errcat::tool {

/// Reports an error for every place where `subject` breaks a rule. Returns nullopt if `found` then holds an error, the
/// reader's included. A cell that is missing was reported by the reader if `found` holds an error already.
std::optional<checked_catalog> check(const catalog& subject, diagnostics& found);
std::optional<checked_catalog> check(const catalog&& subject, diagnostics& found) = delete;  // would dangle

}  // namespace errcat::tool
