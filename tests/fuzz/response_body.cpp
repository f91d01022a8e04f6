// SPDX-License-Identifier: Apache-2.0
// A body with any message is valid JSON in UTF-8, is read back, and equals nlohmann_json's byte for byte.
#include <errcat/json.hpp>
#include <ims/errors.hpp>

#include <utf8.h>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using nlohmann::ordered_json;
  const std::string_view message(reinterpret_cast<const char*>(data), size);
  constexpr auto error = ims::errors["IMG.0024"];
  const std::string body = errcat::response_body(error, message);

  const ordered_json response = {{"error", {{"message", message}, {"code", error.code()}}}};
  if (body != response.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) std::abort();
  if (!utf8::is_valid(body) || !ordered_json::accept(body)) std::abort();
  const auto parsed = ordered_json::parse(body);
  const auto& text = parsed["error"]["message"].get_ref<const std::string&>();
  if (utf8::is_valid(message) ? text != message : text.find("\uFFFD") == std::string::npos) std::abort();
  const auto read = errcat::parse_error_response(body);
  if (!read || read->code != error.code() || read->message != text) std::abort();
  return 0;
}
