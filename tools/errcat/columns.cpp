// SPDX-License-Identifier: Apache-2.0
// The headings of published pages.
#include "columns.hpp"

#include "ascii.hpp"
#include "published_text.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace errcat::tool {
namespace {

using member = cell row::*;

struct known_heading {
  std::string_view heading;  // letters and digits in lower case
  member field;              // nullptr: skipped without a warning
};

constexpr known_heading certain_headings[] = {
    {"status", &row::status},
    {"statuscode", &row::status},
    {"httpstatus", &row::status},
    {"httpstatuscode", &row::status},
    {"httpcode", &row::status},
    {"responsecode", &row::status},
    {"code", &row::code},
    {"codes", &row::code},
    {"errorcode", &row::code},
    {"errorcodes", &row::code},
    {"errortype", &row::code},
    {"message", &row::message},
    {"errormessage", &row::message},
    {"errormsg", &row::message},
    {"description", &row::description},
    {"errordescription", &row::description},
    {"handlingmeasure", &row::handling_measure},
    {"handlingmeasures", &row::handling_measure},
    {"measure", &row::handling_measure},
    {"measures", &row::handling_measure},
    {"solution", &row::handling_measure},
    {"solutions", &row::handling_measure},
    {"solutionsuggestion", &row::handling_measure},
    {"troubleshooting", &row::handling_measure},
    {"module", nullptr},
};

// Headings that pages also have next to a certain one. A column with one of them is the field only if no other is.
constexpr known_heading likely_headings[] = {
    {"meaning", &row::message},
    {"meaning", &row::description},
    {"explanation", &row::description},
    {"reason", &row::description},
    {"cause", &row::description},
    {"resolution", &row::handling_measure},
    {"action", &row::handling_measure},
    {"useraction", &row::handling_measure},
    {"clientaction", &row::handling_measure},
};

/// Returns a heading without case, punctuation and blanks.
std::string normal(std::string_view heading) {
  std::string out;
  for (const char c : without_invisible(heading)) {
    const bool counts = is_alphanumeric(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (counts) out += to_lower(c);
  }
  return out;
}

/// Returns `heading` without a plural in parentheses: "Error Code(s)".
std::string_view singular(std::string_view heading) {
  if (heading.ends_with("(s)")) heading.remove_suffix(3);
  return heading;
}

class column_chooser {
public:
  column_chooser(document_table& table, const std::vector<column_heading>& headings, diagnostics& found)
      : table_(table), headings_(headings), found_(found), fields_(table.head.size()), decided_(table.head.size()) {}

  /// Chooses the columns; returns false if none holds codes.
  bool choose() {
    for_each_undecided([&](std::size_t i, const std::string& heading) { choose_named(i, heading); });
    for_each_undecided([&](std::size_t i, const std::string& heading) { choose_certain(i, heading); });
    if (!has(&row::code)) return false;
    for_each_undecided([&](std::size_t i, const std::string& heading) { choose_likely(i, heading); });
    for_each_undecided([&](std::size_t i, const std::string& /*heading*/) {
      if (table_.head[i].empty() && is_empty(i)) return;
      found_.warning(table_.at,
                     "column " + quote(table_.head[i]) + " skipped; use --column FIELD=HEADING to import it");
    });
    for (const field<row>& f : row_fields) {
      if (std::ranges::count(fields_, f.member) > 1) {
        found_.error(table_.at, "two columns for '" + std::string(f.name) + "'; ignore one with --column none=HEADING");
      }
    }
    return true;
  }

  [[nodiscard]] bool has(member field) const { return std::ranges::find(fields_, field) != fields_.end(); }
  [[nodiscard]] const std::vector<member>& fields() const { return fields_; }

private:
  template <class Visitor> void for_each_undecided(Visitor visit) {
    for (std::size_t i = 0; i != fields_.size(); ++i) {
      if (!decided_[i]) visit(i, normal(table_.head[i]));
    }
  }

  void decide(std::size_t i, member field) {
    fields_[i] = field;
    decided_[i] = true;
  }

  [[nodiscard]] bool is_empty(std::size_t column) const {
    return std::ranges::all_of(table_.rows, [&](const document_row& r) { return r.cells[column].text.empty(); });
  }

  void choose_named(std::size_t i, const std::string& heading) {
    for (const column_heading& named : headings_) {
      if (normal(named.heading) != heading) continue;
      const auto* const known = std::ranges::find(row_fields, named.field, &field<row>::name);
      decide(i, known == row_fields.end() ? nullptr : known->member);
      named_.push_back(fields_[i]);
    }
  }

  /// A field that the user has named a column for is not looked for elsewhere.
  void choose_certain(std::size_t i, const std::string& heading) {
    const std::string short_heading = normal(singular(table_.head[i]));
    for (const known_heading& known : certain_headings) {
      if (known.heading != heading && known.heading != short_heading) continue;
      const bool is_taken = known.field != nullptr && std::ranges::find(named_, known.field) != named_.end();
      if (!is_taken) decide(i, known.field);
      return;
    }
  }

  void choose_likely(std::size_t i, const std::string& heading) {
    for (const known_heading& known : likely_headings) {
      if (known.heading != heading || has(known.field)) continue;
      decide(i, known.field);
      return;
    }
  }

  document_table& table_;
  const std::vector<column_heading>& headings_;
  diagnostics& found_;
  std::vector<member> fields_;
  std::vector<bool> decided_;
  std::vector<member> named_;
};

/// Returns a cell as the field needs it.
cell as_field(cell published, member field) {
  if (field == &row::code) published.text = without_invisible(published.text);
  if (field == &row::status) published.text = status_number(published.text);
  if (field == &row::name) published.text = snake_case(published.text);
  return published;
}

row make_row(document_row& published, const std::vector<member>& fields) {
  row made;
  made.at = published.at;
  for (std::size_t i = 0; i != fields.size(); ++i) {
    if (fields[i] != nullptr) made.*(fields[i]) = as_field(std::move(published.cells[i]), fields[i]);
  }
  return made;
}

/// Fills the messages from the descriptions if the table has no message column.
void complete_messages(code_table& made, const position& at, bool has_messages) {
  if (!has_messages) {
    made.found.warning(at, "no message column; the description is used as the message");
    for (row& r : made.rows) r.message.text = r.description.text;
  }
  const bool all_empty = std::ranges::all_of(made.rows, [](const row& r) { return r.message.text.empty(); });
  if (all_empty && !made.rows.empty()) {
    made.found.error(at, "every message is empty; use --column message=HEADING");
  }
}

/// Returns the headings of a table, for a message.
std::string list_of(const std::vector<std::string>& headings) {
  std::string list;
  for (const std::string& heading : headings) list += (list.empty() ? "" : ", ") + quote(heading);
  return list;
}

void complete_statuses(code_table& made, const std::string& status) {
  for (row& r : made.rows) {
    if (r.status.text.empty()) r.status = {status, r.at};
  }
}

/// Returns the table as rows; nullopt if it has no code column.
std::optional<code_table> make_table(document_table& table, const column_options& options) {
  code_table made{table.number, {}, table.problems};
  column_chooser columns(table, options.headings, made.found);
  if (!columns.choose()) return std::nullopt;
  for (document_row& r : table.rows) made.rows.push_back(make_row(r, columns.fields()));
  complete_messages(made, table.at, columns.has(&row::message));
  if (!options.status.empty()) complete_statuses(made, options.status);
  if (options.status.empty() && !columns.has(&row::status)) {
    made.found.warning(table.at, "no status column; the field stays empty (use --status N if all have one status)");
  }
  for (const auto& [field, name] :
       {std::pair{&row::description, "description"}, {&row::handling_measure, "handling measure"}}) {
    if (!columns.has(field)) made.found.warning(table.at, std::string("no ") + name + " column; the field stays empty");
  }
  return made;
}

void refuse_unused(const document& read, const std::vector<column_heading>& headings, const position& at,
                   diagnostics& found) {
  for (const column_heading& named : headings) {
    const bool used = std::ranges::any_of(read.tables, [&](const document_table& table) {
      return std::ranges::any_of(table.head, [&](const auto& h) { return normal(h) == normal(named.heading); });
    });
    if (!used) {
      found.error(at, "no table has a column " + quote(named.heading) + ", which --column " + named.field + " names");
    }
  }
}

}  // namespace

std::vector<code_table> code_tables(document& read, const column_options& options, const position& at,
                                    diagnostics& found) {
  std::vector<code_table> tables;
  diagnostics skipped;
  for (document_table& table : read.tables) {
    if (std::optional<code_table> made = make_table(table, options)) {
      tables.push_back(*std::move(made));
    } else {
      skipped.add(table.problems);
      skipped.warning(
          table.at, "table skipped: no code column (headings: " + list_of(table.head) + "); use --column code=HEADING");
    }
  }
  refuse_unused(read, options.headings, at, found);
  if (!tables.empty() || !found.ok()) return tables;
  found.add(skipped);
  found.error(at, "no table has a code column; use --column code=HEADING");
  return tables;
}

}  // namespace errcat::tool
