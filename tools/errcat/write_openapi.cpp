// SPDX-License-Identifier: Apache-2.0
// Writes OpenAPI 3.1 components: the schema of response bodies, a response for each status, an example for each error.
#include "table_hash.hpp"
#include "title.hpp"
#include "write.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace errcat::tool {
namespace {

using nlohmann::ordered_json;

/// Returns the JSON Schema of a template. Strings and literals without a placeholder are constants. A code may be any
/// string, since the next edition has more of them.
ordered_json schema_of(const ordered_json& part) {
  if (part.is_object()) {
    ordered_json schema = {
        {"type", "object"}, {"required", ordered_json::array()}, {"properties", ordered_json::object()}};
    for (const auto& [name, member] : part.items()) {
      schema["required"].push_back(name);
      schema["properties"][name] = schema_of(member);
    }
    return schema;
  }
  if (part.is_array()) {
    ordered_json items = ordered_json::array();
    for (const ordered_json& item : part) items.push_back(schema_of(item));
    ordered_json schema = {{"type", "array"}, {"minItems", part.size()}, {"maxItems", part.size()}};
    if (!items.empty()) schema["prefixItems"] = std::move(items);
    return schema;
  }
  if (part.is_number()) return {{"type", "number"}};
  if (!part.is_string()) return {{"const", part}};
  const auto& text = part.get_ref<const std::string&>();
  if (text == "{status}") return {{"type", "integer"}, {"minimum", 100}, {"maximum", 599}};
  if (text == "{message}") return {{"type", "string"}, {"description", "may differ from the message of the table"}};
  if (text == "{code}") return {{"type", "string"}, {"description", "identifies the error"}};
  if (text.find("{code}") != std::string::npos) return {{"type", "string"}};
  return {{"const", text}};
}

/// What documentation shows below an example.
std::string description_of(const checked_row& r) {
  std::string text;
  const auto add = [&text](std::string_view paragraph) { text.append(text.empty() ? "" : "\n\n").append(paragraph); };
  if (r.description != r.message) add(r.description);
  if (!r.handling_measure.empty()) add("Handling measure: " + std::string(r.handling_measure));
  if (r.retired) add("Retired.");
  return text;
}

/// In place of the body in an example, which is inserted as it is, because a JSON library would change its numbers.
constexpr std::string_view body_place = R"("value": "body")";

}  // namespace

std::string write_openapi(const checked_catalog& subject, const std::vector<const checked_row*>& rows) {
  ordered_json info = {
      {"title", title_of(subject)}, {"description", subject.source()}, {"version", table_hash(subject)}};
  if (!subject.license().empty()) info["license"] = {{"name", subject.license()}, {"identifier", subject.license()}};
  ordered_json examples = ordered_json::object();
  std::map<int, ordered_json> by_status;
  for (const checked_row* r : rows) {
    ordered_json& example = examples[r->enumerator];
    example["summary"] = r->message;
    if (const std::string text = description_of(*r); !text.empty()) example["description"] = text;
    example["value"] = "body";
    by_status[r->status][r->enumerator] = {{"$ref", "#/components/examples/" + r->enumerator}};
  }
  ordered_json responses = ordered_json::object();
  for (auto& [status, references] : by_status) {
    responses[std::to_string(status)] = {
        {"description", "An error of the catalog with the HTTP status " + std::to_string(status) + "."},
        {"content",
         {{subject.media_type(),
           {{"schema", {{"$ref", "#/components/schemas/Error"}}}, {"examples", std::move(references)}}}}}};
  }
  const ordered_json whole = {{"openapi", "3.1.0"},
                              {"info", std::move(info)},
                              {"components",
                               {{"schemas", {{"Error", schema_of(ordered_json::parse(subject.body().text()))}}},
                                {"responses", std::move(responses)},
                                {"examples", std::move(examples)}}}};
  const std::string form = whole.dump(2) + '\n';
  std::string text;
  std::string_view rest = form;
  for (const checked_row* r : rows) {
    const std::size_t end = rest.find(body_place);
    text.append(rest.substr(0, end)).append(R"("value": )");
    text += subject.body().fill(r->code, r->status, r->message).text;
    rest.remove_prefix(end + body_place.size());
  }
  return text.append(rest);
}

}  // namespace errcat::tool
