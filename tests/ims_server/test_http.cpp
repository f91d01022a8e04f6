// SPDX-License-Identifier: Apache-2.0
// Every way in which a client can misbehave, over real sockets.
#include "running_server.hpp"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <future>
#include <set>

using ims::errors;
using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

const std::string remove_plain = request_of("DELETE", "/v2/images/plain");

bool exists(const running_server& running, const std::string& id) {
  const auto answer = running.ask("GET", "/v2/images/" + id);
  return answer && answer->status == 200;
}

/// `bytes` get the documented answer to what is not a request, and nothing after it.
void require_refused(const running_server& running, const std::string& bytes) {
  INFO(bytes.substr(0, 300));
  raw_client client(running.port);
  client.send(bytes);
  const auto answer = client.receive();
  require_error(answer, "IMG.0001");
  CHECK(answer->header("Connection") == "close");
  CHECK(client.is_closed());
}

milliseconds time_of_honest_request(const running_server& running) {
  const auto start = steady_clock::now();
  require_error(running.ask("DELETE", "/v2/images/none"), "IMG.0144");
  return std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
}

}  // namespace

TEST_CASE("server: ranges are not applied, one or 2,000") {
  const running_server running;
  std::string many = "Range: bytes=0-";
  for (int i = 0; i != 1300; ++i) many += ",0-";
  for (const std::string& range : {std::string("Range: bytes=0-9"), std::string("Range: bytes=9999-"), many}) {
    const std::string headers = "X-Auth-Token: token-a\r\n" + range + "\r\n";
    require_error(running.ask("DELETE", "/v2/images/none", "", headers), "IMG.0144");
    const auto all = running.ask("GET", "/errors", "", headers);
    REQUIRE(all);
    CHECK(all->status == 200);
    CHECK(all->body == running.ask("GET", "/errors")->body);
  }
}

TEST_CASE("server: the body of a GET in a second packet is read, and what is in it is not executed") {
  const running_server running;
  raw_client client(running.port);
  client.send("GET /errors/IMG.0001 HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(remove_plain.size()) +
              "\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(100));
  client.send(remove_plain);
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  client.send(remove_none);  // the next answer is that of the next request
  require_error(client.receive(), "IMG.0144");
  CHECK(exists(running, "plain"));
}

TEST_CASE("server: a body over the limit gets the documented body, and the connection is closed") {
  const running_server running;
  const std::size_t limit = http_limits().body_bytes;
  const auto post = [](const std::string& body) { return request_of("POST", "/v2/cloudimages/action", body); };
  require_refused(running, post(std::string(limit + 1, ' ')));
  require_refused(running, post("").replace(post("").find(": 0\r\n"), 5, ": 18446744073709551615\r\n"));
  const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
  std::string chunked = "POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (std::size_t sent = 0; sent <= limit; sent += 0x10000) chunked += chunk;
  require_refused(running, chunked + "0\r\n\r\n");
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  require_refused(running, head + "1;x=" + std::string(limit, 'x'));
  require_refused(running, head + "0\r\nX: " + std::string(limit, 'x'));
  require_error(ask(running.port, post(std::string(limit, ' '))), "IMG.0001");
  CHECK(exists(running, "plain"));
}

TEST_CASE("server: 300 MB of body take less than 20 MB of memory") {
  const running_server running;
  rusage before{};
  rusage after{};
  getrusage(RUSAGE_SELF, &before);
  raw_client client(running.port);
  client.send("POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\nContent-Length: 314572800\r\n\r\n");
  const std::string part(1 << 20, ' ');
  for (int i = 0; i != 300 && client.send(part); ++i) continue;
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 20 * 1024);
}

TEST_CASE("server: pipelined requests each get their answer, in order") {
  const running_server running;
  raw_client client(running.port);
  client.send(request_of("GET", "/errors/IMG.0001") + remove_none + request_of("GET", "/errors/IMG.0003"));
  CHECK(json::parse(client.receive().value().body)["code"] == "IMG.0001");
  require_error(client.receive(), "IMG.0144");
  CHECK(json::parse(client.receive().value().body)["code"] == "IMG.0003");
}

TEST_CASE("server: a request whose end is in doubt is refused, and what follows it is not executed") {
  const running_server running;
  for (const char* headers : {
           "Content-Length: 0\r\nContent-Length: 0",
           "Content-Length: 0\r\nContent-Length: 5",
           "Content-Length: 0, 0",
           "Content-Length: 5\r\nTransfer-Encoding: chunked",
           "Transfer-Encoding: chunked\r\nContent-Length: 5",
           "Content-Length: abc",
           "Content-Length: -1",
           "Content-Length: +1",
           "Content-Length: 0x1",
           "Content-Length: 1 1",
           "Content-Length:",
           "Content-Length : 5",
           "Content-Length: 99999999999999999999",
           "Transfer-Encoding: identity",
           "Transfer-Encoding: xchunked",
           "Transfer-Encoding: gzip, chunked",
           "Transfer-Encoding: chunked, identity",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
           "Transfer-Encoding:\vchunked",
           "Host: y",
           "X-Bad: a\rb",
           "X Bad: a",
       }) {
    require_refused(running, "POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n\r\n" +
                                 remove_plain);
  }
  require_refused(running, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + remove_plain);
  require_refused(running, "GET / HTTP/1.1\r\n\r\n" + remove_plain);
  require_refused(running, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n" + remove_plain);
  CHECK(exists(running, "plain"));
}

TEST_CASE("server: what is not HTTP is answered as documented, and a request that breaks off disturbs nobody") {
  const running_server running;
  for (const char* bytes : {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n",
                            "GET / HTTP/1.1\nHost: x\n\n", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"}) {
    require_refused(running, bytes);
  }
  const std::string request = request_of("POST", "/v2/cloudimages/action", R"({"name":"web"})");
  for (std::size_t length = 0; length < request.size(); length += 7) {
    raw_client(running.port).send(request.substr(0, length));
  }
  require_error(running.ask("DELETE", "/v2/images/none"), "IMG.0144");
}

TEST_CASE("server: a head over 16 KB is refused, in one field or in many") {
  const running_server running;
  require_refused(running, request_of("GET", "/", "", "X: " + std::string(20'000, 'x') + "\r\n"));
  require_refused(running, request_of("GET", "/" + std::string(20'000, 'x')));
  std::string many;
  for (int i = 0; i != 4'000; ++i) many += "X: y\r\n";
  require_refused(running, request_of("GET", "/", "", many));
  require_error(running.ask("GET", "/", "", "X: " + std::string(15'000, 'x') + "\r\n")->status == 200
                    ? running.ask("DELETE", "/v2/images/none")
                    : std::nullopt,
                "IMG.0144");
}

TEST_CASE("server: 120 slow clients delay nobody, and their heads have 10 seconds in all") {
  const running_server running;
  const auto start = steady_clock::now();
  std::vector<raw_client> slow;
  for (int i = 0; i != 120; ++i) slow.emplace_back(running.port);
  const std::string head = "GET /errors HTTP/1.1\r\nHost: x\r\nX-Padding: " + std::string(100, 'x');
  milliseconds slowest{0};
  std::size_t open = slow.size();
  for (std::size_t i = 0; open != 0 && steady_clock::now() - start < seconds(15); ++i) {
    open = 0;
    for (raw_client& each : slow) open += each.send(head.substr(i, 1)) ? 1 : 0;
    slowest = std::max(slowest, time_of_honest_request(running));
    std::this_thread::sleep_for(milliseconds(500));
  }
  CHECK(slowest < seconds(2));
  CHECK(open == 0);
  CHECK(steady_clock::now() - start > seconds(9));
  CHECK(steady_clock::now() - start < seconds(13));
}

TEST_CASE("server: a body has its time too, and so has a client that takes no answers") {
  const running_server running({.body = milliseconds(500), .answer = milliseconds(500)});
  raw_client slow(running.port);
  slow.send("POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
  const auto start = steady_clock::now();
  while (slow.send(" ") && steady_clock::now() - start < seconds(20)) std::this_thread::sleep_for(milliseconds(50));
  CHECK(steady_clock::now() - start < seconds(15));

  raw_client deaf(running.port);
  const auto begin = steady_clock::now();
  while (deaf.send(request_of("GET", "/errors")) && steady_clock::now() - begin < seconds(40)) continue;
  CHECK(steady_clock::now() - begin < seconds(30));
  CHECK(time_of_honest_request(running) < seconds(2));
}

TEST_CASE("server: HEAD, OPTIONS, unknown paths and wrong methods are answered as documented") {
  const running_server running;
  for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FROBNICATE"}) {
    require_error(running.ask(method, "/no/such/path"), "IMG.0105");
  }
  for (const char* path : {"/favicon.ico", "*", "//", "/v2/images/", "/v2/images/a/b", "/%2e%2e/", "/errors/"}) {
    require_error(running.ask("GET", path), "IMG.0105");
  }
  CHECK(running.ask("GET", "/no/such/path")->head.find("\r\nAllow:") == std::string::npos);
  const auto wrong = running.ask("PUT", "/v2/images/plain");
  require_error(wrong, "IMG.0105");
  CHECK(wrong->header("Allow") == "GET, HEAD, PATCH, DELETE");
  require_error(running.ask("OPTIONS", "/v2/images"), "IMG.0105");

  // HEAD has the headers of GET, and no body: the next answer follows at once.
  const auto get = running.ask("GET", "/v2/images/none");
  raw_client client(running.port);
  client.send(request_of("HEAD", "/v2/images/none") + request_of("HEAD", "/errors") + remove_none);
  const auto head = client.receive(false);
  REQUIRE(head);
  CHECK(head->status == 400);
  CHECK(head->header("Content-Type") == "application/json");
  CHECK(head->header("Content-Length") == get->header("Content-Length"));
  CHECK(client.receive(false).value().status == 200);
  require_error(client.receive(), "IMG.0144");
}

TEST_CASE("server: a page of another origin may ask, and read the answers") {
  const running_server running;
  const auto allowed = running.ask("OPTIONS", "/v1/cloudimages/tags", "",
                                   "Origin: http://example.org\r\nAccess-Control-Request-Method: PUT\r\n"
                                   "Access-Control-Request-Headers: x-auth-token\r\n");
  REQUIRE(allowed);
  CHECK(allowed->status == 204);
  CHECK(allowed->header("Access-Control-Allow-Origin") == "*");
  CHECK(allowed->header("Access-Control-Allow-Methods") == "GET, POST, PUT, PATCH, DELETE");
  CHECK(allowed->header("Access-Control-Allow-Headers").find("X-Auth-Token") != std::string::npos);
  const auto refused = running.ask("POST", "/v2/cloudimages/action", "{}", "Origin: http://example.org\r\n");
  require_error(refused, "IMG.0087");
  CHECK(refused->header("Access-Control-Allow-Origin") == "*");
  CHECK(refused->header("Access-Control-Expose-Headers") == "X-Request-Id");
}

TEST_CASE("server: a client that waits for 100 Continue gets it, or is refused before it sends") {
  const running_server running;
  const std::string body = R"({"name":"web","instance_id":"running"})";
  const auto head = [](std::size_t size) {
    return "POST /v2/cloudimages/action HTTP/1.1\r\nHost: x\r\nX-Auth-Token: token-a\r\nExpect: 100-continue\r\n"
           "Content-Length: " +
           std::to_string(size) + "\r\n\r\n";
  };
  raw_client client(running.port);
  client.send(head(body.size()));
  CHECK(client.receive().value().status == 100);
  client.send(body);
  require_error(client.receive(), "IMG.0008");
  require_refused(running, head(2 << 20));
}

TEST_CASE("server: a connection is kept for many requests, or as the client asks") {
  const running_server running;
  raw_client client(running.port);
  for (int i = 0; i != 50; ++i) {
    client.send(remove_none);
    require_error(client.receive(), "IMG.0144");
  }
  client.send(request_of("DELETE", "/v2/images/none", "", "X-Auth-Token: token-a\r\nConnection: close\r\n"));
  require_error(client.receive(), "IMG.0144");
  CHECK(client.is_closed());
  raw_client old(running.port);
  old.send("GET http://x/errors/IMG.0001 HTTP/1.0\r\n\r\n");
  CHECK(old.receive().value().head.starts_with("HTTP/1.0 200 OK\r\n"));
  CHECK(old.is_closed());
}

TEST_CASE("server: 64 clients at once each get their own answer") {
  const running_server running;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i != 64; ++i) {
    clients.emplace_back([&running, &wrong, i] {
      for (int k = 0; k != 10; ++k) {
        const std::string code = "X." + std::to_string(i) + '.' + std::to_string(k);
        const auto answer = running.ask("GET", "/errors/" + code);
        const std::string message = "The error code '" + code + "' is not known.";
        if (!answer || answer->body != errcat::response_body(errors["IMG.0121"], message)) ++wrong;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(wrong == 0);
}

TEST_CASE("server: every answer has an id of its own, which is in the log") {
  running_server running;
  std::set<std::string> ids;
  for (const std::string& bytes :
       {request_of("GET", "/"), remove_none, request_of("HEAD", "/errors"), request_of("GET", "/none\x7F\xFF\x1B[2J"),
        request_of("GET", "/none?caf\xC3\xA9"), std::string("nonsense\r\n\r\n"),
        request_of("OPTIONS", "/", "", "Access-Control-Request-Method: GET\r\n")}) {
    const auto answer = ask(running.port, bytes);
    REQUIRE(answer);
    const std::string id = answer->header("X-Request-Id");
    CHECK(id.size() == 32);
    CHECK(ids.insert(id).second);
  }
  const auto lines = running.log();
  REQUIRE(lines.size() == ids.size());
  for (const std::string& line : lines) {
    CHECK(ids.count(line.substr(line.rfind(' ') + 1)) == 1);
    CHECK(line.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ /.-?\\") ==
          std::string::npos);
  }
  CHECK(lines[0].starts_with("GET / 200 - "));
  CHECK(lines[1].starts_with("DELETE /v2/images/none 400 IMG.0144 "));
}
