// SPDX-License-Identifier: Apache-2.0
// Codes, statuses and names as pages write them.
#include "published_text.hpp"

#include "ascii.hpp"

#include <utf8.h>
#include <algorithm>
#include <array>
#include <iterator>

namespace errcat::tool {
namespace {

// The phrases of HTTP of several words that pages also write as one, as in "400 BadRequest".
constexpr std::array<std::string_view, 13> phrases{
    "BadGateway",     "BadRequest",      "GatewayTimeout",    "InternalServerError", "LengthRequired",
    "NotFound",       "NotAcceptable",   "MethodNotAllowed",  "NotImplemented",      "PreconditionFailed",
    "RequestTimeout", "TooManyRequests", "ServiceUnavailable"};

/// True for words of a status, each written like "Entity" or "OK"; false for an error code such as ObjectNotAppendable.
bool is_phrase(std::string_view text) {
  if (std::ranges::find(phrases, text) != phrases.end()) return true;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const bool allowed = is_letter(text[i]) || std::string_view(" -'()").find(text[i]) != std::string_view::npos;
    const bool new_word_inside = i != 0 && is_upper(text[i]) && is_lower(text[i - 1]);
    if (!allowed || new_word_inside) return false;
  }
  return true;
}

}  // namespace

std::string without_invisible(std::string_view text) {
  std::string out;
  const char* i = text.data();
  while (i != text.data() + text.size()) {
    const char32_t c = utf8::next(i, text.data() + text.size());
    if (!is_invisible(c)) utf8::append(c, std::back_inserter(out));
  }
  const std::size_t begin = std::min(out.find_first_not_of(" \n"), out.size());
  return out.substr(begin, out.find_last_not_of(" \n") + 1 - begin);
}

std::string status_number(std::string_view text_of_page) {
  std::string spaced(text_of_page);
  for (std::size_t at = 0; (at = spaced.find("\u00A0", at)) != std::string::npos;) spaced.replace(at, 2, " ");
  std::string text = without_invisible(spaced);
  std::string_view rest = text;
  for (const std::string_view start : {"HTTP/1.1", "HTTP"}) {
    if (!rest.starts_with(start)) continue;
    rest.remove_prefix(start.size());
    break;
  }
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::string_view number = rest.substr(0, digits);
  rest.remove_prefix(digits);
  const std::size_t words = rest.find_first_not_of(" -:,");
  if (digits != 3 || words == 0) return text;
  if (words == std::string_view::npos) return rest.empty() ? std::string(number) : text;
  return is_phrase(rest.substr(words)) ? std::string(number) : text;
}

std::string snake_case(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i != text.size(); ++i) {
    const char c = text[i];
    if (!is_alphanumeric(c)) {
      if (!out.empty() && out.back() != '_') out += '_';
      continue;
    }
    // A word begins at the capital of "xY", and at the last capital of "XYz".
    const bool after_small = i != 0 && (is_lower(text[i - 1]) || is_digit(text[i - 1]));
    const bool before_small = i + 1 != text.size() && is_lower(text[i + 1]);
    if (is_upper(c) && (after_small || before_small) && !out.empty() && out.back() != '_') out += '_';
    out += to_lower(c);
  }
  while (out.ends_with('_')) out.pop_back();
  return out;
}

}  // namespace errcat::tool
