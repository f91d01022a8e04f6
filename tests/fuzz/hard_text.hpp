// SPDX-License-Identifier: Apache-2.0
// Strings that a format could misread, made of fuzzed bytes.
#pragma once

#include "oracle.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <utf8.h>
#include <iterator>

namespace errcat::tool {

/// Returns bytes that a cell may hold: UTF-8, no control character but LF, no LF at the end.
inline std::string clean(const std::string& bytes) {
  std::string text;
  utf8::replace_invalid(bytes.begin(), bytes.end(), std::back_inserter(text));
  std::string kept;
  const char* const end = text.data() + text.size();
  for (const char* i = text.data(); i != end;) {
    const char* const begin = i;
    const char32_t c = utf8::next(i, end);
    if (c == U'\n' || !is_control(c)) kept.append(begin, i);
  }
  return make_cell(kept, {}).text;
}

/// Returns strings that a format could misread, more often than random bytes would.
inline std::string text_of(FuzzedDataProvider& bytes) {
  constexpr const char* pieces[] = {"\"",   "\\", "?\?/",   "?",          ")\"",    "\\\n",   "*/",     "//",
                                    "\n",   " ",  "- ",     ": ",         " #",     "---\n",  ",",      "'",
                                    "%",    "{",  "\u2028", "\u2029",     "\u202E", "\u2066", "\uFEFF", "~",
                                    "null", "|",  ">",      "\U0001F600", "\u00A0", "@",      "&amp;",  "<",
                                    "&a",   "*a", "!!t",    "\uFFFE"};
  std::string text;
  for (int count = bytes.ConsumeIntegralInRange(0, 6); count != 0; --count) {
    if (bytes.ConsumeBool()) {
      text += bytes.PickValueInArray(pieces);
    } else {
      text += bytes.ConsumeRandomLengthString(40);
    }
  }
  return clean(text);
}

/// Returns a string that is not empty.
inline std::string or_else(std::string text, const char* instead) {
  return text.find_first_not_of(" \n") == std::string::npos ? instead : text;
}

/// Removes what the code of a named catalog must not contain.
inline std::string as_code(std::string text) {
  std::erase_if(text, [](char c) { return c == '"' || c == '\\' || c == '\n'; });
  return text;
}

/// Fills what every row has besides its code and its name.
inline void fill(row& r, FuzzedDataProvider& bytes) {
  r.status.text = std::to_string(bytes.ConsumeIntegralInRange(100, 599));
  r.message.text = or_else(text_of(bytes), "M.");
  r.description.text = bytes.ConsumeBool() ? r.message.text : text_of(bytes);
  r.handling_measure.text = text_of(bytes);
  r.retired.text = bytes.PickValueInArray({"", "true", "false"});
}

}  // namespace errcat::tool
