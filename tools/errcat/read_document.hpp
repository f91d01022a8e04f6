// SPDX-License-Identifier: Apache-2.0
// Documents with tables: pages through pandoc, spreadsheets as CSV.
#pragma once

#include "diagnostics.hpp"
#include "document.hpp"
#include "subprocess.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace errcat::tool {

struct document_options {
  std::string_view name;  // of the file, for positions too; "-": standard input
  std::string from;       // pandoc's name of the format; empty: the extension names it
  std::chrono::seconds time = program_limits{}.time;
};

/// True if the extension is one of a document: .rst, .html, .md and others, but not .json, .csv or .tsv.
[[nodiscard]] bool is_page(std::string_view path);

/// Reads the tables of the document `bytes`. Its name must outlive the result and `found`. Throws usage_error.
[[nodiscard]] document read_document(const document_options& options, std::string bytes, diagnostics& found);

/// Reads the tables of a document. Its name must outlive the result and `found`. Throws usage_error and file_error.
[[nodiscard]] document read_document(const document_options& options, diagnostics& found);

}  // namespace errcat::tool
