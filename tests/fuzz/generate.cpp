// SPDX-License-Identifier: Apache-2.0
// A whole catalog of any strings, numbers and bodies, as YAML, through `generate`: the header is read back and
// compared. Two editions have the same functions and, unless they are the same, other hashes.
#include "check.hpp"
#include "hard_text.hpp"
#include "header_reader.hpp"

namespace {

using namespace errcat::tool;

/// How the codes of a catalog get their values.
enum class numbering { by_prefix, plain, by_place, pinned };

std::string digits_of(FuzzedDataProvider& bytes, std::uint64_t number) {
  std::string digits = std::to_string(number);
  const auto width = bytes.ConsumeIntegralInRange<std::size_t>(0, 6);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

row row_of(FuzzedDataProvider& bytes, numbering kind, const std::string& prefix, std::size_t place,
           std::uint64_t number) {
  row r;
  const std::string digits = digits_of(bytes, number);
  if (kind == numbering::by_prefix) r.code.text = prefix + '.' + digits;
  if (kind == numbering::plain) r.code.text = digits;
  if (kind == numbering::by_place || kind == numbering::pinned) {
    r.code.text = as_code("c" + std::to_string(place) + text_of(bytes));
  }
  if (kind == numbering::pinned) r.value.text = std::to_string(number);
  r.name.text = "name_" + std::to_string(place);
  fill(r, bytes);
  return r;
}

catalog catalog_of(FuzzedDataProvider& bytes) {
  catalog subject;
  const numbering kind =
      bytes.PickValueInArray({numbering::by_prefix, numbering::plain, numbering::by_place, numbering::pinned});
  const std::string prefix = bytes.PickValueInArray({"P", "A.B-c", "X_1"});
  subject.name_space.text = bytes.PickValueInArray({"n", "outer::inner", "a::b_c::d1"});
  subject.license.text = bytes.PickValueInArray({"", "Apache-2.0"});
  subject.source.text = or_else(text_of(bytes), "s");
  for (char& c : subject.source.text) c = c == '\n' ? ' ' : c;
  if (kind == numbering::by_prefix) subject.prefix.text = prefix;
  if (kind == numbering::by_prefix || kind == numbering::plain) subject.prefix.at = {"in"};
  const char* const body = bytes.PickValueInArray({"", R"(["{code}","{message}"])", R"({"m":"{message}"})",
                                                   R"({"a":"{code}: {code}","m":"{message}","s":"{status}"})",
                                                   R"({"\u00e9":1e3,"m":"{message}","u":"x/{code}","t":[true,null]})"});
  if (*body != '\0') subject.body = {body, {"in"}};
  if (bytes.ConsumeBool()) subject.media_type = {"application/problem+json", {"in"}};
  const auto rows = bytes.ConsumeIntegralInRange<std::size_t>(1, 40);
  const std::uint64_t largest_gap = bytes.PickValueInArray<std::uint64_t>({1, 2, 9, 30, 70'000, 100'000'000});
  std::uint64_t number = 0;
  for (std::size_t i = 0; i != rows; ++i) {
    number += bytes.ConsumeIntegralInRange<std::uint64_t>(1, largest_gap);
    subject.rows.push_back(row_of(bytes, kind, prefix, i + 1, number));
  }
  return subject;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const std::string file = write_yaml(catalog_of(bytes));
  diagnostics found;
  const std::optional<catalog> subject = read_yaml("in", file, found);
  require(subject.has_value() && found.ok(), "the catalog is read", file);
  const std::optional<checked_catalog> checked = check(*subject, found);
  (void)require_clean(found);
  if (!checked) return -1;  // two codes with the same number or enumerator
  require_header_of(*checked);

  catalog next = *subject;
  next.rows.front().message.text += '.';
  const checked_catalog checked_next = check(next, found).value();
  const header_parts before = read_header(write_header(*checked));
  const header_parts after = read_header(write_header(checked_next));
  require(before.edition != after.edition, "another table has another hash");
  require(before.functions == after.functions, "the functions do not depend on the rows' text");
  return 0;
}
