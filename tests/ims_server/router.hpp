// SPDX-License-Identifier: Apache-2.0
// Which handler answers which request.
#pragma once

#include "http_server.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A request as a route sees it.
class request {
public:
  explicit request(const http_request& message);

  [[nodiscard]] http::verb method() const { return message_.method(); }
  [[nodiscard]] std::string_view path() const { return path_; }  // as sent
  [[nodiscard]] const std::string& body() const { return message_.body(); }
  /// A header field; empty: it was not sent.
  [[nodiscard]] std::string_view header(const char* name) const;
  /// What a `{}` of the route's pattern matched, decoded.
  [[nodiscard]] const std::string& operator[](std::size_t index) const { return parameters_[index]; }
  /// A parameter of the query, decoded.
  [[nodiscard]] std::optional<std::string> query(std::string_view name) const;

private:
  friend class router;
  const http_request& message_;
  std::string_view path_;
  std::string_view query_;
  std::vector<std::string> parameters_;
};

class router {
public:
  using handler = std::function<http_response(const request&)>;

  /// Adds a route. Each `{}` of `pattern` matches one segment of a path.
  void add(http::verb method, std::string_view pattern, handler answer);
  /// Finds the handler and sets the parameters of `request`; HEAD finds that of GET. Null: no route matches.
  [[nodiscard]] const handler* find(request& request) const;
  /// Returns the methods of a path: "GET, HEAD"; empty: no route has the path.
  [[nodiscard]] std::string methods(std::string_view path) const;

private:
  struct route {
    http::verb method;
    std::vector<std::string> segments;
    handler answer;
  };
  std::vector<route> routes_;
};
