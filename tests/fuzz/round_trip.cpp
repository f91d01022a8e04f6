// SPDX-License-Identifier: Apache-2.0
// A valid catalog with any strings is unchanged after each writer and its reader.
#include "oracle.hpp"

#include <fuzzer/FuzzedDataProvider.h>

namespace {

using namespace errcat::tool;

/// Returns bytes that a cell may hold: UTF-8, no control character but LF, no LF at the end.
std::string clean(const std::string& bytes) {
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
std::string text_of(FuzzedDataProvider& bytes) {
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
std::string or_else(std::string text, const char* instead) {
  return text.find_first_not_of(" \n") == std::string::npos ? instead : text;
}

catalog catalog_of(FuzzedDataProvider& bytes) {
  catalog subject;
  const bool numbered = bytes.ConsumeBool();
  subject.name_space.text = bytes.ConsumeBool() ? "n" : "outer::inner";
  subject.prefix.text = numbered ? "P" : "";
  subject.license.text = bytes.ConsumeBool() ? "Apache-2.0" : "";
  subject.source.text = or_else(text_of(bytes), "s");
  for (char& c : subject.source.text) c = c == '\n' ? ' ' : c;
  const int rows = bytes.ConsumeIntegralInRange(1, 6);
  std::uint32_t number = 0;
  for (int i = 0; i != rows; ++i) {
    row& r = subject.rows.emplace_back();
    number += bytes.ConsumeIntegralInRange<std::uint32_t>(1, bytes.ConsumeBool() ? 3 : 500'000'000);
    r.code.text = numbered ? "P." + std::to_string(number) : "c" + std::to_string(i) + text_of(bytes);
    if (!numbered) std::erase_if(r.code.text, [](char c) { return c == '"' || c == '\\' || c == '\n'; });
    r.name.text = "name_" + std::to_string(i);
    r.status.text = std::to_string(bytes.ConsumeIntegralInRange(100, 599));
    r.message.text = or_else(text_of(bytes), "M.");
    r.description.text = bytes.ConsumeBool() ? r.message.text : text_of(bytes);
    r.handling_measure.text = text_of(bytes);
    r.retired.text = bytes.PickValueInArray({"", "true", "false"});
    r.note.text = text_of(bytes);
    for (const auto& f : row_fields) (r.*(f.member)).at = {"in"};
  }
  for (const auto& f : catalog_fields) (subject.*(f.member)).at = {"in"};
  return subject;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const catalog subject = catalog_of(bytes);
  diagnostics found;
  check(subject, found);
  if (!found.ok()) return -1;  // a named code that is not a valid enumerator
  require_is_written(subject, {});
  return 0;
}
