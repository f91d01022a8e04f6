// SPDX-License-Identifier: Apache-2.0
// Every code of the table: a request that produces it, or why no request does here.
#include "running_server.hpp"

#include <map>
#include <set>

using ims::errors;
using nlohmann::json;

namespace {

struct row {
  const char* request;  // method, target, token (default: token-a)
  json body;            // null: none; text: as it is
  int status;
  const char* code;
  const char* message = "";  // empty: the table's
};

/// A request to create an image, with changes.
json image(const json& changes) {
  json body = {{"name", "web"}, {"instance_id", "stopped"}};
  body.update(changes);
  return body;
}

json file(const std::string& url) { return {{"name", "web"}, {"image_url", url}}; }

json target(const std::string& url, const json& changes = json::object()) {
  json body = {{"bucket_url", url}, {"file_format", "qcow2"}};
  body.update(changes);
  return body;
}

json patch(const std::string& operation, const std::string& attribute, const json& value = nullptr) {
  return json::array({{{"op", operation}, {"path", "/" + attribute}, {"value", value}}});
}

json share(const std::vector<std::string>& images, const std::vector<std::string>& projects) {
  return {{"images", images}, {"projects", projects}};
}

constexpr const char* create = "POST /v2/cloudimages/action";
constexpr const char* members = "POST /v1/cloudimages/members";
constexpr const char* change = "PATCH /v2/cloudimages/plain";
constexpr const char* export_plain = "POST /v1/cloudimages/plain/file";
constexpr const char* tags = "PUT /v1/cloudimages/tags";

const std::vector<row> produced = {
    {create, "no JSON", 400, "IMG.0001"},
    {create, "[]", 400, "IMG.0001"},
    {create, std::string(40, '[') + std::string(40, ']'), 400, "IMG.0001"},
    {create, "{\"name\":\"caf\xE9\"}", 400, "IMG.0001"},
    {create, image({{"min_disk", "40"}}), 400, "IMG.0001", "The member 'min_disk' has a wrong type."},
    {create, image({{"name", 7}}), 400, "IMG.0001", "The member 'name' has a wrong type."},
    {change, "{}", 400, "IMG.0001"},
    {change, R"([{"op":"replace","path":"name","value":"x"}])", 400, "IMG.0001"},
    {change, patch("replace", "protected", "maybe"), 400, "IMG.0001"},
    {change, patch("add", "hw_vif_multiqueue_enabled", 1), 400, "IMG.0001"},
    {"GET /v2/images?limit=x", nullptr, 400, "IMG.0001", "The parameter 'limit' is not a number from 0 to 1000."},
    {"GET /v2/images?limit=-1", nullptr, 400, "IMG.0001", "The parameter 'limit' is not a number from 0 to 1000."},
    {"PUT /v1/cloudimages/members", {{"images", {"offered"}}, {"status", "maybe"}}, 400, "IMG.0001"},
    {create, image({{"name", std::string(129, 'x')}}), 400, "IMG.0002"},
    {create, image({{"name", " \"web\""}}), 400, "IMG.0003", "The image name ' \"web\"' is invalid."},
    {create, image({{"name", "a\nb"}}), 400, "IMG.0003", "The image name 'a\nb' is invalid."},
    {create, image({{"description", std::string(1025, 'x')}}), 400, "IMG.0004"},
    {change, patch("add", "__description", std::string(1025, 'x')), 400, "IMG.0004"},
    {create, image({{"instance_id", "none"}}), 400, "IMG.0005"},
    {create, image({{"instance_id", "foreign"}}), 400, "IMG.0005"},
    {create, nullptr, 400, "IMG.0007"},
    {create, image({{"instance_id", "running"}}), 400, "IMG.0008"},
    {create, image({{"name", "kept"}}), 400, "IMG.0009"},
    {change, patch("replace", "name", "kept"), 400, "IMG.0009"},
    {create, image({{"instance_id", "busy"}}), 400, "IMG.0010"},
    {create, {{"name", "web"}}, 400, "IMG.0012"},
    {create, image({{"instance_id", nullptr}}), 400, "IMG.0012"},
    {create, image({{"name", ""}}), 400, "IMG.0013"},
    {create, image({{"name", nullptr}}), 400, "IMG.0013"},
    {"POST /v2/cloudimages/action token-full", image({{"instance_id", "of-full"}}), 400, "IMG.0015"},
    {create, file("nonsense"), 400, "IMG.0017"},
    {create, file("images:"), 400, "IMG.0017"},
    {create, image({{"type", "VM"}}), 400, "IMG.0024", "The imagetype is invalid."},
    {"GET /v2/cloudimages?__imagetype=silver", nullptr, 400, "IMG.0024", "The imagetype is invalid."},
    {"DELETE /v2/images/plain token-reader", nullptr, 400, "IMG.0026"},
    {members, share({"none"}, {"b"}), 400, "IMG.0027"},
    {"GET /v2/images?marker=none", nullptr, 400, "IMG.0027"},
    {"PUT /v1/cloudimages/members", {{"images", {"plain"}}, {"status", "accepted"}}, 400, "IMG.0027"},
    {"DELETE /v2/images/protected", nullptr, 400, "IMG.0028"},
    {"PATCH /v2/images/protected", patch("replace", "name", "new"), 400, "IMG.0028"},
    {tags, {{"image_id", "protected"}, {"tag", "a.b"}}, 400, "IMG.0028"},
    {"GET /v1/b/jobs/job-1", nullptr, 400, "IMG.0030"},
    {change, patch("replace", "max_ram", "2048"), 400, "IMG.0035"},
    {change, patch("remove", "hw_firmware_type"), 400, "IMG.0035"},
    {members, share({"plain"}, {}), 400, "IMG.0041"},
    {members, share({"saving"}, {"b"}), 400, "IMG.0046"},
    {"PATCH /v2/cloudimages/foreign", patch("replace", "name", "new"), 400, "IMG.0047"},
    {"POST /v1/cloudimages/foreign/file", target("images:x.qcow2"), 400, "IMG.0047"},
    {create, image({{"description", "<b>"}}), 400, "IMG.0054"},
    {create, image({{"min_disk", 0}}), 400, "IMG.0055"},
    {create, image({{"min_disk", 1025}}), 400, "IMG.0055"},
    {create, image({{"min_disk", 40.9}}), 400, "IMG.0055"},
    {create, image({{"min_disk", 1e30}}), 400, "IMG.0055"},
    {create, image({{"min_disk", 18446744073709551615U}}), 400, "IMG.0055"},
    {create, image({{"min_disk", -9223372036854775807}}), 400, "IMG.0055"},
    {change, patch("replace", "min_ram", 1e30), 400, "IMG.0055"},
    {change, patch("replace", "min_disk", "40 GB"), 400, "IMG.0055"},
    {change, patch("add", "max_ram", ""), 400, "IMG.0055"},
    {create, image({{"os_version", "\u4E2D\u6587 95"}}), 400, "IMG.0056",
     "The OS version '\u4E2D\u6587 95' is invalid."},
    {create, file("images:none.vhd"), 400, "IMG.0057"},
    {export_plain, target("remote:x.qcow2"), 400, "IMG.0058"},
    {create, file("images:huge.raw"), 400, "IMG.0059"},
    {create, image({{"instance_id", "bare"}}), 400, "IMG.0063"},
    {tags, {{"tag", "a.b"}}, 400, "IMG.0066"},
    {"GET /v1/none/jobs/job-1", nullptr, 400, "IMG.0067"},
    {create, file(":x.vhd"), 400, "IMG.0068"},
    {export_plain, target(":x.qcow2"), 400, "IMG.0068"},
    {export_plain, target("none:x.qcow2"), 400, "IMG.0069"},
    {export_plain, target("secret:x.qcow2"), 400, "IMG.0069"},
    {export_plain, target("images:debian.qcow2"), 400, "IMG.0070"},
    {"POST /v1/cloudimages/saving/file", target("images:x.qcow2"), 400, "IMG.0071"},
    {create, file("images:x.iso"), 400, "IMG.0072"},
    {export_plain, target("images:x", {{"file_format", "iso"}}), 400, "IMG.0072"},
    {export_plain, target("images:"), 400, "IMG.0073"},
    {export_plain, target("images:" + std::string(129, 'x')), 400, "IMG.0074"},
    {export_plain, target("images:a&b.qcow2"), 400, "IMG.0075"},
    {members, share({"plain"}, {"a"}), 400, "IMG.0076"},
    {"POST /v1/cloudimages/public/file", target("images:x.qcow2"), 400, "IMG.0077"},
    {"POST /v1/cloudimages/charged/file", target("images:x.qcow2"), 400, "IMG.0079"},
    {"POST /v1/cloudimages/from-backup/file", target("images:x.qcow2"), 400, "IMG.0080"},
    {"POST /v1/cloudimages/from-file/file", target("images:x.qcow2"), 400, "IMG.0081"},
    {members, share({}, {"b"}), 400, "IMG.0086"},
    {"GET /v2/cloudimages none", nullptr, 400, "IMG.0087"},
    {members, share({"popular"}, {"b"}), 400, "IMG.0088"},
    {members, share(std::vector<std::string>(129, "plain"), {"b"}), 400, "IMG.0088"},
    {members, share({"plain"}, std::vector<std::string>(129, "b")), 400, "IMG.0088"},
    {"DELETE /v1/cloudimages/members", share({"plain"}, std::vector<std::string>(129, "b")), 400, "IMG.0088"},
    {members, share({"public"}, {"b"}), 400, "IMG.0089"},
    {"DELETE /v2/images/saving", nullptr, 400, "IMG.0090"},
    {"DELETE /v2/images/foreign", nullptr, 400, "IMG.0092"},
    {"DELETE /v2/images/public", nullptr, 400, "IMG.0094"},
    {create, image({{"cmk_id", "none"}}), 400, "IMG.0095"},
    {create, image({{"cmk_id", "disabled"}}), 400, "IMG.0097"},
    {members, share({"encrypted"}, {"b"}), 400, "IMG.0098"},
    {create, image({{"cmk_id", "foreign"}}), 400, "IMG.0099"},
    {"GET /none", nullptr, 400, "IMG.0105"},
    {change, patch("remove", "name"), 400, "IMG.0105"},
    {change, patch("replace", "owner", "b"), 400, "IMG.0105"},
    {change, patch("move", "name"), 400, "IMG.0105"},
    {members, share({"foreign"}, {"b"}), 400, "IMG.0106"},
    {members, share({"plain"}, {"none"}), 400, "IMG.0108"},
    {"DELETE /v1/cloudimages/members", share({"plain"}, {"b"}), 400, "IMG.0108"},
    {create, file("Bad Bucket:x.vhd"), 400, "IMG.0109"},
    {create, image({{"instance_id", "damaged"}}), 400, "IMG.0110"},
    {create, image({{"instance_id", "large"}}), 400, "IMG.0111"},
    {create, image({{"tags", {"nodot"}}}), 400, "IMG.0115", "The image tag 'nodot' is invalid."},
    {create, image({{"image_tags", {{{"key", ""}, {"value", "x"}}}}}), 400, "IMG.0115",
     "The image tag '.x' is invalid."},
    {create, image({{"tags", std::vector<std::string>(11, "a.b")}}), 400, "IMG.0116"},
    {create, image({{"type", "BMS"}, {"cmk_id", "key"}}), 400, "IMG.0118"},
    {create, image({{"instance_id", "diskless"}}), 400, "IMG.0119"},
    {create, image({{"data_images", {{{"volume_id", "broken"}}}}}), 400, "IMG.0120"},
    {"GET /errors/IMG.9999", nullptr, 400, "IMG.0121", "The error code 'IMG.9999' is not known."},
    {"GET /v1/a/jobs/none", nullptr, 400, "IMG.0121", "The job 'none' cannot be found."},
    {"GET /v2/schemas/none", nullptr, 400, "IMG.0121", "The schema 'none' is not known."},
    {create, image({{"os_type", "Plan 9"}}), 400, "IMG.0122"},
    {"POST /v1/cloudimages/whole/file", target("images:x.qcow2"), 400, "IMG.0128"},
    {members, share({"whole"}, {"b"}), 400, "IMG.0135"},
    {create, image({{"data_images", {{{"volume_id", "disk"}}, {{"volume_id", "elsewhere"}}}}}), 400, "IMG.0140"},
    {change, patch("add", "hw_firmware_type", "coreboot"), 400, "IMG.0141"},
    {"DELETE /v2/images/none", nullptr, 400, "IMG.0144"},
    {"GET /v2/images/foreign", nullptr, 400, "IMG.0144"},
    {"POST /v1/cloudimages/exporting/file", target("images:x.qcow2"), 400, "IMG.0148"},
    {"DELETE /v2/images/exporting", nullptr, 400, "IMG.0148"},
    {create, image({{"instance_id", "dedicated"}}), 400, "IMG.0153"},
    {"POST /v1/cloudimages/huge/file", target("images:x.qcow2"), 400, "IMG.0160"},
    {create, image({{"instance_id", "reclaimed"}}), 400, "IMG.0164"},
    {"POST /v1/cloudimages/from-iso/file", target("images:x.qcow2"), 400, "IMG.0167"},
    {export_plain, target("images:my file.qcow2"), 400, "IMG.0175"},
    {create, image({{"architecture", "mips"}}), 400, "IMG.0212"},
    {"GET /v2/images token-unverified", nullptr, 400, "IMG.0238"},
    {"GET /v1/a/jobs/job-1", nullptr, 200, "IMG.1075"},  // the job failed so; asking for it did not
};

// What this example does not have.
constexpr const char* no_backups = "no route makes images from backups of disks or servers";
constexpr const char* no_copies = "no route copies an image, within a region or across";
constexpr const char* no_publishing = "no route publishes an image or asks for its kind";
constexpr const char* no_updates = "no route replaces the content of an image";
constexpr const char* no_billing = "nothing is paid for";
constexpr const char* no_iam = "tokens are fixed: no identity service, agency or access key is asked";
constexpr const char* no_storage = "files are entries of a map: no object storage can fail";
constexpr const char* no_compute = "servers and disks are entries of a map: no compute service can fail";
constexpr const char* no_queue = "jobs are done at once: none is queued, limited or lost";
constexpr const char* no_eps = "images have no enterprise project";
constexpr const char* no_vendor = "images have no vendor name";
constexpr const char* other_code = "the same mistake has another code here";

const std::map<std::string, const char*> not_produced = {
    {"IMG.0006", other_code},
    {"IMG.0011", no_backups},
    {"IMG.0014", no_compute},
    {"IMG.0016", no_queue},
    {"IMG.0018", no_queue},
    {"IMG.0019", no_backups},
    {"IMG.0020", no_backups},
    {"IMG.0021", no_backups},
    {"IMG.0022", other_code},
    {"IMG.0023", no_queue},
    {"IMG.0025", no_iam},
    {"IMG.0029", no_backups},
    {"IMG.0031", other_code},
    {"IMG.0032", no_backups},
    {"IMG.0033", no_backups},
    {"IMG.0034", no_updates},
    {"IMG.0036", no_iam},
    {"IMG.0037", no_iam},
    {"IMG.0038", no_storage},
    {"IMG.0039", no_storage},
    {"IMG.0040", no_storage},
    {"IMG.0045", no_billing},
    {"IMG.0053", no_iam},
    {"IMG.0060", no_queue},
    {"IMG.0061", "only a defect of the server is answered so; a test throws what no route does"},
    {"IMG.0062", other_code},
    {"IMG.0064", no_iam},
    {"IMG.0065", no_iam},
    {"IMG.0083", no_publishing},
    {"IMG.0084", no_publishing},
    {"IMG.0085", no_publishing},
    {"IMG.0096", no_copies},
    {"IMG.0100", no_copies},
    {"IMG.0101", no_copies},
    {"IMG.0102", no_copies},
    {"IMG.0103", no_copies},
    {"IMG.0104", no_copies},
    {"IMG.0112", no_iam},
    {"IMG.0113", no_iam},
    {"IMG.0114", no_iam},
    {"IMG.0117", other_code},
    {"IMG.0123", no_queue},
    {"IMG.0125", no_publishing},
    {"IMG.0126", no_backups},
    {"IMG.0127", no_backups},
    {"IMG.0130", no_copies},
    {"IMG.0132", no_backups},
    {"IMG.0133", no_backups},
    {"IMG.0134", no_backups},
    {"IMG.0136", no_backups},
    {"IMG.0137", no_compute},
    {"IMG.0138", no_compute},
    {"IMG.0139", no_compute},
    {"IMG.0145", no_copies},
    {"IMG.0154", no_eps},
    {"IMG.0155", no_eps},
    {"IMG.0156", no_eps},
    {"IMG.0161", no_vendor},
    {"IMG.0162", no_vendor},
    {"IMG.0163", no_vendor},
    {"IMG.0165", no_backups},
    {"IMG.0166", no_updates},
    {"IMG.0168", no_updates},
    {"IMG.0169", no_updates},
    {"IMG.0170", no_updates},
    {"IMG.0171", no_updates},
    {"IMG.0172", no_updates},
    {"IMG.0173", no_updates},
    {"IMG.0174", no_updates},
    {"IMG.0176", no_backups},
    {"IMG.0177", no_copies},
    {"IMG.0178", no_copies},
    {"IMG.0179", no_copies},
    {"IMG.0180", no_backups},
    {"IMG.0181", no_backups},
    {"IMG.0182", no_backups},
    {"IMG.0183", no_backups},
    {"IMG.0184", no_backups},
    {"IMG.0185", no_backups},
    {"IMG.0186", no_backups},
    {"IMG.0187", no_compute},
    {"IMG.0188", no_backups},
    {"IMG.0189", no_copies},
    {"IMG.0190", no_backups},
    {"IMG.0191", no_compute},
    {"IMG.0192", no_compute},
    {"IMG.0193", no_backups},
    {"IMG.0194", no_queue},
    {"IMG.0195", no_backups},
    {"IMG.0196", no_copies},
    {"IMG.0197", no_copies},
    {"IMG.0198", no_backups},
    {"IMG.0239", no_billing},
    {"IMG.0241", no_billing},
    {"IMG.0242", no_billing},
};

std::optional<http_answer> send(const running_server& running, const row& row) {
  const std::string request = row.request;
  const auto target = request.find(' ') + 1;
  const auto token = request.find(' ', target);
  const std::string body = row.body.is_null()     ? ""
                           : row.body.is_string() ? row.body.get<std::string>()
                                                  : row.body.dump();
  return running.ask(request.substr(0, target - 1), request.substr(target, token - target), body,
                     "X-Auth-Token: " + (token == std::string::npos ? "token-a" : request.substr(token + 1)) + "\r\n");
}

}  // namespace

TEST_CASE("server: each request of the table has its code, and each answer is the catalog's") {
  running_server running;
  // The job of the last row: a damaged file is noticed when the job reads it.
  const auto job = running.ask("POST", "/v2/cloudimages/action", file("images:damaged.qcow2").dump());
  REQUIRE(job);
  CHECK(json::parse(job->body)["job_id"] == "job-1");
  for (const row& each : produced) {
    INFO(each.request << ' ' << each.body.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 200));
    const auto answer = send(running, each);
    REQUIRE(answer);
    CHECK(answer->status == each.status);
    if (each.status != 200) {
      require_error(answer, each.code, each.message);
      continue;
    }
    const json read = json::parse(answer->body);
    CHECK(read["status"] == "FAIL");
    CHECK(read["error_code"] == each.code);
    CHECK(read["fail_reason"] == errors.find(each.code)->message());
  }
  // None of them changed anything.
  const json images = json::parse(running.ask("GET", "/v2/images")->body)["images"];
  CHECK(images.size() == 14);
}

TEST_CASE("server: at least 70 codes are produced by requests, and each other one has a reason not to be") {
  std::set<std::string> seen;
  for (const row& each : produced) seen.insert(each.code);
  CHECK(seen.size() >= 70);
  for (const auto error : errors) {
    INFO(error.code() << ' ' << error.message());
    const std::string code(error.code());
    CHECK(seen.count(code) + not_produced.count(code) == 1);
  }
  CHECK(seen.size() + not_produced.size() == errors.size());
}

TEST_CASE("server: every code of the table is sent and read back to its entry, and counted") {
  running_server running;
  const auto counter = [](std::string_view code, int count) {
    return "ims_errors_total{code=\"" + std::string(code) + "\"} " + std::to_string(count) + "\n";
  };
  const auto before = running.ask("GET", "/metrics");
  REQUIRE(before);
  CHECK(before->header("Content-Type").starts_with("text/plain; version=0.0.4"));
  for (const auto error : errors) CHECK(before->body.find(counter(error.code(), 0)) != std::string::npos);
  int count = 0;
  for (const auto error : errors) {
    for (int i = 0; i <= count % 3; ++i) {
      running.store.fail_next(error.error());
      require_error(running.ask("GET", "/v2/cloudimages"), error.code());
    }
    ++count;
  }
  const auto after = running.ask("GET", "/metrics");
  REQUIRE(after);
  count = 0;
  for (const auto error : errors) CHECK(after->body.find(counter(error.code(), count++ % 3 + 1)) != std::string::npos);
}
