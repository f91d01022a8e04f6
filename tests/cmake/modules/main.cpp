// SPDX-License-Identifier: Apache-2.0
// Uses the modules as a program does that includes nothing of errcat.
#include <iostream>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

import errcat;
import ims.errors;

constexpr auto error = ims::errors[ims::errc::image_type_incorrect];
static_assert(error == ims::errors["IMG.0024"] && error.status() == 400);
static_assert(ims::errors.find("IMG.9999") == std::nullopt);

template <errcat::error_enum Error> std::string_view code_of(errcat::entry<Error> subject) { return subject.code(); }

int main() {
  std::ostringstream printed;
  printed << ims::errc::IMG_0024 << ' ' << error;
  if (printed.str() != "IMG.0024 IMG.0024" || code_of(error) != "IMG.0024") return 1;
  const std::error_code code = ims::errc::image_not_found;
  if (code != ims::errc::image_not_found || code.category() != errcat::category<ims::errc>()) return 2;
  if (errcat::find_entry<ims::errc>(code)->message() != "The image does not exist.") return 3;
  try {
    throw errcat::failure(ims::errc::image_not_found, "no image 7");
  } catch (const errcat::failure<ims::errc>& caught) {
    std::cout << caught.what() << '\n' << error.response_body() << '\n';
  }
}
