// SPDX-License-Identifier: Apache-2.0
// Codes that are written in several ways (IMG.0024, img.0024, IMG:24) count as one.
#include "tally.hpp"

#include "terminal.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>

namespace errcat::tool {

tally::tally(const error_tables& tables)
    : tables_(tables), scanner_(tables.patterns(), [this](const found_code& found) { count(found); }) {}

void tally::count(const found_code& found) {
  constexpr std::size_t most_unknown = 1000;
  ++total_;
  const auto known = places_.find(found.code);
  if (known != places_.end()) {
    ++codes_[known->second].count;
    return;
  }
  error_tables::row_list rows = tables_.find_in_text(found.code);
  if (rows.empty() && unknown_ == most_unknown) {
    ++more_unknown_;
    return;
  }
  const std::string name = rows.empty() ? std::string(found.code) : tables_.rows()[rows.front()].code;
  const auto [place, is_new] = places_.try_emplace(name, codes_.size());
  if (is_new) {
    if (rows.empty()) ++unknown_;
    codes_.push_back({name, std::string(found.text), std::move(rows), 0, file_, found.line});
  }
  ++codes_[place->second].count;
  places_.emplace(found.code, place->second);
}

std::vector<tally::code> tally::take_new() {
  std::vector<code> taken(codes_.begin() + static_cast<std::ptrdiff_t>(taken_), codes_.end());
  taken_ = codes_.size();
  return taken;
}

void print_counts(const error_tables& tables, const tally& codes, bool json, const output_style& style,
                  std::ostream& out) {
  std::vector<tally::code> sorted = codes.codes();
  std::ranges::sort(sorted, {}, &tally::code::name);
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &tally::code::count);
  const auto message_of = [&](const tally::code& code) {
    return code.rows.empty() ? std::string("(unknown code)") : tables.rows()[code.rows.front()].message;
  };
  if (json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const tally::code& code : sorted) {
      nlohmann::ordered_json each{{"code", code.name}, {"count", code.count}, {"file", code.file}, {"line", code.line}};
      each["known"] = !code.rows.empty();
      each["source"] = code.rows.empty() ? "" : tables.table_of(code.rows.front()).source;
      each["message"] = code.rows.empty() ? "" : message_of(code);
      list.push_back(std::move(each));
    }
    out << list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    return;
  }
  const auto count_of = [](const tally::code& code) { return std::to_string(code.count); };
  const auto code_of = [](const tally::code& code) { return printable(code.name); };
  const auto place_of = [](const tally::code& code) {
    return (code.file.empty() ? "line " : printable(code.file) + ':') + std::to_string(code.line);
  };
  const auto widest = [&](auto text_of) {
    std::size_t size = 0;
    for (const tally::code& code : sorted) size = std::max(size, text_of(code).size());
    return size;
  };
  const std::size_t widest_count = widest(count_of);
  const std::size_t widest_code = widest(code_of);
  const std::size_t widest_place = widest(place_of);
  const std::size_t indent = widest_count + widest_code + widest_place + 6;
  constexpr std::size_t least = 20;  // columns for the message
  const std::size_t width = style.width == 0 ? 0 : std::max(style.width, indent + least) - indent;
  const auto padded = [](std::string text, std::size_t size) {
    return text.append(size - std::min(size, text.size()), ' ');
  };
  for (const tally::code& code : sorted) {
    std::string message = message_of(code);
    std::ranges::replace(message, '\n', ' ');
    out << std::setw(static_cast<int>(widest_count)) << code.count << "  " << padded(code_of(code), widest_code) << "  "
        << padded(place_of(code), widest_place) << "  ";
    std::string before;
    for (const std::string& line : wrapped(message, width)) {
      out << before << line << '\n';
      before.assign(indent, ' ');
    }
  }
  if (codes.has_more_unknown()) out << codes.more_unknown() << "  other unknown codes\n";
}

}  // namespace errcat::tool
