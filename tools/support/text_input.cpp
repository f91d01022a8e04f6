// SPDX-License-Identifier: Apache-2.0
// Tells UTF-16 and compressed data by their first bytes.
#include "text_input.hpp"

#include <array>
#include <string>

namespace errcat::tool {
namespace {

using namespace std::string_view_literals;

/// Returns the program that decompresses data which begins like this; "" if it is not compressed.
std::string_view decompressor(std::string_view begin) {
  struct format {
    std::string_view magic;
    std::string_view program;
  };
  constexpr format formats[] = {{"\x1F\x8B"sv, "gzip"},
                                {"BZh"sv, "bzip2"},
                                {"\xFD"
                                 "7zXZ"sv,
                                 "xz"},
                                {"\x28\xB5\x2F\xFD"sv, "zstd"},
                                {"PK\x03\x04"sv, "unzip"}};
  for (const auto& [magic, program] : formats) {
    if (begin.starts_with(magic)) return program;
  }
  return "";
}

/// Makes UTF-16 one byte per unit. A unit may be split between two pieces.
class narrower {
public:
  explicit narrower(bool is_big) : is_big_(is_big) {}

  std::string_view narrow(std::string_view piece) {
    text_.clear();
    for (const char c : piece) {
      if (has_first_) {
        const char high = is_big_ ? first_ : c;
        const char low = is_big_ ? c : first_;
        text_ += high == '\0' ? low : '\x80';
      }
      first_ = c;
      has_first_ = !has_first_;
    }
    return text_;
  }

private:
  bool is_big_;
  bool has_first_ = false;
  char first_ = '\0';
  std::string text_;
};

}  // namespace

std::string_view read_text(std::FILE* file, const std::function<void(std::string_view)>& on_piece) {
  static std::array<char, 1 << 16> buffer;
  std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file);
  std::string_view piece(buffer.data(), size);
  if (const std::string_view program = decompressor(piece); !program.empty()) return program;
  const bool is_big = piece.starts_with("\xFE\xFF"sv);
  if (!is_big && !piece.starts_with("\xFF\xFE"sv)) {
    for (; size != 0; size = std::fread(buffer.data(), 1, buffer.size(), file)) on_piece({buffer.data(), size});
    return "";
  }
  narrower units(is_big);
  for (; size != 0; size = std::fread(buffer.data(), 1, buffer.size(), file)) {
    on_piece(units.narrow({buffer.data(), size}));
  }
  return "";
}

}  // namespace errcat::tool
