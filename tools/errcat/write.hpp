// SPDX-License-Identifier: Apache-2.0
// Writers: from a checked catalog to the content of a file. Each knows one format; the same rows give the same bytes.
#pragma once

#include "checked_catalog.hpp"

#include <string>
#include <string_view>

namespace errcat::tool {

/// The first line of a new YAML catalog, by which editors find the schema where Debian's package installs it.
inline constexpr std::string_view yaml_schema_line =
    "# yaml-language-server: $schema=/usr/share/errcat/yaml-catalog.schema.json\n";

/// Writes a C++ header: the enumeration, its table and `errors`.
[[nodiscard]] std::string write_header(const checked_catalog& subject);

/// Writes JSON for other languages' generators, as catalog.schema.json describes it.
[[nodiscard]] std::string write_json(const checked_catalog& subject);

/// Writes OpenAPI 3.1 components: the schema of response bodies, a response for each HTTP status of `rows`, and each of
/// their bodies as an example. `rows` are rows of `subject`.
[[nodiscard]] std::string write_openapi(const checked_catalog& subject, const std::vector<const checked_row*>& rows);

/// Writes a table in GitHub's Markdown with an anchor for every code.
[[nodiscard]] std::string write_markdown(const checked_catalog& subject);

/// Writes a reference page, one self-contained file with the anchors of the Markdown form.
[[nodiscard]] std::string write_html(const checked_catalog& subject);

/// Writes a YAML catalog, which reads back as the same cells. It may break rules: `import` keeps what a page contains.
[[nodiscard]] std::string write_yaml(const catalog& subject);

/// Writes a CSV catalog, which reads back as the same rows, except for rows without any text; it leaves out the
/// catalog's own cells. It may break rules.
[[nodiscard]] std::string write_csv(const catalog& subject);

}  // namespace errcat::tool
