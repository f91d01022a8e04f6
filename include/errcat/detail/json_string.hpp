// SPDX-License-Identifier: Apache-2.0
// Text as the content of a JSON string.
#pragma once

#include <errcat/detail/table.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace errcat {
inline namespace layout_3 {
namespace detail {

/// What a JSON string needs of its content.
enum class json_string_kind { verbatim, escapes, invalid_utf8 };

/// Returns the size of the UTF-8 sequence of several bytes at the front of `text`; 0 if it is not valid (overlong, a
/// surrogate, above U+10FFFF or incomplete).
[[nodiscard]] constexpr std::size_t utf8_sequence(const unsigned char* text, std::size_t size) noexcept {
  const auto continues = [](unsigned char byte) { return (byte & 0xC0U) == 0x80; };
  const unsigned char lead = text[0];
  if (lead < 0xE0) return lead >= 0xC2 && size >= 2 && continues(text[1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (size < 3 || !continues(text[1]) || !continues(text[2])) return 0;
    if (lead == 0xE0) return text[1] >= 0xA0 ? 3 : 0;
    return lead != 0xED || text[1] < 0xA0 ? 3 : 0;
  }
  if (lead > 0xF4 || size < 4 || !continues(text[1]) || !continues(text[2]) || !continues(text[3])) return 0;
  if (lead == 0xF0) return text[1] >= 0x90 ? 4 : 0;
  return lead != 0xF4 || text[1] < 0x90 ? 4 : 0;
}

/// True if the lower three bytes of `word` are a UTF-8 sequence, as most Chinese characters are.
[[nodiscard]] constexpr bool is_utf8_of_three(std::uint32_t word) noexcept {
  if ((word & 0x00C0C0F0) != 0x008080E0) return false;
  const std::uint32_t high = (word & 0x0F) << 1 | (word >> 13 & 1);  // the code point's upper five bits
  return high != 0 && high != 0x1B;                                  // overlong, a surrogate
}

[[nodiscard]] constexpr bool needs_json_escape(unsigned char byte) noexcept {
  return byte < 0x20 || byte == '"' || byte == '\\';
}

/// True if none of eight bytes needs an escape or is outside ASCII.
[[nodiscard]] constexpr bool is_plain(std::uint64_t word) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t high = 0x80 * ones;
  const auto has_zero_byte = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes; };
  const std::uint64_t below_space = (word - 0x20 * ones) & ~word;
  return ((word | below_space | has_zero_byte(word ^ '"' * ones) | has_zero_byte(word ^ '\\' * ones)) & high) == 0;
}

[[nodiscard]] inline json_string_kind json_kind_of(std::string_view text) noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  bool escapes = false;
  for (std::size_t i = 0; i != text.size();) {
    if (bytes[i] < 0x80) {
      if (text.size() - i >= 8 && is_plain(load_8(text.data() + i))) {
        i += 8;
      } else {
        escapes |= needs_json_escape(bytes[i++]);
      }
    } else if (text.size() - i >= 4 && is_utf8_of_three(load_4(text.data() + i))) {
      i += 3;
    } else {
      const std::size_t size = utf8_sequence(bytes + i, text.size() - i);
      if (size == 0) return json_string_kind::invalid_utf8;
      i += size;
    }
  }
  return escapes ? json_string_kind::escapes : json_string_kind::verbatim;
}

/// Appends valid UTF-8 with the escapes that JSON needs, the same that nlohmann_json chooses.
inline void append_json_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!needs_json_escape(byte)) continue;
    out.append(text, copied, i - copied);
    copied = i + 1;
    constexpr std::string_view controls = "\b\t\n\f\r";
    const std::size_t control = controls.find(text[i]);
    if (byte >= 0x20) {
      out.append({'\\', text[i]});
    } else if (control != std::string_view::npos) {
      out.append({'\\', "btnfr"[control]});
    } else {
      out.append("\\u00").append({"01"[byte >> 4], "0123456789abcdef"[byte & 15]});
    }
  }
  out.append(text, copied);
}

}  // namespace detail
}  // namespace layout_3
}  // namespace errcat
