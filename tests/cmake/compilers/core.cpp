// SPDX-License-Identifier: Apache-2.0
// Uses the headers that need only the standard library, in constant expressions and at run time. Exits with 0 if all
// results are right.
#include <errcat/system_error.hpp>
#include <ims/errors.hpp>

#include <cstdio>

#define ERRCAT_TEXT_OF(value) #value
#define ERRCAT_TEXT(value) ERRCAT_TEXT_OF(value)

namespace {

constexpr bool each_row_is_found() {
  for (const auto error : ims::errors) {
    if (ims::errors.find(error.code()) != error || ims::errors.find(error.error()) != error) return false;
    if (ims::errors[error.error()].message().empty() || error.status() != 400 || error.retired()) return false;
    const auto body = error.response_body();
    if (body.substr(body.size() - 3 - error.code().size(), error.code().size()) != error.code()) return false;
  }
  return true;
}

constexpr bool nothing_else_is_found() {
  for (const std::string_view code : {"", "IMG.", "IMG.0000", "IMG.9999", "IMG.00240", "img.0024", "IMG.002:"}) {
    if (ims::errors.contains(code)) return false;
  }
  return !ims::errors.find_number(-1) && !ims::errors.find_number(65536 + 24) && ims::errors.find_number(24);
}

static_assert(each_row_is_found() && nothing_else_is_found());
static_assert(ims::errors["IMG.0024"].error() == ims::errc::image_type_incorrect);

}  // namespace

int main() {
  const std::error_code code = ims::errc::IMG_0024;
  const bool right = each_row_is_found() && nothing_else_is_found() && ims::errors.size() == 177 &&
                     code == ims::errc::IMG_0024 && code.value() == 24 &&
                     errcat::find_entry<ims::errc>(code) == ims::errors["IMG.0024"];
  std::puts(ERRCAT_TEXT(__cplusplus));
  return right ? 0 : 1;
}
