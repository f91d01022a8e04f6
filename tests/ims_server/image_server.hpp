// SPDX-License-Identifier: Apache-2.0
// The HTTP side of the example server.
#pragma once

#include "image_store.hpp"

#include <httplib.h>
#include <string>

/// Serves a store until `stop`. A client says who it is by the header X-Auth-Token: `token-a`, `token-b`.
class image_server {
public:
  explicit image_server(image_store& store);

  /// Binds a free port of 127.0.0.1 and gives it; -1: none could be had.
  [[nodiscard]] int bind();
  /// Serves; returns after `stop`, which another thread calls.
  void run() { http_.listen_after_bind(); }
  void stop() { http_.stop(); }

  /// For routes of the user's own.
  [[nodiscard]] httplib::Server& http() noexcept { return http_; }

private:
  void add_image_routes();
  void add_error_routes();
  void add_handlers_of_errors();

  image_store& store_;
  httplib::Server http_;
  int listener_ = -1;
};
