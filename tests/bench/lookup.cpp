// SPDX-License-Identifier: Apache-2.0
// Lookups from a code to its entry and its handling measure and from an enumerator to its message, compared with
// alternatives.
#include "codes.hpp"

#include <benchmark/benchmark.h>
#include <ims/errors.hpp>
#include <named/errors.hpp>
#include <string_view_table.hpp>
#include <switches.hpp>
#ifdef ERRCAT_BENCH_FROZEN
#include <frozen_map.hpp>
#endif

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#include <gperf_codes.hpp>
#pragma GCC diagnostic pop

namespace {

using string_view_table::rows;

template <class Map> const Map& map_of_rows() {
  static const Map map = [] {
    Map all;
    for (const auto& row : rows) all.emplace(row.code, &row);
    return all;
  }();
  return map;
}

// Each returns the number of a code, or 0, so that all have the same results.

int by_errcat(std::string_view code) {
  const auto found = ims::errors.find(code);
  return found ? static_cast<int>(found->error()) : 0;
}

/// The same codes as a named catalog, which uses a hash table and numbers its rows from 1.
int by_errcat_named(std::string_view code) {
  const auto found = named::errors.find(code);
  return found ? static_cast<int>(found->error()) : 0;
}

int by_gperf(std::string_view code) {
  const gperf_row* const found = gperf_codes::in_word_set(code.data(), code.size());
  return found != nullptr ? found->number : 0;
}

template <class Map> int by_map(std::string_view code) {
  const auto& map = map_of_rows<Map>();
  const auto found = map.find(code);
  return found != map.end() ? found->second->number : 0;
}
using hash_map = std::unordered_map<std::string_view, const string_view_table::row*>;
using tree_map = std::map<std::string_view, const string_view_table::row*>;

const string_view_table::row* search(std::string_view code) {
  const auto* const found = std::lower_bound(std::begin(rows), std::end(rows), code,
                                             [](const auto& row, std::string_view key) { return row.code < key; });
  return found != std::end(rows) && found->code == code ? found : nullptr;
}
int by_search(std::string_view code) {
  const auto* const found = search(code);
  return found != nullptr ? found->number : 0;
}

/// Returns the index in the table plus 1, which is the number in the named catalog.
int place_by_search(std::string_view code) {
  const auto* const found = search(code);
  return found != nullptr ? static_cast<int>(found - std::begin(rows)) + 1 : 0;
}

/// As written by hand: the prefix, the digits, a switch.
int by_switch(std::string_view code) {
  if (code.size() != 8 || code.substr(0, 4) != "IMG.") return 0;
  int number = 0;
  const char* const end = code.data() + code.size();
  const auto [stop, error] = std::from_chars(code.data() + 4, end, number);
  return error == std::errc{} && stop == end && switches::has_row(number) ? number : 0;
}

#ifdef ERRCAT_BENCH_FROZEN
int by_frozen(std::string_view code) {
  const auto* const found = frozen_map.find(frozen::string(code.data(), code.size()));
  return found != frozen_map.end() ? found->second : 0;
}
#endif

// From a code to its handling measure.

std::string_view measure_by_errcat(std::string_view code) {
  const auto found = ims::errors.find(code);
  return found ? found->handling_measure() : std::string_view();
}
std::string_view measure_by_gperf(std::string_view code) {
  const gperf_row* const found = gperf_codes::in_word_set(code.data(), code.size());
  return found != nullptr ? rows[found->index].handling_measure : std::string_view();
}
template <class Map> std::string_view measure_by_map(std::string_view code) {
  const auto& map = map_of_rows<Map>();
  const auto found = map.find(code);
  return found != map.end() ? found->second->handling_measure : std::string_view();
}
std::string_view measure_by_search(std::string_view code) {
  const auto* const found = search(code);
  return found != nullptr ? found->handling_measure : std::string_view();
}

// From an enumerator to its message.

std::string_view message_by_errcat(ims::errc error) { return ims::errors[error].message(); }
std::string_view message_by_switch(ims::errc error) { return switches::message(static_cast<int>(error)); }
std::string_view message_by_unordered_map(ims::errc error) {
  static const auto map = [] {
    std::unordered_map<ims::errc, std::string_view> all;
    for (const auto& row : rows) all.emplace(static_cast<ims::errc>(row.number), row.message);
    return all;
  }();
  const auto found = map.find(error);
  return found != map.end() ? found->second : std::string_view();
}
std::string_view message_by_search(ims::errc error) {
  const auto* const found = std::lower_bound(std::begin(rows), std::end(rows), static_cast<int>(error),
                                             [](const auto& row, int number) { return row.number < number; });
  return found != std::end(rows) && found->number == static_cast<int>(error) ? found->message : std::string_view();
}

// The sum of these values depends on every result, so the compiler cannot drop a lookup.
int use(int number) { return number; }
std::size_t use(std::string_view text) { return text.size() + reinterpret_cast<std::size_t>(text.data()); }

/// Looks up all keys. An alternative whose result differs from `expected` is not measured.
template <auto lookup, auto expected, class Keys> void look_up(benchmark::State& state, const Keys& keys) {
  for (std::size_t i = 0; i != code_count; ++i) {
    if (lookup(keys[i]) != expected(keys[i])) return state.SkipWithError("a wrong answer");
  }
  while (state.KeepRunningBatch(code_count)) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i != code_count; ++i) sum += static_cast<std::size_t>(use(lookup(keys[i])));
    benchmark::DoNotOptimize(sum);
  }
}

template <auto lookup, auto expected = by_search> void add_number(const std::string& peer) {
  static const random_codes known = random_codes::known();
  static const random_codes unknown = random_codes::unknown();
  const auto run = [](benchmark::State& state, const auto* keys) { look_up<lookup, expected>(state, *keys); };
  benchmark::RegisterBenchmark(("code to entry, hits/" + peer).c_str(), run, &known);
  benchmark::RegisterBenchmark(("code to entry, misses/" + peer).c_str(), run, &unknown);
}

template <auto lookup> void add_measure(const std::string& peer) {
  static const random_codes keys = random_codes::known();
  benchmark::RegisterBenchmark(("code to handling measure/" + peer).c_str(),
                               [](benchmark::State& state) { look_up<lookup, measure_by_search>(state, keys); });
}

template <auto lookup> void add_message(const std::string& peer) {
  static const auto keys = [] {
    const random_codes codes = random_codes::known();
    std::vector<ims::errc> all;
    for (std::size_t i = 0; i != codes.size(); ++i) all.push_back(ims::errors.find(codes[i])->error());
    return all;
  }();
  benchmark::RegisterBenchmark(("enumerator to message/" + peer).c_str(),
                               [](benchmark::State& state) { look_up<lookup, message_by_search>(state, keys); });
}

const bool added = [] {
  add_number<by_errcat>("errcat");
  add_number<by_gperf>("gperf");
  add_number<by_map<hash_map>>("std::unordered_map");
  add_number<by_map<tree_map>>("std::map");
  add_number<by_search>("std::lower_bound");
  add_number<by_switch>("prefix, from_chars and switch");
#ifdef ERRCAT_BENCH_FROZEN
  add_number<by_frozen>("frozen::unordered_map");
#endif
  add_number<by_errcat_named, place_by_search>("errcat (named)");
  add_measure<measure_by_errcat>("errcat");
  add_measure<measure_by_gperf>("gperf");
  add_measure<measure_by_map<hash_map>>("std::unordered_map");
  add_measure<measure_by_map<tree_map>>("std::map");
  add_measure<measure_by_search>("std::lower_bound");
  add_message<message_by_errcat>("errcat");
  add_message<message_by_switch>("switch");
  add_message<message_by_unordered_map>("std::unordered_map");
  add_message<message_by_search>("std::lower_bound");
  return true;
}();

}  // namespace
