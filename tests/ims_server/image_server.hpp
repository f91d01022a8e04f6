// SPDX-License-Identifier: Apache-2.0
// The HTTP side of the example server.
#pragma once

#include "image_error.hpp"
#include "image_store.hpp"
#include "router.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

/// Serves a store until `stop`. A client proves who it is by the header X-Auth-Token: `token-a`, `token-b` and so on.
class image_server {
public:
  /// Takes a line for each request: method, target, status, code of the error, request id.
  using log_sink = std::function<void(const std::string& line)>;

  explicit image_server(image_store& store, log_sink log = {}, http_limits limits = {});

  /// Binds a free port of 127.0.0.1 and returns it.
  [[nodiscard]] std::uint16_t bind();
  /// Serves; returns after `stop`, which another thread calls.
  void run(unsigned threads = 2) { http_.run(threads); }
  void stop() { http_.stop(); }

  /// For more routes, before `run`.
  [[nodiscard]] router& routes() noexcept { return routes_; }

private:
  void add_version_routes();
  void add_image_routes();
  void add_sharing_routes();
  void add_error_routes();

  [[nodiscard]] http_response answer(const http_request& message, bool whole);
  [[nodiscard]] std::string metrics() const;

  image_store& store_;
  log_sink log_;
  http_server http_;
  router routes_;
  std::string address_;
  std::array<std::atomic<std::uint64_t>, ims::errors.size()> counts_{};  // by index()
};
