// SPDX-License-Identifier: Apache-2.0
// The text of a table as one array or, if it is long, as pages.
#include "header_text.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace errcat::tool {
namespace {

/// MSVC refuses a literal over 16,380 bytes, and over 65,535 bytes after adjacent ones are joined.
constexpr std::size_t longest_literal = 16'000;
constexpr std::size_t longest_joined = 65'000;

/// Returns a character of a literal. Bytes outside printable ASCII become octal escapes, which end after three digits
/// whatever follows.
std::string character(char c, char previous) {
  const auto byte = static_cast<unsigned char>(c);
  if (needs_backslash(c, previous)) return {'\\', c};
  if (c == '\n') return "\\n";
  if (byte >= 0x20 && byte < 0x7F) return {c};
  return {'\\', static_cast<char>('0' + byte / 64), static_cast<char>('0' + byte / 8 % 8),
          static_cast<char>('0' + byte % 8)};
}

/// Returns `text` as a string literal, or as several that the compiler joins.
std::string literal(std::string_view text) {
  std::string out = "\"";
  char previous = 0;
  std::size_t begin = 0;
  for (const char c : text) {
    const std::string next = character(c, previous);
    if (out.size() + next.size() - begin > longest_literal) {
      out += "\" \"";
      begin = out.size();
    }
    out += next;
    previous = c;
  }
  return out + '"';
}

/// Returns `text` as a list of characters, which may be of any length but takes compilers longer.
std::string character_list(std::string_view text) {
  std::string out = "{";
  for (const char c : text) out.append(c == '\'' ? "'\\''" : '\'' + character(c, 0) + '\'').append(",");
  return out + "0}";
}

}  // namespace

bool needs_backslash(char c, char previous) { return c == '"' || c == '\\' || (c == '?' && previous == '?'); }

std::string initializer(std::string_view text) {
  return text.size() <= longest_joined ? literal(text) : character_list(text);
}

text_pool::slice text_pool::add(std::string_view text) {
  if (text.empty()) return {};
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  const slice added = append(std::string(text));
  known_.emplace(text, added);
  return added;
}

text_pool::slice text_pool::add_body(const checked_row& r, const body_template& shape) {
  response_body body = shape.fill(r.code, r.status, r.message);
  const slice added = append(std::move(body.text));
  if (body.message_is_verbatim) {
    known_.try_emplace(r.message, slice{added.piece, body.message_offset, r.message.size()});
  }
  known_.try_emplace(r.code, slice{added.piece, body.code_offset, r.code.size()});
  return added;
}

text_pool::slice text_pool::append(std::string text) {
  pieces_.push_back(std::move(text));
  return {pieces_.size() - 1, 0, pieces_.back().size()};
}

void text_pool::lay_out() {
  std::size_t total = 0;
  std::size_t longest = 0;
  for (const std::string& piece : pieces_) {
    total += piece.size();
    longest = std::max(longest, piece.size());
  }
  // A text that is too long for a literal is on pages of 65,536 bytes, or of as many as the longest string needs.
  const std::size_t most = std::max(longest, longest_joined);
  page_size_ = total <= longest_joined ? 0 : std::bit_ceil(most + 1);
  for (const std::string& piece : pieces_) {
    if (page_size_ != 0 && size_ % page_size_ + piece.size() > most) size_ = (size_ / page_size_ + 1) * page_size_;
    places_.push_back(size_);
    size_ += piece.size();
  }
}

std::string text_pool::write() const {
  if (page_size_ != 0) return write_pages();
  std::string out =
      "#ifdef __GNUC__\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n";
  out += "  static constexpr char text[] =";
  for (const std::string& piece : pieces_) out.append("\n      ").append(literal(piece));
  out.append(";\n#ifdef __GNUC__\n#pragma GCC diagnostic pop\n#endif\n");
  return out.append("  static_assert(sizeof text == ").append(std::to_string(size_ + 1)).append(");\n");
}

/// The pages of the text as rows of an array. No piece crosses a page, so each string is within one array.
std::string text_pool::write_pages() const {
  std::string out = "  // On pages, because compilers limit the length of a literal. No string crosses a page.\n";
  out.append("  static constexpr char text[][").append(std::to_string(page_size_)).append("] = {");
  std::size_t piece = 0;
  for (std::size_t page = 0; piece != pieces_.size(); ++page) {
    const std::size_t first = piece;
    while (piece != pieces_.size() && places_[piece] / page_size_ == page) ++piece;
    if (places_[piece - 1] + pieces_[piece - 1].size() - page * page_size_ <= longest_joined) {
      for (std::size_t i = first; i != piece; ++i) out.append("\n      ").append(literal(pieces_[i]));
    } else {
      std::string whole;
      for (std::size_t i = first; i != piece; ++i) whole += pieces_[i];
      out.append("\n      ").append(character_list(whole));
    }
    out += ',';
  }
  out += "\n  };\n";
  const std::size_t pages = size_ / page_size_ + 1;
  return out.append("  static_assert(sizeof text == ").append(std::to_string(pages * page_size_)).append(");\n");
}

}  // namespace errcat::tool
