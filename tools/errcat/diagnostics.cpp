// SPDX-License-Identifier: Apache-2.0
// Printing of diagnostics.
#include "diagnostics.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace errcat::tool {

void diagnostics::error(const position& at, std::string text) {
  list_.push_back({at, "error", std::move(text)});
  ++errors_;
}

void diagnostics::warning(const position& at, std::string text) { list_.push_back({at, "warning", std::move(text)}); }

void diagnostics::add_as_warnings(const diagnostics& other) {
  for (const diagnostic& d : other.list_) warning(d.at, d.text);
}

void diagnostics::print(std::ostream& out) const {
  std::vector<diagnostic> sorted = list_;
  std::ranges::stable_sort(sorted, {}, &diagnostic::at);
  for (const auto& [at, severity, text] : sorted) out << to_string(at) << ": " << severity << ": " << text << '\n';
}

}  // namespace errcat::tool
