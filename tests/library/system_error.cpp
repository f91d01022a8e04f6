// SPDX-License-Identifier: Apache-2.0
// <errcat/system_error.hpp>: error codes, conditions, exceptions, and finding the entry of a code.
#include <errcat/system_error.hpp>
#include <ims/errors.hpp>
#include <named.hpp>
#include <same_prefix.hpp>
#include <sparse.hpp>

#include "library/shared_libraries/library.hpp"
#include "support/catch.hpp"

#include <future>
#include <ios>
#include <map>
#include <string>

using ims::errc;

static_assert(std::is_error_code_enum_v<errc> && std::is_error_code_enum_v<sample::named::errc>);
static_assert(!std::is_error_code_enum_v<std::byte> && !std::is_error_condition_enum_v<errc>);
static_assert(std::is_convertible_v<errc, std::error_code>);
static_assert(noexcept(std::error_code(errc::IMG_0024)));

TEST_CASE("an enumerator converts to an error code with the catalog's category, number and message") {
  const std::error_code ec = errc::image_not_found;
  CHECK(std::string(ec.category().name()) == "IMG");
  CHECK(ec.value() == 144);
  CHECK(ec.message() == "The image does not exist.");
  CHECK(ec);
  CHECK(ec == errc::image_not_found);
  CHECK(errc::image_not_found == ec);
  CHECK(ec != errc::image_protected);
  CHECK(ec != std::errc::no_such_file_or_directory);
  CHECK(ec == std::error_code(errc::IMG_0144));
  CHECK(std::error_code() != errc::image_not_found);
}

TEST_CASE("every row is found by its error code") {
  for (const auto error : ims::errors) {
    const std::error_code ec = error.error();
    CHECK(ec.message() == error.message());
    CHECK(errcat::find_entry<errc>(ec) == error);
  }
  const std::error_code largest = sample::sparse::errc::largest;  // too large for an int
  CHECK(errcat::find_entry<sample::sparse::errc>(largest)->code() == "A-B.c.4294967295");
  CHECK(largest.message() == "Seven.");
  CHECK(std::string(largest.category().name()) == "A-B.c");
}

TEST_CASE("error codes of another category or without a row have no entry") {
  CHECK_FALSE(errcat::find_entry<errc>(std::make_error_code(std::errc::io_error)));
  CHECK_FALSE(errcat::find_entry<errc>(sample::named::errc::access_denied));
  CHECK_FALSE(errcat::find_entry<errc>(std::error_code(9999, errcat::category<errc>())));
  CHECK_FALSE(errcat::find_entry<errc>(std::error_code(-1, errcat::category<errc>())));
  CHECK_FALSE(errcat::find_entry<errc>(std::error_code(0, errcat::category<errc>())));
  CHECK(std::error_code(9999, errcat::category<errc>()).message() == "unknown error 9999");
  CHECK(std::error_code(-1, errcat::category<errc>()).message() == "unknown error -1");
}

TEST_CASE("a named catalog's category is its namespace") {
  const std::error_code ec = sample::named::errc::access_denied;
  CHECK(std::string(ec.category().name()) == "sample::named");
  CHECK(ec.value() == 1);
  CHECK(ec.message() == "Access denied.");
}

TEST_CASE("an enumerator can be thrown") {
  try {
    throw std::system_error(errc::image_not_found, "GET /v2/images/1");
  } catch (const std::system_error& error) {
    CHECK(error.code() == errc::image_not_found);
    CHECK(std::string(error.what()).find("The image does not exist.") != std::string::npos);
  }
}

TEST_CASE("error codes can be keys of maps") {
  std::map<std::error_code, int> counts;
  ++counts[errc::IMG_0024];
  ++counts[errc::image_type_incorrect];
  ++counts[errc::IMG_0009];
  CHECK(counts.size() == 2);
  CHECK(std::hash<std::error_code>()(errc::IMG_0024) == std::hash<std::error_code>()(errc::image_type_incorrect));
}

TEST_CASE("comparisons and lookups work across shared libraries that hide their symbols") {
  const std::error_code first = first_library_error();
  const std::error_code second = second_library_error();
  REQUIRE(&first.category() != &second.category());  // otherwise this test proves nothing
  for (const std::error_code& ec : {first, second}) {
    CHECK(ec == errc::image_not_found);
    CHECK(ec != errc::image_protected);
    CHECK(ec == first.default_error_condition());
    CHECK(ec == second.default_error_condition());
    CHECK(ec == std::error_condition(144, errcat::category<errc>()));
    CHECK(ec != std::error_condition(28, first.category()));
    CHECK(errcat::find_entry<errc>(ec) == ims::errors[errc::image_not_found]);
  }
  CHECK(first_library_knows(second));
  CHECK(second_library_knows(first));
}

TEST_CASE("catalogs of one prefix in two namespaces are two categories") {
  const std::error_code ours = errc::IMG_0024;
  const std::error_code theirs = sample::same_prefix::errc::IMG_0024;
  CHECK(std::string(ours.category().name()) == "IMG");
  CHECK(std::string(theirs.category().name()) == "IMG");
  CHECK(ours != sample::same_prefix::errc::IMG_0024);
  CHECK(theirs != errc::IMG_0024);
  CHECK(ours != theirs.default_error_condition());
  CHECK(theirs != ours.default_error_condition());
  CHECK_FALSE(errcat::find_entry<errc>(theirs));
  CHECK_FALSE(errcat::find_entry<sample::same_prefix::errc>(ours));
  CHECK(errcat::is_category_of<errc>(ours.category()));
  CHECK_FALSE(errcat::is_category_of<errc>(theirs.category()));
}

namespace {

/// Somebody else's category with the name of ours.
class impostor_category : public std::error_category {
public:
  [[nodiscard]] const char* name() const noexcept override { return "IMG"; }
  [[nodiscard]] std::string message(int /*value*/) const override { return "not ours"; }
};

}  // namespace

TEST_CASE("a category of the same name is not taken for a catalog's") {
  const impostor_category impostor;
  const std::error_code code(24, impostor);
  CHECK(code != errc::IMG_0024);
  CHECK(std::error_code(errc::IMG_0024) != std::error_condition(24, impostor));
  CHECK_FALSE(errcat::find_entry<errc>(code));
}

TEST_CASE("categories of the standard are not taken for a catalog's") {
  for (const std::error_category* category :
       {&std::system_category(), &std::generic_category(), &std::iostream_category(), &std::future_category()}) {
    INFO(category->name());
    CHECK_FALSE(errcat::is_category_of<errc>(*category));
    CHECK(std::error_code(24, *category) != errc::IMG_0024);
    CHECK(std::error_code(errc::IMG_0024) != std::error_condition(24, *category));
  }
}

TEST_CASE("a code of value 0 is success, not the catalog's identity") {
  const std::error_code success(0, errcat::category<errc>());
  CHECK_FALSE(success);
  CHECK(success == success.default_error_condition());
  CHECK(success != errc::IMG_0001);
  CHECK(std::error_code(0, first_library_error().category()) == success.default_error_condition());
}

TEST_CASE("a category answers for the codes of its catalog in any library, and for no others") {
  const std::error_category& ours = errcat::category<errc>();
  const std::error_code theirs = first_library_error();
  REQUIRE(&theirs.category() != &ours);
  CHECK(ours.equivalent(theirs, theirs.value()));
  CHECK_FALSE(ours.equivalent(theirs, theirs.value() + 1));
  CHECK_FALSE(ours.equivalent(std::error_code(24, std::generic_category()), 24));
  CHECK_FALSE(ours.equivalent(std::error_code(0, std::generic_category()), errcat::detail::identity<errc>()));
}

TEST_CASE("the identity of a catalog is the same in every version, since libraries compare it") {
  // FNV-1a of "ims\0IMG", calculated when compiling and when running.
  static_assert(errcat::detail::identity<errc>() == -2015952297);
  static_assert(errcat::detail::identity<sample::named::errc>() == 1869433024);
  CHECK(errcat::detail::identity<errc>() == -2015952297);
  CHECK(errcat::detail::identity<sample::named::errc>() == 1869433024);
}
