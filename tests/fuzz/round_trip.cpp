// SPDX-License-Identifier: Apache-2.0
// A valid catalog with any strings is unchanged after each writer and its reader.
#include "check.hpp"
#include "hard_text.hpp"

namespace {

using namespace errcat::tool;

catalog catalog_of(FuzzedDataProvider& bytes) {
  catalog subject;
  const bool numbered = bytes.ConsumeBool();
  subject.name_space.text = bytes.ConsumeBool() ? "n" : "outer::inner";
  subject.prefix.text = numbered ? "P" : "";
  subject.license.text = bytes.ConsumeBool() ? "Apache-2.0" : "";
  subject.source.text = or_else(text_of(bytes), "s");
  for (char& c : subject.source.text) c = c == '\n' ? ' ' : c;
  const int rows = bytes.ConsumeIntegralInRange(1, 6);
  std::uint32_t number = 0;
  for (int i = 0; i != rows; ++i) {
    row& r = subject.rows.emplace_back();
    number += bytes.ConsumeIntegralInRange<std::uint32_t>(1, bytes.ConsumeBool() ? 3 : 500'000'000);
    r.code.text = numbered ? "P." + std::to_string(number) : as_code("c" + std::to_string(i) + text_of(bytes));
    r.name.text = "name_" + std::to_string(i);
    fill(r, bytes);
    r.note.text = text_of(bytes);
    for (const auto& f : row_fields) (r.*(f.member)).at = {"in"};
  }
  for (const auto& f : catalog_fields) (subject.*(f.member)).at = {"in"};
  return subject;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const catalog subject = catalog_of(bytes);
  diagnostics found;
  check(subject, found);
  if (!found.ok()) return -1;  // a named code that is not a valid enumerator
  require_is_written(subject, {});
  return 0;
}
