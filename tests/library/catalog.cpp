// SPDX-License-Identifier: Apache-2.0
// <errcat/catalog.hpp>: lookups in a catalog of every kind, and the catalog as a range.
#include <errcat/catalog.hpp>
#include <five_digits.hpp>
#include <named.hpp>
#include <sparse.hpp>
#include <ten_digits.hpp>

#include <ims/errors.hpp>

#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

using sample::sparse::errc;
using sample::sparse::errors;

static_assert(std::is_empty_v<errcat::catalog<errc>>);
static_assert(std::is_trivially_copyable_v<errcat::entry<errc>> && sizeof(errcat::entry<errc>) == 4);
static_assert(std::random_access_iterator<errcat::catalog<errc>::iterator>);
static_assert(std::ranges::random_access_range<const errcat::catalog<errc>>);
static_assert(std::ranges::borrowed_range<errcat::catalog<errc>>);
static_assert(std::ranges::sized_range<errcat::catalog<errc>>);
static_assert(!errors.empty() && errors.size() == std::ranges::size(errors));
static_assert(errcat::catalog<errc>::iterator() == errors.begin());
static_assert(errcat::error_enum<errc> && errcat::error_enum<ims::errc> && !errcat::error_enum<std::byte>);
static_assert(!std::is_convertible_v<errc, int>);
static_assert(std::is_same_v<std::underlying_type_t<errc>, std::uint32_t>);
static_assert(std::is_same_v<std::underlying_type_t<ims::errc>, std::uint16_t>);
static_assert(errcat::media_type == "application/json");

constexpr bool finds_exactly_its_own() {
  return errors.find("A-B.c.7")->error() == errc::seven && errors.find("A-B.c.0042")->error() == errc::quotes &&
         errors.find("A-B.c.4294967295")->error() == errc::largest && errors.find("A-B.c.100000")->retired() &&
         !errors.contains("A-B.c.07") && !errors.contains("A-B.c.42") && !errors.contains("A-B.c.00042") &&
         !errors.contains("A-B.c.4294967296") && !errors.contains("A-B.c.4294967302") && !errors.contains("A-B.c.") &&
         !errors.contains("A-B.c") && !errors.contains("") && !errors.contains("A-B.c.0") &&
         !errors.contains("a-b.c.7") && !errors.contains("A-B.c.18446744073709551623");
}
static_assert(finds_exactly_its_own());

/// A `switch` over all errors names the retired ones, too. Both would break a build with -Werror: a code that is
/// missing here, and a deprecated one.
constexpr const char* place_of(errc error) {
  switch (error) {
    case errc::A_B_c_7:
      return "first";
    case errc::A_B_c_0042:
      return "second";
    case errc::A_B_c_100000:
      return "third";
    case errc::A_B_c_4294967295:
      return "last";
  }
  return "none";
}
static_assert(place_of(errors.find("A-B.c.100000")->error())[0] == 't');

constexpr bool finds_one_width() {
  using sample::five_digits::errors;
  for (const auto error : errors) {
    if (errors.find(error.code()) != error || errors.find(error.error()) != error) return false;
  }
  return errors.size() == 3 && !errors.find("Wide.0010") && !errors.find("Wide.000012") && !errors.find("Wide.00011") &&
         !errors.find("Wide.0000:") && !errors.find("Wide.:0000") && !errors.find("wide.00010") &&
         sample::ten_digits::errors.find("Wide.0000000010") && !sample::ten_digits::errors.find("Wide.4294967306");
}
static_assert(finds_one_width());

constexpr bool finds_every_name() {
  using sample::named::errors;
  for (const auto error : errors) {
    if (errors.find(error.code()) != error || errors.find(error.error()) != error) return false;
    for (std::size_t length = 0; length != error.code().size(); ++length) {
      const auto shorter = errors.find(error.code().substr(0, length));
      if (shorter && shorter->code().size() != length) return false;
    }
  }
  return !errors.find("") && !errors.find("accessdenied") && !errors.find("AccessDenied ") && !errors.find("405") &&
         !errors.find(static_cast<sample::named::errc>(0)) && !errors.find(static_cast<sample::named::errc>(17));
}
static_assert(finds_every_name());
static_assert(sample::named::errors["AccessDenied"].error() == sample::named::errc::access_denied);
static_assert(sample::named::errors.prefix().empty());
static_assert(static_cast<int>(sample::named::errc::AccessDenied) == 1);
static_assert(static_cast<int>(sample::named::errc::code_404) == 3);

}  // namespace

TEST_CASE("sparse numbers of different widths are found exactly") {
  CHECK(finds_exactly_its_own());
  for (const auto error : errors) {
    CHECK(errors.find(error.code()) == error);
    CHECK(errors.find(error.error()) == error);
    CHECK_FALSE(errors.find(static_cast<errc>(static_cast<std::uint32_t>(error.error()) - 1)));
    CHECK_FALSE(errors.find(static_cast<errc>(static_cast<std::uint32_t>(error.error()) + 1)));
  }
}

TEST_CASE("numbers of one width are found at that width only") { CHECK(finds_one_width()); }

TEST_CASE("rows are ordered by number, whatever the order in the file") {
  std::vector<std::string> codes;
  for (const auto error : errors) codes.emplace_back(error.code());
  CHECK(codes == std::vector<std::string>{"A-B.c.7", "A-B.c.0042", "A-B.c.100000", "A-B.c.4294967295"});
  CHECK(errors.prefix() == "A-B.c");
}

TEST_CASE("strings keep every character in the literals of the header") {
  constexpr auto error = errors[errc::quotes];
  CHECK(error.message() == "A \"quoted\" C:\\path,\na tab-free ?\?/ line, \u00E9\u4E2D\U0001F600 and \u202E.");
  CHECK(error.description() == "A \"quoted\" C:\\path");
  CHECK(error.handling_measure() == "*/ // \\");
  CHECK(error.status() == 409);
  CHECK(errors[errc::seven].description().empty());
}

TEST_CASE("equal strings are stored once") {
  CHECK(errors[errc::largest].handling_measure().data() == errors["A-B.c.100000"].handling_measure().data());
  CHECK(errors[errc::largest].message().data() == errors[errc::largest].description().data());
}

TEST_CASE("a retired row is found and marked as retired") {
  CHECK(errors.find("A-B.c.100000")->retired());
  CHECK_FALSE(errors.find("A-B.c.7")->retired());
}

TEST_CASE("the catalog is a random-access range") {
  const auto begin = errors.begin();
  CHECK(std::distance(begin, errors.end()) == 4);
  CHECK(begin[2] == *(begin + 2));
  CHECK(*(2 + begin) == *(errors.end() - 2));
  CHECK((begin + 3) - (begin + 1) == 2);
  CHECK(begin - (begin + 3) == -3);
  CHECK(begin < begin + 1);
  auto i = begin;
  CHECK((i++)->code() == "A-B.c.7");
  CHECK(i->code() == "A-B.c.0042");
  CHECK((--i)->code() == "A-B.c.7");
  CHECK(i-- == begin);
  const auto gone = std::ranges::find_if(errors, [](const auto& error) { return error.status() == 410; });
  REQUIRE(gone != errors.end());
  CHECK(gone->message() == "Gone.");
  CHECK(std::ranges::count_if(errors, [](const auto& error) { return !error.retired(); }) == 3);
}

TEST_CASE("iterators outlive the catalog object") {
  const auto gone = std::ranges::find(errcat::catalog<errc>(), "A-B.c.7", &errcat::entry<errc>::code);
  CHECK(gone->message() == "Seven.");
}

TEST_CASE("rows of a named catalog are found by code and numbered from 1") {
  using sample::named::errors;
  CHECK(finds_every_name());
  int place = 0;
  for (const auto error : errors) CHECK(static_cast<int>(error.error()) == ++place);
  CHECK(place == 16);
  CHECK(errors.find("SFS.TURBO.0001")->message() == "Turbo.");
  CHECK(errors.find("VPC.0001")->retired());
  CHECK(errors[sample::named::errc::odd].code() == "a code/with (other) characters, \u00E9");
  for (const auto error : errors) {
    std::string other(error.code());
    for (char& c : other) {
      const char right = c;
      for (const char wrong : {'\0', '~', static_cast<char>(right + 1)}) {
        c = wrong;
        const auto found = errors.find(other);
        if (found) CHECK(found->code() == other);
      }
      c = right;
    }
  }
}

TEST_CASE("an entry has its name and its place in the catalog") {
  static_assert(errors[errc::quotes].name() == "quotes" && errors[errc::quotes].index() == 1);
  std::size_t place = 0;
  for (const auto error : errors) CHECK(error.index() == place++);
  CHECK(place == errors.size());
  CHECK(errors["A-B.c.7"].name() == "seven");
  CHECK(ims::errors["IMG.0024"].name() == "image_type_incorrect");
  CHECK(ims::errors["IMG.1075"].index() == 176);
}

TEST_CASE("an entry is a value: equal, ordered, hashed, comparable with its enumerator") {
  constexpr auto seven = errors[errc::seven];
  static_assert(seven == errc::seven && errc::seven == seven && seven != errc::quotes);
  static_assert(seven < errors[errc::quotes] && seven < errc::quotes && errc::largest > seven);
  static_assert(seven == errors["A-B.c.7"] && (seven <=> seven) == std::strong_ordering::equal);
  const std::set<errcat::entry<errc>> ordered(errors.begin(), errors.end());
  const std::unordered_set<errcat::entry<errc>> hashed(errors.begin(), errors.end());
  CHECK(ordered.size() == errors.size());
  CHECK(hashed.size() == errors.size());
  CHECK(*ordered.begin() == errc::seven);
  CHECK(hashed.contains(errors["A-B.c.0042"]));
  std::map<errcat::entry<errc>, int> counts;
  ++counts[errors[errc::largest]];
  ++counts[errors["A-B.c.4294967295"]];
  CHECK(counts.size() == 1);
}

TEST_CASE("a catalog has its source, and contains only the values of its rows") {
  static_assert(errors.source() == "written for the tests" && errors.media_type() == "application/json");
  static_assert(errors.contains(errc::seven) && !errors.contains(static_cast<errc>(8)));
  for (const char* other : {"A-B.c.07", "A-B.c.00", "A-B.c.8", "A-B.c.4294967303", "A-B.c."}) {
    CHECK_FALSE(errors.find(other));
  }
  for (const std::int64_t other : {std::int64_t{-1}, std::int64_t{8}, (std::int64_t{1} << 32) + 7}) {
    CHECK_FALSE(errors.find_number(other));
  }
  CHECK(ims::errors.source().find("edition of 2023-05-17") != std::string_view::npos);
  CHECK(sample::named::errors.contains(sample::named::errc::odd));
  CHECK_FALSE(sample::named::errors.contains(static_cast<sample::named::errc>(17)));
}

namespace {

/// Reads digits one by one, for comparison.
std::uint32_t number_of(const std::string& digits) {
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > UINT32_MAX) return 0;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number > UINT32_MAX ? 0 : static_cast<std::uint32_t>(number);
}

template <std::size_t Count> void require_digits_are_read() {
  std::vector<std::string> inputs;
  for (const std::string number : {"0", "1", "9", "42", "1234567890", "4294967295", "4294967296", "9876543210",
                                   "18446744073709551615", "18446744073709551617"}) {
    if (number.size() <= Count) inputs.push_back(std::string(Count - number.size(), '0') + number);
  }
  for (std::size_t at = 0; at != Count; ++at) {
    for (const char c : {'0', '1', '5', '9', '/', ':', ' ', 'a', '\0', '\x80', '\xB0'}) {
      std::string digits(Count, '0');
      digits[at] = c;
      inputs.push_back(digits);
      digits.back() = '7';
      inputs.push_back(digits);
    }
  }
  for (const std::string& digits : inputs) {
    INFO(digits);
    CHECK(errcat::detail::read_digits<Count>(digits.data()) == number_of(digits));
  }
}

}  // namespace

TEST_CASE("a number of any count of digits is read, or refused") {
  [&]<std::size_t... Count>(std::index_sequence<Count...>) { (require_digits_are_read<Count + 1>(), ...); }
  (std::make_index_sequence<20>());
}

TEST_CASE("a string is found on its page") {
  constexpr char pages[3][4] = {"abc", "def", "ghi"};
  for (std::uint32_t at = 0; at != 12; ++at) CHECK(*errcat::detail::text_at(pages, at) == "abc\0def\0ghi"[at]);
  constexpr char text[] = "abc";
  CHECK(errcat::detail::text_at(text, 2) == text + 2);
}

TEST_CASE("codes are equal only if every byte is") {
  const std::string code = "abcdefghijklmnopqrst";
  for (std::size_t size = 0; size <= code.size(); ++size) {
    const std::string same = code.substr(0, size) + std::string(code.size(), '_');  // what follows does not count
    CHECK(errcat::detail::same_code(code.data(), same.data(), size));
    for (std::size_t at = 0; at != size; ++at) {
      std::string other = code;
      other[at] = '_';
      CHECK_FALSE(errcat::detail::same_code(code.data(), other.data(), size));
    }
  }
}

namespace {

/// Returns how many steps it takes, on average, to find one of `count` keys in a table that is at most half full.
template <class Hash> double steps_by_hash(std::size_t count, const Hash& hash) {
  std::vector<bool> full(std::bit_ceil(2 * count));
  std::size_t sum = 0;
  for (std::size_t i = 0; i != count; ++i) {
    auto bucket = static_cast<std::size_t>(errcat::detail::bucket_of(hash(i), full.size()));
    for (++sum; full[bucket]; bucket = (bucket + 1) % full.size()) ++sum;
    full[bucket] = true;
  }
  return static_cast<double>(sum) / static_cast<double>(count);
}

}  // namespace

TEST_CASE("every byte of a code changes its hash, and what follows does not") {
  const std::string code = "abcdefghijklmnopqrst";
  for (std::size_t size = 0; size <= code.size(); ++size) {
    const std::uint64_t hash = errcat::detail::hash_of(code.data(), size);
    const std::string same = code.substr(0, size) + std::string(code.size(), '_');
    CHECK(errcat::detail::hash_of(same.data(), size) == hash);
    for (std::size_t at = 0; at != size; ++at) {
      std::string other = code;
      other[at] = '_';
      CHECK(errcat::detail::hash_of(other.data(), size) != hash);
    }
  }
}

TEST_CASE("similar codes spread over the buckets") {
  const auto steps = [](std::size_t count, const auto& code) {
    return steps_by_hash(count, [&](std::size_t i) {
      const std::string key = code(i);
      return errcat::detail::hash_of(key.data(), key.size());
    });
  };
  const auto padded = [](std::size_t i) { return std::to_string(10'000'000 + i).substr(1); };
  for (const std::size_t count : {177U, 1'000U, 10'000U, 100'000U}) {
    // A random hash takes 1.5 at a half.
    CHECK(steps(count, [&](std::size_t i) { return "IMG." + padded(i).substr(count > 10'000 ? 1 : 3); }) < 2);
    CHECK(steps(count, [&](std::size_t i) { return "SFS.TURBO." + padded(i); }) < 2);
    CHECK(steps(count, [](std::size_t i) { return std::to_string(i); }) < 2);
    CHECK(steps(count, [](std::size_t i) { return "Error" + std::to_string(i) + "NotFoundException"; }) < 2);
  }
}

TEST_CASE("regular numbers spread over the buckets") {
  for (const std::size_t count : {177U, 10'000U, 100'000U}) {
    for (const std::size_t step : {9U, 10U, 100U, 1'000U, 1'024U, 4'096U}) {
      CHECK(steps_by_hash(count, [&](std::size_t i) { return errcat::detail::mix(1'000'000 + i * step); }) < 2);
    }
  }
}
