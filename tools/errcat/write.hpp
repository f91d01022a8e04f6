// SPDX-License-Identifier: Apache-2.0
// Writers: from a checked catalog to the text of a file. They know the format only. The same rows give the same bytes.
#pragma once

#include "catalog.hpp"

#include <string>

namespace errcat::tool {

/// A C++ header: the enumeration, its table and `errors`.
[[nodiscard]] std::string write_header(const catalog& subject);

/// A YAML catalog, which reads back as the same rows. Of an unchecked catalog too.
[[nodiscard]] std::string write_yaml(const catalog& subject);

/// A CSV catalog, which reads back as the same rows; it has no place for what a catalog says of itself. Of an unchecked
/// catalog too.
[[nodiscard]] std::string write_csv(const catalog& subject);

/// JSON for other languages' generators, as catalog.schema.json describes it.
[[nodiscard]] std::string write_json(const catalog& subject);

/// A table in GitHub's Markdown with an anchor for every code.
[[nodiscard]] std::string write_markdown(const catalog& subject);

/// A reference page for people, one file that needs no other, with the anchors of the Markdown form.
[[nodiscard]] std::string write_html(const catalog& subject);

}  // namespace errcat::tool
