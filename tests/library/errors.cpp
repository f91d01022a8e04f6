// SPDX-License-Identifier: Apache-2.0
// The IMG catalog: compares every field with the reference data and tries every lookup.
#include <ims/errors.hpp>

#include "library/require_same.hpp"
#include "support/catch.hpp"
#include "support/table.hpp"

#include <array>
#include <cstdio>
#include <set>
#include <string>

namespace {

using ims::errc;
using ims::errors;

static_assert(errors.prefix() == "IMG");
static_assert(errors[errc::image_type_incorrect] == errors["IMG.0024"]);
static_assert(errors[errc::IMG_0024].message() == "The image type in the request is incorrect.");
static_assert(errors["IMG.0024"].handling_measure() == "Select either BMS or ECS.");
static_assert(errors["IMG.0083"].handling_measure().empty());
static_assert(static_cast<int>(errc::IMG_1075) == 1075);

constexpr bool finds_every_code() {
  for (const auto error : errors) {
    if (errors.find(error.code()) != error) return false;
    if (errors.find(error.error()) != error) return false;
    if (errors[error.error()] != error) return false;
  }
  return true;
}
static_assert(finds_every_code());

/// Looks up every code with one character replaced by a character that is not a digit.
constexpr bool finds_no_misspelling() {
  for (const auto error : errors) {
    std::array<char, 8> text{};
    error.code().copy(text.data(), text.size());
    for (char& c : text) {
      const char right = c;
      for (const char wrong : {'\0', '/', ':'}) {
        c = wrong;
        if (errors.contains({text.data(), text.size()})) return false;
      }
      c = right;
    }
    if (errors.contains({text.data(), text.size() - 1})) return false;
  }
  return true;
}
static_assert(finds_no_misspelling());  // 177 * (8 * 3 + 1) lookups

constexpr bool finds_only_its_numbers() {
  std::size_t found = 0;
  for (unsigned number = 0; number != 2000; ++number) {
    if (const auto error = errors.find(static_cast<errc>(number))) {
      if (static_cast<unsigned>(error->error()) != number) return false;
      ++found;
    }
  }
  return found == errors.size() && !errors.find(static_cast<errc>(65535)) && !errors.find_number(65536 + 24) &&
         !errors.find_number(-1) && !errors.find_number((std::int64_t{1} << 32) + 24) && errors.find_number(24);
}
static_assert(finds_only_its_numbers());

std::set<std::string> all_codes() {
  std::set<std::string> codes;
  for (const table_row& row : rows_of_csv(IMG_CSV)) codes.insert(row.code);
  return codes;
}

}  // namespace

TEST_CASE("every field of every row equals that in the independent copy") { require_same(rows_of_csv(IMG_CSV)); }

TEST_CASE("the codes are unique and in order") {
  CHECK(all_codes().size() == errors.size());
  CHECK(std::is_sorted(errors.begin(), errors.end(), [](const auto& a, const auto& b) { return a.code() < b.code(); }));
}

TEST_CASE("every row is found by its code, its enumerator and its number") {
  CHECK(finds_every_code());
  for (const table_row& row : rows_of_csv(IMG_CSV)) {
    const auto error = errors.find(row.code);
    REQUIRE(error);
    CHECK(error->message() == row.message);
    CHECK(errors.contains(row.code));
    CHECK(static_cast<int>(error->error()) == std::stoi(row.code.substr(4)));
  }
}

TEST_CASE("none of 10,000 strings that are not codes is found") {
  const std::set<std::string> codes = all_codes();
  std::set<std::string> others = {"",
                                  "I",
                                  "IMG",
                                  "IMG.",
                                  "IMG.0",
                                  ".0024",
                                  "0024",
                                  "24",
                                  "IMG.00024",
                                  "IMG..0024",
                                  "IMG.+024",
                                  "IMG.-024",
                                  "IMG. 024",
                                  "IMG.0x24",
                                  "IMG.1e01",
                                  "IMG.4294967320",
                                  "IMG.18446744073709551640",
                                  std::string("IMG.0024\0", 9),
                                  std::string(1 << 20, '0')};
  for (int number = 0; number != 10'000; ++number) {  // includes the neighbours of real codes
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "IMG.%04d", number);
    others.insert(text.data());
  }
  for (const std::string& code : codes) {
    for (const char* prefix : {"img.", "Img.", "IMH.", "AMG.", "IMG,", "IMG_"}) others.insert(prefix + code.substr(4));
    others.insert(code + '0');
    others.insert(code + ' ');
    others.insert(' ' + code);
    others.insert(code + std::string(1, '\0'));
    for (std::size_t length = 0; length != code.size(); ++length) others.insert(code.substr(0, length));
    for (std::size_t i = 0; i != code.size(); ++i) {
      for (int byte = 0; byte != 256; ++byte) {
        std::string other = code;
        other[i] = static_cast<char>(byte);
        others.insert(std::move(other));
      }
    }
  }
  std::size_t tried = 0;
  for (const std::string& text : others) {
    if (codes.contains(text)) continue;
    ++tried;
    if (errors.find(text) || errors.contains(text)) FAIL("found: " << text);
  }
  CHECK(tried > 10'000);
  CHECK(finds_no_misspelling());
  CHECK(finds_only_its_numbers());
}
