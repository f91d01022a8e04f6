// SPDX-License-Identifier: Apache-2.0
// Compares two editions of a catalog and updates the first with the second, as `import --update` does.
#include "compare.hpp"
#include "import.hpp"
#include "oracle.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <nlohmann/json.hpp>

namespace {

using namespace errcat::tool;

std::optional<catalog> read_rows(const char* file, const std::string& rows, const char* prefix) {
  diagnostics found;
  const std::string text = "code,name,status,message,description,handling_measure,retired,note\n" + rows;
  return read_csv(file, text, {"n", prefix, "", "s"}, found);
}

/// Checks that the text form is lines of text and that the JSON form has as many rows as the comparison.
void require_is_shown(const comparison& changes) {
  const std::string text = to_text(changes, false);
  require_harmless_text(text);
  const auto json = nlohmann::json::parse(to_json(changes));
  require(json["added"].size() == changes.added.size() && json["removed"].size() == changes.removed.size() &&
              json["retired"].size() == changes.retired.size() && json["changed"].size() == changes.changed.size(),
          "JSON has every change", text);
}

/// Checks that kept rows keep their names, notes and order and that each published row appears once.
void require_is_updated(const catalog& kept, const catalog& published) {
  diagnostics found;
  catalog next = update(kept, published, found);
  (void)require_clean(found);
  require(found.ok() && next.rows.size() >= kept.rows.size() && next.rows.size() >= published.rows.size(),
          "no row is lost");
  for (std::size_t i = 0; i != kept.rows.size(); ++i) {
    const row& before = kept.rows[i];
    const row& after = next.rows[i];
    require(after.code.text == before.code.text && after.name.text == before.name.text &&
                after.note.text == before.note.text,
            "the rows that were there keep name, note and place", before.code.text);
    require(before.retired.text != "true" || after.retired.text == "true", "no code is in use again", before.code.text);
  }
  const comparison missing = compare(published, next);
  require(missing.removed.empty(), "every published row is there", to_text(missing, false));

  propose_names(next);
  for (const row& r : next.rows) require(!r.name.text.empty(), "each row has a name", r.code.text);
  diagnostics again_found;
  require_same(next, update(next, published, again_found), "the same edition once more changes nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const char* const prefix = bytes.ConsumeBool() ? "P" : "";
  const std::string old_rows = bytes.ConsumeRandomLengthString();
  const auto before = read_rows("old", old_rows, prefix);
  const auto after = read_rows("new", bytes.ConsumeRemainingBytesAsString(), prefix);
  if (!before || !after) return -1;
  require(compare(*before, *before).result() == verdict::same, "a catalog is the same as itself");
  const comparison changes = compare(*before, *after);
  require_is_shown(changes);
  diagnostics refused;
  refuse_breaking(*after, changes, refused);
  (void)require_clean(refused);
  require(refused.ok() == (changes.result() != verdict::breaking), "what breaks users is refused");
  require_is_updated(*before, *after);
  return 0;
}
