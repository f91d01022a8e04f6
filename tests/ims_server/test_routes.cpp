// SPDX-License-Identifier: Apache-2.0
// Requests that are served: what each route does and answers.
#include "running_server.hpp"

#include <set>

using ims::errors;
using nlohmann::json;

namespace {

/// The JSON of an answer that is not an error.
json get(const running_server& running, const std::string& target, const std::string& token = "token-a") {
  INFO(target);
  const auto answer = running.ask("GET", target, "", "X-Auth-Token: " + token + "\r\n");
  REQUIRE(answer);
  CHECK(answer->header("Content-Type") == "application/json");
  REQUIRE(answer->status == 200);
  return json::parse(answer->body);
}

std::set<std::string> names(const json& page) {
  std::set<std::string> names;
  for (const json& each : page["images"]) names.insert(each["name"]);
  return names;
}

/// Sends a request that makes a job, and returns the job.
json job_of(const running_server& running, const std::string& method, const std::string& target, const json& body,
            const std::string& token = "token-a") {
  const auto answer = running.ask(method, target, body.dump(), "X-Auth-Token: " + token + "\r\n");
  REQUIRE(answer);
  INFO(answer->body);
  REQUIRE(answer->status == 200);
  const std::string project = token == "token-b" ? "b" : "a";
  return get(running, "/v1/" + project + "/jobs/" + json::parse(answer->body)["job_id"].get<std::string>(), token);
}

}  // namespace

TEST_CASE("server: an image is created by a job, changed, tagged and deleted") {
  const running_server running;
  const json job = job_of(running, "POST", "/v2/cloudimages/action",
                          {{"name", "web"},
                           {"instance_id", "stopped"},
                           {"os_version", "Debian 12"},
                           {"tags", {"a.b"}},
                           {"image_tags", {{{"key", "c"}, {"value", "d"}}}},
                           {"data_images", {{{"volume_id", "disk"}}}},
                           {"cmk_id", "key"}});
  CHECK(job["status"] == "SUCCESS");
  CHECK(job["job_type"] == "imsCreateImageByInstance");
  CHECK(job["error_code"].is_null());
  CHECK(job["fail_reason"].is_null());
  CHECK(job["entities"]["image_name"] == "web");
  const std::string id = job["entities"]["image_id"];

  json image = get(running, "/v2/images/" + id);
  CHECK(image["tags"] == json({"a.b", "c.d"}));
  CHECK(image["image_tags"] == json({{{"key", "a"}, {"value", "b"}}, {{"key", "c"}, {"value", "d"}}}));
  CHECK(image["__imagetype"] == "private");
  CHECK(image["__os_type"] == "Linux");
  CHECK(image["__os_version"] == "Debian 12");
  CHECK(image["min_disk"] == 40);

  const std::string changes = R"([{"op":"replace","path":"/name","value":"caf\u00e9"},)"
                              R"({"op":"add","path":"/max_ram","value":"4096"},)"
                              R"({"op":"replace","path":"/min_ram","value":1024},)"
                              R"({"op":"remove","path":"/__os_version"}])";
  CHECK(running.ask("PATCH", "/v2/cloudimages/" + id, changes)->status == 200);
  image = get(running, "/v2/images/" + id);
  CHECK(image["name"] == "caf\u00E9");
  CHECK(image["max_ram"] == "4096");
  CHECK(image["min_ram"] == 1024);
  CHECK_FALSE(image.contains("__os_version"));

  for (const json& tag : {json{{"tag", "e.f"}}, json{{"image_tag", {{"key", "g"}, {"value", "h"}}}}}) {
    json body = {{"image_id", id}};
    body.update(tag);
    CHECK(running.ask("PUT", "/v1/cloudimages/tags", body.dump())->status == 204);
  }
  CHECK(get(running, "/v2/images/" + id)["tags"] == json({"a.b", "c.d", "e.f", "g.h"}));
  CHECK(running.ask("DELETE", "/v2/images/" + id)->status == 204);
  require_error(running.ask("GET", "/v2/images/" + id), "IMG.0144");
}

TEST_CASE("server: of several changes all are made, or none") {
  const running_server running;
  require_error(running.ask("PATCH", "/v2/cloudimages/plain",
                            R"([{"op":"replace","path":"/name","value":"new"},)"
                            R"({"op":"replace","path":"/max_ram","value":"1"}])"),
                "IMG.0035");
  CHECK(get(running, "/v2/images/plain")["name"] == "plain");
}

TEST_CASE("server: a member that is null is as if left out") {
  const running_server running;
  const json body = {{"name", "web"},     {"instance_id", "stopped"}, {"min_disk", nullptr},
                     {"type", nullptr},   {"tags", nullptr},          {"image_tags", nullptr},
                     {"cmk_id", nullptr}, {"data_images", nullptr},   {"image_url", nullptr}};
  const json job = job_of(running, "POST", "/v2/cloudimages/action", body);
  CHECK(get(running, "/v2/images/" + job["entities"]["image_id"].get<std::string>())["min_disk"] == 40);
}

TEST_CASE("server: the body is read whatever its type is said to be") {
  const running_server running;
  const std::string body = R"({"instance_id":"running","description":")" + std::string(1000, 'x') +
                           "\",\"name\":\"web\"" + std::string(10'000, ' ') + "}";
  for (const char* type : {"application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
                           "application/openstack-images-v2.1-json-patch", "nonsense"}) {
    INFO(type);
    require_error(running.ask("POST", "/v2/cloudimages/action", body,
                              "X-Auth-Token: token-a\r\nContent-Type: " + std::string(type) + "\r\n"),
                  "IMG.0008");
  }
}

TEST_CASE("server: a list is filtered, and comes in pages") {
  const running_server running;
  CHECK(names(get(running, "/v2/cloudimages?name=from+an%20ISO")) == std::set<std::string>{"from an ISO"});
  CHECK(names(get(running, "/v2/cloudimages?__imagetype=gold")) == std::set<std::string>{"Debian"});
  CHECK(names(get(running, "/v2/cloudimages?__imagetype=shared")) == std::set<std::string>{"offered"});
  CHECK(names(get(running, "/v2/cloudimages?status=saving")) == std::set<std::string>{"growing"});
  CHECK(names(get(running, "/v2/cloudimages?status=saving&__imagetype=gold")).empty());
  CHECK(names(get(running, "/v2/images?limit=0")).empty());
  CHECK(names(get(running, "/v2/images", "token-b")) == std::set<std::string>{"Debian", "offered", "theirs"});
  const auto all = names(get(running, "/v2/images"));
  for (const char* limit : {"1", "3", "14", "15"}) {
    std::set<std::string> collected;
    std::size_t count = 0;
    json page = {{"next", std::string("/v2/images?limit=") + limit}};
    while (page.contains("next")) {
      page = get(running, page["next"]);
      count += page["images"].size();
      collected.merge(names(page));
    }
    CHECK(collected == all);
    CHECK(count == all.size());
  }
}

TEST_CASE("server: an image is shared, accepted, rejected and taken back") {
  const running_server running;
  const char* const path = "/v1/cloudimages/members";
  const json both = {{"images", {"plain"}}, {"projects", {"b"}}};
  require_error(running.ask("GET", "/v2/images/plain", "", "X-Auth-Token: token-b\r\n"), "IMG.0144");
  CHECK(job_of(running, "POST", path, both)["job_type"] == "imsAddMembers");
  CHECK(get(running, "/v2/images/plain", "token-b")["__imagetype"] == "shared");
  CHECK(job_of(running, "PUT", path, {{"images", {"plain"}}, {"status", "accepted"}}, "token-b")["status"] ==
        "SUCCESS");
  CHECK(get(running, "/v2/images/plain", "token-b")["name"] == "plain");
  job_of(running, "PUT", path, {{"images", {"plain"}}, {"status", "rejected"}}, "token-b");
  require_error(running.ask("GET", "/v2/images/plain", "", "X-Auth-Token: token-b\r\n"), "IMG.0144");
  CHECK(job_of(running, "DELETE", path, both)["job_type"] == "imsDeleteMembers");
  require_error(running.ask("DELETE", path, both.dump()), "IMG.0108");
  require_error(running.ask("PATCH", "/v2/images/offered", R"([{"op":"replace","path":"/name","value":"x"}])"),
                "IMG.0047");
}

TEST_CASE("server: an image is exported once to a file") {
  const running_server running;
  const json target = {{"bucket_url", "images:folder/plain.zvhd"}, {"file_format", "zvhd"}};
  const json job = job_of(running, "POST", "/v1/cloudimages/plain/file", target);
  CHECK(job["status"] == "SUCCESS");
  CHECK(job["job_type"] == "imsExportImage");
  CHECK(job["entities"]["image_id"] == "plain");
  require_error(running.ask("POST", "/v1/cloudimages/plain/file", target.dump()), "IMG.0070");
}

TEST_CASE("server: jobs and images of another project are not shown") {
  const running_server running;
  const auto job = running.ask("POST", "/v2/cloudimages/action", R"({"name":"web","instance_id":"stopped"})");
  const std::string id = json::parse(job->body)["job_id"];
  require_error(running.ask("GET", "/v1/b/jobs/" + id, "", "X-Auth-Token: token-b\r\n"), "IMG.0121",
                "The job '" + id + "' cannot be found.");
  require_error(running.ask("GET", "/v1/a/jobs/" + id, "", "X-Auth-Token: token-b\r\n"), "IMG.0030");
}

TEST_CASE("server: a protected image can be unprotected and deleted") {
  const running_server running;
  CHECK(
      running.ask("PATCH", "/v2/images/protected", R"([{"op":"replace","path":"/protected","value":false}])")->status ==
      200);
  CHECK(running.ask("DELETE", "/v2/images/protected")->status == 204);
}

TEST_CASE("server: the versions and schemas are described, without a token") {
  const running_server running;
  for (const char* path : {"/", "/versions", "/v2", "/v2/"}) {
    const auto answer = running.ask("GET", path, "", "");
    REQUIRE(answer);
    const json version = json::parse(answer->body)["versions"][0];
    CHECK(version["status"] == "CURRENT");
    CHECK(version["links"][0]["href"] == "http://127.0.0.1:" + std::to_string(running.port) + "/v2/");
  }
  for (const char* name : {"image", "images", "member", "members"}) {
    const json schema = get(running, std::string("/v2/schemas/") + name);
    CHECK(schema["name"] == name);
    CHECK(schema["properties"].is_object());
  }
}

TEST_CASE("server: the catalog is served, each entry with its handling measure") {
  const running_server running;
  CHECK(get(running, "/errors")["errors"].size() == errors.size());
  for (const auto error : errors) {
    const json read = get(running, "/errors/" + std::string(error.code()));
    CHECK(read["code"] == error.code());
    CHECK(read["handling_measure"] == error.handling_measure());
  }
  // A client may put any bytes into a path; the answer is JSON in UTF-8 all the same.
  const auto bytes = running.ask("GET", "/errors/%FF%22%5C%0A%2F%");
  REQUIRE(bytes);
  CHECK(json::parse(bytes->body)["error"]["message"] == "The error code '\uFFFD\"\\\n/%' is not known.");
}

TEST_CASE("server: an exception of any kind becomes a documented error, and reveals nothing") {
  const running_server running;
  for (const char* path : {"/throws/standard", "/throws/number"}) require_error(running.ask("GET", path), "IMG.0061");
}
