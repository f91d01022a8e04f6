// SPDX-License-Identifier: Apache-2.0
// Lookups in a catalog of any size; scale.py compiles this with every header that it generates.
#include <benchmark/benchmark.h>
#include <cstddef>
#include <errors.hpp>
#include <random>
#include <string_view>
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

}  // namespace

BENCHMARK_MAIN();
