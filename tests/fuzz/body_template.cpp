// SPDX-License-Identifier: Apache-2.0
// A template of bodies from any bytes is refused in one line or filled to JSON with the code and the message in it, and
// is kept otherwise: nlohmann_json reads the same values from it, before and after.
#include "body.hpp"
#include "oracle.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <nlohmann/json.hpp>

using namespace errcat::tool;
using nlohmann::json;

namespace {

/// Returns the value with its placeholders filled, as the template's documentation has it.
json filled(const json& value, const std::string& code, int status, const std::string& message) {
  if (value.is_structured()) {
    json copy = value;
    for (json& part : copy) part = filled(part, code, status, message);
    return copy;
  }
  if (!value.is_string()) return value;
  auto text = value.get<std::string>();
  if (text == "{message}") return message;
  if (text == "{status}") return status;
  for (std::size_t at = text.find("{code}"); at != std::string::npos; at = text.find("{code}", at + code.size())) {
    text.replace(at, 6, code);
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const std::string code = "P." + std::to_string(bytes.ConsumeIntegralInRange(1, 9999));
  const int status = bytes.ConsumeIntegralInRange(100, 599);
  const std::string message = bytes.ConsumeRandomLengthString(20);
  const std::string text = bytes.ConsumeRemainingBytesAsString();
  if (!is_utf8(text) || !is_utf8(message)) return 0;
  diagnostics found;
  const auto shape = read_body_template({text, {"c.yaml"}}, found);
  (void)require_clean(found);
  require(shape.has_value() == found.ok(), "a refusal has its error", text);
  if (!shape) return 0;
  const response_body body = shape->fill(code, status, message);
  require(json::accept(body.text), "a filled template is JSON", body.text);
  require(body.text.substr(body.code_offset, code.size()) == code, "the place of the code", body.text);
  if (body.message_is_verbatim) {
    require(body.text.substr(body.message_offset, message.size()) == message, "the place of the message", body.text);
  }
  if (text.find('\\') == std::string::npos) {  // an escaped brace is not a placeholder, but the same value
    require(json::parse(body.text) == filled(json::parse(text), code, status, message), "all values are kept",
            body.text);
  }
  const std::string compact = shape->text();
  require(json::parse(compact) == json::parse(text), "only blanks are removed", compact);
  diagnostics again;
  const auto same = read_body_template({compact, {"c.yaml"}}, again);
  require(same && same->text() == compact, "a compact template is the same template", compact);
  return 0;
}
