// SPDX-License-Identifier: Apache-2.0
// Reading any bytes, and responses made from them, agrees with a second implementation on a tree: the members of the
// root or else those of its first member that is an object with any.
#include <errcat/json.hpp>

#include <fuzzer/FuzzedDataProvider.h>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

/// An object with all members in document order, including those with the same name.
template <class Key, class Value, class Less, class Allocator> struct all_members
    : nlohmann::ordered_map<Key, Value, Less, Allocator> {
  using nlohmann::ordered_map<Key, Value, Less, Allocator>::ordered_map;
  Value& operator[](const Key& name) {
    this->emplace_back(name, Value());
    return this->back().second;
  }
};
using tree = nlohmann::basic_json<all_members>;

/// Returns the last member of that name if it is a string or an integer.
std::optional<std::string> text_of(const tree& object, std::string_view name) {
  std::optional<std::string> text;
  for (const auto& member : object.items()) {
    if (member.key() != name) continue;
    const tree& value = member.value();
    text = std::nullopt;
    if (value.is_string()) text = value.get<std::string>();
    if (value.is_number_integer()) text = value.dump();
  }
  return text;
}

std::optional<std::string> first_of(const tree& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (auto text = text_of(object, name)) return text;
  }
  return std::nullopt;
}

std::optional<errcat::error_response> members_of(const tree& object) {
  const auto code = first_of(object, {"error_code", "errCode", "errorCode", "err_code", "code"});
  const auto message = first_of(
      object, {"error_msg", "externalMessage", "errMsg", "errorMessage", "error_message", "fail_reason", "message"});
  if (!code && !message) return std::nullopt;
  return errcat::error_response{code.value_or(""), message.value_or(""), ""};
}

std::optional<errcat::error_response> reading_of(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // nlohmann_json's parser ends there
  const tree whole = tree::parse(body, nullptr, false);
  if (!whole.is_object()) return std::nullopt;
  auto reading = members_of(whole);
  for (const auto& member : whole.items()) {
    if (!reading && member.value().is_object()) reading = members_of(member.value());
  }
  if (reading) reading->request_id = text_of(whole, "request_id").value_or("");
  return reading;
}

/// Returns a value like those in responses, with members that are read and others.
std::string value_of(FuzzedDataProvider& bytes, int depth) {
  constexpr const char* names[] = {
      "error_code", "errCode",      "errorCode",     "err_code",    "code",    "error_msg",  "externalMessage",
      "errMsg",     "errorMessage", "error_message", "fail_reason", "message", "request_id", "x"};
  const int kind = bytes.ConsumeIntegralInRange(0, depth == 0 ? 4 : 7);
  if (kind == 0) return bytes.PickValueInArray({"null", "true", "1.5", "\"\"", "1e9", "-0", "{}", "[]"});
  if (kind == 1) return std::to_string(bytes.ConsumeIntegral<std::int64_t>());
  if (kind < 5) return '"' + std::to_string(bytes.ConsumeIntegral<std::uint8_t>()) + '"';
  std::string list;
  for (int count = bytes.ConsumeIntegralInRange(0, 4); count != 0; --count) {
    list += list.empty() ? "" : ",";
    if (kind > 5) list.append("\"").append(bytes.PickValueInArray(names)).append("\":");
    list += value_of(bytes, depth - 1);
  }
  return kind > 5 ? '{' + list + '}' : '[' + list + ']';
}

void read(std::string_view body) {
  const auto read = errcat::parse_error_response(body);
  const auto expected = reading_of(body);
  if (read.has_value() != expected.has_value()) std::abort();
  if (read && (read->code != expected->code || read->message != expected->message ||
               read->request_id != expected->request_id)) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read({reinterpret_cast<const char*>(data), size});
  FuzzedDataProvider bytes(data, size);
  read(value_of(bytes, 3));
  return 0;
}
