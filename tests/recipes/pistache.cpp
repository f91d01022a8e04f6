// SPDX-License-Identifier: Apache-2.0
// Checks the response that a client of the recipe for Pistache receives.
#include "pistache.hpp"

#include <pistache/client.h>
#include <pistache/endpoint.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <string>

namespace {

struct handler : Pistache::Http::Handler {
  HTTP_PROTOTYPE(handler)
  void onRequest(const Pistache::Http::Request& /*request*/, Pistache::Http::ResponseWriter response) override {
    respond(response, errcat::failure(ims::errc::IMG_0024, "The imagetype is invalid."));
  }
};

}  // namespace

int main() {
  Pistache::Http::Endpoint server(Pistache::Address("127.0.0.1", Pistache::Port(0)));
  server.init(Pistache::Http::Endpoint::options().threads(1));
  server.setHandler(Pistache::Http::make_handler<handler>());
  server.serveThreaded();

  Pistache::Http::Experimental::Client client;
  client.init();
  std::string body;
  int status = 0;
  auto answer = client.get("127.0.0.1:" + std::to_string(static_cast<std::uint16_t>(server.getPort()))).send();
  answer.then(
      [&](const Pistache::Http::Response& response) {
        status = static_cast<int>(response.code());
        body = response.body();
      },
      Pistache::Async::IgnoreException);
  Pistache::Async::Barrier<Pistache::Http::Response> barrier(answer);
  barrier.wait_for(std::chrono::seconds(5));
  client.shutdown();
  server.shutdown();
  std::cout << status << ' ' << body << '\n';
  return status == 400 && body == R"({"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}})" ? 0 : 1;
}
