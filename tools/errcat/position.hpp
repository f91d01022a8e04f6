// SPDX-License-Identifier: Apache-2.0
// Positions in files, for diagnostics.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace errcat::tool {

/// A place in a file. Lines and columns count from 1, columns in code points. `file` must outlive the position. In a
/// document that is read as a tree, `file` also names the table, `line` is the row (0 for the headings), and `column`
/// is 0.
struct position {
  std::string_view file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend bool operator==(const position&, const position&) = default;
  friend auto operator<=>(const position&, const position&) = default;  // NOLINT(modernize-use-nullptr): its own zero
};

/// Returns "img.yaml:12:5" or "page.rst, table 1, row 12".
[[nodiscard]] std::string to_string(const position& at);

/// Counts lines and columns along a text. LF, CR and CRLF end a line.
class text_cursor {
public:
  explicit text_cursor(std::string_view file) : at_{file} {}

  /// Returns the position of the next byte.
  [[nodiscard]] const position& at() const noexcept { return at_; }
  void advance(char byte) noexcept;
  void advance(std::string_view bytes) noexcept;

private:
  position at_;
  char previous_ = 0;
};

}  // namespace errcat::tool
