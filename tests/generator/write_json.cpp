// SPDX-License-Identifier: Apache-2.0
// The JSON writer, and the schema that describes its output.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

using namespace errcat::tool;
using nlohmann::json;

namespace {

command_result validate(const std::string& text) {
  const auto file = scratch("schema") / "catalog.json";
  put(file, text);
  return run(word(PYTHON) + " -m jsonschema -i " + word(file) + " " + word(SCHEMA));
}

}  // namespace

TEST_CASE("JSON: every field of every row is written") {
  catalog subject = hard_catalog();
  const json whole = json::parse(write_json(checked(subject)));
  REQUIRE(whole["errors"].size() == subject.rows.size());
  for (std::size_t i = 0; i != subject.rows.size(); ++i) {
    const json& error = whole["errors"][i];
    CHECK(error["code"] == subject.rows[i].code.text);
    CHECK(error["value"] == i + 1);
    CHECK(error["enumerator"] == "P_" + std::to_string(i + 1));
    CHECK(error["name"] == subject.rows[i].name.text);
    CHECK(error["status"] == 400);
    CHECK(error["message"] == subject.rows[i].message.text);
    CHECK(error["description"] == subject.rows[i].description.text);
    CHECK(error["handling_measure"] == subject.rows[i].handling_measure.text);
    CHECK(error["retired"] == (subject.rows[i].retired.text == "true"));
    CHECK_FALSE(error.contains("note"));
  }
}

TEST_CASE("JSON: the output is indented, and ends with a line break") {
  catalog subject = hard_catalog();
  subject.source.text = "s";
  subject.rows.resize(1);
  row& r = subject.rows[0];
  r.message.text = "M.";
  r.description.text = "D.";
  r.handling_measure.text = "H.";
  CHECK(write_json(checked(subject)) ==
        "{\n  \"namespace\": \"n\",\n  \"prefix\": \"\",\n  \"license\": \"\",\n  \"source\": \"s\",\n"
        "  \"body\": \"{\\\"error\\\":{\\\"message\\\":\\\"{message}\\\",\\\"code\\\":\\\"{code}\\\"}}\",\n"
        "  \"media_type\": \"application/json\",\n  \"errors\": [\n    {\n      \"code\": \"P.1\",\n"
        "      \"value\": 1,\n      \"enumerator\": \"P_1\",\n      \"name\": \"name_1\",\n      \"status\": 400,\n"
        "      \"message\": \"M.\",\n      \"description\": \"D.\",\n      \"handling_measure\": \"H.\",\n"
        "      \"retired\": false\n    }\n  ]\n}\n");
}

TEST_CASE("JSON: the catalog's own values are written") {
  catalog subject = hard_catalog();
  subject.rows.resize(1);
  subject.name_space.text = "outer::inner";
  subject.prefix.text = "P";
  subject.license.text = "Apache-2.0";
  json whole = json::parse(write_json(checked(subject)));
  whole.erase("errors");
  CHECK(whole == json{{"namespace", "outer::inner"},
                      {"prefix", "P"},
                      {"license", "Apache-2.0"},
                      {"source", subject.source.text},
                      {"body", R"({"error":{"message":"{message}","code":"{code}"}})"},
                      {"media_type", "application/json"}});
}

TEST_CASE("JSON: the shape and the media type of bodies are written") {
  catalog subject = hard_catalog();
  json whole = json::parse(write_json(checked(subject)));
  CHECK(whole["body"] == R"({"error":{"message":"{message}","code":"{code}"}})");
  CHECK(whole["media_type"] == "application/json");
  subject.body = {R"([ "{code}", "{message}" ])", {"c.yaml"}};
  subject.media_type = {"application/problem+json", {"c.yaml"}};
  whole = json::parse(write_json(checked(subject)));
  CHECK(whole["body"] == R"(["{code}","{message}"])");
  CHECK(whole["media_type"] == "application/problem+json");
}

TEST_CASE("JSON: the schema accepts the output and nothing less") {
  const catalog subject = hard_catalog();
  const std::string text = write_json(checked(subject));
  const auto valid = validate(text);
  INFO(valid.err);
  CHECK(valid.status == 0);
  json broken = json::parse(text);
  broken["errors"][0].erase("status");
  CHECK(validate(broken.dump()).status == 1);
  broken = json::parse(text);
  broken["errors"][0]["status"] = "400";
  CHECK(validate(broken.dump()).status == 1);
  broken = json::parse(text);
  broken["more"] = 1;
  CHECK(validate(broken.dump()).status == 1);
}
