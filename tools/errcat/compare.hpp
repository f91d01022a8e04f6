// SPDX-License-Identifier: Apache-2.0
// What changed between two editions of a catalog. Rows are matched by code.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <string>
#include <vector>

namespace errcat::tool {

/// What a change means for users of the catalog, the most severe last.
enum class verdict {
  same,
  wording,     // messages, descriptions or handling measures changed
  compatible,  // a code was added or retired
  breaking,    // a code was removed or is in use again, or a name, value, status or the shape of bodies changed
};

[[nodiscard]] const char* to_string(verdict v);

struct field_change {
  std::string field;
  std::string old_text;
  std::string new_text;
  bool breaking;
};

struct row_change {
  const row* old_row;
  const row* new_row;
  std::vector<field_change> fields;

  [[nodiscard]] const std::string& code() const { return new_row->code.text; }
};

/// A view of two catalogs, which must outlive it.
struct comparison {
  std::vector<const row*> added;
  std::vector<const row*> removed;
  std::vector<const row*> retired;
  std::vector<const row*> in_use_again;
  std::vector<row_change> changed;
  std::vector<field_change> of_catalog;  // namespace, prefix, body and media type
  [[nodiscard]] verdict result() const;
};

/// Compares two catalogs, which may break rules. Rows of a repeated code are compared one by one. Ignores notes,
/// license and source.
[[nodiscard]] comparison compare(const catalog& before, const catalog& after);

/// Reports an error for each breaking change.
void refuse_breaking(const catalog& after, const comparison& changes, diagnostics& found);

/// Returns the changes as text, one per line, in ANSI colours if asked.
[[nodiscard]] std::string to_text(const comparison& changes, bool colours);

/// Returns the changes as GitHub's Markdown.
[[nodiscard]] std::string to_markdown(const comparison& changes);

/// Returns JSON: {"verdict", "added", "removed", "retired", "changed": [{"code", "fields": [{"field", "old",
/// "new"}]}]}, and "in_use_again" and "catalog" if they are not empty.
[[nodiscard]] std::string to_json(const comparison& changes);

}  // namespace errcat::tool
