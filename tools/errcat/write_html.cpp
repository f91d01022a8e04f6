// SPDX-License-Identifier: Apache-2.0
// The reference page: page.html, a template in Mustache, which escapes each text that it shows.
#include "body.hpp"
#include "identifier.hpp"
#include "numbering.hpp"
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

/// The lines of a measure: neighbours that begin with `- ` are one list, each other line is a paragraph.
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

data error_of(const row& r, const std::string& enumeration) {
  const std::string enumerator = enumerator_of(r.code.text);
  list enumerators{enumeration + enumerator};
  if (r.name.text != enumerator) enumerators.emplace_back(enumeration + r.name.text);
  data error;
  error.set("code", r.code.text);
  error.set("status", r.status.text);
  error.set("retired", r.retired.text == "true");
  error.set("message", r.message.text);
  if (!r.description.text.empty() && r.description.text != r.message.text) error.set("description", r.description.text);
  error.set("measure", blocks_of(r.handling_measure.text));
  error.set("enumerators", enumerators);
  error.set("body", make_response_body(r.code.text, r.message.text).text);
  return error;
}

}  // namespace

std::string write_html(const catalog& subject) {
  list errors;
  for (const auto& [value, r] : by_value(subject)) {
    errors.push_back(error_of(*r, subject.name_space.text + "::errc::"));
  }
  data shown;
  shown.set("title", title_of(subject));
  shown.set("source", subject.source.text);
  if (!subject.license.text.empty()) shown.set("license", subject.license.text);
  shown.set("count", std::to_string(errors.size()));
  shown.set("errors", errors);
  return kainjow::mustache::mustache(page).render(shown);
}

}  // namespace errcat::tool
