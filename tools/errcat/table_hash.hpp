// SPDX-License-Identifier: Apache-2.0
// A hash of a table, which differs between editions.
#pragma once

#include "checked_catalog.hpp"

#include <string>

namespace errcat::tool {

/// Returns a hash (FNV-1a, 16 hexadecimal digits) of everything in the table and of the layout of headers. Notes and
/// the form of the header do not count.
[[nodiscard]] std::string table_hash(const checked_catalog& subject);

}  // namespace errcat::tool
