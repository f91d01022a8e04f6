// SPDX-License-Identifier: Apache-2.0
// The example server with two more routes, for error_path.sh: one throws an error with its own message, the other sends
// a constant of the same size.
#include <csignal>
#include <errcat/json.hpp>
#include <iostream>
#include <thread>

#include "image_error.hpp"
#include "image_server.hpp"

int main() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);

  const std::string message = "The image name 'debian-12-generic-amd64' is already in use..";
  const std::string constant = errcat::response_body(ims::errors["IMG.0009"], message);
  image_store store;
  image_server server(store);
  server.routes().add(http::verb::get, "/error", [&](const request&) -> http_response {
    throw image_error(ims::errc::image_name_already_exists, message);
  });
  server.routes().add(http::verb::get, "/constant", [&](const request&) {
    http_response response(http::status::bad_request, 11);
    response.set(http::field::content_type, "application/json");
    response.body() = constant;
    return response;
  });
  const auto port = server.bind();
  std::thread serving([&] { server.run(); });
  std::cout << "http://127.0.0.1:" << port << std::endl;
  int signal = 0;
  sigwait(&ending, &signal);
  server.stop();
  serving.join();
}
