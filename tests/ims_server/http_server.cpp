// SPDX-License-Identifier: Apache-2.0
// A connection is read and written on its own strand; it owns itself through the handlers of what it waits for.
#include "http_server.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

namespace beast = boost::beast;
namespace net = boost::asio;
using net::ip::tcp;

namespace {

using error_code = beast::error_code;

constexpr std::size_t buffer_size = 64 * 1024;         // also what one line of a chunked body may take
constexpr std::size_t discarded_at_once = 4096;        // bytes; many connections may be closing
constexpr std::chrono::seconds grace{1};               // for answers that are being sent at the end
constexpr std::chrono::milliseconds accept_pause{50};  // where the system has no descriptors left

/// True if all proxies agree on where the request ends. Beast accepts several equal lengths, and treats a body of an
/// unknown encoding as none.
bool is_unambiguous(const http_request& request) {
  if (request.count(http::field::content_length) > 1 || request.count(http::field::host) > 1) return false;
  const auto length = request[http::field::content_length];
  if (std::find(length.begin(), length.end(), ',') != length.end()) return false;
  const auto encoding = request.find(http::field::transfer_encoding);
  if (encoding != request.end() && (request.version() < 11 || !beast::iequals(encoding->value(), "chunked"))) {
    return false;
  }
  return request.version() == 10 || (request.version() == 11 && request.count(http::field::host) == 1);
}

}  // namespace

class http_server::connection : public std::enable_shared_from_this<connection> {
public:
  connection(http_server& server, tcp::socket socket)
      : server_(server), stream_(std::move(socket)), grace_(stream_.get_executor()) {
    const std::lock_guard lock(server_.mutex_);
    server_.open_.insert(this);
    last_ = server_.stopping_;
  }
  ~connection() {
    const std::lock_guard lock(server_.mutex_);
    server_.open_.erase(this);
  }
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  void start() {
    net::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read_head(); });
  }

  void stop() {
    net::post(stream_.get_executor(), [self = shared_from_this()] {
      self->last_ = true;
      if (!self->answering_) return self->stream_.close();
      // Ends with the connection, which waits for nothing else.
      self->grace_.expires_after(grace);
      self->grace_.async_wait([weak = self->weak_from_this()](error_code ec) {
        const auto late = weak.lock();
        if (!ec && late) late->stream_.close();
      });
    });
  }

private:
  void read_head() {
    if (last_) return;
    answering_ = false;
    parser_.emplace();
    parser_->header_limit(server_.limits_.head_bytes);
    parser_->body_limit(server_.limits_.body_bytes);
    stream_.expires_after(server_.limits_.head);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](error_code ec, std::size_t /*size*/) { self->on_head(ec); });
  }

  void on_head(error_code ec) {
    if (ec) return refuse(ec);
    if (!is_unambiguous(parser_->get())) return refuse(http::error::bad_field);
    if (parser_->is_done()) return on_request({});
    stream_.expires_after(server_.limits_.body);
    if (beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      net::async_write(stream_, net::buffer(go_on), [self = shared_from_this()](error_code sent, std::size_t /*size*/) {
        if (!sent) self->read_body();
      });
    } else {
      read_body();
    }
  }

  void read_body() {
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code ec, std::size_t /*size*/) { self->on_request(ec); });
  }

  void on_request(error_code ec) {
    if (ec) return refuse(ec);
    request_ = parser_->release();
    response_ = server_.answer_(request_, true);
    response_.version(request_.version());
    response_.keep_alive(request_.keep_alive() && !last_);
    write();
  }

  /// Answers a malformed request. A client that is gone or too slow gets no answer.
  void refuse(error_code ec) {
    const bool gone = ec == http::error::end_of_stream || ec == http::error::partial_message;
    if (gone || ec.category() != http::make_error_code(http::error::bad_field).category()) return;
    request_ = parser_->release();
    response_ = server_.answer_(request_, false);
    response_.version(11);
    response_.keep_alive(false);
    write();
  }

  void write() {
    answering_ = true;
    response_.prepare_payload();
    if (request_.method() == http::verb::head) response_.body().clear();  // and its length is still announced
    stream_.expires_after(server_.limits_.answer);
    http::async_write(stream_, response_, [self = shared_from_this()](error_code ec, std::size_t /*size*/) {
      if (ec) return;
      if (self->response_.keep_alive()) return self->read_head();
      self->say_goodbye();
    });
  }

  /// Reads on until the client closes: closing with something unread would reset the connection, and the client might
  /// never see the answer.
  void say_goodbye() {
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(server_.limits_.goodbye);
    discard();
  }

  void discard() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(discarded_at_once),
                            [self = shared_from_this()](error_code ec, std::size_t /*size*/) {
                              if (!ec) self->discard();
                            });
  }

  http_server& server_;
  beast::tcp_stream stream_;
  net::steady_timer grace_;
  beast::flat_buffer buffer_{buffer_size};  // may hold the beginning of the next request
  std::optional<http::request_parser<http::string_body>> parser_;
  http_request request_;
  http_response response_;
  bool answering_ = false;
  bool last_ = false;  // the server is ending
};

http_server::http_server(handler answer, http_limits limits)
    : answer_(std::move(answer)), limits_(limits), acceptor_(net::make_strand(io_)), pause_(acceptor_.get_executor()) {}

std::uint16_t http_server::bind() {
  const tcp::endpoint any_port(net::ip::address_v4::loopback(), 0);
  acceptor_.open(any_port.protocol());
  acceptor_.bind(any_port);
  acceptor_.listen();
  accept();
  return acceptor_.local_endpoint().port();
}

void http_server::accept() {
  acceptor_.async_accept(net::make_strand(io_), [this](error_code ec, tcp::socket socket) {
    if (!acceptor_.is_open()) return;
    if (ec) {  // mostly: too many open files
      pause_.expires_after(accept_pause);
      pause_.async_wait([this](error_code /*ec*/) {
        if (acceptor_.is_open()) accept();
      });
      return;
    }
    accept();
    socket.set_option(tcp::no_delay(true), ec);
    std::make_shared<connection>(*this, std::move(socket))->start();
  });
}

void http_server::run(unsigned threads) {
  const auto work = [this] {
    for (bool again = true; again;) {
      try {
        io_.run();
        again = false;
      } catch (const std::exception& error) {  // no memory for a connection, which is then closed
        std::fprintf(stderr, "http_server: %s\n", error.what());
      }
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

void http_server::stop() {
  net::post(acceptor_.get_executor(), [this] {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  });
  std::vector<std::shared_ptr<connection>> alive;  // released after the mutex, which their destructor takes
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (connection* each : open_) alive.push_back(each->weak_from_this().lock());
  }
  for (const auto& each : alive) {
    if (each) each->stop();
  }
}
