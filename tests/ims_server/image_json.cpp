// SPDX-License-Identifier: Apache-2.0
// The names are those of the published API reference, and of Glance's where its clients ask.
#include "image_json.hpp"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

using ims::errc;
using nlohmann::json;

namespace {

constexpr int deepest = 32;  // levels of a body: each takes memory many times its one byte
constexpr std::size_t largest_page = 1000;

/// A size in a body. What is not a whole number is a wrong size.
std::int64_t size_member(const json& body, const char* name, std::int64_t fallback) {
  const auto found = body.find(name);
  if (found == body.end() || !found->is_number()) return member(body, name, fallback);
  const bool fits = found->is_number_unsigned()
                        ? found->get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max()
                        : found->is_number_integer();
  if (!fits) throw image_error(errc::memory_or_disk_size_invalid);
  return found->get<std::int64_t>();
}

std::optional<std::string> optional_member(const json& body, const char* name) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return std::nullopt;
  return member(body, name, std::string());
}

std::vector<std::string> read_tags(const json& body) {
  auto tags = member(body, "tags", std::vector<std::string>());
  for (const json& each : member(body, "image_tags", json::array())) {
    tags.push_back(member(each, "key", std::string()) + '.' + member(each, "value", std::string()));
  }
  return tags;
}

json tag_object(const std::string& tag) {
  const std::size_t dot = tag.find('.');
  return {{"key", tag.substr(0, dot)}, {"value", tag.substr(dot + 1)}};
}

}  // namespace

json body_of(const request& request) {
  if (request.body().empty()) throw image_error(errc::request_body_empty);
  const auto check_depth = [](int depth, json::parse_event_t /*event*/, json& /*parsed*/) {
    if (depth > deepest) throw image_error(errc::request_format_invalid);
    return true;
  };
  json body = json::parse(request.body(), check_depth, false);
  if (body.is_discarded()) throw image_error(errc::request_format_invalid);
  return body;
}

image_request read_image_request(const json& body) {
  image_request request;
  request.name = member(body, "name", std::string());
  request.description = member(body, "description", std::string());
  request.type = member(body, "type", request.type);
  request.os_type = member(body, "os_type", request.os_type);
  request.os_version = member(body, "os_version", std::string());
  request.architecture = member(body, "architecture", request.architecture);
  request.firmware = member(body, "hw_firmware_type", std::string());
  request.key = member(body, "cmk_id", std::string());
  request.min_disk = size_member(body, "min_disk", request.min_disk);
  request.tags = read_tags(body);
  request.instance_id = optional_member(body, "instance_id");
  request.image_url = optional_member(body, "image_url");
  for (const json& each : member(body, "data_images", json::array())) {
    request.data_disks.push_back(member(each, "volume_id", std::string()));
  }
  return request;
}

std::vector<image_change> read_changes(const json& body) {
  if (!body.is_array()) throw image_error(errc::request_format_invalid);
  std::vector<image_change> changes;
  for (const json& each : body) {
    const std::string path = member(each, "path", std::string());
    if (path.empty() || path[0] != '/') throw image_error(errc::request_format_invalid);
    const json value = member(each, "value", json(""));
    changes.push_back({member(each, "op", std::string()), path.substr(1),
                       value.is_string() ? value.get<std::string>() : value.dump()});
  }
  return changes;
}

std::string read_tag(const json& body) {
  const json tag = member(body, "image_tag", json());
  if (tag.is_null()) return member(body, "tag", std::string());
  return member(tag, "key", std::string()) + '.' + member(tag, "value", std::string());
}

image_filter read_filter(const request& request) {
  image_filter filter;
  filter.name = request.query("name");
  filter.status = request.query("status");
  filter.type = request.query("__imagetype");
  filter.marker = request.query("marker");
  if (const auto limit = request.query("limit")) {
    const char* const end = limit->data() + limit->size();
    const auto read = std::from_chars(limit->data(), end, filter.limit);
    if (read.ec != std::errc() || read.ptr != end || filter.limit > largest_page) {
      throw image_error(errc::request_format_invalid, "The parameter 'limit' is not a number from 0 to 1000.");
    }
  }
  return filter;
}

json to_json(const image& each, const std::string& project) {
  json object = {{"id", each.id},
                 {"name", each.name},
                 {"owner", each.owner},
                 {"visibility", each.visibility},
                 {"status", each.status},
                 {"min_disk", each.min_disk},
                 {"min_ram", each.min_ram},
                 {"protected", each.is_protected},
                 {"tags", each.tags},
                 {"image_tags", json::array()},
                 {"container_format", "bare"},
                 {"disk_format", "zvhd2"},
                 {"size", 0},
                 {"created_at", each.created_at},
                 {"updated_at", each.created_at},
                 {"self", "/v2/images/" + each.id},
                 {"schema", "/v2/schemas/image"},
                 {"__imagetype", each.type_for(project)},
                 {"__os_type", "Linux"}};
  for (const std::string& tag : each.tags) object["image_tags"].push_back(tag_object(tag));
  for (const auto& [name, value] : each.attributes) object[name] = value;
  return object;
}

json to_json(const std::vector<image>& images, const std::string& project, const image_filter& filter,
             std::string_view path) {
  const std::string first(path);
  json page = {{"images", json::array()}, {"first", first}, {"schema", "/v2/schemas/images"}};
  for (const image& each : images) page["images"].push_back(to_json(each, project));
  if (!images.empty() && images.size() == filter.limit) {
    page["next"] = first + "?marker=" + images.back().id + "&limit=" + std::to_string(filter.limit);
  }
  return page;
}

json to_json(const job& job) {
  json object = {{"job_id", job.id},
                 {"job_type", job.type},
                 {"status", job.error ? "FAIL" : "SUCCESS"},
                 {"error_code", nullptr},
                 {"fail_reason", nullptr},
                 {"begin_time", job.ended_at},
                 {"end_time", job.ended_at},
                 {"entities", {{"image_id", job.image_id}, {"image_name", job.image_name}}}};
  if (job.error) {
    object["error_code"] = job.error->code();
    object["fail_reason"] = job.error->message();
  }
  return object;
}

json to_json(errcat::entry<errc> error) {
  return {{"code", error.error()},
          {"status", error.status()},
          {"message", error.message()},
          {"description", error.description()},
          {"handling_measure", error.handling_measure()}};
}

json version_document(const std::string& address) {
  const json links = {{{"rel", "self"}, {"href", address + "/v2/"}}};
  return {{"versions", {{{"id", "v2.9"}, {"status", "CURRENT"}, {"links", links}}}}};
}

json schema(const std::string& name) {
  const json text = {{"type", "string"}};
  const json whole_number = {{"type", "integer"}};
  const json image = {{"id", text},
                      {"name", text},
                      {"status", text},
                      {"visibility", text},
                      {"owner", text},
                      {"min_disk", whole_number},
                      {"min_ram", whole_number},
                      {"protected", {{"type", "boolean"}}},
                      {"tags", {{"type", "array"}, {"items", text}}}};
  const json member = {{"image_id", text}, {"member_id", text}, {"status", text}};
  if (name == "image") return {{"name", name}, {"properties", image}};
  if (name == "member") return {{"name", name}, {"properties", member}};
  if (name != "images" && name != "members") {
    throw image_error(errc::object_not_found, "The schema '" + name + "' is not known.");
  }
  const json rows = {{"type", "array"}, {"items", schema(name.substr(0, name.size() - 1))}};
  return {{"name", name}, {"properties", {{name, rows}}}};
}
