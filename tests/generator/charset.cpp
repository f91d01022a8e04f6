// SPDX-License-Identifier: Apache-2.0
// The character encoding of HTML pages.
#include "charset.hpp"

#include "support/catch.hpp"

#include <string>
#include <string_view>

using namespace errcat::tool;

namespace {

/// Returns the text of a page after its declaration, in UTF-8.
std::string after_declaration(const std::string& declaration, const std::string& bytes) {
  const std::string page = html_in_utf8(declaration + bytes);
  REQUIRE(page.starts_with(declaration));
  return page.substr(declaration.size());
}

std::string in_charset(const std::string& charset, const std::string& bytes) {
  return after_declaration("<html><meta charset=\"" + charset + "\">", bytes);
}

bool is_unchanged(const std::string& page) { return html_in_utf8(page) == page; }

}  // namespace

TEST_CASE("a page in UTF-8 stays as it is, whatever it declares") {
  CHECK(is_unchanged(""));
  CHECK(is_unchanged("plain"));
  CHECK(is_unchanged("\xEF\xBB\xBF\u00E9"));
  for (const char* charset : {"utf-8", "iso-8859-1", "gb2312", "koi8-r", "utf-16"}) {
    CHECK(in_charset(charset, "\u00E9 \u4E2D \U0001F600") == "\u00E9 \u4E2D \U0001F600");
  }
}

TEST_CASE("a page is read by the charset that it declares, or by the larger one that browsers take") {
  struct example {
    const char* charset;
    const char* bytes;
    const char* text;
  };
  for (const auto& [charset, bytes, text] : {example{"koi8-r", "\xC1", "\u0430"},
                                             {"iso-8859-2", "\xB1", "\u0105"},
                                             {"windows-1252", "caf\xE9 \x80", "caf\u00E9 \u20AC"},
                                             {"iso-8859-1", "caf\xE9 \x80", "caf\u00E9 \u20AC"},
                                             {"latin1", "\x80", "\u20AC"},
                                             {"ascii", "\x80", "\u20AC"},
                                             {"us-ascii", "\x80", "\u20AC"},
                                             {"iso-8859-9", "\xFD \x80", "\u0131 \u20AC"},
                                             {"gb2312", "\xD6\xD0 \x81\x39\xEF\x30", "\u4E2D \u3401"},
                                             {"gbk", "\xD6\xD0 \x81\x39\xEF\x30", "\u4E2D \u3401"},
                                             {"shift_jis", "\x82\xA0 \x87\x40", "\u3042 \u2460"},
                                             {"euc-kr", "\xB0\xA1 \x81\x41", "\uAC00 \uAC02"}}) {
    INFO(charset);
    CHECK(in_charset(charset, bytes) == text);
  }
  CHECK(in_charset("windows-1252", std::string(100'000, '\x80')).size() == 300'000);
}

TEST_CASE("the last character is kept, and one that becomes many") {
  CHECK(in_charset("windows-1258", "\xE9 cafe") == "\u00E9 cafe");
  CHECK(in_charset("windows-1255", "a\xE0") == "a\u05D0");
  CHECK(in_charset("tscii", std::string(5000, '\x87')).size() == 45'000);
}

TEST_CASE("a charset is declared in several ways, in any case, and the first one counts") {
  for (const char* declaration :
       {"<meta charset=iso-8859-1>", "<meta charset='iso-8859-1'>", "<meta charset = x><meta charset= \"iso-8859-1\" >",
        "<META CHARSET=\"ISO-8859-1\">", "<meta content=\"text/html; charset=iso-8859-1\">",
        "<meta charset=iso-8859-1 >", "<meta charset=iso-8859-1;x>", "<meta charset=iso-8859-1/>",
        "charset=iso-8859-1\n", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", "encoding=iso-8859-1?>",
        "<?xml encoding='koi8-r'?><meta charset=iso-8859-1>", "<meta charset=iso-8859-1><meta charset=koi8-r>"}) {
    INFO(declaration);
    CHECK(after_declaration(declaration, "\x80") == "\u20AC");  // as in windows-1252
  }
}

TEST_CASE("a charset is looked for in the first 4096 bytes") {
  const std::string declaration = "charset=koi8-r";
  const auto after = [&](std::size_t size) { return std::string(size - declaration.size(), ' ') + declaration; };
  CHECK(after_declaration(after(4096), " \xC1") == " \u0430");
  CHECK(is_unchanged(after(4097) + " \xC1"));  // "koi8-"
  CHECK(is_unchanged(after(5000) + " \xC1"));
}

TEST_CASE("a page that cannot be converted stays as it is") {
  CHECK(is_unchanged("caf\xE9"));
  for (const char* end : {"charset=", "charset=\"", "charset=\"\">", "encoding="})
    CHECK(is_unchanged("\xE9" + std::string(end)));
  for (const char* charset : {"nonsense", "utf-8", "", "\xE9", "a b", "../../x", "%s"})
    CHECK(in_charset(charset, "\xE9") == "\xE9");
  CHECK(is_unchanged(std::string("\xE9 charset=nonsense\0", 20)));
  CHECK(in_charset("gb2312", "\xFF") == "\xFF");
  CHECK(in_charset("shift_jis", "\x82") == "\x82");  // half a character
}

TEST_CASE("a page in UTF-16 is told by its byte order mark") {
  using namespace std::string_view_literals;
  CHECK(html_in_utf8(std::string("\xFF\xFE"
                                 "a\0\xE9\0\x2D\x4E\x3D\xD8\x00\xDE"sv)) == "a\u00E9\u4E2D\U0001F600");
  CHECK(html_in_utf8(std::string("\xFE\xFF\0a\0\xE9\x4E\x2D\xD8\x3D\xDE\x00"sv)) == "a\u00E9\u4E2D\U0001F600");
  CHECK(html_in_utf8("\xFF\xFE").empty());
  for (const std::string_view broken : {"\xFF\xFE"
                                        "a"sv,
                                        "\xFE\xFF\0a\0"sv, "\xFE\xFF\xD8\x3D\0a"sv}) {
    CHECK(is_unchanged(std::string(broken)));
  }
}

TEST_CASE("escape sequences of ISO-2022 are read if the page declares it") {
  const std::string letter = "\x1B$B$\"\x1B(B";
  CHECK(in_charset("iso-2022-jp", "a" + letter + "b") == "a\u3042b");
  CHECK(in_charset("utf-8", letter) == letter);
  CHECK(is_unchanged(letter));
}
