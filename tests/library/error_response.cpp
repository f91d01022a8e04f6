// SPDX-License-Identifier: Apache-2.0
// <errcat/error_response.hpp>: responses of any shape, and bodies that are none.
#include <errcat/error_response.hpp>
#include <ims/errors.hpp>

#include "support/catch.hpp"

#include <chrono>
#include <string>
#include <string_view>

using ims::errors;
using namespace std::string_literals;

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
  for (const char* name : {"faultcode", "error_name", "ErrorCode", "code", "errorCodeStr", "err_code", "errorCode",
                           "errCode", "error_code"}) {
    all += (all.size() > 1 ? "," : "") + ('"' + std::string(name) + "\":\"" + name + '"');
    CHECK(reading_of(all + "}") == std::string(name) + "||");
  }
  all = "{";
  for (const char* name :
       {"details", "faultstring", "Message", "message", "fail_reason", "error_description", "error_message",
        "errorMessage", "err_msg", "errorMsg", "errMsg", "externalMessage", "error_msg"}) {
    all += (all.size() > 1 ? "," : "") + ('"' + std::string(name) + "\":\"" + name + '"');
    CHECK(reading_of(all + "}") == '|' + std::string(name) + "|");
  }
  CHECK(reading_of(R"({"code":"A","requestId":"second"})") == "A||second");
  CHECK(reading_of(R"({"code":"A","requestId":"second","request_id":"first"})") == "A||first");
  CHECK(reading_of(R"({"code":"A","requestId":"second","request_id":null})") == "A||second");
  CHECK(reading_of(R"({"Code":"A","MESSAGE":"M","codes":"C","cod":"D","":"E"})") == "none");
  for (std::size_t size = 0; size != 70; ++size) {
    CHECK(reading_of("{\"" + std::string(size, 'x') + R"(":"X","code":"A"})") == "A||");
  }
}

TEST_CASE("a message is a string, a code may be an integer") {
  CHECK(reading_of(R"({"code":7,"message":8,"details":"M"})") == "7|M|");
  CHECK(reading_of(R"({"message":8})") == "none");
  CHECK(reading_of(R"({"error":{"message":-8,"details":"M"}})") == "|M|");
  CHECK(reading_of(R"({"error_msg":8,"details":9,"code":"A","request_id":7})") == "A||7");
}

TEST_CASE("of a list the first object counts") {
  CHECK(reading_of(R"([{"code":"A","message":"M","request_id":"r"},{"code":"B"}])") == "A|M|r");
  CHECK(reading_of(R"([1,"x",[{"code":"N"}],{"code":"A"}])") == "A||");
  CHECK(reading_of(R"([{"errors":[{"code":"A"}]}])") == "A||");
  CHECK(reading_of(R"([{"x":1},{"code":"B"}])") == "none");
  CHECK(reading_of(R"([[{"code":"N"}]])") == "none");
  CHECK(reading_of(R"({"errors":[1,{"code":"A","request_id":"r"},{"code":"B"}]})") == "A||r");
  CHECK(reading_of(R"({"errors":[{"x":1},{"code":"B"}],"b":{"code":"C"}})") == "C||");
  CHECK(reading_of(R"({"errors":[[{"code":"N"}]],"b":{"code":"C"}})") == "C||");
  CHECK(reading_of(R"({"errors":[],"b":[{"message":"M"}]})") == "|M|");
  CHECK(reading_of(R"({"errors":[{"x":1}],"b":[{"code":"B"}]})") == "B||");
}

TEST_CASE("what the whole lacks comes from its member error, if that is an object") {
  CHECK(reading_of(R"({"error":{"code":"B","message":"N"},"message":"M"})") == "B|M|");
  CHECK(reading_of(R"({"code":"A","error":{"code":"B","message":"N"}})") == "A|N|");
  CHECK(reading_of(R"({"code":"A","error":{"code":"B","message":"N","request_id":"r"}})") == "A|N|r");
  CHECK(reading_of(R"({"code":"A","error":[{"message":"N"}]})") == "A||");
  CHECK(reading_of(R"({"code":"A","error":"text","other":{"message":"N"}})") == "A||");
  CHECK(reading_of(R"({"error":"invalid_grant","error_description":"M"})") == "|M|");
  CHECK(reading_of(R"({"code":"A","message":"M","error":{"request_id":"r"}})") == "A|M|");
}

TEST_CASE("null, other types and floats are skipped, an empty string counts") {
  CHECK(reading_of(R"({"error_code":null,"errCode":true,"errorCode":1.5,"err_code":["x"],"code":"A"})") == "A||");
  CHECK(reading_of(R"({"error_code":{"code":"inner"},"code":"A"})") == "A||");
  CHECK(reading_of(R"({"error_code":"","code":"A"})") == "||");
  CHECK(reading_of(R"({"code":1.0})") == "none");
  CHECK(reading_of(R"({"code":18446744073709551616})") == "none");
  CHECK(reading_of(R"({"code":null,"error":{"code":"B"}})") == "B||");
}

TEST_CASE("members of the whole are preferred to those of its first member with any") {
  CHECK(reading_of(R"({"a":{"x":1},"b":{"message":"N"},"c":{"code":"C"}})") == "|N|");
  CHECK(reading_of(R"({"b":{"code":"B"},"a":{"code":"A"},"c":{"code":"C"}})") == "B||");
  CHECK(reading_of(R"({"a":{"b":{"code":"deep"}}})") == "none");
  CHECK(reading_of(R"({"a":{"code":["deep"],"message":"M"}})") == "|M|");
  CHECK(reading_of(R"({"a":{"b":{"code":"deep"},"code":"A"}})") == "A||");
  CHECK(reading_of(R"({"a":{"code":"A","b":{"code":"deep"}}})") == "A||");
  CHECK(reading_of(R"({"a":[{"code":"listed"}]})") == "listed||");
  CHECK(reading_of(R"({"a":[{"code":"listed"},{"b":[{"code":"x"}]}],"b":{"code":"B"}})") == "listed||");
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
  CHECK(reading_of(R"({"e":{"code":"A"},"e":{"code":"B"}})") == "B||");
  CHECK(reading_of(R"({"e":{"code":"A"},"f":{"code":"B"},"e":{"x":1}})") == "B||");
  CHECK(reading_of(R"({"e":{"code":"A"},"e":null})") == "none");
  CHECK(reading_of(R"({"e":[{"code":"A"}],"e":[]})") == "none");
  CHECK(reading_of(R"({"error":{"code":"A"},"message":"M","error":"text"})") == "|M|");
  CHECK(reading_of(R"({"e":{"code":"A","code":"B"}})") == "B||");
}

TEST_CASE("anything but JSON with an error is rejected") {
  for (const char* body : {"",
                           " ",
                           "null",
                           "true",
                           "1",
                           "\"code\"",
                           "[]",
                           R"([{"code":"A"})",
                           R"({"code":"A"},{"code":"A"})",
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
  std::string members_with_code = "{";
  for (int i = 0; i != 200'000; ++i) {
    members += "\"m" + std::to_string(i) + "\":{\"x\":1},";
    members_with_code += "\"m" + std::to_string(i) + "\":{\"code\":1},";
  }
  const std::string bodies[] = {
      std::string(1 << 20, '['),
      "{\"a\":" + std::string(1 << 20, '['),
      repeated("{\"a\":", 1 << 20),
      "{\"message\":\"" + std::string(10'000'000, 'x') + "\"}",
      "{\"x\":\"" + std::string(10'000'000, 'x') + "\",\"code\":\"A\"}",
      std::string(10'000'000, 'x'),
      members + "\"code\":\"A\"}",
      members_with_code + "\"e\":{}}",
      repeated("{\"e\":{\"code\":\"A\"},", 10) + repeated("\"e\":{\"code\":\"A\"},", 5'000'000) + "\"x\":1}",
      repeated("{\"code\":\"A\",", 10) + repeated("\"code\":\"A\",", 5'000'000) + "\"code\":\"B\"}"};
  // A quadratic reader takes minutes for each; a linear one takes tenths of a second, with sanitizers a few seconds.
  for (const std::string& body : bodies) CHECK(seconds(body) < 20);
  CHECK(reading_of(bodies[6]) == "A||");
  CHECK(reading_of(bodies[7]) == "1||");
  CHECK(reading_of(bodies[8]) == "A||");
  CHECK(reading_of(bodies[9]) == "B||");
}
