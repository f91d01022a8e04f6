// SPDX-License-Identifier: Apache-2.0
// Proposed names, and updates of catalogs.
#include "import.hpp"

#include "ascii.hpp"
#include "identifier.hpp"
#include "published_text.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace errcat::tool {
namespace {

// Words that add little to a name; sorted.
constexpr std::array<std::string_view, 25> small_words{
    "a",    "an", "and", "are", "as", "at", "be",   "because", "been",  "by",   "can", "for", "has",
    "have", "in", "is",  "it",  "of", "on", "that", "the",     "there", "this", "to",  "with"};

/// Returns the length of an apostrophe at the front of `text`, ' or U+2019; 0 if there is none.
std::size_t apostrophe_at(std::string_view text) {
  if (text.starts_with('\'')) return 1;
  return text.starts_with("\u2019") ? std::string_view("\u2019").size() : 0;
}

/// Replaces the end of a contraction, such as "can" of "can't", by the words that it is short for.
void write_out_not(std::vector<std::string>& words) {
  std::string& last = words.back();
  last.pop_back();
  if (last == "ca") {
    last = "cannot";
    return;
  }
  if (last == "wo") last = "will";
  words.emplace_back("not");
}

/// Returns the words in lower case. Contractions with "not" are written out, and a possessive s goes.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  while (!text.empty()) {
    const std::size_t apostrophe = inside ? apostrophe_at(text) : 0;
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
    const bool ends = !is_alphanumeric(at(apostrophe + 1));
    const char follows = apostrophe == 0 ? ' ' : to_lower(at(apostrophe));
    if (follows == 't' && ends && words.back().ends_with('n')) write_out_not(words);
    const bool contracted = ends && (follows == 't' || follows == 's');
    if (contracted) {
      text.remove_prefix(apostrophe + 1);
      continue;
    }
    const bool is_word = is_alphanumeric(text.front());
    if (is_word && !inside) words.emplace_back();
    if (is_word) words.back() += to_lower(text.front());
    inside = is_word;
    text.remove_prefix(1);
  }
  return words;
}

/// Returns a name made of the message, such as "image_name_already_exists".
std::string name_of_message(std::string_view message) {
  constexpr std::size_t longest = 6;  // words: enough to distinguish rows, short enough to type
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : words_of(message)) {
    const bool after_negation = name.ends_with("not");  // "cannot be used"
    if (std::ranges::binary_search(small_words, word) && !(after_negation && word == "be")) continue;
    name += (name.empty() ? "" : "_") + word;
    if (++count == longest) break;
  }
  return name;
}

/// True for INVALID_REQUEST and InvalidRequest, false for IMG.0024, E1001 and EOF.
bool is_words(std::string_view code) {
  constexpr std::ptrdiff_t shortest = 4;  // letters
  const bool ends_with_number = code.empty() || is_digit(code.back());
  const auto is_letter = [](char c) { return is_alphanumeric(c) && !is_digit(c); };
  const auto two_digits = [](char a, char b) { return is_digit(a) && is_digit(b); };
  return !ends_with_number && is_letter(code.front()) && std::ranges::count_if(code, is_letter) >= shortest &&
         std::ranges::adjacent_find(code, two_digits) == code.end() &&
         std::ranges::all_of(code, [&](char c) { return is_alphanumeric(c) || c == '_' || c == '.' || c == '-'; });
}

/// Returns a name made of the code where that is words, and of the message elsewhere.
std::string name_of(const row& subject) {
  const bool from_code = is_words(subject.code.text);
  const std::string name = from_code ? snake_case(subject.code.text) : name_of_message(subject.message.text);
  if (name.empty()) return "error";
  return is_identifier(name) ? name : "error_" + name;
}

/// Takes the cells that the document has. Its description is the message where it has no message column; then a message
/// that was made of the description stays equal to it, and another one stays as it is.
void take_published(row& kept, const row& now) {
  const bool message_follows = now.message.present() || kept.message.text == kept.description.text;
  if (message_follows) kept.message.text = now.message.text;
  for (cell row::*member : {&row::status, &row::description, &row::handling_measure}) {
    if ((now.*member).present()) (kept.*member).text = (now.*member).text;
  }
}

}  // namespace

void propose_names(catalog& subject) {
  std::unordered_map<std::string, std::string_view> enumerators;  // and their codes
  std::unordered_set<std::string> taken;
  for (const row& r : subject.rows) {
    enumerators.try_emplace(enumerator_of(r.code.text), r.code.text);
    taken.insert(r.name.text);
  }
  const auto take = [&](const std::string& name, const row& r) {
    const auto enumerator = enumerators.find(name);
    const bool is_own = enumerator == enumerators.end() || enumerator->second == r.code.text;
    return is_own && taken.insert(name).second;
  };
  std::unordered_map<std::string, std::size_t> tried;
  for (row& r : subject.rows) {
    if (!r.name.text.empty()) continue;
    const std::string proposal = name_of(r);
    std::string name = proposal;
    while (!take(name, r)) name = proposal + '_' + std::to_string(++tried.try_emplace(proposal, 1).first->second);
    r.name = {std::move(name), r.at};
    r.proposed.text = "true";
  }
}

catalog update(const catalog& kept, const catalog& published, diagnostics& found) {
  // The rows of a repeated code are matched in order.
  std::unordered_map<std::string_view, std::vector<const row*>> rows;
  for (const row& r : published.rows) rows[r.code.text].push_back(&r);
  std::unordered_map<std::string, std::size_t> used;
  catalog result = kept;
  if (!published.source.text.empty()) result.source.text = published.source.text;
  if (published.source_url.present()) result.source_url.text = published.source_url.text;
  for (row& r : result.rows) {
    const std::vector<const row*>& same_code = rows[r.code.text];
    const std::size_t which = used[r.code.text]++;
    if (which >= same_code.size()) {
      if (!is_retired(r)) {
        found.warning(r.at, "code " + quote(r.code.text) + " is no longer published; marked as retired");
      }
      r.retired.text = "true";
      continue;
    }
    if (is_retired(r)) {
      found.warning(r.at, "code " + quote(r.code.text) + " is published, but stays retired");
    }
    take_published(r, *same_code[which]);
  }
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const row& r : published.rows) {
    const auto before = used.find(r.code.text);
    if (seen[r.code.text]++ >= (before == used.end() ? 0 : before->second)) result.rows.push_back(r);
  }
  return result;
}

}  // namespace errcat::tool
