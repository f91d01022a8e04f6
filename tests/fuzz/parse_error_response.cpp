// SPDX-License-Identifier: Apache-2.0
// Reading any bytes, and responses made from them, agrees with a second implementation of the same rules on a tree.
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

/// Returns the last member of that name; nullptr: there is none.
const tree* member_of(const tree& object, std::string_view name) {
  const tree* last = nullptr;
  for (const auto& member : object.items()) {
    if (member.key() == name) last = &member.value();
  }
  return last;
}

/// Returns the first of these members that is a string, or an integer if `numbers` count.
template <std::size_t Count>
std::optional<std::string> first_of(const tree& object, const std::string_view (&names)[Count], bool numbers) {
  for (const std::string_view name : names) {
    const tree* const value = member_of(object, name);
    if (value == nullptr) continue;
    if (value->is_string()) return value->get<std::string>();
    if (numbers && value->is_number_integer()) return value->dump();
  }
  return std::nullopt;
}

struct fields {
  std::optional<std::string> code;
  std::optional<std::string> message;
  std::optional<std::string> request_id;
};

fields fields_of(const tree& object) {
  return {first_of(object, errcat::code_members, true), first_of(object, errcat::message_members, false),
          first_of(object, errcat::request_id_members, true)};
}

/// Returns the value if it is an object, or the first object of a list; nullptr: neither.
const tree* object_of(const tree& value) {
  if (value.is_object()) return &value;
  if (!value.is_array()) return nullptr;
  for (const tree& element : value) {
    if (element.is_object()) return &element;
  }
  return nullptr;
}

std::optional<errcat::error_response> reading_of(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // nlohmann_json's parser ends there
  const tree parsed = tree::parse(body, nullptr, false);
  const tree* const whole = object_of(parsed);
  if (whole == nullptr) return std::nullopt;
  fields read = fields_of(*whole);
  fields inner;
  if (!read.code && !read.message) {
    for (const auto& member : whole->items()) {
      const tree* const object = object_of(member.value());
      if (object == nullptr || member_of(*whole, member.key()) != &member.value()) continue;  // or a later one counts
      inner = fields_of(*object);
      if (inner.code || inner.message) break;
      inner = {};
    }
  } else if (const tree* const error = member_of(*whole, "error"); error != nullptr && error->is_object()) {
    if (!read.code || !read.message) inner = fields_of(*error);
    if (!inner.code && !inner.message) inner = {};
  }
  if (!read.code) read.code = inner.code;
  if (!read.message) read.message = inner.message;
  if (!read.request_id) read.request_id = inner.request_id;
  if (!read.code && !read.message) return std::nullopt;
  return errcat::error_response{read.code.value_or(""), read.message.value_or(""), read.request_id.value_or("")};
}

/// Returns a value like those in responses, with members that are read and others.
std::string value_of(FuzzedDataProvider& bytes, int depth) {
  constexpr const char* names[] = {"error_code",  "errCode",         "errorCode",  "err_code",     "code",
                                   "error_msg",   "externalMessage", "errMsg",     "errorMessage", "error_message",
                                   "fail_reason", "message",         "request_id", "requestId",    "error",
                                   "details",     "faultcode",       "x"};
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
