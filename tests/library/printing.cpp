// SPDX-License-Identifier: Apache-2.0
// Printing enumerators and entries to streams, with nothing but the generated headers.
#include <ims/errors.hpp>
#include <named.hpp>
#include <sparse.hpp>
#include <ten_digits.hpp>

#include <iomanip>
#include <sstream>
#include <string>
#include <system_error>

#include "support/catch.hpp"

namespace {

template <class Value> std::string printed(const Value& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

}  // namespace

TEST_CASE("an enumerator and an entry print as their code") {
  CHECK(printed(ims::errc::IMG_0024) == "IMG.0024");
  CHECK(printed(ims::errc::image_type_incorrect) == "IMG.0024");
  CHECK(printed(ims::errors["IMG.0024"]) == "IMG.0024");
  CHECK(printed(sample::named::errc::access_denied) == "AccessDenied");
  CHECK(printed(sample::sparse::errc::largest) == "A-B.c.4294967295");
}

TEST_CASE("a value without a row prints as a code of the catalog's form") {
  CHECK(printed(static_cast<ims::errc>(9999)) == "IMG.9999");
  CHECK(printed(static_cast<ims::errc>(0)) == "IMG.0000");
  CHECK(printed(static_cast<ims::errc>(65535)) == "IMG.65535");
  CHECK(printed(static_cast<sample::sparse::errc>(8)) == "A-B.c.8");
  CHECK(printed(static_cast<sample::sparse::errc>(0)) == "A-B.c.0");
  CHECK(printed(static_cast<sample::ten_digits::errc>(11)) == "Wide.0000000011");
  CHECK(printed(static_cast<sample::named::errc>(9999)) == "sample::named::errc(9999)");
  CHECK(printed(static_cast<sample::named::errc>(0)) == "sample::named::errc(0)");
}

TEST_CASE("the stream's width and fill apply to the code as a whole") {
  std::ostringstream out;
  out << '[' << std::setw(10) << std::setfill('*') << ims::errc::IMG_0024 << "] [" << std::left << std::setw(10)
      << ims::errors["IMG.0009"] << "] " << std::hex << static_cast<ims::errc>(9999);
  CHECK(out.str() == "[**IMG.0024] [IMG.0009**] IMG.9999");
}

TEST_CASE("the output of std::error_code stays the standard's") {
  CHECK(printed(std::make_error_code(std::errc::io_error)).starts_with("generic:"));
}
