// SPDX-License-Identifier: Apache-2.0
// The OpenAPI writer. tests/openapi/ has a validator accept what it writes.
#include "support/catch.hpp"
#include "support/refusals.hpp"
#include "table_hash.hpp"
#include "write.hpp"

#include <nlohmann/json.hpp>

using namespace errcat::tool;
using nlohmann::json;

namespace {

catalog openapi_catalog(const std::string& rows, const std::string& head = "") {
  diagnostics found;
  const auto subject = read_yaml("c.yaml", "namespace: n\nsource: Page, 2024\n" + head + "errors:\n" + rows, found);
  REQUIRE(printed(found).empty());
  return subject.value();
}

std::string openapi_of(const checked_catalog& subject) {
  std::vector<const checked_row*> rows;
  for (const checked_row& r : subject.rows()) rows.push_back(&r);
  return write_openapi(subject, rows);
}

json components_of(const catalog& subject) { return json::parse(openapi_of(checked(subject)))["components"]; }

/// Returns the schema of bodies of this shape, and checks that an example has it.
json schema_of_body(const std::string& body, const std::string& example) {
  catalog subject = openapi_catalog("- {code: P.1, name: one, status: 404, message: M.}\n");
  subject.body = {body, {"c.yaml"}};
  const std::string text = openapi_of(checked(subject));
  INFO(text);
  CHECK(text.find("\"value\": " + example + "\n") != std::string::npos);
  return json::parse(text)["components"]["schemas"]["Error"];
}

const std::string one_row = "- {code: P.1, name: one, status: 404, message: M.}\n";
const json of_code = {{"type", "string"}, {"description", "identifies the error"}};
const json of_message = {{"type", "string"}, {"description", "may differ from the message of the table"}};

}  // namespace

TEST_CASE("OpenAPI: the title, the edition and the license are those of the catalog") {
  const catalog plain = openapi_catalog(one_row, "prefix: P\n");
  const checked_catalog subject = checked(plain);
  const std::string text = openapi_of(subject);
  CHECK(text.starts_with("{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\n    \"title\": \"P error codes\",\n"));
  CHECK(text.ends_with("}\n"));
  const json info = json::parse(text)["info"];
  CHECK(info == json{{"title", "P error codes"}, {"description", "Page, 2024"}, {"version", table_hash(subject)}});
  const catalog licensed = openapi_catalog(one_row, "license: MIT\n");
  const json with_license = json::parse(openapi_of(checked(licensed)))["info"];
  CHECK(with_license["title"] == "n error codes");
  CHECK(with_license["license"] == json{{"name", "MIT"}, {"identifier", "MIT"}});
}

TEST_CASE("OpenAPI: each error is an example of the response of its status") {
  const catalog subject = openapi_catalog(
      "- {code: P.1, name: one, status: 404, message: \"M \\\"x\\\"\\n\u00E9.\", description: D., handling_measure: "
      "H., retired: true}\n"
      "- {code: P.2, name: two, status: 400, message: N., description: N.}\n"
      "- {code: P.3, name: three, status: 404, message: O., description: O., handling_measure: H.}\n",
      "media_type: a/b\n");
  const json parts = components_of(subject);
  CHECK(parts["examples"]["P_1"] == json{{"summary", "M \"x\"\n\u00E9."},
                                         {"description", "D.\n\nHandling measure: H.\n\nRetired."},
                                         {"value", {{"error", {{"message", "M \"x\"\n\u00E9."}, {"code", "P.1"}}}}}});
  CHECK(parts["examples"]["P_2"] ==
        json{{"summary", "N."}, {"value", {{"error", {{"message", "N."}, {"code", "P.2"}}}}}});
  CHECK(parts["examples"]["P_3"]["description"] == "Handling measure: H.");
  CHECK(parts["examples"].size() == 3);
  CHECK(parts["responses"].size() == 2);
  const json response = parts["responses"]["404"];
  CHECK(response["description"] == "An error of the catalog with the HTTP status 404.");
  CHECK(
      response["content"] ==
      json{{"a/b",
            {{"schema", {{"$ref", "#/components/schemas/Error"}}},
             {"examples",
              {{"P_1", {{"$ref", "#/components/examples/P_1"}}}, {"P_3", {{"$ref", "#/components/examples/P_3"}}}}}}}});
  CHECK(parts["responses"]["400"]["content"]["a/b"]["examples"].size() == 1);
}

TEST_CASE("OpenAPI: only the chosen rows are written") {
  const catalog cells = openapi_catalog(one_row + "- {code: P.2, name: two, status: 400, message: N.}\n");
  const checked_catalog subject = checked(cells);
  const json parts = json::parse(write_openapi(subject, {&subject.rows()[1]}))["components"];
  CHECK(parts["examples"].size() == 1);
  CHECK(parts["examples"].contains("P_2"));
  CHECK(parts["responses"].size() == 1);
  const json none = json::parse(write_openapi(subject, {}))["components"];
  CHECK(none["examples"] == json::object());
  CHECK(none["responses"] == json::object());
  CHECK(none["schemas"]["Error"]["type"] == "object");
}

TEST_CASE("OpenAPI: the schema allows every message and code in the shape of the body, and constants as they are") {
  CHECK(schema_of_body(R"({"error":{"message":"{message}","code":"{code}"}})",
                       R"({"error":{"message":"M.","code":"P.1"}})") ==
        json{{"type", "object"},
             {"required", {"error"}},
             {"properties",
              {{"error",
                {{"type", "object"},
                 {"required", {"message", "code"}},
                 {"properties", {{"message", of_message}, {"code", of_code}}}}}}}});
  const json list =
      schema_of_body(R"(["{code}", "urn:{code}", "{message}", "{status}", 1.10, 1e2, true, null, "text", {}, []])",
                     R"(["P.1","urn:P.1","M.",404,1.10,1e2,true,null,"text",{},[]])");
  CHECK(list["type"] == "array");
  CHECK(list["minItems"] == 11);
  CHECK(list["maxItems"] == 11);
  const json number = {{"type", "number"}};
  CHECK(list["prefixItems"] ==
        json::array({of_code,
                     {{"type", "string"}},
                     of_message,
                     {{"type", "integer"}, {"minimum", 100}, {"maximum", 599}},
                     number,
                     number,
                     {{"const", true}},
                     {{"const", nullptr}},
                     {{"const", "text"}},
                     {{"type", "object"}, {"required", json::array()}, {"properties", json::object()}},
                     {{"type", "array"}, {"minItems", 0}, {"maxItems", 0}}}));
}

TEST_CASE("OpenAPI: text that looks like the place of a body does not move it") {
  catalog subject = openapi_catalog(one_row);
  const std::string hostile = "\"value\": \"body\"";
  for (cell* c : {&subject.source, &subject.rows[0].message, &subject.rows[0].description}) c->text = hostile;
  subject.body = {R"({"value":"body","m":"{message}","c":"{code}"})", {"c.yaml"}};
  const json whole = json::parse(openapi_of(checked(subject)));
  CHECK(whole["components"]["examples"]["P_1"]["value"] == json{{"value", "body"}, {"m", hostile}, {"c", "P.1"}});
  CHECK(whole["info"]["description"] == hostile);
}
