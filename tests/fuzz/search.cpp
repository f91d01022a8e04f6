// SPDX-License-Identifier: Apache-2.0
// The search and the reading of typed codes answer any question about any rows, soon, with rows that exist, ranked
// alike whatever case the question has.
#include "search.hpp"
#include "look_up.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace errcat::tool;

std::vector<error_row> rows_of(FuzzedDataProvider& bytes) {
  std::vector<error_row> rows(bytes.ConsumeIntegralInRange<std::size_t>(1, 8));
  for (error_row& row : rows) {
    for (std::string* text :
         {&row.code, &row.name, &row.status, &row.message, &row.description, &row.handling_measure}) {
      *text = bytes.ConsumeRandomLengthString(80);
    }
    row.value = bytes.ConsumeIntegral<std::uint32_t>();
  }
  return rows;
}

void check_search(const error_tables& tables, const std::string& question) {
  std::vector<searched_row> rows;
  for (const error_row& row : tables.rows()) {
    rows.push_back({row.code, row.name, row.status, row.message, row.description, row.handling_measure});
  }
  const search_index index(rows);
  const search_result found = index.find(question);
  if (found.whole > found.rows.size()) std::abort();
  if (std::set<std::size_t>(found.rows.begin(), found.rows.end()).size() != found.rows.size()) std::abort();
  for (const std::size_t row : found.rows) {
    if (row >= rows.size()) std::abort();
  }
  std::string lower = question;
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (index.find(lower).rows != found.rows) std::abort();
}

void check_look_up(const error_tables& tables, const std::string& text) {
  const looked_up found = look_up(tables, text);
  for (const auto* list : {&found.rows, &found.similar}) {
    for (const std::size_t row : *list) {
      if (row >= tables.rows().size()) std::abort();
    }
  }
  // A code is found as it is.
  for (const error_row& row : tables.rows()) {
    const auto rows = look_up(tables, row.code).rows;
    if (std::ranges::none_of(rows, [&](std::size_t i) { return tables.rows()[i].code == row.code; })) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  error_tables tables;
  tables.add({"a", "", "P", "P", ""}, rows_of(bytes));
  tables.add({"b", "", "", "b", ""}, rows_of(bytes));
  const std::string question = bytes.ConsumeRandomLengthString(500);
  check_search(tables, question);
  check_look_up(tables, question);
  return 0;
}
