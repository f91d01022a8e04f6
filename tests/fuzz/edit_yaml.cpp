// SPDX-License-Identifier: Apache-2.0
// A YAML catalog that is changed in place, as `import --update` does, reads as the changed one. The input is the
// catalog, a NUL, and bytes that choose the changes.
#include "edit_yaml.hpp"

#include "hard_text.hpp"

#include <algorithm>

namespace {

using namespace errcat::tool;

/// Returns the catalog with some other cells, and perhaps more rows.
catalog changed(catalog subject, FuzzedDataProvider& bytes) {
  if (bytes.ConsumeBool()) subject.source.text = text_of(bytes);
  if (bytes.ConsumeBool()) subject.source_url.text = text_of(bytes);
  for (row& r : subject.rows) {
    if (bytes.ConsumeBool()) continue;
    for (cell row::*member : {&row::status, &row::message, &row::description, &row::handling_measure}) {
      if (bytes.ConsumeBool()) (r.*member).text = text_of(bytes);
    }
    if (bytes.ConsumeBool()) r.retired.text = "true";
    if (bytes.ConsumeBool()) r.proposed.text = "true";
  }
  for (int more = bytes.ConsumeIntegralInRange(0, 3); more != 0; --more) {
    row added;
    for (const auto& f : row_fields) (added.*(f.member)).text = text_of(bytes);
    subject.rows.push_back(added);
  }
  return subject;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all = as_text(data, size);
  const std::string text(all.substr(0, all.find('\0')));
  diagnostics found;
  const std::optional<catalog> before = read_yaml("in", text, found);
  if (!before || !found.ok() || before->rows.empty()) return -1;
  require(edit_yaml(text, *before, *before) == text, "without a change no byte changes", text);

  const std::size_t used = std::min(text.size() + 1, size);
  FuzzedDataProvider bytes(data + used, size - used);
  const catalog after = changed(*before, bytes);
  const std::string edited = edit_yaml(text, *before, after);
  diagnostics unreadable;
  const std::optional<catalog> again = read_yaml("out", edited, unreadable);
  require(again.has_value() && unreadable.ok(), "an edited catalog is read",
          text + "\n=>\n" + edited + require_clean(unreadable));
  require_same(after, *again, "an edited catalog has the changed rows");
  for (const auto& f : catalog_fields) {
    require((after.*(f.member)).text == ((*again).*(f.member)).text, "an edited catalog has its own values", edited);
  }
  require(edit_yaml(edited, *again, *again) == edited, "an edited catalog can be edited again", edited);
  return 0;
}
