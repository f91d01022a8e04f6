// SPDX-License-Identifier: Apache-2.0
// Templates of response bodies.
#include "body.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <errcat/error_response.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

using namespace errcat::tool;
using nlohmann::json;
using namespace std::string_literals;

namespace {

constexpr position at{"c.yaml", 3, 7};

std::string filled(const std::string& text, std::string_view code = "P.1", std::string_view message = "Gone.") {
  diagnostics found;
  const auto shape = read_body_template({text, at}, found);
  INFO(printed(found));
  REQUIRE(shape);
  CHECK(found.ok());
  return shape->fill(code, 404, message).text;
}

std::string refusal(const std::string& text) {
  diagnostics found;
  CHECK_FALSE(read_body_template({text, at}, found));
  return printed(found);
}

/// Returns a template with so many levels.
std::string nested(std::size_t depth) {
  const std::string inner = R"(["{code}","{message}"])";
  return std::string(depth - 1, '[') + inner + std::string(depth - 1, ']');
}

}  // namespace

TEST_CASE("a filled body holds message and code, and their places") {
  diagnostics found;
  const auto shape = read_body_template({}, found);
  REQUIRE(shape);
  const response_body body = shape->fill("P.1", 400, "Gone.");
  CHECK(body.text == R"({"error":{"message":"Gone.","code":"P.1"}})");
  CHECK(body.text.substr(body.message_offset, 5) == "Gone.");
  CHECK(body.text.substr(body.code_offset, 3) == "P.1");
  CHECK(body.message_is_verbatim);
  CHECK(shape->text() == default_body);
}

TEST_CASE("a message that JSON escapes is not verbatim in the body") {
  diagnostics found;
  const auto shape = read_body_template({}, found);
  for (const char* message : {"a \"b\"", "a\nb", "a\\b", "\x7F\x01"}) {
    CHECK_FALSE(shape->fill("P.1", 400, message).message_is_verbatim);
  }
  CHECK(shape->fill("P.1", 400, "\u00E9 </script>").message_is_verbatim);
  CHECK(shape->fill("P.1", 400, "a\nb").text == R"({"error":{"message":"a\nb","code":"P.1"}})");
}

TEST_CASE("a template may have any shape and order, and several places of the code") {
  CHECK(filled(R"({"error_code":"{code}","error_msg":"{message}"})") == R"({"error_code":"P.1","error_msg":"Gone."})");
  CHECK(filled(R"(["{message}",{"a":[{"b":"#{code}/{code}!"}]}])") == R"(["Gone.",{"a":[{"b":"#P.1/P.1!"}]}])");
  CHECK(filled(R"({"s":"{status}","m":"{message}","c":"{code}"})") == R"({"s":404,"m":"Gone.","c":"P.1"})");
}

TEST_CASE("everything but the placeholders of a template is kept as it is written, without blanks between tokens") {
  CHECK(
      filled("\n { \"n\" : [ 1e3 , 123456789012345678901234567890 , -0.0 , 1.50 , true , null , { } , [ ] ] ,\t\"m\" : "
             "\"{message}\", \"c\":\"{code}\" } \n") ==
      R"({"n":[1e3,123456789012345678901234567890,-0.0,1.50,true,null,{},[]],"m":"Gone.","c":"P.1"})");
  CHECK(filled("{\"n\"\r:\r[\r1\t,2\n,3\r,[4],{\"5\":5}],\"m\":\"{message}\",\"c\":\"{code}\"\r}\r") ==
        R"({"n":[1,2,3,[4],{"5":5}],"m":"Gone.","c":"P.1"})");
  CHECK(filled(R"({"a":1,"a":2,"m":"{message}","m":"{code}"})") == R"({"a":1,"a":2,"m":"Gone.","m":"P.1"})");
  CHECK(filled(R"({"p":"^[a-z]{2,3}$ {} {a b} { code } {code","m":"{message}","c":"{code}"})") ==
        R"({"p":"^[a-z]{2,3}$ {} {a b} { code } {code","m":"Gone.","c":"P.1"})");
  CHECK(filled(R"({"e":"\u00e9 \" \\","f":"\u007bcode}","m":"{message}","c":"{{code}}"})") ==
        R"({"e":"\u00e9 \" \\","f":"\u007bcode}","m":"Gone.","c":"{P.1}"})");
  CHECK(filled(R"({"{code}":"x","{other}":"y","{message}":"{message}","\"}:":"{code}"})") ==
        R"({"{code}":"x","{other}":"y","{message}":"Gone.","\"}:":"P.1"})");
}

TEST_CASE("placeholders in a message or a code are not filled") {
  const std::string shape = R"({"m":"{message}","c":"{code}","s":"{status}"})";
  CHECK(filled(shape, "P.1", "{code} {message} {status}") == R"({"m":"{code} {message} {status}","c":"P.1","s":404})");
  CHECK(filled(shape, "{message}", "M.") == R"({"m":"M.","c":"{message}","s":404})");
}

TEST_CASE("a template that is not one is refused with the reason") {
  const std::string c = "c.yaml:3:7: error: ";
  CHECK(refusal("") == c + "body is empty; expected a JSON object or list\n");
  CHECK(refusal(" \n") == c + "body is empty; expected a JSON object or list\n");
  CHECK(refusal("\"{code} {message}\"") == c + "body is neither a JSON object nor a JSON list\n");
  CHECK(refusal("12") == c + "body is neither a JSON object nor a JSON list\n");
  CHECK(refusal("{'code':'{code}'}") == c + "body is not JSON, because of its byte 2\n");
  CHECK(refusal(R"({"c":"{code}","m":"{message}"} x)") == c + "body is not JSON, because of its byte 32\n");
  CHECK(refusal(R"({"c":"{code}","m":"{message}",})").find("body is not JSON") != std::string::npos);
  CHECK(refusal(R"({"c":"{code}","m":"{message}"/**/})").find("body is not JSON") != std::string::npos);
  CHECK(refusal("{\"c\":\"{code}\n\",\"m\":\"{message}\"}").find("body is not JSON") != std::string::npos);
  CHECK(refusal("\xEF\xBB\xBF{\"c\":\"{code}\",\"m\":\"{message}\"}") == c + "body begins with a byte order mark\n");
  CHECK(refusal("[\"{code}\",\"{message}\"]\0\""s) == c + "body is not JSON, because of its byte 23\n");
  CHECK(refusal(R"({"n":1e999,"c":"{code}","m":"{message}"})") == c + "body has a number that is too large\n");
  CHECK(refusal(R"({"m":"{message}"})") == c + "body has no '{code}' in a string\n");
  CHECK(refusal(R"({"{code}":"{message}"})") == c + "body has no '{code}' in a string\n");
  CHECK(refusal(R"({"c":"{code}"})") == c + "body has no strings '{message}'; expected exactly one\n");
  CHECK(refusal(R"({"c":"{code}","{message}":1})") == c + "body has no strings '{message}'; expected exactly one\n");
  CHECK(refusal(R"(["{code}","{message}","{message}"])") ==
        c + "body has 2 strings '{message}'; expected exactly one\n");
  CHECK(refusal(R"({"c":"{code}","m":"Error: {message}"})") ==
        c + "body has '{message}' inside a longer string; it must be the whole string\n");
  CHECK(refusal(R"({"c":"{code}","m":"{message}","t":"HTTP {status}"})") ==
        c + "body has '{status}' inside a longer string; it must be the whole string\n");
  CHECK(refusal(R"({"c":"{code}","m":"{message}","r":"{request_id}"})") ==
        c + "body has an unknown placeholder '{request_id}'; placeholders are '{code}', '{message}' and '{status}'\n");
  CHECK(refusal(R"({"c":"{Code}","m":"{message}"})").find("unknown placeholder '{Code}'") != std::string::npos);
  CHECK(refusal(R"({"c":"{code}","m":"{message}{x}"})").find("unknown placeholder '{x}'") != std::string::npos);
}

TEST_CASE("a template may be nested 100 levels deep") {
  CHECK(filled(nested(100)).find("\"P.1\",\"Gone.\"") != std::string::npos);
  CHECK(refusal(nested(101)) == "c.yaml:3:7: error: body is nested deeper than 100 levels\n");
  std::string siblings = R"({"c":"{code}","m":"{message}","s":[0)";
  for (int i = 0; i < 100; ++i) siblings += ",[],{}";
  CHECK(filled(siblings + "]}").ends_with(",[],{}]}"));
}

TEST_CASE("a template that is nested a million levels deep is refused") {
  CHECK(refusal(std::string(1'000'000, '[')).find("body is not JSON") != std::string::npos);
  CHECK(refusal(nested(1'000'000)) == "c.yaml:3:7: error: body is nested deeper than 100 levels\n");
}

TEST_CASE("a filled template is JSON, and responses of the cloud's shapes are read back, whatever they hold") {
  const char* shapes[] = {
      R"({"%1":"{code}","%2":"{message}"})", R"({"%2":"{message}","status":"{status}","%1":"{code}"})",
      R"({"x":[1],"error":{"%2":"{message}","%1":"{code}"}})", R"([{"%1":"{code}","%2":"{message}"},{"code":"other"}])",
      R"({"errors":[{"%2":"{message}","%1":"{code}"}],"x":{"code":"other"}})"};
  const std::string messages[] = {"", "{code}", "\"", "\\", "a\nb\x01", "\u955C\u50CF", "\"}]{message}"};
  std::size_t read_back = 0;
  for (const char* shape : shapes) {
    for (const std::string_view code_name : errcat::code_members) {
      for (const std::string_view message_name : errcat::message_members) {
        std::string text = shape;
        text.replace(text.find("%1"), 2, code_name).replace(text.find("%2"), 2, message_name);
        for (const std::string& message : messages) {
          const std::string body = filled(text, "P.1", message);
          REQUIRE(json::accept(body));
          const auto read = errcat::parse_error_response(body);
          REQUIRE(read);
          if (read->code == "P.1" && read->message == message) ++read_back;
        }
      }
    }
  }
  CHECK(read_back == 5 * 9 * 13 * 7);
}

TEST_CASE("whitespace between tokens is removed from JSON only") {
  CHECK(without_whitespace(" { \"a b\" : [ 1 , \" \\\" \" ] } ") == R"({"a b":[1," \" "]})");
  CHECK(without_whitespace(" { not JSON ") == " { not JSON ");
  CHECK(without_whitespace("[ 1 ]\0\""s) == "[ 1 ]\0\""s);
}
