// SPDX-License-Identifier: Apache-2.0
// The scanner finds the codes of two catalogs as regular expressions do, however its input is escaped and split.
#include "scan.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using errcat::tool::code_scanner;
using errcat::tool::found_code;

struct pattern {
  std::regex in_text;
  const char* lead;  // nullptr: a word
  bool any_case = false;
  bool is_plain = false;
};

std::regex icase(const char* text) { return std::regex(text, std::regex::icase); }

const std::vector<pattern>& patterns() {
  static const std::vector<pattern> all{
      {icase("(IMG)\x02?\\.\x02?([0-9]{1,20})(?![0-9])"), "IMG.", true},
      {std::regex("(IMG)\x02?:\x02?([0-9]{1,20})(?![0-9])"), "IMG:"},
      {icase("(SFS\\.TURBO)\x02?\\.\x02?([0-9]{1,20})(?![0-9])"), "SFS.TURBO.", true},
      {std::regex("KMS\\.NotFoundException"), nullptr},
      {std::regex("AccessDenied"), nullptr},
      {std::regex("Request"), nullptr, false, true},
      {std::regex("1101"), nullptr, false, true},
  };
  return all;
}

/// Returns the codes in text without escapes.
std::vector<std::string> search(const std::string& text) {
  static const std::regex begins("[^A-Za-z0-9_.]|[^A-Za-z0-9_]\\.");
  static const std::regex ends("[^A-Za-z0-9_.]|\\.[^A-Za-z0-9_]");
  static const std::regex value_begins("[\\s\\S]?[\"'`>\n]");
  static const std::regex value_ends("[\"'`<\n\r][\\s\\S]*");
  std::vector<std::string> codes;
  const std::string padded = "\n\n" + text + "\n\n";
  for (std::size_t i = 2; i < padded.size() - 2; ++i) {
    constexpr std::string_view first_letters = "IiSsKAR1";
    if (first_letters.find(padded[i]) == std::string_view::npos) continue;  // regular expressions take long
    const auto at = padded.cbegin() + static_cast<std::ptrdiff_t>(i);
    if (!std::regex_match(at - 1, at, begins) && !std::regex_match(at - 2, at, begins)) continue;
    for (const pattern& p : patterns()) {
      std::smatch match;
      if (!std::regex_search(at, padded.cend(), match, p.in_text, std::regex_constants::match_continuous)) continue;
      const auto end = match[0].second;
      if (!std::regex_match(end, end + 1, ends) && !std::regex_match(end, end + 2, ends)) continue;
      if (p.is_plain && !(std::regex_match(at - 1, at, value_begins) && std::regex_match(end, end + 1, value_ends))) {
        continue;
      }
      if (p.lead == nullptr) {
        codes.push_back(match[0]);
        continue;
      }
      const std::string lead = p.lead;
      if (match[1] != lead.substr(0, lead.size() - 1) && match[2].length() != 4) continue;
      codes.push_back(lead + match[2].str());
    }
  }
  return codes;
}

/// Escapes, and what they are without.
constexpr std::array<std::pair<const char*, char>, 24> escapes{{
    {"\\n", '\x01'},
    {"\\\\t", '\x01'},
    {"\\u000a", '\x01'},
    {"\\xc3", '\x01'},
    {"%0A", '\x01'},
    {"%25e4", '\x01'},
    {"#011", '\x01'},
    {"\\\"", '"'},
    {"\\\\\\\"", '"'},
    {"\\u0022", '"'},
    {"\\\\x22", '"'},
    {"%22", '"'},
    {"%5C%22", '"'},
    {"%2522", '"'},
    {"%3D", '='},
    {"%2E", '.'},
    {"\\u002E", '.'},
    {"%3a", ':'},
    {"\x1B[31m", '\x02'},
    {"\\u001b[0;1m", '\x02'},
    {"\\\\e[K", '\x02'},
    {"%1B%5BK", '\x02'},
    {"#033[38;5;9m", '\x02'},
    {"^[(B", '\x02'},
}};

bool may_begin_escape(char c) { return c == '\\' || c == '%' || c == '#' || c == '^' || c == '\x1B'; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  std::vector<std::string> codes;
  code_scanner scanner({{{"IMG", '.', true, 4, 4}, {"IMG", ':', false, 1, 4}, {"SFS.TURBO", '.', true, 4, 4}},
                        {"KMS.NotFoundException", "AccessDenied", "Request", "1101"}},
                       [&codes](const found_code& found) { codes.emplace_back(found.code); });
  // Any bytes: nothing to compare with, but that the pieces do not matter.
  if (bytes.ConsumeBool()) {
    const std::string text = bytes.ConsumeRandomLengthString(1000);
    scanner.feed(text);
    scanner.finish();
    const std::vector<std::string> whole = std::exchange(codes, {});
    for (std::size_t at = 0; at < text.size();) {
      const auto count = bytes.ConsumeIntegralInRange<std::size_t>(1, 100);
      scanner.feed(std::string_view(text).substr(at, count));
      at += count;
    }
    scanner.finish();
    if (codes != whole) std::abort();
    return 0;
  }
  std::string plain;
  while (bytes.remaining_bytes() != 0) {
    std::string piece = bytes.ConsumeRandomLengthString(100);
    for (char& c : piece) {
      if (may_begin_escape(c) || c == '\x02') c = ' ';
    }
    plain += piece;
    const auto& [escape, meaning] = bytes.PickValueInArray(escapes);
    scanner.feed(piece);
    scanner.feed(escape);
    if (meaning != '\x02' || !plain.ends_with('\x02')) plain += meaning;
  }
  scanner.finish();
  if (codes != search(plain)) std::abort();
  return 0;
}
