// SPDX-License-Identifier: Apache-2.0
// Writes the reference page from page.html, a Mustache template that escapes each string.
#include "title.hpp"
#include "write.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

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
    if (!items.empty()) blocks.emplace_back("list", data("items", items));
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
    if (!line.empty()) blocks.emplace_back("text", line);
  }
  end_list();
  return blocks;
}

data error_of(const checked_catalog& subject, const checked_row& r, bool shows_status) {
  const auto text = [](std::string_view view) { return std::string(view); };
  data error;
  error.set("code", text(r.code));
  if (shows_status) error.set("status", std::to_string(r.status));
  error.set("retired", r.retired);
  error.set("message", text(r.message));
  if (!r.description.empty() && r.description != r.message) error.set("description", text(r.description));
  error.set("measure", blocks_of(r.handling_measure));
  error.set("has_measure", !r.handling_measure.empty());
  if (!r.group.empty()) error.set("group", text(r.group));
  error.set("name", text(r.name));
  error.set("body", subject.body().fill(r.code, r.status, r.message).text);
  return error;
}

/// The rows in blocks, which browsers lay out one by one.
list row_blocks_of(const checked_catalog& subject, bool shows_status) {
  constexpr std::size_t size = 25;
  list blocks;
  list errors;
  for (const checked_row& r : subject.rows()) {
    errors.push_back(error_of(subject, r, shows_status));
    if (errors.size() != size && &r != &subject.rows().back()) continue;
    blocks.emplace_back("errors", errors);
    errors.clear();
  }
  return blocks;
}

}  // namespace

std::string write_html(const checked_catalog& subject) {
  const std::vector<checked_row>& rows = subject.rows();
  const checked_row& example = rows.front();
  const bool shows_status = std::ranges::any_of(rows, [&](const checked_row& r) { return r.status != example.status; });
  data shown;
  const auto set = [&shown](const char* name, std::string_view text) { shown.set(name, std::string(text)); };
  set("title", title_of(subject));
  set("source", subject.source());
  if (!subject.source_url().empty()) set("source_url", subject.source_url());
  if (!subject.license().empty()) set("license", subject.license());
  set("count", rows.size() == 1 ? "1 error" : std::to_string(rows.size()) + " errors");
  set("prefix", subject.prefix());
  set("enumeration", std::string(subject.name_space()) + "::errc::");
  set("media_type", subject.media_type());
  set("example_name", example.name);
  set("example_status", std::to_string(example.status));
  set("example_body", subject.body().fill(example.code, example.status, example.message).text);
  if (!shows_status) set("common_status", std::to_string(example.status));
  shown.set("has_groups", std::ranges::any_of(rows, [](const checked_row& r) { return !r.group.empty(); }));
  shown.set("blocks", row_blocks_of(subject, shows_status));
  return kainjow::mustache::mustache(page).render(shown);
}

}  // namespace errcat::tool
