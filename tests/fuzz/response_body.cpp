// SPDX-License-Identifier: Apache-2.0
// A body with any message is valid JSON in UTF-8, is read back, and equals nlohmann_json's byte for byte.
#include <errcat/json.hpp>
#include <flat.hpp>
#include <ims/errors.hpp>

#include <utf8.h>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// Checks the body of `error` with `message` against nlohmann_json's: `shape`, with the message at `place`.
template <class Error>
void check(errcat::entry<Error> error, std::string_view message, nlohmann::ordered_json shape, const char* place) {
  using nlohmann::ordered_json;
  const std::string body = errcat::response_body(error, message);
  shape[ordered_json::json_pointer(place)] = message;
  if (body != shape.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) std::abort();
  if (!utf8::is_valid(body) || !ordered_json::accept(body)) std::abort();
  const auto parsed = ordered_json::parse(body);
  const auto& text = parsed[ordered_json::json_pointer(place)].get_ref<const std::string&>();
  if (utf8::is_valid(message) ? text != message : text.find("\uFFFD") == std::string::npos) std::abort();
  const auto read = errcat::parse_error_response(body);
  if (!read || read->code != error.code() || read->message != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view message(reinterpret_cast<const char*>(data), size);
  check(ims::errors["IMG.0024"], message, {{"error", {{"message", ""}, {"code", "IMG.0024"}}}}, "/error/message");
  check(sample::flat::errors["FLAT.0001"], message, {{"error_code", "FLAT.0001"}, {"error_msg", ""}}, "/error_msg");
  return 0;
}
