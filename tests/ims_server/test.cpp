// SPDX-License-Identifier: Apache-2.0
// The example server over real sockets: every code, and every way in which a client can misbehave.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "image_server.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <errcat/json.hpp>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using ims::errc;
using ims::errors;
using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

extern char** environ;

namespace {

/// A server in this process, for as long as it lives.
struct running_server {
  image_store store;
  image_server server{store};
  int port = server.bind();
  std::thread thread;

  running_server() {
    server.http().Get("/throws/standard", [](const auto&, auto&) { throw std::runtime_error("secret"); });
    server.http().Get("/throws/number", [](const auto&, auto&) { throw 42; });
    server.http().set_payload_max_length(1 << 20);
    REQUIRE(port > 0);
    thread = std::thread([this] { server.run(); });
    while (!server.http().is_running()) std::this_thread::yield();
  }
  ~running_server() {
    server.stop();
    thread.join();
  }
  [[nodiscard]] httplib::Client client() const {
    httplib::Client client("127.0.0.1", port);
    client.set_default_headers({{"X-Auth-Token", "token-a"}, {"Accept-Encoding", "identity"}});
    return client;
  }
};

/// The response is the documented one for `code`: status, type, length in bytes, and a body that reads back.
void require_error(const httplib::Result& result, std::string_view code, const std::string& message = "") {
  INFO(code);
  REQUIRE(result);
  const auto error = errors.find(code);
  REQUIRE(error);
  INFO(result->body);
  CHECK(result->status == error->status());
  CHECK(result->get_header_value("Content-Type") == "application/json");
  CHECK(result->get_header_value("Content-Length") == std::to_string(result->body.size()));
  CHECK(result->body ==
        (message.empty() ? std::string(error->response_body()) : errcat::response_body(*error, message)));
  const auto read = errcat::parse_error_response(result->body);
  REQUIRE(read);
  CHECK(errors.find(read->code) == error);
}

std::string with(json changes) {
  json body = {{"name", "web"}, {"instance_id", "stopped"}};
  body.update(changes);
  return body.dump();
}

/// What a client that writes `bytes` and no more is sent until the server closes.
std::string send_raw(int port, const std::string& bytes, bool read_answer = true) {
  const int client = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  REQUIRE(connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  std::string answer;
  if (read_answer) {
    char buffer[4096];
    for (ssize_t count = 0; (count = recv(client, buffer, sizeof buffer, 0)) > 0;) {
      answer.append(buffer, static_cast<std::size_t>(count));
    }
  }
  close(client);
  return answer;
}

}  // namespace

TEST_CASE("server: requests that are right are served") {
  const running_server running;
  auto client = running.client();
  const auto created =
      client.Post("/v2/cloudimages/action", with({{"tags", {"a.b"}}, {"os_version", "Debian 12"}}), "application/json");
  REQUIRE(created);
  CHECK(created->status == 200);
  const std::string id = json::parse(created->body)["image_id"];
  CHECK(
      client.Post("/v2/cloudimages/action", R"({"name":"file","image_url":"images:debian.qcow2"})", "application/json")
          ->status == 200);
  CHECK(client
            .Patch("/v2/cloudimages/" + id, R"([{"op":"replace","path":"/name","value":"caf\u00e9"}])",
                   "application/json")
            ->status == 200);
  CHECK(client.Put("/v1/cloudimages/tags", json{{"image_id", id}, {"tag", "c.d"}}.dump(), "application/json")->status ==
        204);
  const auto listed = client.Get("/v2/cloudimages");
  REQUIRE(listed);
  const json images = json::parse(listed->body)["images"];
  std::set<std::string> names;
  for (const json& each : images) names.insert(each["name"]);
  CHECK(names == std::set<std::string>{"Debian", "caf\u00E9", "file", "growing", "kept"});
  CHECK(client.Delete("/v2/images/" + id)->status == 204);
}

TEST_CASE("server: each condition has its code") {
  running_server running;
  auto client = running.client();
  std::set<std::string> seen;
  const auto create = [&](const std::string& body, const char* code, const std::string& message = "") {
    seen.insert(code);
    require_error(client.Post("/v2/cloudimages/action", body, "application/json"), code, message);
  };
  create("no JSON", "IMG.0001");
  create("[]", "IMG.0001");
  create("", "IMG.0007");
  create(with({{"name", 7}}), "IMG.0001", "The member 'name' has a wrong type.");
  create(with({{"name", ""}}), "IMG.0013");
  create(with({{"name", std::string(129, 'x')}}), "IMG.0002");
  create(with({{"name", " \"web\""}}), "IMG.0003", "The image name ' \"web\"' is invalid.");
  create(with({{"name", "a\nb"}}), "IMG.0003", "The image name 'a\nb' is invalid.");
  create(with({{"name", "kept"}}), "IMG.0009");
  create(with({{"description", std::string(1025, 'x')}}), "IMG.0004");
  create(with({{"description", "<b>"}}), "IMG.0054");
  create(with({{"type", "VM"}}), "IMG.0024", "The imagetype is invalid.");
  create(with({{"architecture", "mips"}}), "IMG.0212");
  create(with({{"os_version", "\u4E2D\u6587 95"}}), "IMG.0056", "The OS version '\u4E2D\u6587 95' is invalid.");
  create(with({{"min_disk", 0}}), "IMG.0055");
  create(with({{"min_disk", 1025}}), "IMG.0055");
  create(with({{"tags", {"nodot"}}}), "IMG.0115", "The image tag 'nodot' is invalid.");
  create(with({{"tags", std::vector<std::string>(11, "a.b")}}), "IMG.0116");
  create(R"({"name":"web"})", "IMG.0012");
  create(with({{"instance_id", "none"}}), "IMG.0005");
  create(with({{"instance_id", "foreign"}}), "IMG.0005");
  create(with({{"instance_id", "running"}}), "IMG.0008");
  create(with({{"instance_id", "busy"}}), "IMG.0010");
  create(with({{"instance_id", "diskless"}}), "IMG.0119");
  create(with({{"image_url", "nonsense"}}), "IMG.0017");
  create(with({{"image_url", ":x.vhd"}}), "IMG.0068");
  create(with({{"image_url", "Bad Bucket:x.vhd"}}), "IMG.0109");
  create(with({{"image_url", "images:x.iso"}}), "IMG.0072");
  create(with({{"image_url", "images:none.vhd"}}), "IMG.0057");

  const auto patch = [&](const char* id, const std::string& body, const char* code) {
    seen.insert(code);
    require_error(client.Patch(std::string("/v2/cloudimages/") + id, body, "application/json"), code);
  };
  const std::string rename = R"([{"op":"replace","path":"/name","value":"new"}])";
  patch("none", rename, "IMG.0144");
  patch("foreign", rename, "IMG.0047");
  patch("protected", rename, "IMG.0028");
  patch("saving", R"([{"op":"remove","path":"/name"}])", "IMG.0105");
  patch("saving", "{}", "IMG.0001");

  const auto remove = [&](const char* id, const char* code) {
    seen.insert(code);
    require_error(client.Delete(std::string("/v2/images/") + id), code);
  };
  remove("none", "IMG.0144");
  remove("foreign", "IMG.0092");
  remove("public", "IMG.0094");
  remove("protected", "IMG.0028");
  remove("saving", "IMG.0090");

  seen.insert("IMG.0066");
  require_error(client.Put("/v1/cloudimages/tags", R"({"tag":"a.b"})", "application/json"), "IMG.0066");

  for (std::size_t i = 3; i != image_store::quota; ++i) {  // two are there from the start, one is put here first
    CHECK(
        client.Post("/v2/cloudimages/action", with({{"name", "n" + std::to_string(i)}}), "application/json")->status ==
        200);
  }
  CHECK(client.Post("/v2/cloudimages/action", with({{"name", "last"}}), "application/json")->status == 200);
  create(with({{"name", "one more"}}), "IMG.0015");

  client.set_default_headers({{"Accept-Encoding", "identity"}});
  seen.insert("IMG.0087");
  require_error(client.Get("/v2/cloudimages"), "IMG.0087");
  CHECK(seen.size() >= 20);
}

TEST_CASE("server: every code of the table is sent and read back to its entry") {
  running_server running;
  auto client = running.client();
  client.set_keep_alive(true);
  std::size_t count = 0;
  for (const auto error : errors) {
    running.store.fail_next(error.error());
    require_error(client.Get("/v2/cloudimages"), error.code());
    ++count;
  }
  CHECK(count == errors.size());
}

TEST_CASE("server: an exception of any kind becomes a documented error, and tells nothing") {
  const running_server running;
  auto client = running.client();
  for (const char* path : {"/throws/standard", "/throws/number"}) require_error(client.Get(path), "IMG.0061");
  for (const char* path : {"/", "/v2", "/v2/images", "/favicon.ico"}) require_error(client.Get(path), "IMG.0105");
  require_error(client.Post("/v2/cloudimages/action", std::string(2 << 20, ' '), "application/json"), "IMG.0001");
}

TEST_CASE("server: the catalog is served, each entry with its handling measure") {
  const running_server running;
  auto client = running.client();
  const auto all = client.Get("/errors");
  REQUIRE(all);
  CHECK(json::parse(all->body)["errors"].size() == errors.size());
  for (const auto error : errors) {
    const auto one = client.Get("/errors/" + std::string(error.code()));
    REQUIRE(one);
    CHECK(one->status == 200);
    const json read = json::parse(one->body);
    CHECK(read["code"] == error.code());
    CHECK(read["handling_measure"] == error.handling_measure());
  }
  require_error(client.Get("/errors/IMG.9999"), "IMG.0121", "The error code 'IMG.9999' is not known.");
  // A client may put any bytes into a path; the answer is JSON in UTF-8 all the same.
  const auto bytes = client.Get("/errors/%FF%22%5C%0A");
  REQUIRE(bytes);
  CHECK(json::parse(bytes->body)["error"]["message"] == "The error code '\uFFFD\"\\\n' is not known.");
}

TEST_CASE("server: a malformed request is answered as documented, and one that breaks off disturbs nobody") {
  const running_server running;
  for (const char* bytes : {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n"}) {
    const std::string answer = send_raw(running.port, bytes);
    INFO(answer);
    CHECK(answer.find("\r\nContent-Type: application/json\r\n") != std::string::npos);
    CHECK(answer.ends_with(errors["IMG.0001"].response_body()));
  }
  const std::string request =
      "POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{\"name\":";
  for (std::size_t length = 0; length < request.size(); length += 7)
    send_raw(running.port, request.substr(0, length), false);
  require_error(running.client().Delete("/v2/images/none"), "IMG.0144");
}

TEST_CASE("server: a connection is kept for many requests") {
  const running_server running;
  auto client = running.client();
  client.set_keep_alive(true);
  require_error(client.Delete("/v2/images/none"), "IMG.0144");
  const auto connection = client.socket();
  for (int i = 0; i != 50; ++i) require_error(client.Delete("/v2/images/none"), "IMG.0144");
  CHECK(client.socket() == connection);
}

TEST_CASE("server: 64 clients at once each get their own answer") {
  const running_server running;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i != 64; ++i) {
    clients.emplace_back([&running, &wrong, i] {
      auto client = running.client();
      for (int k = 0; k != 10; ++k) {
        const std::string code = "X." + std::to_string(i) + '.' + std::to_string(k);
        const auto result = client.Get("/errors/" + code);
        if (!result ||
            result->body != errcat::response_body(errors["IMG.0121"], "The error code '" + code + "' is not known."))
          ++wrong;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(wrong == 0);
}

TEST_CASE("server: curl sees the documented response") {
  const running_server running;
  const std::string url = "http://127.0.0.1:" + std::to_string(running.port);
  const auto result =
      run("curl -sS -i -X POST -H 'X-Auth-Token: token-a' -d '{\"name\":\"web\",\"type\":\"imagetype\"}' " + url +
          "/v2/cloudimages/action");
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("HTTP/1.1 400 Bad Request\r\n"));
  CHECK(result.out.find("\r\nContent-Type: application/json\r\n") != std::string::npos);
  CHECK(result.out.find("\r\nContent-Length: 67\r\n") != std::string::npos);
  CHECK(result.out.ends_with("\r\n\r\n{\"error\":{\"message\":\"The imagetype is invalid.\",\"code\":\"IMG.0024\"}}"));
}

TEST_CASE("server: the program prints its address and ends within 2 seconds of SIGTERM, idle clients or not") {
  const auto folder = scratch("server");
  const auto file = folder / "address";
  std::string program = IMS_SERVER;
  char* const arguments[] = {program.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file.c_str(), O_WRONLY | O_CREAT, 0600);
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  std::string address;
  for (int i = 0; i != 200 && !address.ends_with('\n'); ++i) {
    std::this_thread::sleep_for(milliseconds(20));
    address = get(file);
  }
  REQUIRE(address.starts_with("http://127.0.0.1:"));
  address.pop_back();
  httplib::Client idle(address);
  idle.set_keep_alive(true);
  idle.set_default_headers({{"X-Auth-Token", "token-a"}, {"Accept-Encoding", "identity"}});
  const auto answer = idle.Get("/v2/cloudimages");  // and stays connected

  const auto start = steady_clock::now();
  kill(child, SIGTERM);
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child);
  CHECK(steady_clock::now() - start < milliseconds(2000));
  CHECK((answer && answer->status == 200));
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("server: the demonstration shows three errors and what they mean") {
  const auto result =
      run(word(IMS_SERVER_DEMO) + " " + word(IMS_SERVER) + " " + word(std::string(TOOLS) + "/ims-explain"));
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  for (const char* part :
       {"\n{\"error\":{\"message\":\"The imagetype is invalid.\",\"code\":\"IMG.0024\"}}\n", "\nIMG.0024", "\nIMG.0008",
        "\nIMG.0144", "  handling measure  Stop the ECS and try again.\n", "The server has ended.\n"}) {
    CHECK(result.out.find(part) != std::string::npos);
  }
}
