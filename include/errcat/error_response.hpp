// SPDX-License-Identifier: Apache-2.0
// Reads the code, the message and the request id out of the body of an error response. Needs nlohmann_json.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace errcat {
inline namespace layout_3 {

/// The content of an error response, whatever its shape. The code is only a string: look it up with a catalog's `find`.
struct error_response {
  std::string code;        ///< Such as `IMG.0024`; a number such as 404 as its digits. Empty if the response has none.
  std::string message;     ///< Empty if the response has none.
  std::string request_id;  ///< Empty if the response has none.
};

namespace detail {

/// The members of an object that may hold its code and its message, in order of preference.
struct response_fields {  // NOLINT(bugprone-reserved-identifier): the name is in a constructor that the compiler makes
  static constexpr std::string_view code_names[] = {"error_code", "errCode", "errorCode", "err_code", "code"};
  static constexpr std::string_view message_names[] = {"error_msg",     "externalMessage", "errMsg", "errorMessage",
                                                       "error_message", "fail_reason",     "message"};
  std::optional<std::string> codes[std::size(code_names)]{};
  std::optional<std::string> messages[std::size(message_names)]{};
  std::optional<std::string> request_id{};

  /// Keeps the last of several members with the same name, as nlohmann's own objects do.
  void set(std::string_view name, const std::optional<std::string>& text) {
    const auto* const code = std::find(std::begin(code_names), std::end(code_names), name);
    const auto* const message = std::find(std::begin(message_names), std::end(message_names), name);
    if (code != std::end(code_names)) codes[code - code_names] = text;
    if (message != std::end(message_names)) messages[message - message_names] = text;
    if (name == "request_id") request_id = text;
  }

  template <std::size_t Count>
  [[nodiscard]] static std::optional<std::string> first(const std::optional<std::string> (&texts)[Count]) {
    for (const auto& text : texts) {
      if (text) return text;
    }
    return std::nullopt;
  }
};

/// Receives the events of nlohmann's parser and keeps only the members of interest.
class response_reader {
public:
  /// Returns the members of the outermost object, or else of its first member that is an object with some of them.
  [[nodiscard]] std::optional<error_response> result() const {
    auto code = response_fields::first(outer_.codes);
    auto message = response_fields::first(outer_.messages);
    if (!code && !message) {
      code = code_;
      message = message_;
    }
    if (!code && !message) return std::nullopt;
    return error_response{code.value_or(""), message.value_or(""), outer_.request_id.value_or("")};
  }

  // The events. Returning false ends the parsing, because the body is not an object or not JSON.
  bool null() { return take(std::nullopt); }
  bool boolean(bool /*value*/) { return take(std::nullopt); }
  bool number_integer(std::int64_t value) { return take(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return take(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& /*text*/) { return take(std::nullopt); }
  bool string(std::string& value) { return take(std::move(value)); }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return take(std::nullopt); }
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t /*size*/) {
    take(std::nullopt);
    if (depth_ == 1) inner_ = {};
    ++depth_;
    return true;
  }
  bool end_object() {
    if (depth_ == 2 && !code_ && !message_) {
      code_ = response_fields::first(inner_.codes);
      message_ = response_fields::first(inner_.messages);
    }
    --depth_;
    return true;
  }
  bool start_array(std::size_t /*size*/) {
    const bool is_inside = take(std::nullopt);
    ++depth_;
    return is_inside;
  }
  bool end_array() {
    --depth_;
    return true;
  }
  static bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                          const nlohmann::json::exception& /*error*/) {
    return false;
  }

private:
  bool take(const std::optional<std::string>& text) {
    if (depth_ == 1) outer_.set(key_, text);
    if (depth_ == 2) inner_.set(key_, text);  // also for elements of a list, where nothing reads it
    return depth_ != 0;
  }

  response_fields outer_{};            // of the outermost object
  response_fields inner_{};            // of its member that is being read
  std::optional<std::string> code_{};  // of the first member that has a code or a message
  std::optional<std::string> message_{};
  std::string key_{};
  std::size_t depth_ = 0;  // of nested objects and lists
};

}  // namespace detail

/// Reads the body of an error response, a JSON object. In order of preference, its code is `error_code`, `errCode`,
/// `errorCode`, `err_code` or `code`, and its message is `error_msg`, `externalMessage`, `errMsg`, `errorMessage`,
/// `error_message`, `fail_reason` or `message`; each is a string or an integer. If the object has neither a code nor a
/// message, both are read from its first member that is an object with either. Returns nullopt if there is none, or if
/// the body is not JSON in UTF-8. Throws only std::bad_alloc. Takes time linear in the size of the body.
[[nodiscard]] inline std::optional<error_response> parse_error_response(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // nlohmann's parser stops there
  detail::response_reader reader;
  if (!nlohmann::json::sax_parse(body.begin(), body.end(), &reader)) return std::nullopt;
  return reader.result();
}

}  // namespace layout_3
}  // namespace errcat
