// SPDX-License-Identifier: Apache-2.0
// The comparison, and its output as text and JSON.
#include "compare.hpp"

#include "body.hpp"
#include "markdown.hpp"
#include "numbering.hpp"
#include "terminal.hpp"

#include <utf8.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

namespace errcat::tool {
namespace {

/// A repeated code has several rows, in the order of the file.
using rows_by_code = std::unordered_map<std::string_view, std::vector<valued_row>>;

rows_by_code index_rows(const catalog& subject) {
  rows_by_code rows;
  for (const valued_row& r : by_value(subject)) rows[r.source->code.text].push_back(r);
  return rows;
}

void compare_field(std::vector<field_change>& changes, const std::string& field, const std::string& old_text,
                   const std::string& new_text, bool breaking) {
  if (old_text != new_text) changes.push_back({field, old_text, new_text, breaking});
}

std::vector<field_change> compare_rows(const valued_row& before, const valued_row& after) {
  std::vector<field_change> changes;
  compare_field(changes, "value", std::to_string(before.value), std::to_string(after.value), true);
  const bool promised = before.source->proposed.text != "true";
  compare_field(changes, "name", before.source->name.text, after.source->name.text, promised);
  compare_field(changes, "status", before.source->status.text, after.source->status.text, true);
  compare_field(changes, "message", before.source->message.text, after.source->message.text, false);
  compare_field(changes, "description", before.source->description.text, after.source->description.text, false);
  compare_field(changes, "handling_measure", before.source->handling_measure.text, after.source->handling_measure.text,
                false);
  return changes;
}

std::string body_of(const catalog& subject) {
  return subject.body.present() ? without_whitespace(subject.body.text) : std::string(default_body);
}

std::string media_type_of(const catalog& subject) {
  return subject.media_type.present() ? subject.media_type.text : std::string(default_media_type);
}

bool any_breaking(const std::vector<field_change>& changes) {
  return std::ranges::any_of(changes, &field_change::breaking);
}

std::vector<std::string_view> codes_of(const std::vector<const row*>& rows) {
  std::vector<std::string_view> codes;
  codes.reserve(rows.size());
  for (const row* r : rows) codes.push_back(r->code.text);
  return codes;
}

nlohmann::ordered_json fields_of(const std::vector<field_change>& changes) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::array();
  for (const auto& [field, old_text, new_text, breaking] : changes) {
    fields.push_back({{"field", field}, {"old", old_text}, {"new", new_text}});
  }
  return fields;
}

/// Escapes the characters that JSON allows and that act on a terminal: DEL, C1 and bidirectional controls.
std::string ascii_controls(const std::string& json) {
  std::string out;
  const char* i = json.data();
  while (i != json.data() + json.size()) {
    const char* const begin = i;
    const char32_t c = utf8::next(i, json.data() + json.size());
    const bool acts = (is_control(c) && c != U'\n') || is_bidi_control(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    out += acts ? "\\u" + code_point_name(c).substr(2) : std::string(begin, i);
  }
  return out;
}

/// Collects the lines of the text output.
class text_form {
public:
  explicit text_form(bool colours) : colours_(colours) {}

  void line(const char* colour, const std::string& text) {
    out_ += colours_ ? std::string(colour) + text + "\033[0m\n" : text + '\n';
  }
  void fields(const std::vector<field_change>& changes) {
    for (const auto& [field, old_text, new_text, breaking] : changes) {
      out_ += "    " + field + (breaking ? " (breaking)\n" : "\n");
      text(red, "      - ", old_text);
      text(green, "      + ", new_text);
    }
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

  static constexpr const char* red = "\033[31m";
  static constexpr const char* green = "\033[32m";
  static constexpr const char* yellow = "\033[33m";
  static constexpr const char* bold = "\033[1m";

private:
  /// Adds the mark before each line of a string.
  void text(const char* colour, const std::string& mark, std::string_view text) {
    while (true) {
      const std::size_t end = text.find('\n');
      line(colour, mark + printable(text.substr(0, end)));
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }

  bool colours_;
  std::string out_;
};

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string summary(const comparison& changes) {
  std::size_t fields = changes.of_catalog.size();
  for (const row_change& change : changes.changed) fields += change.fields.size();
  return std::string(to_string(changes.result())) + ": " + std::to_string(changes.added.size()) + " added, " +
         std::to_string(changes.removed.size()) + " removed, " + std::to_string(changes.retired.size()) + " retired, " +
         counted(fields, "field") + " changed in " + counted(changes.changed.size(), "code");
}

}  // namespace

const char* to_string(verdict v) {
  switch (v) {
    case verdict::same:
      return "same";
    case verdict::wording:
      return "wording";
    case verdict::compatible:
      return "compatible";
    default:
      return "breaking";
  }
}

verdict comparison::result() const {
  const auto breaks = [](const row_change& change) { return any_breaking(change.fields); };
  if (!removed.empty() || !in_use_again.empty() || any_breaking(of_catalog) || std::ranges::any_of(changed, breaks)) {
    return verdict::breaking;
  }
  if (!added.empty() || !retired.empty()) return verdict::compatible;
  return changed.empty() ? verdict::same : verdict::wording;
}

comparison compare(const catalog& before, const catalog& after) {
  const rows_by_code old_rows = index_rows(before);
  const rows_by_code new_rows = index_rows(after);
  comparison changes;
  compare_field(changes.of_catalog, "namespace", before.name_space.text, after.name_space.text, true);
  compare_field(changes.of_catalog, "prefix", before.prefix.text, after.prefix.text, true);
  compare_field(changes.of_catalog, "body", body_of(before), body_of(after), true);
  compare_field(changes.of_catalog, "media_type", media_type_of(before), media_type_of(after), true);
  std::unordered_map<std::string_view, std::size_t> passed;
  for (const auto& [value, r] : by_value(before)) {
    const auto now = new_rows.find(r->code.text);
    const std::size_t which = passed[r->code.text]++;
    if (now == new_rows.end() || which >= now->second.size()) changes.removed.push_back(r);
  }
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const auto& [value, r] : by_value(after)) {
    const auto old = old_rows.find(r->code.text);
    const std::size_t which = seen[r->code.text]++;
    if (old == old_rows.end() || which >= old->second.size()) {
      changes.added.push_back(r);
      continue;
    }
    const valued_row& old_row = old->second[which];
    if (is_retired(*r) && !is_retired(*old_row.source)) changes.retired.push_back(r);
    if (!is_retired(*r) && is_retired(*old_row.source)) changes.in_use_again.push_back(r);
    std::vector<field_change> fields = compare_rows(old_row, {value, r});
    if (!fields.empty()) changes.changed.push_back({old_row.source, r, std::move(fields)});
  }
  return changes;
}

void refuse_breaking(const catalog& after, const comparison& changes, diagnostics& found) {
  for (const field_change& change : changes.of_catalog) {
    found.error(after.at, change.field + " changed from " + quote(change.old_text) + " to " + quote(change.new_text));
  }
  for (const row* r : changes.removed) {
    found.error(after.at, "published code " + quote(r->code.text) + " (" + to_string(r->code.at) +
                              ") is missing; keep it, and mark it as retired if it is out of use");
  }
  for (const row* r : changes.in_use_again) {
    found.error(r->code.at, "retired code " + quote(r->code.text) + " is in use again; use a new code");
  }
  for (const row_change& change : changes.changed) {
    for (const auto& [field, old_text, new_text, breaking] : change.fields) {
      if (!breaking) continue;
      const position& at = field == "name"     ? change.new_row->name.at
                           : field == "status" ? change.new_row->status.at
                                               : change.new_row->code.at;
      found.error(at, field + " of " + quote(change.code()) + " changed from " + quote(old_text) + " to " +
                          quote(new_text) + " (published at " + to_string(change.old_row->at) + ')');
    }
  }
}

std::string to_text(const comparison& changes, bool colours) {
  text_form form(colours);
  form.line(text_form::bold, summary(changes));
  form.fields(changes.of_catalog);
  const auto list = [&](const char* colour, const char* mark, const std::vector<const row*>& rows, const char* what) {
    for (const row* r : rows) form.line(colour, mark + printable(r->code.text) + what + quote(r->message.text));
  };
  list(text_form::red, "- ", changes.removed, " removed (breaking): ");
  list(text_form::red, "! ", changes.in_use_again, " in use again (breaking): ");
  list(text_form::yellow, "~ ", changes.retired, " retired: ");
  list(text_form::green, "+ ", changes.added, " added: ");
  for (const row_change& change : changes.changed) {
    form.line(text_form::yellow, "~ " + printable(change.code()));
    form.fields(change.fields);
  }
  return form.take();
}

std::string to_markdown(const comparison& changes) {
  std::string out = "**" + std::string(to_string(changes.result())) + "**" +
                    summary(changes).substr(std::string_view(to_string(changes.result())).size()) + "\n";
  std::string lines;
  const auto line = [&](const std::string& code, const std::string& what, const std::string& before,
                        const std::string& after) {
    lines.append("| ").append(code).append(" | ").append(what).append(" | ").append(before);
    lines.append(" | ").append(after).append(" |\n");
  };
  const auto fields = [&](const std::string& code, const std::vector<field_change>& all) {
    for (const field_change& f : all) {
      line(code, f.field + (f.breaking ? " (breaking)" : ""), markdown_text(f.old_text), markdown_text(f.new_text));
    }
  };
  const auto list = [&](const std::vector<const row*>& rows, const char* what, bool is_new) {
    for (const row* r : rows) {
      const std::string message = markdown_text(r->message.text);
      line(markdown_text(r->code.text), what, is_new ? "" : message, is_new ? message : "");
    }
  };
  fields("", changes.of_catalog);
  list(changes.removed, "removed (breaking)", false);
  list(changes.in_use_again, "in use again (breaking)", true);
  list(changes.retired, "retired", false);
  list(changes.added, "added", true);
  for (const row_change& change : changes.changed) fields(markdown_text(change.code()), change.fields);
  if (!lines.empty()) out += "\n| Code | Change | Before | After |\n|---|---|---|---|\n" + lines;
  return out;
}

std::string to_json(const comparison& changes) {
  nlohmann::ordered_json changed = nlohmann::ordered_json::array();
  for (const row_change& change : changes.changed) {
    changed.push_back({{"code", change.code()}, {"fields", fields_of(change.fields)}});
  }
  nlohmann::ordered_json whole = {{"verdict", to_string(changes.result())},
                                  {"added", codes_of(changes.added)},
                                  {"removed", codes_of(changes.removed)},
                                  {"retired", codes_of(changes.retired)},
                                  {"changed", std::move(changed)}};
  if (!changes.in_use_again.empty()) whole["in_use_again"] = codes_of(changes.in_use_again);
  if (!changes.of_catalog.empty()) whole["catalog"] = fields_of(changes.of_catalog);
  return ascii_controls(whole.dump(2)) + '\n';
}

}  // namespace errcat::tool
