// SPDX-License-Identifier: Apache-2.0
// HTTP over sockets, on Boost.Beast: reads requests within limits and sends what a handler answers.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <unordered_set>

namespace http = boost::beast::http;
using http_request = http::request<http::string_body>;
using http_response = http::response<http::string_body>;

/// What one client may cost.
struct http_limits {
  std::uint32_t head_bytes = 16 * 1024;
  std::uint64_t body_bytes = 1024 * 1024;
  std::chrono::milliseconds head{10'000};    // from the last answer to the end of the next head
  std::chrono::milliseconds body{30'000};    // from the head to the end of the body
  std::chrono::milliseconds answer{10'000};  // to take an answer
  std::chrono::milliseconds goodbye{2'000};  // to read the last answer and close
};

class http_server {
public:
  /// Answers a request. Where `whole` is false the client sent something else than a request, or one over a limit:
  /// `request` holds what could be read of its head, and the connection is closed after the answer.
  using handler = std::function<http_response(const http_request& request, bool whole)>;

  explicit http_server(handler answer, http_limits limits = {});

  /// Binds a free port of 127.0.0.1 and returns it.
  [[nodiscard]] std::uint16_t bind();
  /// Serves on `threads` threads; returns after `stop`.
  void run(unsigned threads);
  /// Ends `run`; any thread may call it. Answers in progress are finished, for at most a second.
  void stop();

private:
  class connection;
  void accept();

  handler answer_;
  http_limits limits_;
  boost::asio::io_context io_;
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  std::mutex mutex_;
  std::unordered_set<connection*> open_;
  bool stopping_ = false;  // guarded by the mutex, as is open_
};
