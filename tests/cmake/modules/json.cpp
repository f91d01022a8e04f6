// SPDX-License-Identifier: Apache-2.0
// Uses the modules with JSON.
#include <iostream>
#include <optional>
#include <string>

import errcat.json;
import ims.errors;

int main() {
  const std::string body = errcat::response_body(ims::errc::IMG_0024, "The imagetype is invalid.");
  const auto response = errcat::parse_error_response(body);
  if (!response || ims::errors.find(response->code) != ims::errors["IMG.0024"]) return 1;
  std::cout << body << '\n';
}
