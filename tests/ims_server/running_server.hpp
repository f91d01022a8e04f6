// SPDX-License-Identifier: Apache-2.0
// A server in the process of the tests, and what a documented error looks like.
#pragma once

#include "client.hpp"
#include "image_server.hpp"
#include "support/catch.hpp"

#include <errcat/json.hpp>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

struct running_server {
  std::mutex mutex;
  std::vector<std::string> lines;  // of the log
  image_store store;
  image_server server;
  std::uint16_t port;
  std::thread thread;

  explicit running_server(http_limits limits = {})
      : server(
            store,
            [this](const std::string& line) {
              const std::lock_guard lock(mutex);
              lines.push_back(line);
            },
            limits),
        port(server.bind()) {
    server.routes().add(http::verb::get, "/throws/standard",
                        [](const request&) -> http_response { throw std::runtime_error("secret"); });
    server.routes().add(http::verb::get, "/throws/number", [](const request&) -> http_response { throw 42; });
    thread = std::thread([this] { server.run(); });
  }
  ~running_server() {
    server.stop();
    thread.join();
  }
  running_server(const running_server&) = delete;
  running_server& operator=(const running_server&) = delete;

  std::vector<std::string> log() {
    const std::lock_guard lock(mutex);
    return lines;
  }
  [[nodiscard]] std::optional<http_answer> ask(const std::string& method, const std::string& target,
                                               const std::string& body = "",
                                               const std::string& headers = "X-Auth-Token: token-a\r\n") const {
    return ::ask(port, request_of(method, target, body, headers));
  }
};

/// The response is the documented one for `code`: status, type, length in bytes, a request id, and a body that reads
/// back. Without `message` it has the table's.
inline void require_error(const std::optional<http_answer>& answer, std::string_view code,
                          const std::string& message = "") {
  INFO(code);
  REQUIRE(answer);
  INFO(answer->head << answer->body);
  const auto error = ims::errors.find(code);
  REQUIRE(error);
  CHECK(answer->status == error->status());
  CHECK(answer->header("Content-Type") == "application/json");
  CHECK(answer->header("Content-Length") == std::to_string(answer->body.size()));
  CHECK(answer->header("X-Request-Id").size() == 32);
  CHECK(answer->body ==
        (message.empty() ? std::string(error->response_body()) : errcat::response_body(*error, message)));
  const auto read = errcat::parse_error_response(answer->body);
  REQUIRE(read);
  CHECK(ims::errors.find(read->code) == error);
}
