// SPDX-License-Identifier: Apache-2.0
// The CSV reader, with libcsv, which gets one byte at a time because it counts neither lines nor columns.
#include "read_csv.hpp"

#include "ascii.hpp"
#include "proposal.hpp"
#include "read.hpp"
#include "suggestion.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <csv.h>
#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace errcat::tool {
namespace {

/// Splits a file into lines of cells.
class line_reader {
public:
  line_reader(std::string_view file, char delimiter, const csv_line& on_line, diagnostics& found)
      : here_(file), done_(on_line), found_(found) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });  // cells are not trimmed
  }
  line_reader(const line_reader&) = delete;
  line_reader& operator=(const line_reader&) = delete;
  ~line_reader() { csv_free(&parser_); }

  /// Skips a line that is not one of cells.
  void skip(std::string_view line) { here_.advance(line); }

  bool read(std::string_view text) {
    // No cell is larger than the file. By default the buffer grows by 128 bytes; if the allocator moves it each time, a
    // cell of some megabytes takes minutes.
    csv_set_blk_size(&parser_, text.size() + 1);
    for (const char byte : text) {
      const bool ends_line = byte == '\n' || byte == '\r';
      if (!in_cell_ && !ends_line) begin_cell();
      if (csv_parse(&parser_, &byte, 1, on_cell, on_line, this) != 1) {
        refuse_syntax();
        return false;
      }
      if (is_too_large_) return false;
      here_.advance(byte);
    }
    if (csv_fini(&parser_, on_cell, on_line, this) == 0) return !is_too_large_;
    found_.error(cell_, "cell has no closing quote");
    return false;
  }

private:
  static void on_cell(void* text, std::size_t size, void* reader) {
    static_cast<line_reader*>(reader)->end_cell({static_cast<const char*>(text), size});
  }
  static void on_line(int /*terminator*/, void* reader) { static_cast<line_reader*>(reader)->end_line(); }

  void begin_cell() {
    in_cell_ = true;
    cell_ = here_.at();
  }

  /// Reports what would take too much memory.
  void refuse_size(const std::string& what) {
    found_.error(here_.at(), what);
    is_too_large_ = true;
  }

  void end_cell(std::string_view text) {
    constexpr std::size_t most_cells = 1000;  // a catalog has 11 columns, a document some tens
    if (line_.size() == most_cells) return refuse_size("more than " + std::to_string(most_cells) + " cells in a line");
    if (!in_cell_) begin_cell();  // the empty cell between a comma and the end of the line
    in_cell_ = false;
    line_.push_back(make_cell(std::string(text), cell_));
  }

  /// Spreadsheets write empty rows below a table.
  void end_line() {
    const bool is_empty = std::ranges::all_of(line_, [](const cell& c) { return c.text.empty(); });
    if (!is_empty && lines_++ > most_rows) return refuse_size("more than " + std::to_string(most_rows) + " rows");
    if (!is_empty) done_(std::move(line_));
    line_.clear();
  }

  void refuse_syntax() {
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    found_.error(here_.at(), parser_.quoted != 0
                                 ? "text after a closing quote"
                                 : "quote inside a cell; put the whole cell in quotes, and double this quote");
  }

  csv_parser parser_{};
  text_cursor here_;
  position cell_;
  bool in_cell_ = false;
  bool is_too_large_ = false;
  std::vector<cell> line_;
  std::size_t lines_ = 0;  // that are not empty; the first one names the columns
  const csv_line& done_;
  diagnostics& found_;
};

/// Returns the line "sep=;" that Excel writes and reads, with its line break; "" if there is none.
std::string_view separator_line(std::string_view text) {
  constexpr std::string_view begin = "sep=";
  if (!text.starts_with(begin) || text.size() < begin.size() + 2) return "";
  const std::size_t end = text.find_first_not_of("\r\n", begin.size() + 1);
  return end == begin.size() + 1 ? "" : text.substr(0, end);
}

/// Returns which of comma, semicolon and tab separates the headings, outside quotes.
char delimiter_of(std::string_view text) {
  constexpr std::string_view delimiters = ",;\t";
  std::vector<std::size_t> counts(delimiters.size());
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (const std::size_t which = delimiters.find(c); which != std::string_view::npos) ++counts[which];
  }
  return delimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// Makes rows of lines. The first line names the columns.
class row_maker {
public:
  explicit row_maker(diagnostics& found) : found_(found) {}

  void add(std::vector<cell> line) {
    if (columns_.empty()) {
      read_names(line);
    } else if (line.size() != columns_.size()) {
      found_.error(line[0].at, std::to_string(line.size()) + (line.size() == 1 ? " cell" : " cells") +
                                   ", but the first line names " + std::to_string(columns_.size()) + " columns");
    } else {
      row& added = rows_.emplace_back();
      added.at = line[0].at;
      for (std::size_t i = 0; i != line.size(); ++i) {
        if (columns_[i] != nullptr) added.*(columns_[i]) = std::move(line[i]);
      }
      convert_old_proposal(added);
    }
  }

  [[nodiscard]] bool has_names() const noexcept { return !columns_.empty(); }
  [[nodiscard]] std::vector<row> take() { return std::move(rows_); }

private:
  /// Returns "handling_measure" for "Handling Measure".
  static std::string column_name(std::string_view heading) {
    const std::size_t begin = std::min(heading.find_first_not_of(' '), heading.size());
    std::string name(heading.substr(begin, heading.find_last_not_of(' ') + 1 - begin));
    std::ranges::transform(name, name.begin(), [](char c) { return c == ' ' ? '_' : to_lower(c); });
    return name;
  }

  void read_names(const std::vector<cell>& line) {
    for (const cell& name : line) {
      const auto* const known = std::ranges::find(row_fields, column_name(name.text), &field<row>::name);
      if (known == row_fields.end()) {
        found_.error(name.at, unknown_word("column", name.text, "Columns", names_of(row_fields)));
        columns_.push_back(nullptr);
        continue;
      }
      if (std::ranges::find(columns_, known->member) != columns_.end()) {
        found_.error(name.at, "duplicate column " + quote(name.text));
      }
      columns_.push_back(known->member);
    }
    for (const field<row>& wanted : row_fields) {
      if (wanted.required && std::ranges::find(columns_, wanted.member) == columns_.end()) {
        found_.error(line[0].at, "missing column '" + std::string(wanted.name) + "'");
      }
    }
  }

  std::vector<cell row::*> columns_;
  std::vector<row> rows_;
  diagnostics& found_;
};

}  // namespace

bool read_csv_lines(std::string_view file, std::string_view bytes, const csv_line& on_line, diagnostics& found) {
  if (!take_utf8(file, bytes, found)) return false;
  const std::string_view directive = separator_line(bytes);
  const char delimiter = directive.empty() ? delimiter_of(bytes) : directive[4];
  line_reader reader(file, delimiter, on_line, found);
  reader.skip(directive);
  return reader.read(bytes.substr(directive.size()));
}

catalog catalog_of(const csv_header& header, const position& at) {
  const auto optional = [&at](const std::string& option) { return option.empty() ? cell{} : cell{option, at}; };
  catalog result;
  result.at = at;
  result.name_space = {header.name_space, at};
  result.prefix = optional(header.prefix);  // missing, not "", which means plain numbers
  result.license = {header.license, at};
  result.source = {header.source, at};
  result.source_url = optional(header.source_url);
  result.body = optional(header.body);
  result.media_type = optional(header.media_type);
  return result;
}

std::optional<catalog> read_csv(std::string_view file, std::string_view bytes, const csv_header& header,
                                diagnostics& found) {
  const position start{file};
  row_maker rows(found);
  const auto add = [&](std::vector<cell> line) { rows.add(std::move(line)); };
  if (!read_csv_lines(file, bytes, add, found)) return std::nullopt;
  if (!rows.has_names()) {
    found.error(start, "file is empty; expected a line with the names of the columns");
    return std::nullopt;
  }
  catalog result = catalog_of(header, start);
  result.rows = rows.take();
  return result;
}

}  // namespace errcat::tool
