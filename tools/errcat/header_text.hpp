// SPDX-License-Identifier: Apache-2.0
// The strings of a generated header: each stored once, as literals that every compiler takes.
#pragma once

#include "body.hpp"
#include "checked_catalog.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errcat::tool {

/// True if `c` needs a backslash in a literal: a quote, a backslash, and the second of two question marks, because of
/// trigraphs.
[[nodiscard]] bool needs_backslash(char c, char previous);

/// Returns the initializer of a character array that holds `text` and a terminator: a string literal or, over the
/// length that MSVC takes, a list of characters.
[[nodiscard]] std::string initializer(std::string_view text);

/// The text of a table. Equal strings are stored once.
class text_pool {
public:
  /// A string in one of the pieces that the text consists of.
  struct slice {
    std::size_t piece = 0;
    std::size_t offset = 0;
    std::size_t size = 0;
  };

  slice add(std::string_view text);

  /// Adds a response body. The message and the code are slices of it where JSON needs no escapes.
  slice add_body(const checked_row& r, const body_template& shape);

  /// Places the pieces. After it, `position` returns where a string is, and `write` the array.
  void lay_out();
  [[nodiscard]] std::size_t position(const slice& of) const { return of.size == 0 ? 0 : places_[of.piece] + of.offset; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string write() const;

private:
  slice append(std::string text);
  [[nodiscard]] std::string write_pages() const;

  std::vector<std::string> pieces_;
  std::vector<std::size_t> places_;
  std::size_t page_size_ = 0;  // 0 if the text is one array
  std::size_t size_ = 0;
  std::unordered_map<std::string_view, slice> known_;  // views of the catalog's cells
};

}  // namespace errcat::tool
