// SPDX-License-Identifier: Apache-2.0
// Properties of a catalog, its diagnostics and its written forms that must hold for any input.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"
#include "read.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "write.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace errcat::tool {

/// Aborts unless `is_true`, so that libFuzzer keeps the input.
inline void require(bool is_true, const char* sentence, std::string_view text = {}) {
  if (is_true) return;
  std::fprintf(stderr, "not true: %s\n%.*s\n", sentence, static_cast<int>(text.size()), text.data());
  std::abort();
}

/// Checks that no line can control a terminal; returns the number of lines.
std::size_t require_harmless_text(const std::string& text);

/// Checks that each diagnostic is one line, or counted in a line such as "t.yaml: warning: and 3 more like this";
/// returns the lines.
std::string require_clean(const diagnostics& found);

/// Checks that a cell is UTF-8 with LF line breaks, does not end in one, and lies inside the file.
void require_clean(const cell& subject, std::string_view bytes);

/// Checks that the rows have the same cells.
void require_same(const catalog& left, const catalog& right, const char* sentence);

/// Returns the value of the adjacent string literals in `source`. Knows only the escapes that the writer uses.
std::string joined_literals(std::string_view source);

/// Returns what is between two parts of a header.
std::string_view between(std::string_view text, std::string_view before, std::string_view after);

/// Checks that the rows of the header, read as a compiler would, give every string back.
void require_is_in_header(const checked_catalog& subject);

/// Checks every written form of a catalog, or only YAML and CSV if the catalog has errors.
void require_is_written(const catalog& subject, diagnostics found);

/// Checks what a reader returned for `bytes`.
void require_reading(const std::optional<catalog>& subject, const diagnostics& found, std::string_view bytes);

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace errcat::tool
