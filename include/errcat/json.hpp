// SPDX-License-Identifier: Apache-2.0
// Catalogs and JSON: response bodies, and enumerators in JSON. Needs nlohmann_json.
#pragma once

#include <errcat/catalog.hpp>
#include <errcat/detail/json_string.hpp>
#include <errcat/error_response.hpp>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace errcat {
inline namespace layout_3 {

/// Makes `json j = entry;` the response body of the entry, `{"error":{"message":"...","code":"IMG.0024"}}`.
/// `ordered_json` keeps the order of members; `json` sorts them. (Braces, `json j{entry}`, make an array of it.)
template <class Json, class Error> void to_json(Json& json, const entry<Error>& error) {
  if constexpr (requires { detail::table<Error>::body; }) {
    json = Json::parse(error.response_body());
  } else {
    json = Json::object();
    Json& inner = json["error"];
    inner["message"] = error.message();
    inner["code"] = error.code();
  }
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

/// Returns the body of a response with the code of `error` and a message of your own, in the shape that the catalog
/// states. The message may hold any bytes: invalid UTF-8 is replaced by U+FFFD, so the body is always valid JSON.
/// Throws only std::bad_alloc.
template <class Error> [[nodiscard]] std::string response_body(const entry<Error>& error, std::string_view message) {
  constexpr detail::body_shape shape = detail::body_shape_of<Error>();
  const std::size_t code = error.code().size();
  const std::string_view ready = error.response_body();
  const std::string_view before = ready.substr(0, shape.before + shape.codes_before * code);
  const std::string_view after = ready.substr(ready.size() - shape.after - shape.codes_after * code);
  std::string body;
  body.reserve(before.size() + message.size() + after.size());
  body.append(before);
  switch (detail::json_kind_of(message)) {
    case detail::json_string_kind::verbatim:
      body.append(message);
      break;
    case detail::json_string_kind::escapes:
      detail::append_json_escaped(body, message);
      break;
    case detail::json_string_kind::invalid_utf8: {
      const std::string json = nlohmann::json(message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
      body.append(json, 1, json.size() - 2);  // without its quotes
    }
  }
  return body.append(after);
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
