// SPDX-License-Identifier: Apache-2.0
// <errcat/json.hpp> and <errcat/error_response.hpp>: exact bodies, messages of any bytes, responses of any shape.
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <named.hpp>
#include <sparse.hpp>

#include "support/catch.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using ims::errc;
using ims::errors;
using nlohmann::json;
using nlohmann::ordered_json;
using namespace std::string_literals;

namespace {

/// Requires that `body` is one object of the documented shape and that `message` is read back from it. json::accept
/// rejects invalid UTF-8, too.
void require_reads_back(const std::string& body, const std::string& message) {
  INFO(body);
  REQUIRE(json::accept(body));
  const auto parsed = ordered_json::parse(body);
  CHECK(parsed.size() == 1);
  CHECK(parsed["error"].size() == 2);
  CHECK(parsed["error"]["message"] == message);
  CHECK(parsed["error"]["code"] == "IMG.0024");
  CHECK(parsed.dump() == body);
}

std::string body_of(const std::string& message) { return errcat::response_body(errors[errc::IMG_0024], message); }

template <class Catalog> void require_bodies_are_nlohmanns(const Catalog& catalog) {
  for (const auto error : catalog) {
    CHECK(error.response_body() == ordered_json(error).dump());
    CHECK(error.response_body() == errcat::response_body(error, error.message()));
    const auto parsed = json::parse(error.response_body());
    CHECK(parsed["error"]["message"] == error.message());
    CHECK(parsed["error"]["code"] == error.code());
  }
}

}  // namespace

TEST_CASE("every row's body equals nlohmann_json's and is read back") {
  require_bodies_are_nlohmanns(errors);
  require_bodies_are_nlohmanns(sample::sparse::errors);
  require_bodies_are_nlohmanns(sample::named::errors);
}

TEST_CASE("the documented example is reproduced byte for byte") {
  CHECK(body_of("The imagetype is invalid.") ==
        R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})");
  CHECK(errors["IMG.0024"].response_body() ==
        R"({"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}})");
}

TEST_CASE("an entry converts to a response, in the documented order if the JSON is ordered") {
  const ordered_json ordered = errors[errc::image_type_incorrect];
  CHECK(ordered.dump() == errors[errc::image_type_incorrect].response_body());
  const json sorted = errors[errc::image_type_incorrect];
  CHECK(sorted.dump() == R"({"error":{"code":"IMG.0024","message":"The image type in the request is incorrect."}})");
}

TEST_CASE("an enumerator converts to its code and back") {
  const json j = errc::image_type_incorrect;
  CHECK(j == "IMG.0024");
  CHECK(j.get<errc>() == errc::IMG_0024);
  for (const auto error : errors) CHECK(json(error.error()).get<errc>() == error.error());
  const ordered_json list = {errc::IMG_0001, errc::IMG_1075};
  CHECK(list.dump() == R"(["IMG.0001","IMG.1075"])");
  CHECK(list.get<std::vector<errc>>() == std::vector{errc::IMG_0001, errc::IMG_1075});
}

TEST_CASE("reading an unknown code throws and names it") {
  CHECK_THROWS_AS(json("IMG.9999").get<errc>(), std::out_of_range);
  CHECK_THROWS_WITH(json("IMG.9999").get<errc>(), "unknown error code \"IMG.9999\"");
  CHECK_THROWS_WITH(json(static_cast<errc>(9999)), "unknown error number 9999");
  CHECK_THROWS_AS(json(static_cast<errc>(9999)), std::out_of_range);
  CHECK_THROWS_AS(json(24).get<errc>(), json::type_error);
  CHECK_THROWS_AS(json().get<errc>(), json::type_error);
}

TEST_CASE("a caller's message may contain quotes, control characters and any other character") {
  std::vector<std::string> messages = {"",
                                       "plain",
                                       "a \"quote\"",
                                       "C:\\path",
                                       "/",
                                       "\x7F",
                                       "\0"s,
                                       "a\0b"s,
                                       "\u00E9",
                                       "\u4E2D\u6587",
                                       "\U0001F600",
                                       "\u2028\u2029",
                                       "\uFEFF",
                                       "\uFFFD",
                                       "\uD7FF\uE000\U0010FFFF",
                                       "<script>",
                                       std::string(100'000, 'x') + "\""};
  for (char c = 0; c != 0x20; ++c) messages.push_back("before"s + c + "after");
  for (const std::string& message : messages) require_reads_back(body_of(message), message);
}

TEST_CASE("invalid UTF-8 becomes U+FFFD without an exception") {
  const std::vector<std::string> messages = {"\x80",
                                             "\xBF",  // stray continuation
                                             "\xC3",
                                             "\xE4\xB8",
                                             "\xF0\x9F\x98",  // truncated at the end
                                             "\xC3(",
                                             "\xE4\xB8(",
                                             "\xF0\x9F\x98(",  // truncated before a character
                                             "\xC0\xAF",
                                             "\xE0\x80\xAF",
                                             "\xF0\x80\x80\xAF",  // overlong
                                             "\xED\xA0\x80",
                                             "\xED\xBF\xBF",  // surrogates
                                             "\xF4\x90\x80\x80",
                                             "\xF8\x88\x80\x80\x80",
                                             "\xFF",
                                             "\xFE",  // above U+10FFFF, never in UTF-8
                                             "caf\xE9",
                                             "\xA9 2026"};  // Latin-1
  for (const std::string& message : messages) {
    const std::string body = body_of("<" + message + ">");
    INFO(body);
    REQUIRE(json::accept(body));
    const auto parsed = ordered_json::parse(body);
    const auto& text = parsed["error"]["message"].get_ref<const std::string&>();
    CHECK(text.find("\uFFFD") != std::string::npos);
    CHECK(text.front() == '<');
    CHECK(text.back() == '>');
    const auto replaced = json("<" + message + ">").dump(-1, ' ', false, json::error_handler_t::replace);
    CHECK(body == R"({"error":{"message":)" + replaced + R"(,"code":"IMG.0024"}})");
  }
}

TEST_CASE("every byte and every pair of bytes gives valid JSON in valid UTF-8") {
  std::string message(2, '\0');
  for (int first = 0; first != 256; ++first) {
    for (int second = 0; second != 256; ++second) {
      message[0] = static_cast<char>(first);
      message[1] = static_cast<char>(second);
      const std::string body = body_of(message);
      if (!json::accept(body)) FAIL("bytes " << first << ' ' << second);
    }
  }
  for (int byte = 0; byte != 256; ++byte) {
    for (const std::size_t size : {1U, 2U}) {  // two unescaped backslashes would be valid JSON for one
      const std::string same(size, static_cast<char>(byte));
      const std::string expected = json(same).dump(-1, ' ', false, json::error_handler_t::replace);
      INFO(expected);
      CHECK(json::parse(body_of(same))["error"]["message"].dump() == expected);
    }
  }
}

namespace {

using errcat::parse_error_response;

std::string reading_of(std::string_view body) {
  const auto read = parse_error_response(body);
  return read ? read->code + '|' + read->message + '|' + read->request_id : "none";
}

}  // namespace

TEST_CASE("every body is read back to its entry") {
  for (const auto error : errors) {
    const auto read = parse_error_response(error.response_body());
    REQUIRE(read);
    CHECK(errors.find(read->code) == error);
    CHECK(read->message == error.message());
    CHECK(read->request_id.empty());
  }
}

TEST_CASE("error responses of every shape are read") {
  CHECK(reading_of(R"({"error":{"message":"M","code":"IMG.0024"}})") == "IMG.0024|M|");
  CHECK(reading_of(R"({"code":"A.1","message":"M"})") == "A.1|M|");
  CHECK(reading_of(R"({"error_code":"A.1","error_msg":"M","request_id":"r"})") == "A.1|M|r");
  CHECK(reading_of(R"({"itemNotFound":{"message":"M","code":404}})") == "404|M|");
  CHECK(reading_of(R"({"error":{"code":-1}})") == "-1||");
  CHECK(reading_of(R"({"error":{"code":18446744073709551615}})") == "18446744073709551615||");
  CHECK(reading_of(R"({"message":"M"})") == "|M|");
  CHECK(reading_of(" \n{\"code\":\"A\"}\t ") == "A||");
  CHECK(reading_of("\xEF\xBB\xBF{\"code\":\"A\"}") == "A||");
}

TEST_CASE("members are chosen by preference, not by their order in the document") {
  std::string all = "{";
  for (const char* name : {"code", "err_code", "errorCode", "errCode", "error_code"}) {
    all += (all.size() > 1 ? "," : "") + ('"' + std::string(name) + "\":\"" + name + '"');
    CHECK(reading_of(all + "}") == std::string(name) + "||");
  }
  all = "{";
  for (const char* name :
       {"message", "fail_reason", "error_message", "errorMessage", "errMsg", "externalMessage", "error_msg"}) {
    all += (all.size() > 1 ? "," : "") + ('"' + std::string(name) + "\":\"" + name + '"');
    CHECK(reading_of(all + "}") == '|' + std::string(name) + "|");
  }
}

TEST_CASE("null, other types and floats are skipped, an empty string counts") {
  CHECK(reading_of(R"({"error_code":null,"errCode":true,"errorCode":1.5,"err_code":["x"],"code":"A"})") == "A||");
  CHECK(reading_of(R"({"error_code":{"code":"inner"},"code":"A"})") == "A||");
  CHECK(reading_of(R"({"error_code":"","code":"A"})") == "||");
  CHECK(reading_of(R"({"code":1.0})") == "none");
  CHECK(reading_of(R"({"code":18446744073709551616})") == "none");
  CHECK(reading_of(R"({"code":null,"error":{"code":"B"}})") == "B||");
}

TEST_CASE("members of the root are preferred to those of its first object with any") {
  CHECK(reading_of(R"({"error":{"code":"B","message":"N"},"message":"M"})") == "|M|");
  CHECK(reading_of(R"({"a":{"x":1},"b":{"message":"N"},"c":{"code":"C"}})") == "|N|");
  CHECK(reading_of(R"({"a":{"b":{"code":"deep"}}})") == "none");
  CHECK(reading_of(R"({"a":{"b":{"code":"deep"},"code":"A"}})") == "A||");
  CHECK(reading_of(R"({"a":{"code":"A","b":{"code":"deep"}}})") == "A||");
  CHECK(reading_of(R"({"a":[{"code":"listed"}]})") == "none");
  CHECK(reading_of(R"({"a":[{"code":"listed"},{"b":[{"code":"x"}]}],"b":{"code":"B"}})") == "B||");
  CHECK(reading_of(R"({"code":["listed"],"a":{}})") == "none");
  CHECK(reading_of(R"({"a":{"x":{"code":"deep"}},"code":[["listed"]],"b":{"message":"N"}})") == "|N|");
  CHECK(reading_of(R"({"error":{"code":"B","request_id":"inner"},"request_id":"outer"})") == "B||outer");
  CHECK(reading_of(R"({"error":{"code":"B"},"request_id":7})") == "B||7");
}

TEST_CASE("the last of several members with the same name counts") {
  CHECK(reading_of(R"({"code":"A","code":"B"})") == "B||");
  CHECK(reading_of(R"({"code":"A","code":null,"message":"M"})") == "|M|");
  CHECK(reading_of(R"({"code":"A","code":{},"message":"M"})") == "|M|");
  CHECK(reading_of(R"({"code":"A","code":["B"],"message":"M"})") == "|M|");
}

TEST_CASE("anything but a JSON object with an error is rejected") {
  for (const char* body : {"",
                           " ",
                           "null",
                           "true",
                           "1",
                           "\"code\"",
                           "[]",
                           R"([{"code":"A"}])",
                           "{}",
                           "{",
                           R"({"code":"A")",
                           R"({"code":"A"}})",
                           R"({"code":"A"} x)",
                           R"({"code":"A"}{"code":"A"})",
                           R"({"code":A})",
                           R"({code:"A"})",
                           R"({"code":"A",})",
                           "invalid",
                           "<html>",
                           "{\"code\":\"\xFF\"}",
                           "{\"code\":\"a\nb\"}",
                           "\xFF\xFE{"}) {
    CHECK(reading_of(body) == "none");
  }
  CHECK(reading_of("{\"code\":\"A\"}\0"s) == "none");
  CHECK(reading_of("{\"code\":\"A\"}\0{\"code\":\"B\"}"s) == "none");
  CHECK(reading_of("{\"code\":\"A\\u0000B\"}") == "A\0B||"s);
}

TEST_CASE("every truncation of a response is rejected without an exception") {
  const std::string body =
      R"({"error":{"message":"caf\u00e9 \ud83d\ude00","code":404},"request_id":"r","list":[1,{"a":null}]})";
  for (std::size_t length = 0; length != body.size(); ++length) {
    CHECK(reading_of(std::string_view(body).substr(0, length)) == "none");
  }
  CHECK(reading_of(body) == "404|caf\u00E9 \U0001F600|r");
}

TEST_CASE("the time of reading is linear in the size of the body") {
  const auto seconds = [](const std::string& body) {
    const auto start = std::chrono::steady_clock::now();
    (void)parse_error_response(body);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto repeated = [](const std::string& part, std::size_t bytes) {
    std::string all;
    while (all.size() < bytes) all += part;
    return all;
  };
  std::string members = "{";
  for (int i = 0; i != 200'000; ++i) members += "\"m" + std::to_string(i) + "\":{\"x\":1},";
  const std::string bodies[] = {
      std::string(1 << 20, '['),
      "{\"a\":" + std::string(1 << 20, '['),
      repeated("{\"a\":", 1 << 20),
      "{\"message\":\"" + std::string(10'000'000, 'x') + "\"}",
      "{\"x\":\"" + std::string(10'000'000, 'x') + "\",\"code\":\"A\"}",
      std::string(10'000'000, 'x'),
      members + "\"code\":\"A\"}",
      repeated("{\"code\":\"A\",", 10) + repeated("\"code\":\"A\",", 5'000'000) + "\"code\":\"B\"}"};
  // A quadratic reader takes minutes for each; a linear one takes tenths of a second, with sanitizers a few seconds.
  for (const std::string& body : bodies) CHECK(seconds(body) < 20);
  CHECK(reading_of(bodies[6]) == "A||");
  CHECK(reading_of(bodies[7]) == "B||");
}
