// SPDX-License-Identifier: Apache-2.0
// The formats of documents.
#include "read_document.hpp"

#include "ascii.hpp"
#include "catalog_file.hpp"
#include "charset.hpp"
#include "file.hpp"
#include "grid_table.hpp"
#include "pandoc.hpp"
#include "read_csv.hpp"
#include "read_pandoc.hpp"
#include "text.hpp"
#include "usage.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_set>
#include <utility>

namespace errcat::tool {
namespace {

struct format_extension {
  std::string_view extension;
  std::string_view format;
};

constexpr format_extension extensions[] = {
    {".rst", "rst"},      {".html", "html"},         {".htm", "html"},  {".xhtml", "html"}, {".md", "markdown"},
    {".mdx", "markdown"}, {".markdown", "markdown"}, {".json", "json"}, {".csv", "csv"},    {".tsv", "tsv"}};

/// Returns the format of an extension; "" if it is not one of a document.
std::string_view format_of(std::string_view path) {
  const std::string extension = extension_of(std::string(path));
  const auto* const known = std::ranges::find(extensions, extension, &format_extension::extension);
  return known == std::ranges::end(extensions) ? "" : known->format;
}

/// Returns the format of the document.
std::string format_of(const document_options& options) {
  if (!options.from.empty()) return options.from;
  if (options.name == "-") return "json";
  const std::string_view format = format_of(options.name);
  if (format.empty()) {
    throw usage_error(std::string(options.name) +
                      ": unknown document format; name it with --from, such as --from html");
  }
  return std::string(format);
}

/// Returns the first line as headings and the others as rows.
document read_csv_table(std::string_view file, std::string_view bytes, diagnostics& found) {
  document result;
  document_table table{1, {file}, {}, {}, {}};
  bool has_head = false;
  const auto add = [&](std::vector<cell> line) {
    if (!std::exchange(has_head, true)) {
      for (cell& c : line) table.head.push_back(std::move(c.text));
      return;
    }
    if (line.size() != table.head.size()) {
      table.problems.error(line[0].at, std::to_string(line.size()) + (line.size() == 1 ? " cell" : " cells") +
                                           ", but the first line has " + std::to_string(table.head.size()));
      line.resize(table.head.size());
    }
    const position at = line[0].at;
    table.rows.push_back({at, std::move(line)});
  };
  if (read_csv_lines(file, bytes, add, found)) result.tables.push_back(std::move(table));
  return result;
}

/// Returns the words of a text in which cells end with `|`.
std::unordered_set<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view separators = " |\n";
  std::unordered_set<std::string_view> words;
  for (std::size_t begin = 0; (begin = text.find_first_not_of(separators, begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    words.insert(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

/// Returns which part of a table's words, from 0 to 1, is in a grid.
double likeness(const document_table& table, const std::unordered_set<std::string_view>& grid) {
  std::size_t all = 0;
  std::size_t common = 0;
  const auto count = [&](std::string_view text) {
    for (const std::string_view word : words_of(text)) {
      ++all;
      if (grid.contains(word)) ++common;
    }
  };
  for (const std::string& heading : table.head) count(heading);
  for (const document_row& r : table.rows) {
    for (const cell& c : r.cells) count(c.text);
  }
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

/// Adds the merged cells of grid tables to the problems of the tables that pandoc made of them. The tree has no
/// positions, so a table is recognized by its words.
void add_merged_cells(std::string_view file, std::string_view rst, document& result, diagnostics& found) {
  for (const merged_grid& grid : merged_grids(file, rst)) {
    const std::unordered_set<std::string_view> words = words_of(grid.text);
    const auto nearest = std::ranges::max_element(result.tables, {}, [&](const auto& t) { return likeness(t, words); });
    (nearest == result.tables.end() ? found : nearest->problems).add(grid.found);
  }
}

/// Markdown is read as GitHub shows it: as HTML, so that tables in HTML are read, too. Nothing else that pandoc could
/// make of its characters (smart quotes, mathematics, emoji) is wanted.
std::optional<std::string> html_of_markdown(std::string_view file, std::string_view bytes,
                                            const document_options& options, diagnostics& found) {
  return run_pandoc(file, bytes, "commonmark+pipe_tables+strikeout+autolink_bare_uris+footnotes", "html", options.time,
                    found);
}

/// Reads a page that pandoc reads.
document read_page(std::string_view file, std::string bytes, std::string format, const document_options& options,
                   diagnostics& found) {
  if (format.starts_with("html")) bytes = html_in_utf8(std::move(bytes));
  std::string_view text = bytes;
  const bool is_text = format != "docx" && format != "odt" && format != "epub";
  if (is_text && !take_utf8(file, text, found)) return {};
  std::optional<std::string> html;
  if (format == "markdown" || format == "gfm" || format == "commonmark") {
    html = html_of_markdown(file, text, options, found);
    if (!html) return {};
    text = *html;
    format = "html";
  }
  const std::optional<std::string> tree = run_pandoc(file, text, format, "json", options.time, found);
  if (!tree) return {};
  document result = read_pandoc(file, *tree, found);
  if (format == "rst") add_merged_cells(file, text, result, found);
  return result;
}

}  // namespace

bool is_page(std::string_view path) {
  const std::string_view format = format_of(path);
  return !format.empty() && format != "json" && format != "csv" && format != "tsv";
}

document read_document(const document_options& options, diagnostics& found) {
  (void)format_of(options);  // refuses an unknown format before a file is read
  return read_document(options, options.name == "-" ? read_standard_input() : read_file(options.name), found);
}

document read_document(const document_options& options, std::string bytes, diagnostics& found) {
  const std::string format = format_of(options);
  const std::string_view file = options.name;
  if (format == "json") return read_pandoc(file, bytes, found);
  if (format == "csv" || format == "tsv") return read_csv_table(file, bytes, found);
  return read_page(file, std::move(bytes), format, options, found);
}

}  // namespace errcat::tool
