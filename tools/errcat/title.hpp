// SPDX-License-Identifier: Apache-2.0
// The title of a catalog's pages.
#pragma once

#include "checked_catalog.hpp"

#include <string>

namespace errcat::tool {

/// Returns "IMG error codes": the prefix, or the namespace of a named catalog.
[[nodiscard]] std::string title_of(const checked_catalog& subject);

}  // namespace errcat::tool
