// SPDX-License-Identifier: Apache-2.0
// Catalogs and JSON: the body of a 400 response, with nlohmann_json.
#pragma once

#include <errcat/catalog.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

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

}  // namespace errcat
