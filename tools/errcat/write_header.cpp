// SPDX-License-Identifier: Apache-2.0
// Writes the C++ header: one text, rows of offsets into it, and the tables for lookups.
#include "body.hpp"
#include "header_text.hpp"
#include "numbering.hpp"
#include "table_hash.hpp"
#include "terminal.hpp"
#include "write.hpp"

#include <utf8.h>
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <errcat/detail/table.hpp>
#include <string_view>
#include <vector>

namespace errcat::tool {
namespace {

/// Returns `text` with spaces instead of line breaks, and bidirectional controls by name.
std::string on_one_line(std::string_view text) {
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
      out.append(begin, i);
    }
  }
  return out;
}

/// Returns `text` for a `///` comment: on one line, with the special characters of documentation tools escaped, and
/// with a last character that does not continue the line.
std::string comment(std::string_view text) {
  std::string out;
  for (const char c : on_one_line(text)) {
    if (c == '\\' || c == '@' || c == '<') out += '\\';
    out += c;
  }
  // A backslash (or its trigraph) at the end would continue the line, even with spaces after it.
  const std::string_view visible = std::string_view(out).substr(0, out.find_last_not_of(' ') + 1);
  if (visible.ends_with('\\') || visible.ends_with("\?\?/")) out += '.';
  return out;
}

/// Returns the smallest unsigned type that holds `largest`.
std::string_view unsigned_type(std::size_t largest) {
  if (largest <= UINT8_MAX) return "std::uint8_t";
  if (largest <= UINT16_MAX) return "std::uint16_t";
  return "std::uint32_t";
}

/// What an editor shows of an enumerator: code, status, other name and message, and the handling measure.
void write_documentation(std::string& out, const checked_row& r, std::string_view other_name) {
  out.append("  /// ").append(comment(r.code)).append(" (").append(std::to_string(r.status));
  if (!other_name.empty()) out.append(", ").append(other_name);
  out.append(r.retired ? ", retired): " : "): ").append(comment(r.message)).append("\n");
  std::string_view measure = r.handling_measure;
  if (measure.empty()) return;
  out += "  /// Handling measure:";
  while (!measure.empty()) {
    const std::string_view line = measure.substr(0, measure.find('\n'));
    measure.remove_prefix(std::min(line.size() + 1, measure.size()));
    if (line.empty()) continue;
    out.append(line.starts_with("- ") ? "\n  /// - " : " ");
    out += comment(line.starts_with("- ") ? line.substr(2) : line);
  }
  out += '\n';
}

/// Returns the attribute of a retired row's name, with the row's note as the reason. Since C++26 its string may not
/// have numeric escapes, so it has none.
std::string deprecation(const checked_row& r) {
  std::string reason = std::string(r.code) + " is retired";
  if (!r.note.empty()) reason.append(": ").append(r.note);
  std::string escaped;
  for (const char c : on_one_line(reason)) {
    if (needs_backslash(c, escaped.empty() ? '\0' : escaped.back())) escaped += '\\';
    escaped += c;
  }
  return " [[deprecated(\"" + escaped + "\")]]";
}

/// The enumerator of a retired code is not deprecated, only its name: a `switch` over all errors must be able to name
/// each of them in a build with -Werror.
void write_enumeration(std::string& out, const std::vector<checked_row>& rows) {
  const std::string_view type = rows.back().value <= UINT16_MAX ? "std::uint16_t" : "std::uint32_t";
  out.append("enum class errc : ::").append(type).append(" {\n");
  for (const checked_row& r : rows) {
    const bool has_name = r.name != r.enumerator;
    const std::string value = " = " + std::to_string(r.value) + ",\n";
    write_documentation(out, r, has_name ? r.name : "");
    out.append("  ").append(r.enumerator).append(value);
    if (!has_name) continue;
    write_documentation(out, r, r.enumerator);
    out.append("  ").append(r.name).append(r.retired ? deprecation(r) : "").append(value);
  }
  out += "};\n";
}

/// Returns how many digits every code has; 0 if that differs.
std::size_t common_digits(const checked_catalog& subject) {
  const auto digits = [&](const checked_row& r) { return r.code.size() - subject.prefix().size() - 1; };
  const std::size_t first = digits(subject.rows().front());
  return std::ranges::all_of(subject.rows(), [&](const checked_row& r) { return digits(r) == first; }) ? first : 0;
}

/// The text and the rows, whose integers are as small as offsets and sizes allow.
void write_rows(std::string& out, const checked_catalog& subject) {
  text_pool pool;
  std::vector<std::array<text_pool::slice, 6>> strings;
  std::size_t longest = 0;
  for (const checked_row& r : subject.rows()) {
    const auto name = pool.add(r.name);
    const auto body = pool.add_body(r, subject.body());
    strings.push_back(
        {name, body, pool.add(r.code), pool.add(r.message), pool.add(r.description), pool.add(r.handling_measure)});
    for (const auto& s : strings.back()) longest = std::max(longest, s.size);
  }
  pool.lay_out();
  out += pool.write();
  const std::string_view offset = pool.size() <= UINT16_MAX ? "std::uint16_t" : "std::uint32_t";
  const std::string_view size = longest <= UINT16_MAX ? "std::uint16_t" : "std::uint32_t";
  out.append("  static constexpr row<").append(offset).append(", ").append(size).append("> rows[] = {");
  for (std::size_t i = 0; i != strings.size(); ++i) {
    const checked_row& r = subject.rows()[i];
    out.append("\n      {").append(std::to_string(r.value)).append(", ").append(std::to_string(r.status));
    out += r.retired ? ", true" : ", false";
    for (const auto& s : strings[i]) out.append(", ").append(std::to_string(pool.position(s)));
    for (const auto& s : strings[i]) out.append(", ").append(std::to_string(s.size));
    out += "},";
  }
  out.append("\n  };\n  static_assert(sizeof rows == size * sizeof rows[0]);\n");
}

void write_indices(std::string& out, const char* name, const std::vector<std::size_t>& indices, std::size_t largest) {
  out.append("  static constexpr ").append(unsigned_type(largest)).append(" ").append(name).append("[] = {");
  constexpr std::size_t per_line = 20;
  for (std::size_t i = 0; i != indices.size(); ++i) {
    out.append(i % per_line == 0 ? "\n      " : " ").append(std::to_string(indices[i])).append(",");
  }
  out.append("\n  };\n  static_assert(sizeof ").append(name).append(" == ").append(std::to_string(indices.size()));
  out.append(" * sizeof ").append(name).append("[0]);\n");
}

/// A hash table: the row of each hash in its bucket, or in the first free one after it; `size` in the empty buckets. At
/// most half of the buckets are full, so a search is short and ends.
void write_buckets(std::string& out, const char* name, const std::vector<std::uint64_t>& hashes) {
  std::vector<std::size_t> buckets(std::bit_ceil(2 * hashes.size()), hashes.size());
  for (std::size_t i = 0; i != hashes.size(); ++i) {
    std::uint64_t bucket = detail::bucket_of(hashes[i], buckets.size());
    while (buckets[bucket] != hashes.size()) bucket = (bucket + 1) % buckets.size();
    buckets[bucket] = i;
  }
  write_indices(out, name, buckets, hashes.size());
}

/// Writes the index of values: the row of each number from the first to the last, `size` for a number without a row.
/// If every number has a row, no index is needed; if most have none, a hash table is smaller.
void write_values(std::string& out, const std::vector<checked_row>& rows) {
  constexpr std::size_t places_per_row = 8;  // the index of a numbering with gaps is then no larger than its rows
  const std::size_t first = rows.front().value;
  const std::size_t places = rows.back().value - first + 1;
  if (places == rows.size()) return;
  if (places > places_per_row * rows.size()) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(rows.size());
    for (const checked_row& r : rows) hashes.push_back(detail::mix(r.value));
    write_buckets(out, "value_buckets", hashes);
    return;
  }
  std::vector<std::size_t> index(places, rows.size());
  for (std::size_t i = 0; i != rows.size(); ++i) index[rows[i].value - first] = i;
  write_indices(out, "index", index, rows.size());
}

/// How a code without a number is found.
void write_codes(std::string& out, const std::vector<checked_row>& rows) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(rows.size());
  for (const checked_row& r : rows) hashes.push_back(detail::hash_of(r.code.data(), r.code.size()));
  write_buckets(out, "code_buckets", hashes);
}

/// Where the message is in a body, and the media type, if they are not the default ones.
void write_body_shape(std::string& out, const checked_catalog& subject) {
  if (subject.body().text() != default_body) {
    detail::body_shape shape{};
    auto& [before, codes_before, after, codes_after] = shape;
    bool is_after = false;
    for (const auto& [what, text] : subject.body().pieces()) {
      constexpr std::size_t status_digits = 3;
      const std::size_t bytes = what == body_template::kind::status ? status_digits : text.size();
      (is_after ? after : before) += static_cast<std::uint32_t>(bytes);
      if (what == body_template::kind::code) ++(is_after ? codes_after : codes_before);
      if (what == body_template::kind::message) is_after = true;
    }
    out.append("  static constexpr body_shape body{");
    out.append(std::to_string(before)).append(", ").append(std::to_string(codes_before)).append(", ");
    out.append(std::to_string(after)).append(", ").append(std::to_string(codes_after));
    out.append("};  // bytes and codes before the message and after it\n");
  }
  if (subject.media_type() != default_media_type) {
    out.append("  static constexpr char media_type[] = ").append(initializer(subject.media_type())).append(";\n");
  }
}

/// Documents what the values of the enumerators are.
std::string_view value_comment(const checked_catalog& subject) {
  if (subject.is_numbered() || has_plain_numbers(subject.cells())) {
    return "/// The errors. The value of a code is its number.\n";
  }
  if (!subject.cells().rows.front().value.text.empty()) {
    return "/// The errors. The catalog gives the value of each code.\n";
  }
  return "/// The errors. The value of a code is its place in the catalog.\n";
}

}  // namespace

std::string write_header(const checked_catalog& subject) {
  const std::vector<checked_row>& rows = subject.rows();
  const std::string_view name_space = subject.name_space();
  const std::string edition = "edition_" + table_hash(subject);
  std::string out;
  if (const std::string_view license = subject.license(); !license.empty()) {
    out.append("// SPDX-License-Identifier: ").append(license).append("\n");
  }
  out.append("// Generated by errcat from a catalog of ").append(std::to_string(rows.size())).append(" errors.\n");
  out.append("// DO NOT EDIT: change the catalog and generate this file again.\n");
  out.append("// Source: ").append(comment(subject.source())).append("\n");
  out.append("#pragma once\n\n#include <cstddef>\n#include <cstdint>\n#include <errcat/catalog.hpp>\n");
  out.append("#include <iosfwd>\n#include <type_traits>\n\nstatic_assert(errcat::table_layout == ")
      .append(std::to_string(table_layout));
  out.append(", \"generated for another version of errcat; generate this header again\");\n\n");
  out.append("namespace ").append(name_space).append(" {\n\n");
  out.append("// A hash of the table: other editions have other symbols, so one program can contain several.\n");
  out.append("inline namespace ").append(edition).append(" {\n\n");
  out.append(value_comment(subject));
  write_enumeration(out, rows);
  out.append("\n/// The catalog: `errors[errc::").append(rows.front().enumerator).append("]`, `errors.find(code)`.\n");
  out.append(R"(inline constexpr ::errcat::catalog<errc> errors{};

/// Prints the code, such as `)");
  out.append(comment(rows.front().code)).append(R"(`.
template <class Traits>
::std::basic_ostream<char, Traits>& operator<<(::std::basic_ostream<char, Traits>& out, errc error) {
  return ::errcat::detail::print(out, error);
}

// Found by argument-dependent lookup and done by <errcat/json.hpp>.
template <class Json> void to_json(Json& json, errc error) {
  ::errcat::detail::include_errcat_json_hpp<Json>::write(json, error);
}
template <class Json> void from_json(const Json& json, errc& error) {
  ::errcat::detail::include_errcat_json_hpp<Json>::read(json, error);
}

// Found by argument-dependent lookup and done by <errcat/system_error.hpp>.
template <class Error>
  requires ::std::is_same_v<Error, errc>
typename ::errcat::detail::include_errcat_system_error_hpp<Error>::code make_error_code(Error error) noexcept {
  return ::errcat::detail::include_errcat_system_error_hpp<Error>::make(error);
}
template <class Code, class Error>
  requires ::std::is_same_v<Error, errc>
typename ::errcat::detail::include_errcat_system_error_hpp<Code, Error>::result operator==(const Code& code,
                                                                                           Error error) noexcept {
  return ::errcat::detail::include_errcat_system_error_hpp<Code, Error>::equal(code, error);
}

)");
  out.append("}  // namespace ").append(edition).append("\n}  // namespace ").append(name_space).append("\n\n");
  out.append("template <> struct errcat::detail::table<::").append(name_space).append("::errc> {\n");
  out.append("  static constexpr std::uint32_t size = ").append(std::to_string(rows.size())).append(";\n");
  out.append("  static constexpr char name_space[] = \"").append(name_space).append("\";\n");
  out.append("  static constexpr char category_name[] = \"");
  out.append(subject.is_numbered() ? subject.prefix() : name_space).append("\";\n");
  out.append("  static constexpr char source[] = ").append(initializer(subject.source())).append(";\n");
  if (subject.is_numbered()) {
    out.append("  static constexpr char prefix[] = \"").append(subject.prefix()).append(".\";\n");
    out.append("  static constexpr std::size_t digits = ").append(std::to_string(common_digits(subject)));
    out.append(";  // of every code; 0 if they differ\n");
  }
  write_body_shape(out, subject);
  write_rows(out, subject);
  write_values(out, rows);
  if (!subject.is_numbered()) write_codes(out, rows);
  out += "};\n";
  return out;
}

}  // namespace errcat::tool
