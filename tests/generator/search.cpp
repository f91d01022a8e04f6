// SPDX-License-Identifier: Apache-2.0
// The search by words. tests/reference_page/search.mjs compares it with the page's.
#include "search.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/transcription.hpp"

#include <utf8.h>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <sstream>
#include <utility>

using namespace errcat::tool;

namespace {

const std::vector<table_row>& img_table() {
  static const std::vector<table_row> rows = rows_of_yaml(IMG_CATALOG);
  return rows;
}

const search_index& index() {
  static const search_index made = [] {
    std::vector<searched_row> rows;
    for (const table_row& r : img_table()) {
      rows.push_back({r.code, r.name, r.status, r.message, r.description, r.handling_measure});
    }
    return search_index(rows);
  }();
  return made;
}

std::vector<std::string> codes(std::string_view question) {
  std::vector<std::string> found;
  for (const std::size_t row : index().find(question).rows) found.push_back(img_table()[row].code);
  return found;
}

/// Returns the codes that texts are found by, in a table of one row per text.
std::vector<std::size_t> places(const std::vector<std::string>& messages, std::string_view question) {
  std::vector<searched_row> rows;
  for (const std::string& message : messages) rows.push_back({"", "", "", message, "", ""});
  return search_index(rows).find(question).rows;
}

using indices = std::vector<std::size_t>;

std::string utf8_of(char32_t c) {
  std::string text;
  utf8::append(c, std::back_inserter(text));
  return text;
}

/// Returns what a character is in the middle of a word: "letter" of it, "word" of its own, or "blank".
std::string kind_of(char32_t c) {
  const std::vector<std::string> messages{"xx" + utf8_of(c) + "yy"};
  if (places(messages, "yy").empty()) return "letter";
  return places(messages, utf8_of(c)).empty() ? "blank" : "word";
}

}  // namespace

TEST_CASE("questions as people ask them find a right row among the first five") {
  std::istringstream lines(get(QUESTIONS));
  std::string line;
  std::getline(lines, line);
  int number = 0;
  int wrong = 0;
  while (std::getline(lines, line)) {
    const std::size_t comma = line.find(',');
    const std::string question = line.substr(0, comma);
    const std::string expected = line.substr(comma + 1);
    std::istringstream words(expected);
    for (std::string code; words >> code;) CHECK(std::ranges::count(img_table(), code, &table_row::code) == 1);
    std::vector<std::string> found = codes(question);
    found.resize(std::min<std::size_t>(found.size(), 5));
    const bool right =
        std::ranges::any_of(found, [&](const std::string& code) { return expected.find(code) != std::string::npos; });
    ++number;
    INFO(question);
    if (number <= 10) CHECK(right);  // they found nothing when letters had to match
    if (!right) {
      ++wrong;
      std::cout << "not among the first five: " << question << " (" << expected << ")\n";
    }
  }
  CHECK(number == 64);
  CHECK(wrong <= 2);
}

TEST_CASE("words match by stem, then by their beginning, then with wrong letters") {
  const std::vector<std::string> messages{"It is shared.", "A shareholder.", "Quota.", "Encryption failed.", "Stopped"};
  for (const char* word : {"share", "sharing", "SHARED", "shares"}) CHECK(places(messages, word) == indices{0});
  CHECK(places(messages, "shareh") == indices{1});
  for (const char* word : {"quota", "quotas", "quotta", "qouta", "quoto", "uota"})
    CHECK(places(messages, word) == indices{2});
  for (const char* word : {"encrypt", "encrypted", "encypted", "encrytpion", "encr"})
    CHECK(places(messages, word) == indices{3});
  for (const char* word : {"stop", "stopping", "stoped"}) CHECK(places(messages, word) == indices{4});
  for (const char* word : {"quo ta ta", "qqqta", "q", "", "zzz", "."}) CHECK(places(messages, word).size() <= 1);
  CHECK(places(messages, "qoto").empty());
}

TEST_CASE("words have a stem, of which only the rows with the same one are found") {
  const std::pair<std::vector<const char*>, const char*> stems[] = {
      {{"add", "adds", "added", "adding"}, "ads"},
      {{"use", "uses"}, "us"},
      {{"file", "files", "filing"}, "filo"},
      {{"tidy", "tidies"}, "tidix"},
      {{"run", "running"}, "rung"},
      {{"policy", "policies"}, "policq"},
      {{"ski", "skied", "skiing"}, "sky"},
      {{"stop", "stops", "stopped", "stopping"}, "stopq"},
      {{"partition", "partitions", "partitioned", "partitioning"}, "partitio"},
      {{"state", "statement", "statements", "stated"}, "stato"},
      {{"relate", "related", "relating", "relation", "relations"}, "relato"},
      {{"connect", "connection", "connected", "connectable"}, "connecq"},
      {{"status"}, "statu"},
      {{"basis"}, "basi"},
      {{"glass"}, "glas5"},
      {{"a1234s"}, "a1234"},
      {{"shrs"}, "shr"}};
  for (const auto& [words, other] : stems) {
    for (const char* word : words) {
      for (const char* asked : words) {
        INFO(word << " " << asked);
        CHECK(places({other, word}, asked) == indices{1});
      }
    }
  }
}

TEST_CASE("a misspelt word finds the nearest words only") {
  for (const char* word : {"uqota", "qouta", "qutoa", "quoat", "uota", "qota", "quot", "qquota", "quoota", "quotaa"}) {
    INFO(word);
    CHECK(places({"quota"}, word) == indices{0});
  }
  for (const char* word : {"qoata", "qxuta", "auqto", "xxota", "quoxx", "quo", "quotaxy", "xyquota"}) {
    INFO(word);
    CHECK(places({"quota"}, word).empty() == (std::string_view(word) != "quo"));  // which is its beginning
  }
  CHECK(places({"abcdefgh"}, "abcdefxy") == indices{0});
  CHECK(places({"abcdefgh"}, "abcdexyz").empty());
  CHECK(places({"abcdefg"}, "abcdexy").empty());
  CHECK(places({"abcdefgh", "abcdefxy"}, "abcdefgz") == indices{0});
  CHECK(places({"abcdefxy", "abcdefgh"}, "abcdefgz") == indices{1});
  CHECK(places({"abcdefgh", "abcdefgx"}, "abcdefgz") == indices{0, 1});
  CHECK(places({"quot4"}, "quota").empty());
  CHECK(places({"quota"}, "quot4").empty());
  CHECK(places({"red"}, "rad").empty());
}

TEST_CASE("each script has its words") {
  for (const char32_t c : {U'a', U'Z', U'0', U'9', U'\u00C0', U'\u1FFF', U'\u2070', U'\u2E7F', U'\'', U'\u2019'}) {
    INFO(static_cast<std::uint32_t>(c));
    CHECK(kind_of(c) == "letter");
  }
  for (const char32_t c : {U'\u2E80', U'\u2FFF', U'\u3040', U'\u4E2D', U'\uFDFF', U'\U00010000', U'\U0001F600'}) {
    INFO(static_cast<std::uint32_t>(c));
    CHECK(kind_of(c) == "word");
  }
  for (const char32_t c :
       {U' ', U'_', U'@', U'[', char32_t{0x7F}, char32_t{0x80}, U'\u00BF', U'\u2000', U'\u2018', U'\u201A', U'\u206F',
        U'\u3000', U'\u303F', U'\uFE00', U'\uFF01', U'\uFFEF', char32_t{0xFFFF}}) {
    INFO(static_cast<std::uint32_t>(c));
    CHECK(kind_of(c) == "blank");
  }
}

TEST_CASE("a word has up to 64 characters, and a question up to 32 words") {
  const std::string digits(63, '1');
  CHECK(places({digits + "b"}, digits + "c").empty());
  CHECK(places({digits + "1b"}, digits + "1c") == indices{0});
  CHECK(places({"x1 " + digits + "b"}, "zz9 " + digits + "c").empty());
  std::string question;
  for (int i = 0; i != 31; ++i) question += "zz" + std::to_string(i) + " zz0 ";
  CHECK(places({"quota"}, question + "quota") == indices{0});
  CHECK(places({"quota"}, question + "zz99 quota").empty());
  CHECK(places({"ab"}, "ab") == indices{0});
  CHECK(places({"a"}, "a").empty());
}

TEST_CASE("the sums of a ranking are as described") {
  const auto ranked = [](const std::vector<searched_row>& rows, std::string_view question) {
    return search_index(rows).find(question).rows;
  };
  // A word in one of two rows has the rarity 2; the weights are 2 and 4, the closeness 4 and 2.
  CHECK(ranked({{"", "", "", "", "alpha", ""}, {"", "", "", "quota", "", ""}}, "alpha qoota") == indices{0, 1});
  CHECK(ranked({{"", "", "", "quota", "", ""}, {"", "", "", "", "alpha", ""}}, "alpha qoota") == indices{0, 1});
  // The weights are 1 and 4, the closeness 4 and 3.
  CHECK(ranked({{"", "", "", "", "", "alpha"}, {"", "", "", "shareholder", "", ""}}, "alpha shareh") == indices{1, 0});
  CHECK(ranked({{"", "", "", "quota", "", ""}, {"", "", "", "shareholder", "", ""}}, "qoota shareh") == indices{1, 0});
  CHECK(ranked({{"", "", "", "quota", "", ""}, {"", "", "", "share", "", ""}}, "qoota share") == indices{1, 0});
  CHECK(ranked({{"", "", "", "shareholder", "", ""}, {"", "", "", "quota", "", ""}}, "shareh quota") == indices{1, 0});
  // x1 is in four of six rows, y1 in one: the rarities are 2 and 5.
  std::vector<searched_row> six(4, {"", "", "", "", "x1", ""});
  six.push_back({"", "", "", "", "", "y1"});
  six.push_back({"", "", "", "z1", "", ""});
  CHECK(ranked(six, "x1 y1") == indices{4, 0, 1, 2, 3});
  // x1 is in all rows, y1 in two of three: the rarities are 1 and 2, the sums 4 * 4 + 2 * 2 * 4 and 1 * 4 + 2 * 4 * 4.
  CHECK(ranked({{"", "", "", "x1", "y1", ""}, {"", "", "", "y1", "", "x1"}, {"", "", "", "x1", "", ""}}, "x1 y1") ==
        indices{1, 0, 2});
  // A code, a name and a message weigh the same.
  CHECK(ranked({{"x1-y1", "", "", "", "", ""}, {"", "x1_y2", "", "", "", ""}, {"", "", "", "x1", "", ""}}, "x1") ==
        indices{0, 1, 2});
  CHECK(ranked({{"", "", "404", "", "", ""}, {"", "", "", "", "404", ""}, {"", "", "", "", "", "404"}}, "404") ==
        indices{1, 0, 2});
}

TEST_CASE("rows with all words come first, then rare words and good fields decide") {
  CHECK(places({"red", "red blue", "blue", "red green"}, "blue red") == indices{1, 2, 0, 3});
  CHECK(places({"red", "red", "blue", "red"}, "blue red") == indices{2, 0, 1, 3});
  const search_index fields(
      {{"", "", "", "other", "", "word"}, {"", "", "", "other", "word", ""}, {"", "word_x", "", "", "", ""}});
  CHECK(fields.find("word").rows == indices{2, 1, 0});
  CHECK(fields.find("word").whole == 3);
  CHECK(fields.find("word other").whole == 2);
}

TEST_CASE("words that say little are dropped unless there are no others") {
  CHECK(places({"the red", "the"}, "what is the red") == indices{0});
  CHECK(places({"the red", "blue"}, "the") == indices{0});
  CHECK(places({"whe", "hat", "red"}, "whe hat red") == indices{0, 1, 2});
}

TEST_CASE("a result has all rows with all words, or up to five others") {
  const std::vector<std::string> same(9, "red");
  CHECK(places(same, "red").size() == 9);
  CHECK(places(same, "red blue").size() == 5);
}

TEST_CASE("a code or a name finds its row only") {
  for (const char* text :
       {"IMG.0024", "img_0024", "ims::errc::IMG_0024", "image_type_incorrect", "Image-Type-Incorrect"}) {
    CHECK(codes(text) == std::vector<std::string>{"IMG.0024"});
  }
}

TEST_CASE("capitals inside a word begin words, and CJK characters are words") {
  CHECK(places({"AccessDenied", "Access"}, "denied") == indices{0});
  CHECK(places({"AccessDenied", "Access"}, "accessdenied") == indices{0});
  CHECK(places({"AccessDenied x1", "Access"}, "AccessDenied x1") == indices{0});
  CHECK(places({"XMLFile", "File"}, "file") == indices{1});
  CHECK(places({"a Bc", "Bc"}, "bc") == indices{0, 1});
  CHECK(places({"\u955C\u50CF\u4E0D\u5B58\u5728", "\u914D\u989D"}, "\u914D\u989D") == indices{1});
  CHECK(places({"don't", "\u00E9t\u00E9"}, "\u00E9t\u00E9") == indices{1});
}

TEST_CASE("any question is answered soon") {
  std::string letters;
  for (int i = 0; i != 20000; ++i) letters += static_cast<char>('a' + i * 7 % 26);
  std::string words;
  for (int i = 0; i != 5000; ++i) words += letters.substr(static_cast<std::size_t>(i), 9) + ' ';
  for (const std::string& text :
       {letters, words, std::string(20000, '\xFF'), std::string(20000, '\0'), std::string()}) {
    CHECK(index().find(text).rows.size() <= img_table().size());
  }
}
