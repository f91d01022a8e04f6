// SPDX-License-Identifier: Apache-2.0
// Conversion with iconv.
#include "charset.hpp"

#include "ascii.hpp"
#include "text.hpp"

#include <iconv.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <utility>

namespace errcat::tool {
namespace {

/// Browsers read these charsets as larger ones.
constexpr std::pair<std::string_view, std::string_view> larger[] = {
    {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},   {"gb2312", "gb18030"},      {"gbk", "gb18030"},
    {"shift_jis", "cp932"},         {"euc-kr", "cp949"},        {"iso-8859-9", "windows-1254"}};

/// Returns the charset that the page declares near its beginning, in lower case; "" if none.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t searched = 4096;
  const std::string head = in_lower_case(std::string(bytes.substr(0, searched)));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t begin = head.find(key);
    if (begin == std::string::npos) continue;
    begin = std::min(head.find_first_not_of("\"' ", begin + key.size()), head.size());
    const std::size_t end = std::min(head.find_first_of("\"' />;?\n", begin), head.size());
    return head.substr(begin, end - begin);
  }
  return "";
}

/// Returns the bytes in UTF-8; nullopt if they are not valid in the charset or iconv does not know it.
// cppcheck-suppress passedByValue; iconv wants characters that are not const
std::optional<std::string> converted(std::string bytes, const std::string& charset) {
  const iconv_t converter = iconv_open("UTF-8", charset.c_str());
  if (converter == iconv_t(-1)) return std::nullopt;  // NOLINT(performance-no-int-to-ptr): as POSIX has it
  std::string out;
  std::array<char, 4096> part{};
  const auto convert = [&](char** from, std::size_t* left) {
    while (true) {
      char* to = part.data();
      std::size_t room = part.size();
      const bool done = iconv(converter, from, left, &to, &room) != static_cast<std::size_t>(-1);
      const bool is_full = !done && errno == E2BIG;
      out.append(part.data(), to);
      if (!is_full) return done;
    }
  };
  char* from = bytes.data();
  std::size_t left = bytes.size();
  // The second call ends the text: a character may wait for one that it is combined with.
  const bool good = convert(&from, &left) && convert(nullptr, nullptr);
  iconv_close(converter);
  return good ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::string html_in_utf8(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return converted(bytes, "UTF-16").value_or(bytes);
  std::string charset = declared_charset(bytes);
  // Much is UTF-8 whatever it declares. Escape sequences are those of ISO-2022, whose bytes are ASCII.
  const bool is_other = !is_utf8(bytes) || bytes.find('\x1B') != std::string::npos;
  if (charset.empty() || !is_other) return bytes;
  const auto* const known = std::ranges::find(larger, charset, [](const auto& names) { return names.first; });
  if (known != std::ranges::end(larger)) charset = known->second;
  return converted(bytes, charset).value_or(bytes);
}

}  // namespace errcat::tool
