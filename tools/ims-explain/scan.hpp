// SPDX-License-Identifier: Apache-2.0
// Finds codes in text of any length, in constant memory.
#pragma once

#include "ascii.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace errcat::tool {

/// Calls `found` with every word that consists of `lead` and digits, such as IMG.0024, in the order of the text.
class code_scanner {
public:
  code_scanner(std::string lead, std::function<void(std::string_view)> found)
      : lead_(std::move(lead)), found_(std::move(found)) {}

  /// Scans the next piece of the text. A code may begin in one piece and end in the next.
  void feed(std::string_view piece) {
    for (const char c : piece) {
      if (is_of_word(c)) {
        if (word_.size() < longest) word_ += c;
      } else if (!word_.empty()) {
        finish();
      }
    }
  }

  /// Ends the text.
  void finish() {
    std::string_view word = word_;
    while (word.ends_with('.')) word.remove_suffix(1);  // the end of a sentence
    const bool is_code = word_.size() < longest && word.size() > lead_.size() && word.starts_with(lead_) &&
                         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(lead_.size()), word.end(), is_digit);
    if (is_code) found_(word);
    word_.clear();
  }

private:
  static constexpr std::size_t longest = 32;  // bytes; every code is shorter

  static bool is_of_word(char c) { return is_alphanumeric(c) || c == '_' || c == '.'; }

  std::string lead_;
  std::function<void(std::string_view)> found_;
  std::string word_;
};

}  // namespace errcat::tool
