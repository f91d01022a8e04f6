// SPDX-License-Identifier: Apache-2.0
// Finds codes in text of any length, in one pass and constant memory.
#pragma once

#include "unescape.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// Codes that are the same but for their numbers, such as IMG.0024.
struct code_family {
  std::string lead;  // "IMG"
  char separator;    // '.'
  bool any_case;     // true: img.0024 is found too, if it has as many digits as some code
  std::size_t least_digits;
  std::size_t most_digits;
};

/// What a scanner looks for. Words are codes without a number, such as AccessDenied.
struct code_patterns {
  std::vector<code_family> families;
  std::vector<std::string> words;
};

struct found_code {
  std::string_view code;  // with the lead as in the family, such as "IMG.0024" for img.0024
  std::string_view text;  // as it is in the text, without escapes
  std::uint64_t line;     // from 1
};

/// Calls `found` with every code in a text, in the order of the text, known or not. Letters, digits and underscores are
/// parts of words, and a single dot joins words: no code is in XIMG.0003, IMG.0001.jpeg or my.IMG.0001. A terminal
/// sequence separates words, but may be between the parts of a code, where grep --color puts it. A word that could be
/// part of a sentence (Request) or of anything (1101) is a code only as a whole value, in quotes, tags or on a line.
class code_scanner {
public:
  code_scanner(code_patterns patterns, std::function<void(const found_code&)> found);

  /// Scans the next piece of the text. A code may begin in one piece and end in the next.
  void feed(std::string_view piece);

  /// Ends the text.
  void finish();

private:
  struct word {
    std::string text;
    bool is_plain;
  };

  void add_word(const std::string& text);
  void scan(std::size_t end);
  void count_lines(std::size_t end);
  void look_for_number(std::size_t separator);
  void look_for_word(std::size_t begin);
  [[nodiscard]] bool is_bounded(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_whole_value(std::size_t begin, std::size_t end) const;
  void report(std::size_t begin, std::size_t end);

  code_patterns patterns_;
  std::function<void(const found_code&)> found_;
  unescaper unescaper_;
  std::string text_ = "\n";  // unescaped: what was scanned last, and what was not scanned
  std::size_t scanned_ = 1;  // where the rest of text_ begins
  std::size_t counted_ = 1;  // up to where line_ counts
  std::uint64_t line_ = 1;
  std::string code_;                        // of the code that is reported
  std::string separators_;                  // of all families
  std::array<unsigned char, 256> parts_{};  // for each byte, which parts of a numbered code it may be
  std::vector<std::vector<word>> words_;    // with the same first two bytes
  std::vector<std::uint16_t> words_at_;     // for each two bytes, the place in words_; 0 is empty
};

}  // namespace errcat::tool
