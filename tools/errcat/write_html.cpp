// SPDX-License-Identifier: Apache-2.0
// Writes the reference page from page.html, a Mustache template that escapes each string.
#include "title.hpp"
#include "write.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <string_view>

namespace errcat::tool {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr char page[] =
#include "page.inc"
    ;

/// Splits a measure into blocks: consecutive lines that begin with `- ` are a list, any other line is a paragraph.
list blocks_of(std::string_view measure) {
  list blocks;
  list items;
  const auto end_list = [&] {
    if (!items.empty()) blocks.push_back({"list", data("items", items)});
    items.clear();
  };
  while (!measure.empty()) {
    const std::string line(measure.substr(0, measure.find('\n')));
    measure.remove_prefix(std::min(line.size() + 1, measure.size()));
    if (line.starts_with("- ")) {
      items.emplace_back(line.substr(2));
      continue;
    }
    end_list();
    if (!line.empty()) blocks.push_back({"text", line});
  }
  end_list();
  return blocks;
}

data error_of(const checked_catalog& subject, const checked_row& r, const std::string& enumeration) {
  const auto text = [](std::string_view view) { return std::string(view); };
  list enumerators{enumeration + r.enumerator};
  if (r.name != r.enumerator) enumerators.emplace_back(enumeration + text(r.name));
  data error;
  error.set("code", text(r.code));
  error.set("status", std::to_string(r.status));
  error.set("retired", r.retired);
  error.set("message", text(r.message));
  if (!r.description.empty() && r.description != r.message) error.set("description", text(r.description));
  error.set("measure", blocks_of(r.handling_measure));
  error.set("enumerators", enumerators);
  error.set("body", subject.body().fill(r.code, r.status, r.message).text);
  return error;
}

}  // namespace

std::string write_html(const checked_catalog& subject) {
  const std::string enumeration = std::string(subject.name_space()) + "::errc::";
  list errors;
  for (const checked_row& r : subject.rows()) errors.push_back(error_of(subject, r, enumeration));
  data shown;
  shown.set("title", title_of(subject));
  shown.set("source", std::string(subject.source()));
  if (!subject.license().empty()) shown.set("license", std::string(subject.license()));
  shown.set("count", std::to_string(errors.size()));
  shown.set("errors", errors);
  return kainjow::mustache::mustache(page).render(shown);
}

}  // namespace errcat::tool
