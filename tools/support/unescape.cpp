// SPDX-License-Identifier: Apache-2.0
// Copies text up to the next byte that may begin an escape, and reads the escape from there: at once if it is one of
// those that logs are full of, else character by character, of which each may be percent-encoded.
#include "unescape.hpp"

#include "ascii.hpp"
#include "find_character.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace errcat::tool {
namespace {

constexpr char escape_byte = '\x1B';
constexpr std::size_t longest_escape = 256;  // bytes, with every part percent-encoded three times; longer ones are text

constexpr auto may_begin_escape = [](char c) {
  return c == '\\' || c == '%' || c == '#' || c == '^' || c == escape_byte;
};

std::optional<unsigned> digit_value(char c, unsigned base) {
  const char lower = to_lower(c);
  unsigned value = base;
  if (is_digit(c)) value = static_cast<unsigned>(c - '0');
  if (lower >= 'a' && lower <= 'f') value = static_cast<unsigned>(lower - 'a') + 10;
  return value < base ? std::optional(value) : std::nullopt;
}

/// Returns the byte that the two hexadecimal digits spell with which `text` begins.
std::optional<unsigned> byte_of(std::string_view text) {
  const auto high = digit_value(text[0], 16);
  const auto low = digit_value(text[1], 16);
  return high && low ? std::optional(*high * 16 + *low) : std::nullopt;
}

/// Reads characters of a text, of which any may be percent-encoded.
class cursor {
public:
  explicit cursor(std::string_view text) : text_(text) { read(); }

  /// The character here. NUL at the end, which no escape contains.
  [[nodiscard]] char here() const { return here_; }
  [[nodiscard]] std::size_t used() const { return at_; }
  [[nodiscard]] bool was_encoded() const { return size_ > 1; }

  void advance() {
    at_ += size_;
    read();
  }

  /// Reads a number of at least `least` and at most `most` digits; nullopt, and nowhere else, if they are not there.
  std::optional<unsigned> number(unsigned base, int least, int most) {
    const cursor start = *this;
    unsigned value = 0;
    int count = 0;
    for (; count != most; ++count) {
      const auto digit = digit_value(here_, base);
      if (!digit) break;
      value = value * base + *digit;
      advance();
    }
    if (count >= least) return value;
    *this = start;
    return std::nullopt;
  }

private:
  void read() {
    size_ = at_ < text_.size() ? 1 : 0;
    here_ = size_ == 0 ? '\0' : text_[at_];
    constexpr int most_levels = 3;
    std::size_t end = at_ + 1;
    for (int level = 0; here_ == '%' && level != most_levels && end + 1 < text_.size(); ++level, end += 2) {
      const auto byte = byte_of(text_.substr(end));
      if (!byte) break;
      here_ = static_cast<char>(*byte);
      size_ = end + 2 - at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  char here_ = '\0';
};

bool is_between(char c, char first, char last) { return c >= first && c <= last; }

constexpr std::size_t longest_run = 32;         // backslashes; no nesting is deeper
constexpr std::size_t longest_parameters = 32;  // of a terminal sequence; a longer one is text

void append_terminal_mark(std::string& out) {
  if (out.empty() || out.back() != terminal_mark) out += terminal_mark;
}

void append_character(unsigned value, std::string& out) {
  out += value < ' ' || value > '~' ? escaped_mark : static_cast<char>(value);
}

// Reads `\"`, `\n`, ESC[31m or %22 at once. Returns the number of bytes; 0 if it has to be read character by
// character.
std::size_t unescape_at_once(std::string_view text, std::string& out) {
  const std::string_view rest = text.substr(1);
  if (text[0] == '\\') {
    const std::size_t run = std::min(text.find_first_not_of('\\'), text.size());
    if (run >= longest_run || run == text.size()) return 0;
    const char c = text[run];
    if (std::string_view("ntrbfva").find(c) != std::string_view::npos) {
      out += escaped_mark;
    } else if (c == '"' || c == '\'' || c == '/') {
      out += c;
    } else {
      return 0;
    }
    return run + 1;
  }
  if (text[0] == escape_byte && rest.starts_with('[')) {
    std::size_t end = 2;
    const auto is_parameter = [&] { return is_between(text[end], ' ', '?') && text[end] != '%'; };
    while (end != text.size() && end != longest_parameters && is_parameter()) ++end;
    if (end == text.size() || !is_between(text[end], '@', '~')) return 0;
    append_terminal_mark(out);
    return end + 1;
  }
  if (text[0] == '%' && rest.size() >= 2) {
    const unsigned value = byte_of(rest).value_or('%');
    if (may_begin_escape(static_cast<char>(value))) return 0;
    append_character(value, out);
    return 3;
  }
  return 0;
}

/// Reads the rest of a terminal sequence after ESC: "[0;31m", "(B", "7", or nothing that is known.
void skip_sequence(cursor& at) {
  const cursor start = at;
  if (at.here() != '\0' && std::string_view("78=>").find(at.here()) != std::string_view::npos) return at.advance();
  const bool is_charset = is_between(at.here(), '(', '+');
  if (!is_charset && at.here() != '[') return;
  at.advance();
  for (std::size_t count = 0; !is_charset && is_between(at.here(), ' ', '?') && count != longest_parameters; ++count) {
    at.advance();
  }
  if (is_between(at.here(), is_charset ? '0' : '@', '~')) {
    at.advance();
  } else {
    at = start;
  }
}

/// Appends the character that an escape represents.
void append(unsigned value, cursor& at, std::string& out) {
  if (value == static_cast<unsigned char>(escape_byte)) {
    skip_sequence(at);
    append_terminal_mark(out);
  } else {
    append_character(value, out);
  }
}

// Reads "{1b}", as after `\u` in Rust and JavaScript.
std::optional<unsigned> in_braces(cursor& at) {
  at.advance();
  const auto value = at.number(16, 1, 6);
  if (!value || at.here() != '}') return std::nullopt;
  at.advance();
  return value;
}

void unescape_backslashes(cursor& at, std::string& out) {
  // A run that is longer than any nesting is cut; each of its parts is a backslash.
  for (std::size_t count = 0; at.here() == '\\' && count != longest_run; ++count) at.advance();
  cursor next = at;
  next.advance();
  std::optional<unsigned> value;
  switch (at.here()) {
    case 'n':
    case 't':
    case 'r':
    case 'b':
    case 'f':
    case 'v':
    case 'a':
      value = '\n';
      break;
    case '"':
    case '\'':
    case '/':
      value = static_cast<unsigned char>(at.here());
      break;
    case 'e':
    case 'E':
      value = static_cast<unsigned char>(escape_byte);
      break;
    case 'u':
      value = next.here() == '{' ? in_braces(next) : next.number(16, 4, 4);
      break;
    case 'U':
      value = next.number(16, 8, 8);
      break;
    case 'x':
      value = next.number(16, 2, 2);
      break;
    default:
      next = at;
      value = next.number(8, 1, 3);
  }
  if (value) {
    at = next;
    append(*value, at, out);
  } else {
    out += '\\';
  }
}

/// Reads what begins with one of the bytes that may begin an escape. Returns the number of bytes.
std::size_t unescape_one(std::string_view text, std::string& out) {
  if (const std::size_t used = unescape_at_once(text, out); used != 0) return used;
  cursor at(text);
  const char first = at.here();
  if (first == '\\') {
    unescape_backslashes(at, out);
    return at.used();
  }
  cursor next = at;
  next.advance();
  const bool is_caret_escape = first == '^' && next.here() == '[';
  std::optional<unsigned> value;
  if (first == '#') {
    cursor after = next;
    const auto control = after.number(8, 3, 3);
    if (control && *control < ' ') {
      value = control;
      next = after;
    }
  } else if (first == escape_byte || is_caret_escape) {
    if (is_caret_escape) next.advance();
    value = static_cast<unsigned char>(escape_byte);
  } else if (at.was_encoded()) {
    value = static_cast<unsigned char>(first);
  }
  if (value) {
    append(*value, next, out);
  } else {
    out += first;
  }
  return next.used();
}

}  // namespace

std::string_view unescaper::unescape(std::string_view text, bool is_end, std::string& out) {
  while (!text.empty()) {
    const char* const next = find_character(text.data(), text.data() + text.size(), may_begin_escape);
    out.append(text.data(), next);
    text.remove_prefix(static_cast<std::size_t>(next - text.data()));
    if (text.empty() || (!is_end && text.size() < longest_escape)) return text;
    text.remove_prefix(unescape_one(text.substr(0, longest_escape), out));
  }
  return text;
}

void unescaper::feed(std::string_view piece, std::string& out) {
  if (!rest_.empty()) {
    // The rest and as much of the piece as an escape needs that begins in the rest.
    const std::size_t taken = std::min(piece.size(), longest_escape);
    rest_.append(piece.substr(0, taken));
    const std::size_t left = unescape(rest_, false, out).size();
    rest_.erase(0, rest_.size() - left);
    if (left > taken || piece.size() == taken) return;
    piece.remove_prefix(taken - left);
  }
  rest_ = unescape(piece, false, out);
}

void unescaper::finish(std::string& out) {
  unescape(rest_, true, out);
  rest_.clear();
}

}  // namespace errcat::tool
