// SPDX-License-Identifier: Apache-2.0
// What changed between two editions of a catalog, row by row through the codes.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

#include <string>
#include <vector>

namespace errcat::tool {

/// What a change asks of those who use the catalog, the strongest last.
enum class verdict {
  same,
  wording,     // texts
  compatible,  // codes added or retired
  breaking,    // a code removed or in use again, an enumerator's name or value changed, a status
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
};

/// Views of two catalogs, which outlive it.
struct comparison {
  std::vector<const row*> added;
  std::vector<const row*> removed;
  std::vector<const row*> retired;
  std::vector<const row*> in_use_again;
  std::vector<row_change> changed;
  std::vector<field_change> of_catalog;  // namespace and prefix
  [[nodiscard]] verdict result() const;
};

/// Compares two catalogs, checked or not; the rows of a repeated code one by one. Notes, licence and source do not
/// count.
[[nodiscard]] comparison compare(const catalog& before, const catalog& after);

/// An error for each breaking change.
void refuse_breaking(const catalog& after, const comparison& changes, diagnostics& found);

/// For people, one change a line; with ANSI colours if asked.
[[nodiscard]] std::string to_text(const comparison& changes, bool colours);

/// {"verdict", "added", "removed", "retired", "changed": [{"code", "fields": [{"field", "old", "new"}]}]}; and
/// "in_use_again" and "catalog" where there is something in them.
[[nodiscard]] std::string to_json(const comparison& changes);

}  // namespace errcat::tool
