// SPDX-License-Identifier: Apache-2.0
// Undoes the escapes that programs put around codes in logs: terminal sequences, JSON and C escapes, percent encoding.
#pragma once

#include <string>
#include <string_view>

namespace errcat::tool {

/// A terminal sequence, or several in a row, in unescaped text.
inline constexpr char terminal_mark = '\x02';

// A character that was written as an escape and is not printable ASCII, such as `\n` or `%C3`, in unescaped text. A
// line break that was written as such stays one, so that lines can be counted.
inline constexpr char escaped_mark = '\x01';

// Unescapes text of any length in constant memory:
//
//   \n \t \r \b \f \v \a, \" \' \/, \u0022, \u{22}, \U00000022, \x22, \042   JSON and C, after any number of
//   backslashes (JSON in JSON) %22, %2522, %252522                                 percent encoding, also of the
//   escapes above ESC[31m ESC[K ESC(B ESC7, with ESC as byte, \e, \033, \u001b, %1B, ^[ or #033 #011 control characters
//   as syslog writes them
//
// Everything else stays as it is, except that a run of backslashes becomes one.
class unescaper {
public:
  /// Appends the next piece to `out`, but for an escape that may continue in the piece after it.
  void feed(std::string_view piece, std::string& out);

  /// Ends the text.
  void finish(std::string& out);

private:
  /// Returns the bytes that were not used.
  static std::string_view unescape(std::string_view text, bool is_end, std::string& out);

  std::string rest_;  // of the last piece; shorter than the longest escape
};

}  // namespace errcat::tool
