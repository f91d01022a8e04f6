// SPDX-License-Identifier: Apache-2.0
// <errcat/failure.hpp>: thrown, returned, sent.
#include <errcat/failure.hpp>
#include <errcat/json.hpp>
#include <ims/errors.hpp>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>
#include <version>
#ifdef __cpp_lib_expected
#include <expected>
#endif

#include "support/catch.hpp"

using failure = errcat::failure<ims::errc>;

static_assert(std::is_base_of_v<std::exception, failure>);
static_assert(std::is_nothrow_copy_constructible_v<failure> && std::is_nothrow_copy_assignable_v<failure>);
static_assert(std::is_nothrow_move_constructible_v<failure> && std::is_nothrow_move_assignable_v<failure>);
static_assert(std::is_same_v<decltype(errcat::failure(ims::errc::IMG_0144, "m")), failure>);
static_assert(std::is_same_v<decltype(errcat::failure(ims::errors["IMG.0144"])), failure>);

TEST_CASE("a failure has an entry and a message of its own") {
  const failure error(ims::errc::image_not_found, "no image 7");
  CHECK(error.entry() == ims::errc::IMG_0144);
  CHECK(error.status() == 400);
  CHECK(error.code() == "IMG.0144");
  CHECK(error.message() == "no image 7");
  CHECK(std::string(error.what()) == "IMG.0144: no image 7");
  CHECK(error.response_body() == R"({"error":{"message":"no image 7","code":"IMG.0144"}})");
}

TEST_CASE("without a message a failure has the table's") {
  const failure error = ims::errc::image_not_found;
  CHECK(error.message() == ims::errors["IMG.0144"].message());
  CHECK(std::string(error.what()) == "IMG.0144: The image does not exist.");
  CHECK(error.response_body() == ims::errors["IMG.0144"].response_body());
  CHECK(failure(ims::errors["IMG.0144"]) == error);
  for (const auto entry : ims::errors) CHECK(failure(entry).message() == entry.message());
}

TEST_CASE("an empty message stays empty") {
  const failure error(ims::errc::image_not_found, "");
  CHECK(error.message().empty());
  CHECK(error.response_body() == R"({"error":{"message":"","code":"IMG.0144"}})");
}

TEST_CASE("a message keeps its bytes after a NUL, in copies too") {
  const std::string message("before\0after \xFF", 14);
  const failure error(ims::errc::image_not_found, message);
  const failure copy = error;  // NOLINT(performance-unnecessary-copy-initialization)
  failure assigned = ims::errc::IMG_0001;
  assigned = copy;
  for (const failure& each : {error, copy, assigned}) {
    CHECK(each.message() == message);
    CHECK(each.response_body() == R"({"error":{"message":"before\u0000after )"
                                  "\uFFFD"
                                  R"(","code":"IMG.0144"}})");
  }
}

TEST_CASE("a failure that was moved from still has its message") {
  failure error(ims::errc::image_not_found, "no image 7");
  const failure moved = std::move(error);
  CHECK(moved.message() == "no image 7");
  CHECK(error.message() == "no image 7");  // NOLINT(bugprone-use-after-move): that is the test
}

TEST_CASE("a failure is caught as itself and as std::exception") {
  try {
    throw failure(ims::errc::image_not_found, "no image 7");
  } catch (const std::exception& error) {
    CHECK(std::string(error.what()) == "IMG.0144: no image 7");
    CHECK(dynamic_cast<const failure*>(&error) != nullptr);
  }
  CHECK_THROWS_AS(throw failure(ims::errc::IMG_0001), failure);
}

TEST_CASE("failures are equal if code and message are") {
  CHECK(failure(ims::errc::IMG_0001, "a") == failure(ims::errc::IMG_0001, "a"));
  CHECK(failure(ims::errc::IMG_0001, "a") != failure(ims::errc::IMG_0001, "b"));
  CHECK(failure(ims::errc::IMG_0001, "a") != failure(ims::errc::IMG_0002, "a"));
}

TEST_CASE("a failure equals its error, whatever its message") {
  const failure error(ims::errc::image_not_found, "no image 7");
  CHECK(error == ims::errc::IMG_0144);
  CHECK(ims::errc::IMG_0144 == error);
  CHECK(error != ims::errc::IMG_0001);
  CHECK(error == ims::errors["IMG.0144"]);
  CHECK(ims::errors["IMG.0144"] == error);
  CHECK(error != ims::errors["IMG.0001"]);
}

#ifdef __cpp_lib_expected
namespace {

std::expected<int, failure> size_of(int image) {
  if (image == 7) return std::unexpected(failure(ims::errc::image_not_found, "no image 7"));
  if (image < 0) return std::unexpected(ims::errc::IMG_0001);
  return 40;
}

}  // namespace

TEST_CASE("a failure is the error of a std::expected") {
  CHECK(size_of(1) == 40);
  REQUIRE_FALSE(size_of(7));
  CHECK(size_of(7).error().message() == "no image 7");
  CHECK(size_of(-1).error().entry() == ims::errc::IMG_0001);
}
#endif
