// SPDX-License-Identifier: Apache-2.0
// Lookups in a catalog of any size; scale.py compiles this with every header that it generates.
#include <benchmark/benchmark.h>
#include <cstddef>
#include <errors.hpp>
#include <random>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t key_count = 4096;

std::vector<errcat::entry<scale::errc>> random_entries() {
  std::mt19937 random(20230517);
  std::vector<errcat::entry<scale::errc>> entries;
  for (std::size_t i = 0; i != key_count; ++i)
    entries.push_back(scale::errors.begin()[random() % scale::errors.size()]);
  return entries;
}

void find(benchmark::State& state) {
  std::vector<std::string_view> codes;
  for (const auto& entry : random_entries()) codes.push_back(entry.code());
  while (state.KeepRunningBatch(key_count)) {
    std::size_t sum = 0;
    for (const std::string_view code : codes) sum += static_cast<std::size_t>(scale::errors.find(code)->error());
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(find);

void find_in_unordered_map(benchmark::State& state) {
  std::unordered_map<std::string_view, errcat::entry<scale::errc>> entries;
  for (const auto entry : scale::errors) entries.emplace(entry.code(), entry);
  std::vector<std::string_view> codes;
  for (const auto& entry : random_entries()) codes.push_back(entry.code());
  while (state.KeepRunningBatch(key_count)) {
    std::size_t sum = 0;
    for (const std::string_view code : codes) sum += static_cast<std::size_t>(entries.find(code)->second.error());
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(find_in_unordered_map);

void enumerator_to_entry(benchmark::State& state) {
  std::vector<scale::errc> enumerators;
  for (const auto& entry : random_entries()) enumerators.push_back(entry.error());
  while (state.KeepRunningBatch(key_count)) {
    std::size_t sum = 0;
    for (const scale::errc error : enumerators) sum += static_cast<std::size_t>(scale::errors[error].status());
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(enumerator_to_entry);

void enumerator_in_unordered_map(benchmark::State& state) {
  std::unordered_map<scale::errc, errcat::entry<scale::errc>> entries;
  for (const auto entry : scale::errors) entries.emplace(entry.error(), entry);
  std::vector<scale::errc> enumerators;
  for (const auto& entry : random_entries()) enumerators.push_back(entry.error());
  while (state.KeepRunningBatch(key_count)) {
    std::size_t sum = 0;
    for (const scale::errc error : enumerators) sum += static_cast<std::size_t>(entries.find(error)->second.status());
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(enumerator_in_unordered_map);

}  // namespace

BENCHMARK_MAIN();
