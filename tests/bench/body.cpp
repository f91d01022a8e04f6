// SPDX-License-Identifier: Apache-2.0
// Writing a response body, fixed or with the caller's message, and reading one, compared with alternatives.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <string_view_table.hpp>

namespace {

using entry = errcat::entry<ims::errc>;

std::string by_errcat(entry error, std::string_view message) { return errcat::response_body(error, message); }

std::string by_ordered_json(entry error, std::string_view message) {
  nlohmann::ordered_json json;
  json["error"]["message"] = message;
  json["error"]["code"] = error.code();
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// These escape nothing, so they are right only for messages that need no escapes.

std::string by_format(entry error, std::string_view message) {
  return fmt::format(R"({{"error":{{"message":"{}","code":"{}"}}}})", message, error.code());
}

std::string by_snprintf(entry error, std::string_view message) {
  char buffer[256];
  const int size = std::snprintf(buffer, sizeof buffer, R"({"error":{"message":"%.*s","code":"%.*s"}})",
                                 static_cast<int>(message.size()), message.data(),
                                 static_cast<int>(error.code().size()), error.code().data());
  return {buffer, static_cast<std::size_t>(size)};
}

std::string by_ostringstream(entry error, std::string_view message) {
  std::ostringstream out;
  out << R"({"error":{"message":")" << message << R"(","code":")" << error.code() << R"("}})";
  return std::move(out).str();
}

using way = std::string (*)(entry, std::string_view);

/// Returns an entry that the compiler cannot know.
entry any_error() {
  auto number = ims::errc::IMG_0009;
  benchmark::DoNotOptimize(number);
  return ims::errors[number];
}

// The alternatives are given the catalog's message, so they have nothing to look up either.

void fixed_view(benchmark::State& state) {
  auto error = ims::errc::IMG_0009;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(error);
    const std::string_view body = ims::errors[error].response_body();
    benchmark::DoNotOptimize(body.data());
    benchmark::DoNotOptimize(body.size());
  }
}

/// The body in a row of a table of structs, found by an array of the rows of all numbers.
void fixed_view_by_struct_table(benchmark::State& state) {
  static const auto places = [] {
    std::array<std::uint16_t, 2048> all{};
    for (const auto& row : string_view_table::rows) {
      all[static_cast<std::size_t>(row.number)] = static_cast<std::uint16_t>(&row - string_view_table::rows);
    }
    return all;
  }();
  auto error = ims::errc::IMG_0009;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(error);
    const std::string_view body = string_view_table::rows[places[static_cast<std::size_t>(error)]].body;
    benchmark::DoNotOptimize(body.data());
    benchmark::DoNotOptimize(body.size());
  }
}

void fixed_string(benchmark::State& state) {
  const entry error = any_error();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(std::string(error.response_body()));
}

void fixed_buffer(benchmark::State& state) {
  char buffer[256];
  const entry error = any_error();
  for ([[maybe_unused]] auto _ : state) {
    const std::string_view body = error.response_body();
    std::copy(body.begin(), body.end(), std::begin(buffer));
    benchmark::DoNotOptimize(buffer);
    benchmark::ClobberMemory();
  }
}

void with_message(benchmark::State& state, way body, std::string_view message) {
  const entry error = any_error();
  if (body(error, message) != by_ordered_json(error, message)) return state.SkipWithError("a wrong body");
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(message);
    benchmark::DoNotOptimize(body(error, message));
  }
}

// 60 bytes each, like those of a service.
constexpr std::string_view plain = "The image name 'debian-12-generic-amd64' is already in use..";
constexpr std::string_view quote = "The image name \"debian-12-generic-amd64\" is already in use..";
constexpr std::string_view chinese = "镜像名称已存在，请使用其他名称后重新试试。";
constexpr std::string_view chinese_quote = "镜像\"名称\"已存在，请使用其他名称后重新试试。";
constexpr std::string_view bad_byte = "The image name 'debian-12-generic-amd64\xFF is already in use..";
static_assert(plain.size() == 60 && quote.size() == 60 && bad_byte.size() == 60);
static_assert(chinese.size() >= 60 && chinese.size() <= 63);

// Reading.

constexpr std::string_view documented = R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})";

void read_by_errcat(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(errcat::parse_error_response(documented));
}

/// Reads only this shape of a response.
void read_by_nlohmann(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    const auto json = nlohmann::json::parse(documented, nullptr, false);
    errcat::error_response response;
    if (json.is_object() && json.contains("error") && json["error"].is_object()) {
      response.code = json["error"].value("code", "");
      response.message = json["error"].value("message", "");
    }
    benchmark::DoNotOptimize(response);
  }
}

const bool added = [] {
  const auto add = [](const std::string& name, auto... arguments) {
    benchmark::RegisterBenchmark(name.c_str(), arguments...);
  };
  add("fixed body/errcat", fixed_view);
  add("fixed body/struct table", fixed_view_by_struct_table);
  add("fixed body/errcat (to a string)", fixed_string);
  add("fixed body/errcat (to a buffer)", fixed_buffer);
  const std::string_view fixed = ims::errors[ims::errc::IMG_0009].message();
  const auto add_ways = [&](const std::string& work, std::string_view message, bool needs_escape) {
    add(work + "/nlohmann::ordered_json (built and dumped)", with_message, by_ordered_json, message);
    if (needs_escape) return;
    add(work + "/fmt::format", with_message, by_format, message);
    add(work + "/std::snprintf", with_message, by_snprintf, message);
    add(work + "/std::ostringstream", with_message, by_ostringstream, message);
  };
  add_ways("fixed body", fixed, false);
  for (const auto& [name, message, needs_escape] : {std::tuple("plain", plain, false),
                                                    {"with a quote", quote, true},
                                                    {"Chinese", chinese, false},
                                                    {"Chinese with a quote", chinese_quote, true},
                                                    {"with a bad byte", bad_byte, true}}) {
    const std::string work = std::string("message of 60 bytes, ") + name;
    add(work + "/errcat", with_message, by_errcat, message);
    add_ways(work, message, needs_escape);
  }
  add("reading a response/errcat", read_by_errcat);
  add("reading a response/nlohmann::json", read_by_nlohmann);
  return true;
}();

}  // namespace

BENCHMARK_MAIN();
