// SPDX-License-Identifier: Apache-2.0
// Codes, statuses and names as pages write them.
#include "published_text.hpp"

#include "support/catch.hpp"

#include <string>

using namespace errcat::tool;

static_assert(is_invisible(0xA0) && is_invisible(0xAD) && is_invisible(0x2060) && is_invisible(0xFEFF));
static_assert(is_invisible(0x200B) && is_invisible(0x200D) && is_invisible(0x200F));
static_assert(!is_invisible(' ') && !is_invisible('\n') && !is_invisible(0) && !is_invisible(0x200A));
static_assert(!is_invisible(0x2010) && !is_invisible(0x205F) && !is_invisible(0x2061) && !is_invisible(0xFEFE));

TEST_CASE("invisible characters go everywhere, blanks and line breaks at the ends") {
  CHECK(without_invisible("").empty());
  CHECK(without_invisible(" \n \u00A0\u200B").empty());
  CHECK(without_invisible("\uFEFF a\u00AD\u2060b\n\u200Fc \n") == "ab\nc");
  CHECK(without_invisible("a \n b") == "a \n b");
  CHECK(without_invisible("\ta\u2003\u3000") == "\ta\u2003\u3000");
  CHECK(without_invisible("\u4E2D\U0001F600") == "\u4E2D\U0001F600");
  CHECK(without_invisible(std::string("\0a\0", 3)) == std::string("\0a\0", 3));
  int kept = 0;
  for (char32_t c = 0x21; c != 0x3000; ++c) {
    std::string text;
    if (c < 0x80) {
      text = {static_cast<char>(c)};
    } else if (c < 0x800) {
      text = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      text = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
    if (without_invisible(text) == text) ++kept;
  }
  CHECK(kept == 0x3000 - 0x21 - 8);
}

TEST_CASE("a status is a number of three digits, with HTTP before it and a phrase after it") {
  for (const char* text : {"422",
                           " 422\n",
                           "\u200B422\u00A0",
                           "HTTP 422",
                           "HTTP422",
                           "HTTP/1.1 422 Unprocessable Entity",
                           "HTTP\u00A0422",
                           "422 OK",
                           "422 Unprocessable Entity",
                           "422: Bad",
                           "422, Bad",
                           "422-Bad",
                           "422 - Bad",
                           "422 (Too Many)",
                           "422 I'm a teapot",
                           "422 not found",
                           "422 Non-Authoritative",
                           "422 BadRequest",
                           "422 NotFound",
                           "422 InternalServerError",
                           "422 TooManyRequests",
                           "422 Unauthorized",
                           "422 BADREQUEST",
                           "422\u00A0Bad\u00A0Gateway"}) {
    INFO(text);
    CHECK(status_number(text) == "422");
  }
  for (const char* number : {"000", "123", "456", "789"}) CHECK(status_number("HTTP " + std::string(number)) == number);
}

TEST_CASE("any other text stays as it is, but for invisible characters") {
  for (const char* text : {"",
                           "42",
                           "4000",
                           "4xx",
                           "HTTP",
                           "HTTP/1.1",
                           "HTTP/2 422",
                           "HTTP/1.1HTTP 422",
                           "http 422",
                           "400/404",
                           "400 404",
                           "422:",
                           "422 -",
                           "422Bad",
                           "422 BadRequests",
                           "422 ObjectNotAppendable",
                           "422 Bad_Request",
                           "422 E1",
                           "422 aB",
                           "422 .Bad",
                           "422 \u4E2D",
                           "422 a.b",
                           "-422",
                           "422\nBad",
                           "\u0664\u0662\u0662",
                           "HTTP HTTP 422"}) {
    INFO(text);
    CHECK(status_number(text) == text);
  }
  CHECK(status_number(" \u200B4x\u200Bx ") == "4xx");
  CHECK(status_number("4\u00A0xx") == "4 xx");
  CHECK(status_number("400 " + std::string(100'000, '9')).size() == 100'004);
}

TEST_CASE("every phrase of HTTP may be one word") {
  for (const std::string phrase :
       {"BadGateway", "BadRequest", "Conflict", "Forbidden", "GatewayTimeout", "InternalServerError", "LengthRequired",
        "NotFound", "MethodNotAllowed", "NotAcceptable", "NotImplemented", "PreconditionFailed", "RequestTimeout",
        "TooManyRequests", "ServiceUnavailable", "Unauthorized"}) {
    INFO(phrase);
    CHECK(status_number("400 " + phrase) == "400");
    CHECK(status_number("400 " + phrase + "Error") == "400 " + phrase + "Error");
  }
}

TEST_CASE("the words of an identifier are joined by single underscores, in lower case") {
  const std::pair<const char*, const char*> names[] = {{"", ""},
                                                       {"a", "a"},
                                                       {"A", "a"},
                                                       {"AB", "ab"},
                                                       {"aB", "a_b"},
                                                       {"UNKNOWN_SERVER_ERROR", "unknown_server_error"},
                                                       {"UnknownServerError", "unknown_server_error"},
                                                       {"unknownServerError", "unknown_server_error"},
                                                       {"HTTPServer", "http_server"},
                                                       {"NoSuchHTTPHeader", "no_such_http_header"},
                                                       {"ServerHTTP", "server_http"},
                                                       {"ABc", "a_bc"},
                                                       {"A1B", "a1_b"},
                                                       {"ipV6Address", "ip_v6_address"},
                                                       {"already_snake_1", "already_snake_1"},
                                                       {"Invalid.Parameter-Format", "invalid_parameter_format"},
                                                       {"a  b__c", "a_b_c"},
                                                       {"__a__", "a"},
                                                       {"Caf\u00E9", "caf"},
                                                       {"\u4E2D", ""},
                                                       {"1A", "1_a"}};
  for (const auto& [text, name] : names) {
    INFO(text);
    CHECK(snake_case(text) == name);
  }
}
