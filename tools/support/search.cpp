// SPDX-License-Identifier: Apache-2.0
// The rule that search.hpp describes.
#include "search.hpp"

#include "ascii.hpp"
#include "error_table.hpp"

#include <utf8.h>
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace errcat::tool {
namespace {

constexpr std::size_t longest_word = 64;  // code points; what is longer is cut
constexpr std::size_t most_words = 32;    // of a question
constexpr std::size_t enough = 5;

constexpr std::string_view little_words =
    " "
#include "little_words.inc"
    " ";

bool says_little(const std::string& word) { return little_words.find(' ' + word + ' ') != std::string_view::npos; }

bool is_cjk(char32_t c) { return c >= 0x2E80 && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE00 && c <= 0xFFFF); }

bool is_letter(char32_t c) {
  if (is_ascii(c)) return is_alphanumeric(static_cast<char>(c));
  return c >= 0xC0 && c < 0x2E80 && !(c >= 0x2000 && c <= 0x206F);
}

/// Collects the words of a text.
class word_splitter {
public:
  /// `with_parts`: the parts of AccessDenied are words, too.
  explicit word_splitter(bool with_parts) : with_parts_(with_parts) {}

  std::vector<std::string> split(std::string_view text) {
    std::string valid;
    utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
    for (auto i = valid.begin(); i != valid.end();) {
      const char32_t c = utf8::next(i, valid.end());
      if (is_letter(c)) {
        add(c);
      } else if (is_cjk(c)) {
        end_run();
        add(c);
        end_run();
      } else if (c != '\'' && c != 0x2019) {
        end_run();
      }
    }
    end_run();
    return std::move(words_);
  }

private:
  void add(char32_t c) {
    const char letter = is_ascii(c) ? static_cast<char>(c) : '\0';
    if (is_upper(letter) && after_lower_) end_part();
    after_lower_ = is_lower(letter);
    if (++size_ > longest_word) return;
    if (letter != '\0') {
      part_ += to_lower(letter);
    } else {
      utf8::append(c, std::back_inserter(part_));
    }
  }

  void end_part() {
    run_ += part_;
    if (with_parts_ && !part_.empty()) words_.push_back(part_);
    part_.clear();
  }

  void end_run() {
    if (size_ != 0) {
      end_part();
      words_.push_back(run_);
    }
    run_.clear();
    size_ = 0;
  }

  bool with_parts_;
  bool after_lower_ = false;
  std::size_t size_ = 0;
  std::string part_;
  std::string run_;
  std::vector<std::string> words_;
};

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != std::string_view::npos; }

/// Removes an ending if at least three letters with a vowel are left.
void remove_ending(std::string& word, std::string_view ending) {
  if (!word.ends_with(ending)) return;
  const std::size_t left = word.size() - ending.size();
  if (left >= 3 && has_vowel(std::string_view(word).substr(0, left))) word.resize(left);
}

/// Returns what share, sharing and shared have in common. Words with characters other than a to z are their own stems.
std::string stem_of(std::string word) {
  if (word.size() < 4 || !std::ranges::all_of(word, is_lower)) return word;
  if (!word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) remove_ending(word, "s");
  for (const std::string_view ending : {"ations", "ation", "ating", "ated", "ate", "ings", "ing", "ed", "ions", "ion",
                                        "able", "ible", "ments", "ment", "ly"}) {
    remove_ending(word, ending);  // partitioning is partition, which is partit
  }
  if (word.size() > 3 && word.ends_with('e')) word.pop_back();
  if (word.size() > 3 && word.ends_with('i')) word.back() = 'y';
  if (word.size() > 3 && word.back() == word[word.size() - 2]) word.pop_back();
  return word;
}

/// Returns how many letters must be replaced, added, removed or swapped; `most` + 1 if there are more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  std::array<std::array<std::size_t, longest_word + 1>, 3> rows{};
  std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] = std::min({above[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1), above[k] + 1, row[k - 1] + 1});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) row[k] = std::min(row[k], rows[(i + 1) % 3][k - 2] + 1);
      least = std::min(least, row[k]);
    }
    if (least > most) return most + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], most + 1);
}

}  // namespace

search_index::search_index(const std::vector<searched_row>& rows) : size_(rows.size()) {
  for (std::size_t i = 0; i != rows.size(); ++i) {
    const auto row = static_cast<std::uint32_t>(i);
    for (const std::string_view text : {rows[i].code, rows[i].name, rows[i].message}) add(row, text, 4);
    add(row, rows[i].description, 2);
    for (const std::string_view text : {rows[i].handling_measure, rows[i].status}) add(row, text, 1);
    for (const std::string& same : std::set{identity_of(rows[i].code), identity_of(rows[i].name)})
      identities_[same].push_back(i);
  }
}

void search_index::add(std::uint32_t row, std::string_view text, std::uint32_t weight) {
  for (std::string& word : word_splitter(true).split(text)) {
    const auto known = words_.find(word);
    std::vector<posting>& postings = postings_[known != words_.end() ? known->second : add_word(std::move(word))];
    if (postings.empty() || postings.back().row != row) postings.push_back({row, 0});
    postings.back().weight = std::max(postings.back().weight, weight);
  }
}

/// Adds a new word, and returns the place of its stem.
std::size_t search_index::add_word(std::string word) {
  const auto [stem, is_new] = stem_places_.try_emplace(stem_of(word), stems_.size());
  if (is_new) {
    stems_.push_back(stem->first);
    postings_.emplace_back();
  }
  return words_.emplace(std::move(word), stem->second).first->second;
}

search_index::word_rows search_index::match(const std::string& word) const {
  const std::string stem = stem_of(word);
  const auto exact = stem_places_.find(stem);
  if (exact != stem_places_.end()) return {postings_[exact->second], 4};

  std::vector<std::size_t> places;
  std::uint32_t closeness = 3;
  for (const auto& [known, place] : words_) {
    if (known.size() > word.size() && known.starts_with(word)) places.push_back(place);
  }
  const bool may_be_misspelt = word.size() >= 4 && std::ranges::all_of(word, is_lower);
  if (places.empty() && may_be_misspelt) {
    closeness = 2;
    std::size_t most = word.size() >= 8 ? 2 : 1;
    for (const auto& [known, place] : words_) {
      if (!std::ranges::all_of(known, is_lower)) continue;
      const std::size_t changes = std::min(distance(word, known, most), distance(stem, stems_[place], most));
      if (changes > most) continue;
      if (changes < most) places.clear();
      most = changes;
      places.push_back(place);
    }
  }
  std::map<std::uint32_t, std::uint32_t> weights;
  for (const std::size_t place : places) {
    for (const posting& p : postings_[place]) weights[p.row] = std::max(weights[p.row], p.weight);
  }
  word_rows result{{}, closeness};
  for (const auto& [row, weight] : weights) result.rows.push_back({row, weight});
  return result;
}

std::uint32_t search_index::rarity(std::size_t rows) const {
  std::uint32_t rarity = 1;
  for (; rows < size_; rows += rows / 4 + 1) ++rarity;
  return rarity;
}

search_result search_index::find(std::string_view question) const {
  const std::string asked = identity_of(question);
  const auto same = identities_.find(asked);
  if (same != identities_.end() && !asked.empty()) return {same->second, same->second.size()};

  std::vector<std::string> words = word_splitter(false).split(question);
  std::erase_if(words, [](const std::string& word) { return word.size() < 2; });
  if (!std::ranges::all_of(words, says_little)) std::erase_if(words, says_little);
  std::set<std::string> seen;
  std::erase_if(words, [&](const std::string& word) { return !seen.insert(word).second; });
  if (words.size() > most_words) words.resize(most_words);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> scores(
      size_);  // of each row: how many words it has, and the sum
  for (const std::string& word : words) {
    const word_rows matched = match(word);
    for (const auto& [row, weight] : matched.rows) {
      scores[row].first += 1;
      scores[row].second += rarity(matched.rows.size()) * weight * matched.closeness;
    }
  }
  std::vector<std::size_t> found;
  for (std::size_t row = 0; row != size_; ++row) {
    if (scores[row].first != 0) found.push_back(row);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, [&](std::size_t row) { return scores[row]; });
  std::size_t whole = 0;
  while (whole != found.size() && scores[found[whole]].first == words.size()) ++whole;
  if (found.size() > std::max(whole, enough)) found.resize(std::max(whole, enough));
  return {std::move(found), whole};
}

}  // namespace errcat::tool
