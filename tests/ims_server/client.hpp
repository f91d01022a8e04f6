// SPDX-License-Identifier: Apache-2.0
// A client of the tests' own: sends any bytes, and reads one response after another.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

struct http_answer {
  int status = 0;
  std::string head;  // with the status line
  std::string body;

  /// Returns the value of a header; empty: it is missing.
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = head.find("\r\n" + name + ": ");
    if (found == std::string::npos) return "";
    const auto begin = found + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

class raw_client {
public:
  explicit raw_client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    set_patience(20);  // no test hangs
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      close(socket_);
      throw std::runtime_error("the server does not listen");
    }
  }
  raw_client(raw_client&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}
  raw_client(const raw_client&) = delete;
  raw_client& operator=(const raw_client&) = delete;
  raw_client& operator=(raw_client&&) = delete;
  ~raw_client() {
    if (socket_ >= 0) close(socket_);
  }

  /// False: the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Reads the next response; nothing: the server has closed before its end.
  std::optional<http_answer> receive(bool with_body = true) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!read_some()) return std::nullopt;
    }
    http_answer answer;
    answer.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    if (!answer.head.starts_with("HTTP/1.") || answer.head.size() < 12) return std::nullopt;
    answer.status = std::stoi(answer.head.substr(9, 3));
    const std::string length = answer.header("Content-Length");
    const std::size_t size = with_body && !length.empty() ? std::stoul(length) : 0;
    while (received_.size() < size) {
      if (!read_some()) return std::nullopt;
    }
    answer.body = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
  }

  /// True if the server closes at once, having sent nothing more.
  bool is_closed() {
    set_patience(2);
    return received_.empty() && !read_some() && closed_;
  }

private:
  void set_patience(time_t seconds) const {
    const timeval patience{.tv_sec = seconds, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  }

  bool read_some() {
    char buffer[65536];
    const ssize_t count = recv(socket_, buffer, sizeof buffer, 0);
    closed_ = count == 0 || (count < 0 && errno == ECONNRESET);
    if (count <= 0) return false;
    received_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  std::string received_;
  bool closed_ = false;
};

/// The bytes of a request.
inline std::string request_of(const std::string& method, const std::string& target, const std::string& body = "",
                              const std::string& headers = "X-Auth-Token: token-a\r\n") {
  const bool sends = !body.empty() || method == "POST" || method == "PUT" || method == "PATCH";
  return method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n" + headers +
         (sends ? "Content-Length: " + std::to_string(body.size()) + "\r\n" : "") + "\r\n" + body;
}

/// A request to delete an image that does not exist.
inline const std::string remove_none = request_of("DELETE", "/v2/images/none");

/// Sends one request on a connection of its own.
inline std::optional<http_answer> ask(std::uint16_t port, const std::string& bytes) {
  raw_client client(port);
  client.send(bytes);
  return client.receive(!bytes.starts_with("HEAD"));
}
