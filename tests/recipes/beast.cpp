// SPDX-License-Identifier: Apache-2.0
// Checks the response that the recipe for Boost.Beast serializes.
#include "beast.hpp"

#include <iostream>
#include <sstream>

int main() {
  std::ostringstream sent;
  sent << respond(ims::errors["IMG.0024"], "The imagetype is invalid.");
  std::cout << sent.str() << '\n';
  return sent.str() ==
                 "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 67\r\n\r\n"
                 R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})"
             ? 0
             : 1;
}
