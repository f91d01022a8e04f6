// SPDX-License-Identifier: Apache-2.0
// No string of a catalog becomes markup of its page.
#include "check.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <iterator>

namespace {

using namespace errcat::tool;

/// Returns `page` without the text between its tags and quotes.
std::string markup_of(const std::string& page) {
  std::string marks;
  std::ranges::copy_if(page, std::back_inserter(marks), [](char c) { return c == '<' || c == '>' || c == '"'; });
  return marks;
}

/// Checks that no string becomes markup: the page has the same markup with other characters in its place.
void require_is_in_page(const catalog& subject, const checked_catalog& checked) {
  catalog plain = subject;
  const auto take_marks = [](cell& text) {
    std::string without;
    for (const char c : text.text) {
      const std::size_t mark = std::string_view("<>&\"'").find(c);
      without += mark == std::string_view::npos ? std::string(1, c)
                                                : "\xEE\x80" + std::string(1, static_cast<char>(0x80 + mark));
    }
    text.text = without;
  };
  for (row& r : plain.rows) {
    for (const auto& f : row_fields) take_marks(r.*(f.member));
  }
  for (const auto& f : catalog_fields) take_marks(plain.*(f.member));
  diagnostics found;
  const std::optional<checked_catalog> checked_plain = check(plain, found);
  require(checked_plain.has_value(), "other characters break no rule");
  const std::string page = write_html(checked);
  require(is_utf8(page), "the page is UTF-8");
  require(markup_of(page) == markup_of(write_html(*checked_plain)), "no string is markup of the page", page);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  diagnostics found;
  const std::string text =
      "code,name,status,message,description,handling_measure,retired\n" + std::string(as_text(data, size));
  const auto subject = read_csv("in", text, {"n", "", "A", "s <&> \"'"}, found);
  const std::optional<checked_catalog> checked = subject ? check(*subject, found) : std::nullopt;
  if (!checked) return -1;
  require_is_in_page(*subject, *checked);
  return 0;
}
