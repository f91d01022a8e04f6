// SPDX-License-Identifier: Apache-2.0
// Catalogs and JSON: response bodies, and enumerators in JSON. Needs nlohmann_json.
#pragma once

#include <errcat/catalog.hpp>
#include <errcat/error_response.hpp>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace errcat {
inline namespace layout_3 {

/// Makes `json j = entry;` the documented response body, `{"error":{"message":"...","code":"IMG.0024"}}`.
/// `ordered_json` keeps that order of members; `json` sorts them. (Braces, `json j{entry}`, make an array of it.)
template <class Json, class Error> void to_json(Json& json, const entry<Error>& error) {
  json = Json::object();
  Json& inner = json["error"];
  inner["message"] = error.message();
  inner["code"] = error.code();
}

/// Converts an enumerator to its code and back: `json j = ims::errc::IMG_0024;` is `"IMG.0024"`, and
/// `j.get<ims::errc>()` is the enumerator. Both throw std::out_of_range, naming the code or the number, if the catalog
/// does not have it. Reading throws nlohmann's type_error if the value is not a string.
template <class Json> struct detail::include_errcat_json_hpp {
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

/// Returns the body of a response with the code of `error` and a message of your own, in the documented order. The
/// message may hold any bytes: invalid UTF-8 is replaced by U+FFFD, so the body is always valid JSON. Throws only
/// std::bad_alloc.
template <class Error> [[nodiscard]] std::string response_body(const entry<Error>& error, std::string_view message) {
  constexpr std::string_view before = R"({"error":{"message":")";
  constexpr std::string_view between = R"(","code":")";
  constexpr std::string_view after = R"("}})";
  const auto needs_escape = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x80 || c == '"' || c == '\\';
  };
  std::string body;
  const auto assemble = [&](std::string_view text) {
    body.reserve(before.size() + text.size() + between.size() + error.code().size() + after.size());
    body.append(before).append(text).append(between).append(error.code()).append(after);
  };
  if (std::none_of(message.begin(), message.end(), needs_escape)) {
    assemble(message);
  } else {
    const std::string json = nlohmann::json(message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    assemble(std::string_view(json).substr(1, json.size() - 2));  // without its quotes
  }
  return body;
}

/// Returns the body of a response with the code of `error` and a message of your own.
template <error_enum Error> [[nodiscard]] std::string response_body(Error error, std::string_view message) {
  return response_body(catalog<Error>()[error], message);
}

/// Makes `failure::response_body()` work.
template <error_enum Error> struct detail::include_errcat_json_hpp<Error> {
  [[nodiscard]] static std::string body(const entry<Error>& error, std::string_view message) {
    return response_body(error, message);
  }
};

}  // namespace layout_3
}  // namespace errcat
