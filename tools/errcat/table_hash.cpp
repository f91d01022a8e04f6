// SPDX-License-Identifier: Apache-2.0
// The hash of a table.
#include "table_hash.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <errcat/detail/table.hpp>
#include <string_view>

namespace errcat::tool {

std::string table_hash(const checked_catalog& subject) {
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&hash](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0xFFU) * 1099511628211U;  // a byte that is not in UTF-8, so that "ab", "c" is not "a", "bc"
  };
  add(std::to_string(table_layout));
  for (const std::string_view text : {subject.name_space(), subject.prefix(), subject.source()}) add(text);
  if (const std::string body = subject.body().text(); body != default_body) add(body);
  if (subject.media_type() != default_media_type) add(subject.media_type());
  for (const checked_row& r : subject.rows()) {
    add(std::to_string(r.value));
    add(r.code);
    add(r.name);
    add(std::to_string(r.status));
    for (const std::string_view text : {r.message, r.description, r.handling_measure}) add(text);
    add(r.retired ? "retired" : "");
  }
  std::array<char, 17> name{};
  std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(hash));
  return name.data();
}

}  // namespace errcat::tool
