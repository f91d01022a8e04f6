// SPDX-License-Identifier: Apache-2.0
// Lookups of any string and number agree with a linear search, in dense, sparse and named catalogs.
#include <errcat/catalog.hpp>
#include <ims/errors.hpp>
#include <named.hpp>
#include <sparse.hpp>

#include <fuzzer/FuzzedDataProvider.h>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

template <class Error>
std::optional<errcat::entry<Error>> search(const errcat::catalog<Error>& errors, std::string_view code) {
  for (const auto error : errors) {
    if (error.code() == code) return error;
  }
  return std::nullopt;
}

template <class Error>
std::optional<errcat::entry<Error>> search(const errcat::catalog<Error>& errors, std::int64_t number) {
  for (const auto error : errors) {
    if (static_cast<std::int64_t>(error.error()) == number) return error;
  }
  return std::nullopt;
}

template <class Error> void look_up(const errcat::catalog<Error>& errors, std::string_view code) {
  const auto expected = search(errors, code);
  if (errors.find(code) != expected || errors.contains(code) != expected.has_value()) std::abort();
}

template <class Error> void look_up(const errcat::catalog<Error>& errors, std::int64_t number) {
  const auto expected = search(errors, number);
  if (errors.find_number(number) != expected) std::abort();
  const auto error = static_cast<Error>(number);  // truncates the number as a cast in a program would
  if (errors.find(error) != search(errors, static_cast<std::int64_t>(error))) std::abort();
}

/// Returns a code of the catalog with a few bytes changed, inserted or removed.
template <class Error> std::string near(const errcat::catalog<Error>& errors, FuzzedDataProvider& bytes) {
  const auto row = bytes.ConsumeIntegralInRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(errors.size()) - 1);
  std::string code(errors.begin()[row].code());
  for (int changes = bytes.ConsumeIntegralInRange(0, 3); changes != 0; --changes) {
    const auto at = bytes.ConsumeIntegralInRange<std::size_t>(0, code.size());
    const auto size = bytes.ConsumeIntegralInRange<std::size_t>(0, 1);
    code.replace(at, size, bytes.ConsumeBytesAsString(bytes.ConsumeIntegralInRange<std::size_t>(0, 2)));
  }
  return code;
}

template <class Error>
void look_up_all(const errcat::catalog<Error>& errors, const std::uint8_t* data, std::size_t size) {
  look_up(errors, std::string_view(reinterpret_cast<const char*>(data), size));
  FuzzedDataProvider bytes(data, size);
  const std::string code = near(errors, bytes);
  // A copy of exactly its size, so that AddressSanitizer notices reading past the end.
  const std::vector<char> exact(code.begin(), code.end());
  look_up(errors, std::string_view(exact.data(), exact.size()));
  look_up(errors, bytes.ConsumeIntegral<std::int64_t>());
  look_up(errors, static_cast<std::int64_t>(bytes.ConsumeIntegral<std::uint16_t>()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  look_up_all(ims::errors, data, size);
  look_up_all(sample::sparse::errors, data, size);
  look_up_all(sample::named::errors, data, size);
  return 0;
}
