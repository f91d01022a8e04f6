// SPDX-License-Identifier: Apache-2.0
// The scanner looks at three neighbouring bytes at a time: the end of a lead, a separator and a digit; or a character
// that is not of a word and the first two of a word. Only where all three fit, which is rare in a log, does it look
// further. If there are only numbered codes, with at most two separators, it searches for the separators.
#include "scan.hpp"

#include "ascii.hpp"
#include "find_character.hpp"

#include <algorithm>
#include <utility>

namespace errcat::tool {
namespace {

/// Which of three neighbours a byte may be, of a numbered code and of a word.
enum part : unsigned char {
  lead_end = 1,
  separator_part = 2,
  digit_part = 4,
  numbered = 7,
  before_word = 8,
  word_first = 16,
  word_second = 32,
  whole_word = 56,
};

constexpr std::size_t longest_part = 128;          // bytes of a lead or a word; longer ones are not looked for
constexpr std::size_t most_digits = 20;            // of any 64-bit number; more digits are not a code
constexpr std::size_t context = longest_part + 4;  // bytes that are kept before and after a position

bool is_of_word(char c) { return is_alphanumeric(c) || c == '_'; }

std::size_t place_of(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) * 256 + static_cast<unsigned char>(second);
}

/// True for a word that prose or other data may contain: letters without an inner capital, or digits.
bool is_plain(std::string_view word) {
  const bool has_letter = std::ranges::any_of(word, [](char c) { return is_upper(c) || is_lower(c); });
  const bool has_lower = std::ranges::any_of(word, is_lower);
  const bool has_other = std::ranges::any_of(word, [](char c) { return !is_alphanumeric(c); });
  const bool has_digit = std::ranges::any_of(word, is_digit);
  const bool has_inner_capital = has_lower && std::any_of(word.begin() + 1, word.end(), is_upper);
  return !has_letter || !(has_other || has_digit || has_inner_capital);
}

bool is_same(std::string_view a, std::string_view b, bool any_case) {
  return std::ranges::equal(a, b, [=](char x, char y) { return x == y || (any_case && to_lower(x) == to_lower(y)); });
}

}  // namespace

code_scanner::code_scanner(code_patterns patterns, std::function<void(const found_code&)> found)
    : patterns_(std::move(patterns)),
      found_(std::move(found)),
      words_(1),
      words_at_(patterns_.words.empty() ? 0 : 65536) {
  std::erase_if(patterns_.families,
                [](const code_family& f) { return f.lead.empty() || f.lead.size() > longest_part; });
  const auto add = [this](char c, part p) { parts_[static_cast<unsigned char>(c)] |= p; };
  add(terminal_mark, lead_end);
  add(terminal_mark, digit_part);
  for (int byte = 0; byte != 256; ++byte) {
    const char c = static_cast<char>(byte);
    if (is_digit(c)) add(c, digit_part);
    if (!is_of_word(c)) add(c, before_word);
    for (const code_family& family : patterns_.families) {
      if (c == family.separator) add(c, separator_part);
      if (is_same({&c, 1}, {&family.lead.back(), 1}, family.any_case)) add(c, lead_end);
    }
  }
  for (const code_family& family : patterns_.families) {
    if (separators_.find(family.separator) == std::string::npos) separators_ += family.separator;
  }
  for (const std::string& text : patterns_.words) add_word(text);
  for (auto& same : words_)
    std::ranges::stable_sort(same, std::ranges::greater(), [](const word& w) { return w.text.size(); });
}

void code_scanner::add_word(const std::string& text) {
  if (text.empty() || text.size() > longest_part || !is_of_word(text.front()) || !is_of_word(text.back())) return;
  const auto add = [this](char c, part p) { parts_[static_cast<unsigned char>(c)] |= p; };
  add(text.front(), word_first);
  for (int byte = 0; byte != 256; ++byte) {
    const char second = static_cast<char>(byte);
    if (text.size() > 1 && text[1] != second) continue;
    add(second, word_second);
    std::uint16_t& place = words_at_[place_of(text.front(), second)];
    if (place == 0) {
      place = static_cast<std::uint16_t>(words_.size());
      words_.emplace_back();
    }
    words_[place].push_back({text, is_plain(text)});
  }
}

void code_scanner::feed(std::string_view piece) {
  constexpr std::size_t most = 1 << 16;
  while (!piece.empty()) {
    unescaper_.feed(piece.substr(0, most), text_);
    piece.remove_prefix(std::min(most, piece.size()));
    if (text_.size() > scanned_ + context) scan(text_.size() - context);
    if (scanned_ > most) {
      const std::size_t done = scanned_ - context;
      text_.erase(0, done);
      scanned_ -= done;
      counted_ -= done;
    }
  }
}

void code_scanner::finish() {
  unescaper_.finish(text_);
  text_ += "\n\n";
  scan(text_.size() - 2);
  text_.assign(1, '\n');
  scanned_ = counted_ = 1;
  line_ = 1;
}

void code_scanner::scan(std::size_t end) {
  const char* const text = text_.data();
  const auto parts = [&](std::size_t i) { return static_cast<unsigned>(parts_[static_cast<unsigned char>(text[i])]); };
  const bool looks_for_separators = words_at_.empty() && (separators_.size() == 1 || separators_.size() == 2);
  if (looks_for_separators) {
    const auto is_separator = [one = separators_.front(), other = separators_.back()](char c) {
      return c == one || c == other;
    };
    const auto next = [&](std::size_t i) {
      return static_cast<std::size_t>(find_character(text + i, text + end, is_separator) - text);
    };
    for (std::size_t i = next(scanned_); i < end; i = next(i + 1)) {
      if ((parts(i - 1) & lead_end) != 0 && (parts(i + 1) & digit_part) != 0) look_for_number(i);
    }
    scanned_ = end;
    return count_lines(end);
  }
  unsigned before = parts(scanned_ - 1);
  unsigned here = parts(scanned_);
  for (std::size_t i = scanned_; i < end; ++i) {
    const unsigned after = parts(i + 1);
    const unsigned three = (before & (lead_end | before_word)) | (here & (separator_part | word_first)) |
                           (after & (digit_part | word_second));
    if ((three & numbered) == numbered) look_for_number(i);
    if ((three & whole_word) == whole_word) look_for_word(i);
    before = here;
    here = after;
  }
  scanned_ = end;
  count_lines(end);
}

void code_scanner::count_lines(std::size_t end) {
  if (end <= counted_) return;  // the lead of a code may have been counted before its number was there
  line_ += static_cast<std::uint64_t>(std::count(text_.data() + counted_, text_.data() + end, '\n'));
  counted_ = end;
}

void code_scanner::look_for_number(std::size_t separator) {
  const std::string_view text = text_;
  std::size_t lead_ends = separator;
  if (text[lead_ends - 1] == terminal_mark) --lead_ends;
  std::size_t digits = separator + 1;
  if (text[digits] == terminal_mark) ++digits;
  std::size_t end = digits;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t count = end - digits;
  if (count == 0 || count > most_digits) return;
  const code_family* best = nullptr;
  for (const code_family& family : patterns_.families) {
    const std::size_t size = family.lead.size();
    if (family.separator != text[separator] || size >= lead_ends) continue;
    const std::string_view lead = text.substr(lead_ends - size, size);
    if (!is_same(lead, family.lead, family.any_case) || !is_bounded(lead_ends - size, end)) continue;
    const bool is_usual = count >= family.least_digits && count <= family.most_digits;
    const bool is_exact = lead == family.lead;  // rather than one that differs in case
    if (is_exact || (is_usual && best == nullptr)) best = &family;
  }
  if (best == nullptr) return;
  code_ = best->lead;
  code_ += best->separator;
  code_ += text.substr(digits, count);
  report(lead_ends - best->lead.size(), end);
}

void code_scanner::look_for_word(std::size_t begin) {
  const std::string_view text = text_;
  for (const word& w : words_[words_at_[place_of(text[begin], text[begin + 1])]]) {
    const std::size_t end = begin + w.text.size();
    if (text.compare(begin, w.text.size(), w.text) != 0 || !is_bounded(begin, end)) continue;
    if (w.is_plain && !is_whole_value(begin, end)) continue;
    code_ = w.text;
    report(begin, end);
    return;
  }
}

bool code_scanner::is_bounded(std::size_t begin, std::size_t end) const {
  const std::string_view text = text_;
  const char before = text[begin - 1];
  if (is_of_word(before) || (before == '.' && is_of_word(text[begin - 2]))) return false;
  const char after = text[end];
  return !is_of_word(after) && !(after == '.' && is_of_word(text[end + 1]));
}

bool code_scanner::is_whole_value(std::size_t begin, std::size_t end) const {
  constexpr std::string_view quotes = "\"'`\n";
  const char before = text_[begin - 1];
  const char after = text_[end];
  return (before == '>' || quotes.find(before) != std::string_view::npos) &&
         (after == '<' || after == '\r' || quotes.find(after) != std::string_view::npos);
}

void code_scanner::report(std::size_t begin, std::size_t end) {
  count_lines(begin);
  found_({code_, std::string_view(text_).substr(begin, end - begin), line_});
}

}  // namespace errcat::tool
