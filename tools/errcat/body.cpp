// SPDX-License-Identifier: Apache-2.0
// The response body, with nlohmann's escaping.
#include "body.hpp"

#include <nlohmann/json.hpp>

namespace errcat::tool {

response_body make_response_body(std::string_view code, std::string_view message) {
  const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
  constexpr std::string_view before_message = R"({"error":{"message":)";
  const std::string json_message = quoted(message);
  std::string text(before_message);
  text.append(json_message).append(R"(,"code":)");
  const std::size_t code_offset = text.size() + 1;  // after the quote
  text.append(quoted(code)).append("}}");
  return {std::move(text), before_message.size() + 1, json_message.size() == message.size() + 2, code_offset};
}

}  // namespace errcat::tool
