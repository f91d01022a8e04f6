// SPDX-License-Identifier: Apache-2.0
// Entries as values: printed, formatted where the standard library can, failed with, and expected. Exit status 0:
// right.
#include <errcat/failure.hpp>
#include <errcat/format.hpp>
#include <errcat/json.hpp>
#include <ims/errors.hpp>

#include <iostream>
#include <sstream>
#include <string>
#if __has_include(<expected>)
#include <expected>
#endif

namespace {

using failure = errcat::failure<ims::errc>;

bool prints() {
  std::ostringstream out;
  out << ims::errc::IMG_0024 << ' ' << ims::errors["IMG.0009"] << ' ' << static_cast<ims::errc>(9999);
  return out.str() == "IMG.0024 IMG.0009 IMG.9999";
}

bool fails() {
  const std::string message("no\0image", 8);  // a NUL does not end it, not even in copies
  const failure error(ims::errc::image_not_found, message);
  const failure copy(error);
  return copy.message() == message && copy.entry() == ims::errc::IMG_0144 && copy == error &&
         copy.response_body() == "{\"error\":{\"message\":\"no\\u0000image\",\"code\":\"IMG.0144\"}}";
}

#ifdef __cpp_lib_format
bool formats() {
  const auto code = ims::errc::IMG_0144;
  return std::format("{}|{:s}|{:>10}|{:*<10}|{:s}", code, ims::errors[code], code, code,
                     static_cast<ims::errc>(9999)) ==
         "IMG.0144|The image does not exist.|  IMG.0144|IMG.0144**|IMG.9999";
}
#else
bool formats() { return true; }
#endif

#ifdef __cpp_lib_expected
std::expected<int, failure> size_of(int image) {
  if (image == 7) return std::unexpected(failure(ims::errc::image_not_found, "no image 7"));
  return 40;
}
bool expects() { return size_of(1) == 40 && !size_of(7) && size_of(7).error().code() == "IMG.0144"; }
#else
bool expects() { return true; }
#endif

}  // namespace

int main() {
  const bool right = prints() && fails() && formats() && expects();
#ifdef __cpp_lib_format
  std::cout << "std::format ";
#endif
#ifdef __cpp_lib_expected
  std::cout << "std::expected";
#endif
  std::cout << '\n';
  return right ? 0 : 1;
}
