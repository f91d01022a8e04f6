// SPDX-License-Identifier: Apache-2.0
// Codes in logs.
#include "scan.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace errcat::tool;

namespace {

code_patterns patterns() {
  return {{{"IMG", '.', true, 4, 4}, {"IMG", ':', false, 1, 4}, {"SFS.TURBO", '.', true, 4, 4}},
          {"AccessDenied", "KMS.NotFoundException", "Request", "1101"}};
}

std::vector<std::string> codes_in(const std::vector<std::string>& pieces, const code_patterns& wanted = patterns()) {
  std::vector<std::string> codes;
  code_scanner scanner(wanted, [&](const found_code& found) { codes.emplace_back(found.code); });
  for (const std::string& piece : pieces) scanner.feed(piece);
  scanner.finish();
  return codes;
}

const std::vector<std::string> one{"IMG.0024"};

}  // namespace

TEST_CASE("a code is found between whatever logs put around it") {
  for (const std::string text :
       {"IMG.0024", "(IMG.0024)", "\"IMG.0024\"", "at IMG.0024.", "failed...IMG.0024...", ".IMG.0024", "a/IMG.0024/b",
        "x-IMG.0024-1", "a/.IMG.0024", "IMG.0024:", "IMG.0024,IMG", "img.0024", "Img.0024",
        "\u9519\u8BEFIMG.0024\u3002", "\u201CIMG.0024\u201D", "\xFF\xFEIMG.0024\xC3", "code=IMG.0024&a",
        "<code>IMG.0024</code>", "&quot;IMG.0024&quot;"}) {
    INFO(text);
    CHECK(codes_in({text}) == one);
  }
}

TEST_CASE("a code is found between escapes") {
  for (const std::string before : {"\x1B[31m", "\x1B[0;1m\x1B[K", "\\u001b[31m", "\\x1b[1m",  "\\033[31m", "\\e[31m",
                                   "^[[31m",   "#033[31m",        "\x1B(B",      "\\n",       "\\t",       "\\\\n",
                                   "\\\"",     "\\\\\\\"",        "\\u0022",     "\\\\u0022", "\\x22",     "%22",
                                   "%3D",      "%2522",           "%5C%22",      "#012",      "\\u9519"}) {
    INFO(before);
    CHECK(codes_in({"error" + before + "IMG.0024" + before + "next"}) == one);
    CHECK(codes_in({before + "IMG.0024"}) == one);
    CHECK(codes_in({"error" + before + "AccessDenied" + before}) == std::vector<std::string>{"AccessDenied"});
  }
}

TEST_CASE("a terminal sequence may be between the parts of a code") {
  CHECK(codes_in({"\x1B[01;31m\x1B[KIMG\x1B[m\x1B[K.0024"}) == one);
  CHECK(codes_in({"\x1B[01;31m\x1B[KIMG.\x1B[m\x1B[K0024"}) == one);
  CHECK(codes_in({"IMG\x1B[K.\x1B[K0024"}) == one);
  CHECK(codes_in({"I\x1B[KMG.0024"}).empty());
}

TEST_CASE("a part of a longer word is not a code") {
  for (const char* text : {"IMG.0001.jpeg", "XIMG.0003",
                           "IMG.0024x",     "IMG.0024_1",
                           "_IMG.0024",     "my.IMG.0024",
                           "/x.IMG.0024",   "IMG.0024.5",
                           "IMG.",          "IMG",
                           "IMG.x",         "IMG .0024",
                           "0IMG.0024",     "IMG.000000000000000000024",
                           "img.24",        "img.00241",
                           "img:144",       "IMG-0024",
                           "IMG_0024",      "XAccessDenied",
                           "AccessDeniedX", "AccessDenied.Foo",
                           "accessdenied",  "TURBO.0001"}) {
    INFO(text);
    CHECK(codes_in({text}).empty());
  }
}

TEST_CASE("numbers with a known lead are found, whether a table has them or not") {
  CHECK(codes_in({"IMG.9999 IMG.24 IMG.00241 IMG:144 IMG%3A144 img.9999"}) ==
        std::vector<std::string>{"IMG.9999", "IMG.24", "IMG.00241", "IMG:144", "IMG:144", "IMG.9999"});
  CHECK(codes_in({"sfs.turbo.0001 KMS.NotFoundException."}) ==
        std::vector<std::string>{"SFS.TURBO.0001", "KMS.NotFoundException"});
}

TEST_CASE("a word that prose may contain is a code only as a whole value") {
  for (const std::string word : {"Request", "1101"}) {
    INFO(word);
    const std::vector<std::string> found{word};
    for (const std::string& text : {"\"" + word + "\"", "`" + word + "`", "\\\"" + word + "\\\"", "'" + word + "'",
                                    ">" + word + "<", word, "a\n" + word + "\r\n", "%22" + word + "%22"}) {
      INFO(text);
      CHECK(codes_in({text}) == found);
    }
    CHECK(codes_in({"the " + word + " failed"}).empty());
    CHECK(codes_in({"\"the " + word + "\""}).empty());
    CHECK(codes_in({"\"" + word + " failed\""}).empty());
  }
}

TEST_CASE("a word that only a code is may be anywhere, and the longest is found") {
  const code_patterns wanted{
      {}, {"Acc1", "Acc1-Denied", "iD", "E2", "Access-Denied", "a_b", "REQUEST", "11-01", "Z", "aB3"}};
  for (const char* word : {"Acc1", "Acc1-Denied", "iD", "E2", "Access-Denied", "a_b", "aB3"}) {
    INFO(word);
    CHECK(codes_in({"the " + std::string(word) + " failed"}, wanted) == std::vector<std::string>{word});
  }
  for (const char* word : {"REQUEST", "11-01", "Z"}) {
    INFO(word);
    CHECK(codes_in({"the " + std::string(word) + " failed"}, wanted).empty());
    CHECK(codes_in({word}, wanted) == std::vector<std::string>{word});
    CHECK(codes_in({"'" + std::string(word) + "'"}, wanted) == std::vector<std::string>{word});
  }
  using namespace std::string_literals;
  CHECK(codes_in({"\0iD\0E2\0"s}, wanted) == std::vector<std::string>{"iD", "E2"});
}

TEST_CASE("with any number of separators and words, codes are found") {
  const code_family dot{"A", '.', true, 1, 1};
  const code_family colon{"A", ':', true, 1, 1};
  const code_family hyphen{"A", '-', true, 1, 1};
  const code_family other{"B", '.', true, 1, 1};
  const std::string text = "A.1 A:1 A-1 B.1 a.1 XA.1 A.x A1.2 Word1 .1 A.";
  using list = std::vector<std::string>;
  CHECK(codes_in({text}, {{dot}, {}}) == list{"A.1", "A.1"});
  CHECK(codes_in({text}, {{dot}, {"Word1"}}) == list{"A.1", "A.1", "Word1"});
  CHECK(codes_in({text}, {{dot, colon}, {}}) == list{"A.1", "A:1", "A.1"});
  CHECK(codes_in({text}, {{dot, colon, hyphen}, {}}) == list{"A.1", "A:1", "A-1", "A.1"});
  CHECK(codes_in({text}, {{dot, other}, {}}) == list{"A.1", "B.1", "A.1"});
  CHECK(codes_in({text}, {{dot, other, colon, hyphen}, {"Word1"}}) == list{"A.1", "A:1", "A-1", "B.1", "A.1", "Word1"});
  CHECK(codes_in({text}, {{}, {"Word1"}}) == list{"Word1"});
  CHECK(codes_in({text}, {}).empty());
}

TEST_CASE("of families that differ in case, the exact one is found") {
  for (const bool is_first : {true, false}) {
    const code_family upper{"AB", '.', true, 1, 1};
    const code_family lower{"ab", '.', true, 1, 1};
    const code_patterns wanted{is_first ? std::vector{upper, lower} : std::vector{lower, upper}, {}};
    CHECK(codes_in({"AB.1 ab.1 AB.22 ab.22"}, wanted) == std::vector<std::string>{"AB.1", "ab.1", "AB.22", "ab.22"});
    CHECK(codes_in({"Ab.1 Ab.22"}, wanted) == std::vector<std::string>{is_first ? "AB.1" : "ab.1"});
  }
}

TEST_CASE("a lead or a word has up to 128 bytes, and is whole wherever the text is cut") {
  const std::string longest(128, 'L');
  const code_patterns wanted{{{longest, '.', true, 1, 1}, {longest + 'L', '.', true, 1, 1}, {"", '.', true, 1, 1}},
                             {longest + "", longest + '1', longest.substr(1) + '1', "", "-x", "x-", "-"}};
  const std::string word = longest.substr(1) + '1';
  CHECK(codes_in({longest + ".1 " + longest + "L.1 .1 " + word + " " + longest + "1 -x x- -"}, wanted) ==
        std::vector<std::string>{longest + ".1", word});
  for (std::size_t before = 65'500; before != 65'600; ++before) {
    const std::string text = std::string(before - 128, ' ') + longest + ".1 " + word + ' ' + std::string(200, ' ');
    std::vector<std::string> pieces{text.substr(0, before - 140)};
    for (const char c : text.substr(before - 140)) pieces.emplace_back(1, c);
    CHECK(codes_in(pieces, wanted) == std::vector<std::string>{longest + ".1", word});
  }
}

TEST_CASE("an endless run of digits is not a code") {
  CHECK(codes_in({"IMG." + std::string(300, '1'), "1 IMG.0024"}) == one);
}

TEST_CASE("a scanner begins again after each text") {
  std::vector<std::pair<std::string, std::uint64_t>> found;
  code_scanner scanner(patterns(), [&](const found_code& code) { found.emplace_back(code.text, code.line); });
  for (int i = 0; i != 2; ++i) {
    scanner.feed("AccessDenied\n\nIMG.0024\n");
    scanner.finish();
  }
  using list = std::vector<std::pair<std::string, std::uint64_t>>;
  CHECK(found == list{{"AccessDenied", 1}, {"IMG.0024", 3}, {"AccessDenied", 1}, {"IMG.0024", 3}});
}

TEST_CASE("a code that is split between pieces of text is found once") {
  const std::string text = "a IMG.0024, \\u0022IMG.0009\x1B[K. AccessDenied IMG:1";
  const auto whole = codes_in({text});
  CHECK(whole == std::vector<std::string>{"IMG.0024", "IMG.0009", "AccessDenied", "IMG:1"});
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    CHECK(codes_in({text.substr(0, cut), text.substr(cut)}) == whole);
  }
  for (const std::size_t before : {65400U, 65500U, 65530U, 65536U, 131072U}) {
    CHECK(codes_in({std::string(before, ' ') + text}) == whole);
  }
}

TEST_CASE("the line of a code counts line breaks, not escapes of them") {
  std::vector<std::uint64_t> lines;
  code_scanner scanner(patterns(), [&](const found_code& found) { lines.push_back(found.line); });
  scanner.feed("IMG.0001\n\\nIMG.0001\n\n");
  scanner.feed(std::string(100000, '\n') + "IMG.0001 IMG.0001");
  scanner.finish();
  CHECK(lines == std::vector<std::uint64_t>{1, 2, 100004, 100004});
}

TEST_CASE("text that is found is reported as it was written") {
  std::vector<std::string> texts;
  code_scanner scanner(patterns(), [&](const found_code& found) { texts.emplace_back(found.text); });
  scanner.feed("img.0024 IMG:7");
  scanner.finish();
  CHECK(texts == std::vector<std::string>{"img.0024", "IMG:7"});
}
