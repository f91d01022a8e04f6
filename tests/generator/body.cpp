// SPDX-License-Identifier: Apache-2.0
// The shape of a response body.
#include "body.hpp"

#include "support/catch.hpp"

using namespace errcat::tool;

TEST_CASE("a response body holds message and code, and the place of the message") {
  const response_body body = make_response_body("P.1", "Gone.");
  CHECK(body.text == R"({"error":{"message":"Gone.","code":"P.1"}})");
  CHECK(body.text.substr(body.message_offset, 5) == "Gone.");
  CHECK(body.text.substr(body.code_offset, 3) == "P.1");
  CHECK(body.message_is_verbatim);
}

TEST_CASE("a message that JSON escapes is not verbatim in the body") {
  for (const char* message : {"a \"b\"", "a\nb", "a\\b", "\x7F\x01"}) {
    CHECK_FALSE(make_response_body("P.1", message).message_is_verbatim);
  }
  CHECK(make_response_body("P.1", "\u00E9 </script>").message_is_verbatim);
  CHECK(make_response_body("a\"b", "a\nb").text == R"({"error":{"message":"a\nb","code":"a\"b"}})");
}
