// SPDX-License-Identifier: Apache-2.0
// The recipe for cpp-httplib, and what a client of it is sent.
#include "httplib.hpp"

#include <iostream>
#include <thread>

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request& /*request*/, httplib::Response& response) {
    respond(response, errcat::failure(ims::errc::IMG_0024, "The imagetype is invalid."));
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread serving([&] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::yield();  // `stop` would do nothing before

  httplib::Client client("127.0.0.1", port);
  client.set_default_headers(
      {{"Accept-Encoding", "identity"}});  // since 0.18 it offers what it may not be able to read
  const auto answer = client.Get("/");
  server.stop();
  serving.join();
  if (!answer) return 1;
  std::cout << answer->status << ' ' << answer->body << '\n';
  return answer->status == 400 && answer->get_header_value("Content-Type") == "application/json" &&
                 answer->body == R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})"
             ? 0
             : 1;
}
