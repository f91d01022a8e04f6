// SPDX-License-Identifier: Apache-2.0
// The search by words. tests/reference_page/search.mjs compares it with the page's.
#include "search.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/transcription.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>

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
