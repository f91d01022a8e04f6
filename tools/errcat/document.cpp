// SPDX-License-Identifier: Apache-2.0
// Tables without a head.
#include "document.hpp"

#include <algorithm>

namespace errcat::tool {

void complete_head(document_table& table) {
  const bool has_head = !std::ranges::all_of(table.head, &std::string::empty);
  if (has_head || table.rows.empty()) return;
  std::ranges::transform(table.rows.front().cells, table.head.begin(), &cell::text);
  table.rows.erase(table.rows.begin());
}

}  // namespace errcat::tool
