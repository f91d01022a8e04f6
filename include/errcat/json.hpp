// SPDX-License-Identifier: Apache-2.0
// Catalogs and JSON: bodies of error responses out and in, with nlohmann_json.
#pragma once

#include <errcat/catalog.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace errcat {

/// `json j = entry;` gives the documented response, `{"error":{"message":"...","code":"IMG.0024"}}`. With
/// `ordered_json` the members keep that order; `json` sorts them. (Braces, `json j{entry}`, make an array of it.)
template <class Json, class Error> void to_json(Json& json, const entry<Error>& error) {
  json = Json::object();
  Json& inner = json["error"];
  inner["message"] = error.message();
  inner["code"] = error.code();
}

/// An enumerator in JSON is its code: `json j = ims::errc::IMG_0024;` gives `"IMG.0024"`, and
/// `j.get<ims::errc>()` the enumerator. Both throw std::out_of_range, which names the code or the number, where the
/// catalog does not know it; reading throws nlohmann's type_error where there is no string.
template <class Json> struct json_conversion {
  template <error_enum Error> static void write(Json& json, Error error) {
    const auto known = catalog<Error>().find(error);
    if (!known) {
      throw std::out_of_range("unknown error number " + std::to_string(static_cast<std::uint32_t>(error)));
    }
    json = known->code();
  }
  template <error_enum Error> static void read(const Json& json, Error& error) {
    const auto& code = json.template get_ref<const typename Json::string_t&>();
    const auto known = catalog<Error>().find(code);
    if (!known) throw std::out_of_range("unknown error code \"" + code + '"');
    error = known->error();
  }
};

/// The body of a response with this error's code and a message of the caller's, in the documented order. The message
/// may be any bytes: what is no UTF-8 becomes U+FFFD, so the body is always valid JSON. Throws nothing but
/// std::bad_alloc.
template <class Error> [[nodiscard]] std::string response_body(const entry<Error>& error, std::string_view message) {
  constexpr std::string_view before = R"({"error":{"message":")";
  constexpr std::string_view between = R"(","code":")";
  constexpr std::string_view behind = R"("}})";
  const auto needs_escape = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x80 || c == '"' || c == '\\';
  };
  std::string body;
  const auto assemble = [&](std::string_view text) {
    body.reserve(before.size() + text.size() + between.size() + error.code().size() + behind.size());
    body.append(before).append(text).append(between).append(error.code()).append(behind);
  };
  if (std::none_of(message.begin(), message.end(), needs_escape)) {
    assemble(message);
  } else {
    const std::string json = nlohmann::json(message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    assemble(std::string_view(json).substr(1, json.size() - 2));  // without its quotes
  }
  return body;
}

/// What an error response says, whatever its shape. The code is a text; whether a catalog knows it, its `find` says.
struct error_response {
  std::string code;     ///< `IMG.0024`; a number such as 404 as its digits. Empty: the response has none.
  std::string message;  ///< Empty: the response has none.
  std::string request_id;
};

namespace detail {

/// The members of one object that a code and a message may have, each list in the order of preference.
struct response_fields {  // NOLINT(bugprone-reserved-identifier): the name is in a constructor that the compiler makes
  static constexpr std::string_view code_names[] = {"error_code", "errCode", "errorCode", "err_code", "code"};
  static constexpr std::string_view message_names[] = {"error_msg",     "externalMessage", "errMsg", "errorMessage",
                                                       "error_message", "fail_reason",     "message"};
  std::optional<std::string> codes[std::size(code_names)];
  std::optional<std::string> messages[std::size(message_names)];
  std::optional<std::string> request_id;

  /// Of members of the same name the last one counts, as in nlohmann's own objects.
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

/// Takes the members of interest from the events of nlohmann's parser, so that nothing is built of the rest.
class response_reader {
public:
  /// The reading of the whole: its own members, or else those of its first member that is an object with some.
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

  // The events. One that returns false ends the parsing: the whole is no object, or no JSON.
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
    if (depth_ == 2) inner_.set(key_, text);  // of a list's elements too, which no end of an object reads
    return depth_ != 0;
  }

  response_fields outer_;            // of the whole
  response_fields inner_;            // of the member that is being read
  std::optional<std::string> code_;  // of the first member that has one or the other
  std::optional<std::string> message_;
  std::string key_;
  std::size_t depth_ = 0;  // of objects and lists
};

}  // namespace detail

/// Reads the body of an error response in the shapes that services of this cloud send: one JSON object with a code
/// among `error_code errCode errorCode err_code code` and a message among `error_msg externalMessage errMsg
/// errorMessage error_message fail_reason message`, in that order of preference, or else with a member that is such an
/// object. Strings and integers are taken. Nothing where there is neither, or no JSON in UTF-8. Throws nothing but
/// std::bad_alloc, and takes time in proportion to the body.
[[nodiscard]] inline std::optional<error_response> parse_error_response(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return std::nullopt;  // where nlohmann's parser would stop reading
  detail::response_reader reader;
  if (!nlohmann::json::sax_parse(body.begin(), body.end(), &reader)) return std::nullopt;
  return reader.result();
}

}  // namespace errcat
