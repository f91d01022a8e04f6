// SPDX-License-Identifier: Apache-2.0
// From a code to its entry, and from an enumerator to its body, beside what users would pick instead.
#include <benchmark/benchmark.h>
#include <ims/errors.hpp>
#include <named/errors.hpp>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#include <gperf_codes.hpp>
#pragma GCC diagnostic pop

namespace {

using ims::errors;

// More keys than a branch predictor learns by heart.
constexpr std::size_t keys = 8192;
constexpr unsigned seed = 20230517;  // the same order in every run

std::vector<std::string> known_codes() {
  std::mt19937 random(seed);
  std::vector<std::string> codes;
  for (std::size_t i = 0; i != keys; ++i) codes.emplace_back(errors.begin()[random() % errors.size()].code());
  return codes;
}

/// Known codes with one character changed into a digit: numbers that no row has, and what is no code at all.
std::vector<std::string> unknown_codes() {
  std::mt19937 random(seed);
  std::vector<std::string> codes;
  while (codes.size() != keys) {
    std::string code(errors.begin()[random() % errors.size()].code());
    code[random() % code.size()] = static_cast<char>('0' + random() % 10);
    if (!errors.contains(code)) codes.push_back(code);
  }
  return codes;
}

const std::unordered_map<std::string_view, ims::errc>& unordered_map() {
  static const auto map = [] {
    std::unordered_map<std::string_view, ims::errc> all;
    for (const auto error : errors) all.emplace(error.code(), error.error());
    return all;
  }();
  return map;
}

// Each gives the number of a code, 0 for none: the same answer from all.

struct by_errcat {
  static int number(std::string_view code) {
    const auto found = errors.find(code);
    return found ? static_cast<int>(found->error()) : 0;
  }
};

struct by_errcat_named {
  static int number(std::string_view code) {
    const auto found = named::errors.find(code);
    return found ? static_cast<int>(found->error()) : 0;
  }
};

struct by_gperf {
  static int number(std::string_view code) {
    const gperf_row* const found = gperf_codes::in_word_set(code.data(), code.size());
    return found != nullptr ? found->number : 0;
  }
};

struct by_unordered_map {
  static int number(std::string_view code) {
    const auto found = unordered_map().find(code);
    return found != unordered_map().end() ? static_cast<int>(found->second) : 0;
  }
};

template <class Lookup> void look_up(benchmark::State& state, const std::vector<std::string>& codes, bool known) {
  const std::vector<std::string_view> views(codes.begin(), codes.end());
  for (const std::string_view code : views) {
    if ((Lookup::number(code) != 0) != known) return state.SkipWithError("a wrong answer");
  }
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(Lookup::number(views[i]));
    i = (i + 1) % keys;
  }
}

template <class Lookup> void hits(benchmark::State& state) { look_up<Lookup>(state, known_codes(), true); }
template <class Lookup> void misses(benchmark::State& state) { look_up<Lookup>(state, unknown_codes(), false); }

BENCHMARK(hits<by_errcat>);
BENCHMARK(hits<by_errcat_named>);
BENCHMARK(hits<by_gperf>);
BENCHMARK(hits<by_unordered_map>);
BENCHMARK(misses<by_errcat>);
BENCHMARK(misses<by_errcat_named>);
BENCHMARK(misses<by_gperf>);
BENCHMARK(misses<by_unordered_map>);

void enumerator_to_body(benchmark::State& state) {
  std::vector<ims::errc> enumerators;
  for (const std::string& code : known_codes()) enumerators.push_back(errors.find(code)->error());
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::string_view body = errors[enumerators[i]].response_body();
    benchmark::DoNotOptimize(body.data());
    benchmark::DoNotOptimize(body.size());
    i = (i + 1) % keys;
  }
}
BENCHMARK(enumerator_to_body);

}  // namespace

BENCHMARK_MAIN();
