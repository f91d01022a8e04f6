// SPDX-License-Identifier: Apache-2.0
// The hooks of a generated header without the headers that implement them: asking whether a hook exists compiles.
#include <ims/errors.hpp>

#include <system_error>
#include <type_traits>

#if __has_include(<boost/outcome.hpp>)
#include <boost/outcome.hpp>
#endif

#include "support/catch.hpp"

namespace {

template <class Error> constexpr bool makes_error_code = requires(Error error) { make_error_code(error); };
template <class Error> constexpr bool compares_with_code = requires(std::error_code code, Error error) {
  code == error;
};

static_assert(!makes_error_code<ims::errc>);
static_assert(!compares_with_code<ims::errc>);
static_assert(!std::is_error_code_enum_v<ims::errc> && !std::is_convertible_v<ims::errc, std::error_code>);

}  // namespace

TEST_CASE("an enumerator is not an error code without <errcat/system_error.hpp>") {
  CHECK_FALSE(makes_error_code<ims::errc>);
}

#if __has_include(<boost/outcome.hpp>)
TEST_CASE("an enumerator is the error of a Boost.Outcome") {
  namespace outcome = boost::outcome_v2;
  const outcome::unchecked<int, ims::errc> unchecked = ims::errc::IMG_0024;
  CHECK(unchecked.error() == ims::errc::image_type_incorrect);
  const outcome::result<int, ims::errc, outcome::policy::terminate> terminating = ims::errc::IMG_0024;
  CHECK(terminating.error() == ims::errc::image_type_incorrect);
}
#endif
