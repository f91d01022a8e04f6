// SPDX-License-Identifier: Apache-2.0
// Finds rows by the words of a question. search.js is the same rule for the reference page; a test compares the two.
//
// Words. A text is split into runs of letters and digits in lower case; an inner capital (AccessDenied) begins another
// word, and the run counts as a word, too. A CJK character is a word. Apostrophes are dropped. A question loses its
// words of one letter, and then those that say little (the, is, cannot), unless nothing would be left.
//
// Matches. Words match that have the same stem (share, sharing, shared). If no row has the stem, words match that begin
// with the word; else words that differ in one letter, or in two if the word has at least eight: a letter replaced,
// added, removed, or swapped with its neighbour.
//
// Ranking. Rows with the most words of the question come first. Among them the sum of rarity * weight * closeness over
// the words decides, then the order of the tables. The rarity is how often the number of rows with the word can grow by
// a quarter until it is the number of all rows, plus one. The weight is that of the best field: 4 for code, name and
// message, 2 for the description, 1 for the handling measure and the status. The closeness is 4 for a stem, 3 for a
// beginning, 2 for a misspelling. All of this is in integers, so that both programs rank alike.
//
// Result. A question that is a code or a name, but for case and punctuation, finds its rows only. Otherwise the rows
// with all words, and if fewer than five have them, the next best, up to five.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errcat::tool {

/// What a row is found by.
struct searched_row {
  std::string_view code;
  std::string_view name;
  std::string_view status;  // and "retired"
  std::string_view message;
  std::string_view description;
  std::string_view handling_measure;
};

struct search_result {
  std::vector<std::size_t> rows;  // places, the best first
  std::size_t whole;              // how many of them have all words of the question
};

class search_index {
public:
  explicit search_index(const std::vector<searched_row>& rows);

  [[nodiscard]] search_result find(std::string_view question) const;

private:
  struct posting {
    std::uint32_t row;
    std::uint32_t weight;
  };
  struct word_rows {
    std::vector<posting> rows;  // in order
    std::uint32_t closeness;
  };

  void add(std::uint32_t row, std::string_view text, std::uint32_t weight);
  std::size_t add_word(std::string word);
  [[nodiscard]] word_rows match(const std::string& word) const;
  [[nodiscard]] std::uint32_t rarity(std::size_t rows) const;

  std::size_t size_;
  std::unordered_map<std::string, std::vector<std::size_t>> identities_;
  std::unordered_map<std::string, std::size_t> stem_places_;
  std::vector<std::string> stems_;
  std::vector<std::vector<posting>> postings_;          // of each stem
  std::unordered_map<std::string, std::size_t> words_;  // and the places of their stems
};

}  // namespace errcat::tool
