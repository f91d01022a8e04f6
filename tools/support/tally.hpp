// SPDX-License-Identifier: Apache-2.0
// Counts the codes in text.
#pragma once

#include "error_table.hpp"
#include "explanation.hpp"
#include "scan.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errcat::tool {

/// Counts the codes of tables in text, in constant memory: of unknown codes it keeps a thousand.
class tally {
public:
  struct code {
    std::string name;             // as in the table; of an unknown code as in the text
    std::string text;             // as it was found first
    error_tables::row_list rows;  // empty: unknown
    std::uint64_t count;
    std::string file;  // where it was found first
    std::uint64_t line;
  };

  explicit tally(const error_tables& tables);

  /// Begins the next text. `file` is its name, empty for standard input.
  void begin_text(const std::string& file) { file_ = file; }
  void feed(std::string_view piece) { scanner_.feed(piece); }
  void finish_text() { scanner_.finish(); }

  /// Returns the codes in the order in which they were found.
  [[nodiscard]] const std::vector<code>& codes() const noexcept { return codes_; }

  /// Returns the codes that were found since the last call.
  [[nodiscard]] std::vector<code> take_new();

  /// Returns how many codes were found, each as often as it occurs.
  [[nodiscard]] std::uint64_t total() const noexcept { return total_; }

  /// True if there are more unknown codes than are kept, and how often they occur.
  [[nodiscard]] bool has_more_unknown() const noexcept { return more_unknown_ != 0; }
  [[nodiscard]] std::uint64_t more_unknown() const noexcept { return more_unknown_; }

private:
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void count(const found_code& found);

  const error_tables& tables_;
  code_scanner scanner_;
  std::string file_;
  std::vector<code> codes_;
  std::unordered_map<std::string, std::size_t, hash, std::equal_to<>> places_;  // in codes_, of each way to write them
  std::size_t taken_ = 0;
  std::size_t unknown_ = 0;
  std::uint64_t more_unknown_ = 0;
  std::uint64_t total_ = 0;
};

/// Prints how often each code occurs, the most frequent first, with the line where it occurs first and its message.
void print_counts(const error_tables& tables, const tally& codes, bool json, const output_style& style,
                  std::ostream& out);

}  // namespace errcat::tool
