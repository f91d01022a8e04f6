// SPDX-License-Identifier: Apache-2.0
// The body of a response with a message of the caller's, beside what users would pick instead.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <string>
#include <string_view>

namespace {

// 60 bytes, as a service would write them.
constexpr std::string_view message = "The image name 'debian-12-generic-amd64' is already in use..";
static_assert(message.size() == 60);

struct by_errcat {
  static std::string body(errcat::entry<ims::errc> error) { return errcat::response_body(error, message); }
};

struct by_ordered_json {
  static std::string body(errcat::entry<ims::errc> error) {
    nlohmann::ordered_json json;
    json["error"]["message"] = message;
    json["error"]["code"] = error.code();
    return json.dump();
  }
};

/// Escapes nothing: right for this message only.
struct by_format {
  static std::string body(errcat::entry<ims::errc> error) {
    return fmt::format(R"({{"error":{{"message":"{}","code":"{}"}}}})", message, error.code());
  }
};

template <class Way> void body_of_own_message(benchmark::State& state) {
  const auto error = ims::errors["IMG.0009"];
  if (Way::body(error) != by_ordered_json::body(error)) return state.SkipWithError("a wrong body");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(Way::body(error));
}

BENCHMARK(body_of_own_message<by_errcat>);
BENCHMARK(body_of_own_message<by_ordered_json>);
BENCHMARK(body_of_own_message<by_format>);

}  // namespace
