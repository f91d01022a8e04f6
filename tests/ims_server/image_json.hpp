// SPDX-License-Identifier: Apache-2.0
// JSON of the example server: bodies in, bodies out, and the documents that describe the service.
#pragma once

#include "image_error.hpp"
#include "image_store.hpp"
#include "router.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Reads the body, whatever its Content-Type is.
[[nodiscard]] nlohmann::json body_of(const request& request);

/// Returns a member of a body, `fallback` where it is missing or null.
template <class Value> [[nodiscard]] Value member(const nlohmann::json& body, const char* name, Value fallback) {
  if (!body.is_object()) throw image_error(ims::errc::request_format_invalid);
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return fallback;
  try {
    return found->get<Value>();
  } catch (const nlohmann::json::exception&) {
    throw image_error(ims::errc::request_format_invalid, std::string("The member '") + name + "' has a wrong type.");
  }
}

[[nodiscard]] image_request read_image_request(const nlohmann::json& body);
/// Reads [{"op": "replace", "path": "/name", "value": "..."}].
[[nodiscard]] std::vector<image_change> read_changes(const nlohmann::json& body);
/// Reads "tag": "key.value" or "image_tag": {"key": ..., "value": ...}.
[[nodiscard]] std::string read_tag(const nlohmann::json& body);
[[nodiscard]] image_filter read_filter(const request& request);

/// An image as `project` sees it.
[[nodiscard]] nlohmann::json to_json(const image& each, const std::string& project);
/// One page of a list; `path` is where the next one is.
[[nodiscard]] nlohmann::json to_json(const std::vector<image>& images, const std::string& project,
                                     const image_filter& filter, std::string_view path);
[[nodiscard]] nlohmann::json to_json(const job& job);
[[nodiscard]] nlohmann::json to_json(errcat::entry<ims::errc> error);

/// The versions of the API, for clients that look for them first.
[[nodiscard]] nlohmann::json version_document(const std::string& address);
/// The JSON schema of "image", "images", "member" or "members".
[[nodiscard]] nlohmann::json schema(const std::string& name);
