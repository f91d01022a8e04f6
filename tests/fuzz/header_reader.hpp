// SPDX-License-Identifier: Apache-2.0
// Reads a generated header as a compiler would, and compares all of it with the catalog. oracle.hpp reads the rows.
#pragma once

#include "oracle.hpp"

#include <cstdint>
#include <errcat/detail/table.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace errcat::tool {

/// A member of the table, such as `static constexpr std::uint8_t index[] = {0, 1};`.
struct table_member {
  std::string type;
  std::string value;  // without the braces of a list
};

struct enumerator_line {
  std::string name;
  std::uint64_t value;
  std::string deprecation;  // the reason; empty: not deprecated
};

struct header_parts {
  std::string name_space;
  std::string edition;
  std::string enum_type;
  std::vector<enumerator_line> enumerators;
  std::string functions;  // what follows the enumeration, up to the end of its namespace
  std::map<std::string, table_member> members;
};

/// Reads one enumerator: `  image_type_incorrect [[deprecated("IMG.0024 is retired")]] = 24,`.
inline enumerator_line read_enumerator(std::string_view line) {
  constexpr std::string_view begin = R"( [[deprecated(")";
  constexpr std::string_view end = R"(")]])";
  require(line.starts_with("  ") && line.ends_with(','), "an enumerator ends with a comma", line);
  const std::size_t equals = line.rfind(" = ");
  require(equals != std::string_view::npos, "an enumerator has a value", line);
  const std::string_view digits = line.substr(equals + 3, line.size() - equals - 4);
  require(!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos, "values are numbers",
          line);
  std::string_view name = line.substr(2, equals - 2);
  std::string reason;
  if (const std::size_t at = name.find(begin); at != std::string_view::npos) {
    require(name.ends_with(end), "an attribute ends", name);
    reason = name.substr(at + begin.size(), name.size() - at - begin.size() - end.size());
    name = name.substr(0, at);
  }
  return {std::string(name), std::stoull(std::string(digits)), reason};
}

/// Reads the members of the table. `rest` is what is inside its braces.
inline std::map<std::string, table_member> read_members(std::string_view rest) {
  std::map<std::string, table_member> members;
  std::size_t asserted = 0;
  while (!rest.empty()) {
    if (rest.starts_with('#')) {  // the pragmas around the text
      rest.remove_prefix(rest.find('\n') + 1);
      continue;
    }
    const std::size_t end = rest.find(";");
    require(end != std::string_view::npos, "every member ends", rest);
    std::string_view member = rest.substr(0, end);
    std::size_t after = rest.find('\n', end) + 1;
    if (member.starts_with("  static_assert(")) {
      ++asserted;
      rest.remove_prefix(after);
      continue;
    }
    constexpr std::string_view begin = "  static constexpr ";
    require(member.starts_with(begin), "a member is a constant", member);
    member.remove_prefix(begin.size());
    const std::size_t assignment = member.find_first_of("={");
    std::string_view head = member.substr(0, assignment);
    while (head.ends_with(' ') || head.ends_with(']') || head.ends_with('[')) head.remove_suffix(1);
    const std::size_t blank = head.rfind(' ');
    require(blank != std::string_view::npos, "a member has a type and a name", head);
    std::string_view value = member.substr(assignment + 1);
    if (value.find('"') != std::string_view::npos) {  // a string may hold a semicolon
      const std::size_t string_end = rest.find(";\n", rest.find(value));
      value = rest.substr(rest.find(value), string_end - rest.find(value));
      after = string_end + 2;
    }
    const bool added = members
                           .emplace(std::string(head.substr(blank + 1)),
                                    table_member{std::string(head.substr(0, blank)), std::string(value)})
                           .second;
    require(added, "members differ", head);
    rest.remove_prefix(after);
  }
  require(asserted >= 2, "the sizes are asserted");
  return members;
}

inline header_parts read_header(const std::string& header) {
  header_parts parts;
  parts.name_space = between(header, "\nnamespace ", " {\n");
  parts.edition = between(header, "\ninline namespace ", " {\n");
  parts.enum_type = between(header, "\nenum class errc : ::", " {\n");
  std::string_view lines = between(header, "\nenum class errc : ::" + parts.enum_type + " {\n", "};\n");
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() + 1);
    if (!line.starts_with("  /// ")) parts.enumerators.push_back(read_enumerator(line));
  }
  const std::string end = "}  // namespace " + parts.edition + "\n}  // namespace " + parts.name_space + "\n\n";
  parts.functions = between(header, "\ninline constexpr ::errcat::catalog<errc> errors{};\n", end);
  const std::string table = "template <> struct errcat::detail::table<::" + parts.name_space + "::errc> {\n";
  const std::size_t begin = header.find(end + table);
  require(begin != std::string::npos, "the table is that of the enumeration", table);
  std::string_view members = std::string_view(header).substr(begin + end.size() + table.size());
  require(members.ends_with("};\n"), "the header ends with the table");
  members.remove_suffix(3);
  parts.members = read_members(members);
  return parts;
}

/// Returns the integers of a list.
inline std::vector<std::uint64_t> integers_of(const table_member& member) {
  std::vector<std::uint64_t> all;
  std::uint64_t number = 0;
  bool inside = false;
  for (const char c : member.value) {
    const bool digit = c >= '0' && c <= '9';
    require(digit || std::string_view(" ,\n{}").find(c) != std::string_view::npos, "a list of integers", member.value);
    if (digit) number = number * 10 + static_cast<std::uint64_t>(c - '0');
    if (!digit && inside) all.push_back(number);
    if (!digit) number = 0;
    inside = digit;
  }
  return all;
}

/// Checks that a type holds every integer of a list.
inline void require_fits(const std::string& type, const std::vector<std::uint64_t>& all) {
  const std::uint64_t most = type == "std::uint8_t" ? 0xFF : type == "std::uint16_t" ? 0xFFFF : 0xFFFFFFFF;
  require(type == "std::uint8_t" || type == "std::uint16_t" || type == "std::uint32_t", "an unsigned type", type);
  for (const std::uint64_t number : all) require(number <= most, "the type holds every number", type);
}

/// Returns the row that a search finds, as lookup::probe does.
template <class Matches> std::uint64_t probed(const std::vector<std::uint64_t>& buckets, std::uint64_t hash,
                                              std::uint64_t rows, Matches matches) {
  std::uint64_t bucket = detail::bucket_of(hash, buckets.size());
  for (std::size_t steps = 0; steps != buckets.size(); ++steps) {
    const std::uint64_t index = buckets[bucket];
    require(index <= rows, "a bucket has a row or none");
    if (index == rows || matches(index)) return index;
    bucket = (bucket + 1) % buckets.size();
  }
  require(false, "a search ends");
  return rows;
}

inline void require_enumerators(const header_parts& parts, const std::vector<checked_row>& rows) {
  require(parts.enum_type == (rows.back().value > 0xFFFF ? "std::uint32_t" : "std::uint16_t"), "values fit their type");
  std::size_t at = 0;
  for (const checked_row& r : rows) {
    for (const std::string_view name : {std::string_view(r.enumerator), r.name}) {
      if (name == r.name && r.name == r.enumerator && name.data() == r.name.data()) continue;  // written once
      require(at != parts.enumerators.size(), "every row has its enumerators", name);
      const auto& [written, value, deprecation] = parts.enumerators[at++];
      require(written == name && value == r.value, "an enumerator has its value", written);
      const bool is_deprecated = r.retired && name.data() == r.name.data();  // a code never is
      require(deprecation.ends_with(" is retired") == is_deprecated, "the name of a retired code is deprecated",
              written);
      require(is_deprecated || deprecation.empty(), "nothing else is deprecated", written);
    }
  }
  require(at == parts.enumerators.size(), "there are no other enumerators");
}

/// Checks that every value and every code leads to its row, and others to none.
inline void require_lookups(const header_parts& parts, const checked_catalog& subject) {
  const std::vector<checked_row>& rows = subject.rows();
  const auto& members = parts.members;
  const std::uint64_t first = rows.front().value;
  const auto list = [&](const char* name) {
    if (!members.contains(name)) return std::vector<std::uint64_t>();
    std::vector<std::uint64_t> all = integers_of(members.at(name));
    require_fits(members.at(name).type, all);
    return all;
  };
  const std::vector<std::uint64_t> index = list("index");
  const std::vector<std::uint64_t> value_buckets = list("value_buckets");
  const auto row_of_value = [&](std::uint32_t value) -> std::uint64_t {
    const std::uint32_t place = value - static_cast<std::uint32_t>(first);
    if (!index.empty()) return place < index.size() ? index[place] : rows.size();
    if (value_buckets.empty()) return place < rows.size() ? place : rows.size();
    return probed(value_buckets, detail::mix(value), rows.size(),
                  [&](std::uint64_t i) { return rows[i].value == value; });
  };
  for (std::size_t i = 0; i != rows.size(); ++i) {
    require(row_of_value(rows[i].value) == i, "a value leads to its row", rows[i].code);
    const bool next_has_row = i + 1 != rows.size() && rows[i + 1].value == rows[i].value + 1;
    if (!next_has_row) require(row_of_value(rows[i].value + 1) == rows.size(), "another value leads to none");
  }
  require(members.contains("code_buckets") == !subject.is_numbered(), "only codes without a number are hashed");
  if (subject.is_numbered()) return;
  const std::vector<std::uint64_t> buckets = list("code_buckets");
  const auto row_of_code = [&](std::string_view code) {
    return probed(buckets, detail::hash_of(code.data(), code.size()), rows.size(),
                  [&](std::uint64_t i) { return rows[i].code == code; });
  };
  for (std::size_t i = 0; i != rows.size(); ++i) {
    require(row_of_code(rows[i].code) == i, "a code leads to its row", rows[i].code);
    require(row_of_code(std::string(rows[i].code) + '"') == rows.size(), "another code leads to none", rows[i].code);
  }
}

/// Checks the other members: the catalog's own values and the shape of its bodies.
inline void require_members(const header_parts& parts, const checked_catalog& subject) {
  const auto& members = parts.members;
  const auto string = [&](const char* name) { return joined_literals(members.at(name).value); };
  require(members.at("size").value == " " + std::to_string(subject.rows().size()), "the number of rows");
  require(string("name_space") == subject.name_space(), "the namespace");
  require(string("category_name") == (subject.is_numbered() ? subject.prefix() : subject.name_space()), "the category");
  require(string("source") == subject.source(), "the source", members.at("source").value);
  require(members.contains("prefix") == subject.is_numbered() && members.contains("digits") == subject.is_numbered(),
          "a numbered catalog has a prefix");
  if (subject.is_numbered()) {
    require(string("prefix") == std::string(subject.prefix()) + '.', "the prefix");
    std::size_t digits = subject.rows().front().code.size() - subject.prefix().size() - 1;
    for (const checked_row& r : subject.rows()) {
      if (r.code.size() - subject.prefix().size() - 1 != digits) digits = 0;
    }
    require(members.at("digits").value == " " + std::to_string(digits), "the digits of every code");
  }
  require(members.contains("media_type") == (subject.media_type() != default_media_type), "the media type");
  if (members.contains("media_type")) require(string("media_type") == subject.media_type(), "the media type");
  detail::body_shape shape = detail::default_body;
  if (members.contains("body")) {
    const std::vector<std::uint64_t> numbers = integers_of(members.at("body"));
    require(numbers.size() == 4, "the shape of a body has four numbers");
    shape = {static_cast<std::uint32_t>(numbers[0]), static_cast<std::uint32_t>(numbers[1]),
             static_cast<std::uint32_t>(numbers[2]), static_cast<std::uint32_t>(numbers[3])};
  }
  for (const checked_row& r : subject.rows()) {
    const std::string body = subject.body().fill(r.code, r.status, r.message).text;
    const std::string quoted = nlohmann::json(std::string(r.message)).dump();
    const std::size_t before = shape.before + shape.codes_before * r.code.size();
    const std::size_t after = shape.after + shape.codes_after * r.code.size();
    require(before + after + quoted.size() - 2 == body.size() &&
                body.substr(before, quoted.size() - 2) == quoted.substr(1, quoted.size() - 2),
            "the shape says where the message is", body);
  }
}

/// Checks that the whole header says what the catalog does.
inline void require_header_of(const checked_catalog& subject) {
  const std::string header = write_header(subject);
  const header_parts parts = read_header(header);
  require(parts.name_space == subject.name_space(), "the namespace", parts.name_space);
  require(parts.edition.size() == 24 && parts.edition.starts_with("edition_") &&
              parts.edition.find_first_not_of("0123456789abcdef", 8) == std::string::npos,
          "the edition is a hash", parts.edition);
  require_enumerators(parts, subject.rows());
  require_members(parts, subject);
  require_lookups(parts, subject);
  require_is_in_header(subject);
}

}  // namespace errcat::tool
