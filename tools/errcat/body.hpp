// SPDX-License-Identifier: Apache-2.0
// The shape of a response body.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace errcat::tool {

/// A JSON body and the places of message and code in it.
struct response_body {
  std::string text;
  std::size_t message_offset;
  bool message_is_verbatim;  // false if JSON escapes a character of it
  std::size_t code_offset;   // a code needs no escapes
};

/// Returns the body of a response, {"error":{"message":...,"code":...}}, without whitespace.
[[nodiscard]] response_body make_response_body(std::string_view code, std::string_view message);

}  // namespace errcat::tool
