// SPDX-License-Identifier: Apache-2.0
// Proposed names, and updates of catalogs.
#include "import.hpp"

#include "ascii.hpp"
#include "identifier.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <array>
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

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool is_word = is_alphanumeric(c);
    if (is_word && !inside) words.emplace_back();
    if (is_word) words.back() += to_lower(c);
    inside = is_word;
  }
  return words;
}

/// Returns a name made of the message, such as "image_name_already_exists".
std::string name_of(const row& subject) {
  constexpr std::size_t longest = 6;  // words: enough to distinguish rows, short enough to type
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : words_of(subject.message.text)) {
    if (std::ranges::binary_search(small_words, word)) continue;
    name += (name.empty() ? "" : "_") + word;
    if (++count == longest) break;
  }
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
  std::unordered_set<std::string> taken;
  for (const row& r : subject.rows) {
    taken.insert(enumerator_of(r.code.text));
    taken.insert(r.name.text);
  }
  std::unordered_map<std::string, std::size_t> tried;
  for (row& r : subject.rows) {
    if (!r.name.text.empty()) continue;
    const std::string proposal = name_of(r);
    std::string name = proposal;
    while (!taken.insert(name).second)
      name = proposal + '_' + std::to_string(++tried.try_emplace(proposal, 1).first->second);
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
