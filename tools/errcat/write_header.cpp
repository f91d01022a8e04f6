// SPDX-License-Identifier: Apache-2.0
// The C++ header: one text, rows of offsets into it, and what the lookups need. <errcat/catalog.hpp> reads it.
#include "identifier.hpp"
#include "text.hpp"
#include "value.hpp"
#include "write.hpp"

#include <utf8.h>
#include <algorithm>
#include <bit>
#include <cstdint>
#include <errcat/catalog.hpp>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errcat::tool {
namespace {

/// `text` as a C++ string literal. Bytes outside printable ASCII become octal escapes, which end after three digits
/// whatever follows; so does the second of two question marks, for those who compile with trigraphs.
std::string literal(std::string_view text) {
  constexpr std::size_t longest = 16'000;  // MSVC refuses a piece over 16,380 bytes; pieces side by side are joined
  std::string out = "\"";
  char previous = 0;
  std::size_t piece = 0;
  for (const char c : text) {
    if (++piece == longest) {
      out += "\" \"";
      piece = 0;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || (c == '?' && previous == '?')) {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte >= 0x7F) {
      out += {'\\', static_cast<char>('0' + byte / 64), static_cast<char>('0' + byte / 8 % 8),
              static_cast<char>('0' + byte % 8)};
    } else {
      out += c;
    }
    previous = c;
  }
  return out + '"';
}

/// `text` in a `///` comment: on one line, with documentation tools' own characters escaped, and with a last
/// character that does not continue the line.
std::string comment(std::string_view text) {
  std::string out;
  const char* i = text.data();
  while (i != text.data() + text.size()) {
    const char* const begin = i;
    const char32_t c = utf8::next(i, text.data() + text.size());
    if (c == U'\n' || c == 0x2028 || c == 0x2029) {
      out += ' ';
    } else if (is_bidi_control(c)) {
      out += '(' + code_point_name(c) + ')';
    } else {
      if (c == U'\\' || c == U'@' || c == U'<') out += '\\';
      out.append(begin, i);
    }
  }
  // A backslash (or its trigraph) at the end would continue the line, and so it would with blanks behind it.
  const std::string_view visible = std::string_view(out).substr(0, out.find_last_not_of(" \t") + 1);
  if (visible.ends_with('\\') || visible.ends_with("\?\?/")) out += '.';
  return out;
}

constexpr std::string_view before_message = R"({"error":{"message":")";

struct slice {
  std::size_t offset = 0;
  std::size_t size = 0;
};

/// The one text of a table. Equal strings are stored once.
class text_pool {
public:
  slice add(std::string_view text) {
    if (text.empty()) return {};
    if (const auto known = known_.find(text); known != known_.end()) return known->second;
    const slice added = append(literal(text), text.size());
    known_.emplace(text, added);
    return added;
  }

  /// A response body. Where JSON needs no escape the message is a part of it.
  slice add_body(const row& r) {
    const std::string& message = r.message.text;
    const std::string body = response_body(r);
    const slice added = append(literal(body), body.size());
    const slice inside{added.offset + before_message.size(), message.size()};
    if (body.compare(before_message.size(), message.size() + 1, message + '"') == 0)
      known_.try_emplace(message, inside);
    return added;
  }

  [[nodiscard]] const std::string& literals() const { return literals_; }

private:
  slice append(const std::string& piece, std::size_t size) {
    literals_ += "\n      ";
    literals_ += piece;
    const slice added{size_, size};
    size_ += size;
    return added;
  }

  std::string literals_;
  std::size_t size_ = 0;
  std::unordered_map<std::string_view, slice> known_;  // views of the catalog's cells
};

/// The smallest unsigned type that holds `largest`.
std::string_view unsigned_type(std::size_t largest) {
  if (largest <= UINT8_MAX) return "std::uint8_t";
  if (largest <= UINT16_MAX) return "std::uint16_t";
  return "std::uint32_t";
}

void write_enumeration(std::string& out, const std::vector<valued_row>& rows) {
  const std::string_view type = rows.back().value <= UINT16_MAX ? "std::uint16_t" : "std::uint32_t";
  out.append("enum class errc : ::").append(type).append(" {\n");
  for (const auto& [number, r] : rows) {
    const std::string value = std::to_string(number);
    const std::string text = comment(r->message.text);
    const std::string enumerator = enumerator_of(r->code.text);
    const std::string_view retired = r->retired.text == "true" ? R"( [[deprecated("retired")]])" : "";
    out.append("  /// ").append(text).append("\n  ").append(enumerator).append(retired);
    out.append(" = ").append(value).append(",\n");
    if (r->name.text == enumerator) continue;
    out.append("  /// ").append(comment(r->code.text + ": " + r->message.text)).append("\n  ");
    out.append(r->name.text).append(retired).append(" = ").append(value).append(",\n");
  }
  out += "};\n";
}

/// How many digits every code has; 0 where they differ.
std::size_t common_digits(const catalog& subject) {
  const auto digits = [&](const row& r) { return r.code.text.size() - subject.prefix.text.size() - 1; };
  const std::size_t first = digits(subject.rows.front());
  return std::ranges::all_of(subject.rows, [&](const row& r) { return digits(r) == first; }) ? first : 0;
}

void write_rows(std::string& out, const std::vector<valued_row>& rows) {
  text_pool pool;
  std::string table;
  for (const auto& [number, r] : rows) {
    const slice body = pool.add_body(*r);
    table.append("\n      {").append(std::to_string(number)).append(", ").append(r->status.text);
    const auto append = [&](std::size_t n) { table.append(", ").append(std::to_string(n)); };
    append(body.offset);
    append(body.size);
    append(r->code.text.size());
    for (const cell* text : {&r->message, &r->description, &r->handling_measure}) {
      const slice place = pool.add(text->text);
      append(place.offset);
      append(place.size);
    }
    table += r->retired.text == "true" ? ", true}," : "},";
  }
  out +=
      "#ifdef __GNUC__\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n";
  out.append("  static constexpr char text[] =").append(pool.literals()).append(";\n");
  out += "#ifdef __GNUC__\n#pragma GCC diagnostic pop\n#endif\n";
  out.append("  static constexpr row rows[] = {").append(table).append("\n  };\n");
}

void write_indices(std::string& out, const char* name, const std::vector<std::size_t>& indices, std::size_t largest) {
  out.append("  static constexpr ").append(unsigned_type(largest)).append(" ").append(name).append("[] = {");
  constexpr std::size_t per_line = 20;
  for (std::size_t i = 0; i != indices.size(); ++i) {
    out.append(i % per_line == 0 ? "\n      " : " ").append(std::to_string(indices[i])).append(",");
  }
  out += "\n  };\n";
}

/// The row of each number from the first to the last, `size` where there is none. Left out where all have one, and
/// where most have none: the lookup then searches the rows.
void write_index(std::string& out, const std::vector<valued_row>& rows) {
  constexpr std::size_t places_per_row = 8;  // the index of a numbering with gaps is then no larger than its rows
  const std::size_t first = rows.front().value;
  const std::size_t places = rows.back().value - first + 1;
  if (places == rows.size() || places > places_per_row * rows.size()) return;
  std::vector<std::size_t> index(places, rows.size());
  for (std::size_t i = 0; i != rows.size(); ++i) index[rows[i].value - first] = i;
  write_indices(out, "index", index, rows.size());
}

/// The hash table of a named catalog: the row whose code belongs into each slot, or into one of the full slots before
/// it; `size` in the empty ones. At most half of the slots are full, so that a search is short and ends.
void write_slots(std::string& out, const std::vector<valued_row>& rows) {
  std::vector<std::size_t> slots(std::bit_ceil(2 * rows.size()), rows.size());
  for (std::size_t i = 0; i != rows.size(); ++i) {
    const std::string& code = rows[i].source->code.text;
    std::size_t slot = errcat::detail::slot_of(code.data(), code.size(), slots.size());
    while (slots[slot] != rows.size()) slot = (slot + 1) % slots.size();
    slots[slot] = i;
  }
  write_indices(out, "slots", slots, rows.size());
}

}  // namespace

std::string response_body(const row& subject) {
  const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
  std::string body(before_message);
  return body.append(quoted(subject.message.text), 1).append(R"(,"code":)").append(quoted(subject.code.text)) + "}}";
}

std::string write_header(const catalog& subject) {
  const std::vector<valued_row> rows = by_value(subject);
  const std::string& name_space = subject.name_space.text;
  const std::string first = enumerator_of(rows.front().source->code.text);
  std::string out;
  if (const std::string& license = subject.license.text; !license.empty()) {
    out.append("// SPDX-License-Identifier: ").append(license).append("\n");
  }
  out.append("// Generated by errcat from a catalog of ").append(std::to_string(rows.size()));
  out.append(" errors: change that, not this file.\n");
  out.append("// Source: ").append(comment(subject.source.text)).append("\n");
  out.append("#pragma once\n\n#include <cstddef>\n#include <cstdint>\n#include <errcat/catalog.hpp>\n\n");
  out.append("static_assert(errcat::table_layout == ").append(std::to_string(table_layout));
  out.append(", \"generate this header with the errcat that is included\");\n\n");
  out.append("namespace ").append(name_space).append(" {\n\n");
  out.append(is_numbered(subject) ? "/// The value of a code is its number.\n"
                                  : "/// The value of a code is its place in the catalog.\n");
  write_enumeration(out, rows);
  out.append("\n/// The catalog: `errors[errc::").append(first).append("]`, `errors.find(code)`.\n");
  out.append(R"(inline constexpr ::errcat::catalog<errc> errors{};

// For JSON: found by the enumeration's namespace, done by <errcat/json.hpp>.
template <class Json> void to_json(Json& json, errc error) { ::errcat::json_conversion<Json>::write(json, error); }
template <class Json> void from_json(const Json& json, errc& error) { ::errcat::json_conversion<Json>::read(json, error); }

// For std::error_code: done by <errcat/system_error.hpp>.
template <class Error>
  requires ::std::is_same_v<Error, errc>
auto make_error_code(Error error) noexcept {
  return ::errcat::error_code_conversion<Error>::make(error);
}
template <class Code, class Error>
  requires ::errcat::is_error_code<Code> && ::std::is_same_v<Error, errc>
bool operator==(const Code& code, Error error) noexcept {
  return ::errcat::error_code_conversion<Error>::equal(code, error);
}

}  // namespace )")
      .append(name_space)
      .append("\n\n");
  out.append("template <> struct errcat::table<::").append(name_space).append("::errc> {\n");
  out.append("  static constexpr std::uint32_t size = ").append(std::to_string(rows.size())).append(";\n");
  out.append("  static constexpr char name[] = \"");
  out.append(is_numbered(subject) ? subject.prefix.text : name_space).append("\";\n");
  write_rows(out, rows);
  if (is_numbered(subject)) {
    out.append("  static constexpr char prefix[] = \"").append(subject.prefix.text).append(".\";\n");
    out.append("  static constexpr std::size_t digits = ").append(std::to_string(common_digits(subject)));
    out.append(";  // of every code; 0: they differ\n");
    write_index(out, rows);
  } else {
    write_slots(out, rows);
  }
  out += "};\n";
  return out;
}

}  // namespace errcat::tool
