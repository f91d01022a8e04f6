// SPDX-License-Identifier: Apache-2.0
// Printing of diagnostics.
#include "diagnostics.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace errcat::tool {

std::string to_string(const position& at) {
  return std::string(at.file) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

void diagnostics::error(const position& at, std::string text) { list_.push_back({at, std::move(text)}); }

void diagnostics::print(std::ostream& out) const {
  std::vector<diagnostic> sorted = list_;
  std::ranges::stable_sort(sorted, {}, &diagnostic::at);
  for (const auto& [at, text] : sorted) out << to_string(at) << ": error: " << text << '\n';
}

}  // namespace errcat::tool
