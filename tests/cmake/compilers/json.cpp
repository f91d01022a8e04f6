// SPDX-License-Identifier: Apache-2.0
// Uses <errcat/json.hpp>. Exits with 0 if all results are right.
#include <errcat/json.hpp>
#include <ims/errors.hpp>

#include <cstdio>
#include <stdexcept>
#include <string>

#define ERRCAT_TEXT_OF(value) #value
#define ERRCAT_TEXT(value) ERRCAT_TEXT_OF(value)

namespace {

bool bodies_are_right() {
  const auto error = ims::errors["IMG.0024"];
  const nlohmann::ordered_json json = error;
  return json.dump() == error.response_body() &&
         errcat::response_body(error, "a \"quote\" and \xFF") ==
             "{\"error\":{\"message\":\"a \\\"quote\\\" and \xEF\xBF\xBD\",\"code\":\"IMG.0024\"}}";
}

bool codes_are_read() {
  const nlohmann::json json = ims::errc::IMG_0024;
  if (json != "IMG.0024" || json.get<ims::errc>() != ims::errc::IMG_0024) return false;
  try {
    static_cast<void>(nlohmann::json("IMG.9999").get<ims::errc>());
  } catch (const std::out_of_range&) {
    return true;
  }
  return false;
}

bool responses_are_read() {
  const auto response = errcat::parse_error_response(R"({"error_code":"IMG.0024","error_msg":"m","request_id":"r"})");
  return response && response->code == "IMG.0024" && response->message == "m" && response->request_id == "r" &&
         !errcat::parse_error_response("[]");
}

}  // namespace

int main() {
  std::puts(ERRCAT_TEXT(__cplusplus));
  return bodies_are_right() && codes_are_read() && responses_are_read() ? 0 : 1;
}
