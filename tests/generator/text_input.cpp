// SPDX-License-Identifier: Apache-2.0
// Text from files, a piece at a time.
#include "text_input.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"

#include <memory>
#include <string>
#include <vector>

using namespace errcat::tool;
using namespace std::string_view_literals;

namespace {

struct text_read {
  std::string text;
  std::vector<std::size_t> pieces;  // their sizes
  std::string program;
  bool failed = false;
};

text_read text_of(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  REQUIRE(file != nullptr);
  text_read result;
  result.program = read_text(file.get(), [&](std::string_view piece) {
    result.text += piece;
    result.pieces.push_back(piece.size());
  });
  result.failed = std::ferror(file.get()) != 0;
  return result;
}

text_read text_in(const char* name, std::string_view bytes) {
  const auto file = scratch(name) / "text";
  put(file, bytes);
  return text_of(file);
}

}  // namespace

TEST_CASE("text is passed on as it is, in pieces of limited size") {
  using sizes = std::vector<std::size_t>;
  CHECK(text_in("text-pieces", "").pieces.empty());
  CHECK(text_in("text-pieces", "a").text == "a");
  const std::string_view any = "\0\xFF\x80\r\n\xEF\xBB\xBF"sv;
  CHECK(text_in("text-pieces", any).text == any);
  CHECK(text_in("text-pieces", std::string(65'536, 'x')).pieces == sizes{65'536});
  CHECK(text_in("text-pieces", std::string(65'537, 'x')).pieces == sizes{65'536, 1});
  std::string long_text;
  for (int i = 0; i != 40'000; ++i) long_text += std::to_string(i);
  const auto read = text_in("text-pieces", long_text);
  CHECK(read.text == long_text);
  CHECK(read.program.empty());
  CHECK_FALSE(read.failed);
}

TEST_CASE("UTF-16 becomes a byte for each unit, and what is not ASCII one that is not either") {
  CHECK(text_in("text-utf16",
                "\xFF\xFE"
                "a\0\n\0"sv)
            .text ==
        "\x80"
        "a\n");
  CHECK(text_in("text-utf16", "\xFE\xFF\0a\0\n"sv).text ==
        "\x80"
        "a\n");
  CHECK(text_in("text-utf16", "\xFF\xFE\xE9\0\x00\x01\x41\x30\x3D\xD8\x00\xDE"sv).text == "\x80\xE9\x80\x80\x80\x80");
  CHECK(text_in("text-utf16", "\xFE\xFF\0\xE9\x01\x00\x30\x41\xD8\x3D\xDE\x00"sv).text == "\x80\xE9\x80\x80\x80\x80");
  CHECK(text_in("text-utf16", "\xFF\xFE").text == "\x80");
  CHECK(text_in("text-utf16",
                "\xFF\xFE"
                "a\0b"sv)
            .text ==
        "\x80"
        "a");  // half a unit at the end
  for (const bool big : {false, true}) {
    std::string units = big ? "\xFE\xFF" : "\xFF\xFE";
    for (int i = 0; i != 50'000; ++i) units += big ? "\0x"sv : "x\0"sv;
    const auto read = text_in("text-utf16", units);
    CHECK(read.pieces.size() == 2);
    CHECK(read.text == '\x80' + std::string(50'000, 'x'));
  }
}

TEST_CASE("without a byte order mark at its beginning, text is not UTF-16") {
  for (const std::string_view bytes : {"a\0b\0"sv, "\xFF"sv, "\xFE"sv, "\xFF\xFF"sv,
                                       "a\xFF\xFE"
                                       "b\0"sv}) {
    CHECK(text_in("text-other", bytes).text == bytes);
  }
}

TEST_CASE("compressed data is not passed on, and its program is named") {
  const std::pair<std::string_view, const char*> formats[] = {{"\x1F\x8B"sv, "gzip"},
                                                              {"BZh"sv, "bzip2"},
                                                              {"\xFD\x37zXZ"sv, "xz"},
                                                              {"\x28\xB5\x2F\xFD"sv, "zstd"},
                                                              {"PK\x03\x04"sv, "unzip"}};
  for (const auto& [magic, program] : formats) {
    INFO(program);
    for (const std::string& rest : {std::string(), std::string(100'000, 'x')}) {
      const auto read = text_in("text-packed", std::string(magic) + rest);
      CHECK(read.program == program);
      CHECK(read.pieces.empty());
    }
    const std::string_view begun = magic.substr(0, magic.size() - 1);
    CHECK(text_in("text-packed", begun).text == begun);
    const std::string later = ' ' + std::string(magic);
    CHECK(text_in("text-packed", later).text == later);
  }
}

TEST_CASE("an error of the file is left for the caller") {
  const auto read = text_of(scratch("text-error"));  // a folder
  CHECK(read.failed);
  CHECK(read.program.empty());
  CHECK(read.pieces.empty());
}
