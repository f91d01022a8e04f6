// SPDX-License-Identifier: Apache-2.0
// The example server as a program: prints its address, logs each request, serves until SIGTERM or SIGINT.
#include "image_server.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <thread>

namespace {

void serve() {
  // The signals are taken by this thread alone, where anything may be done about them.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);

  image_store store;
  // One call for each line, so that lines of several threads do not mix.
  image_server server(store, [](const std::string& line) { std::fputs((line + '\n').c_str(), stderr); });
  const auto port = server.bind();
  std::thread serving([&] { server.run(std::max(2U, std::thread::hardware_concurrency())); });
  std::cout << "http://127.0.0.1:" << port << std::endl;  // whoever waits for the address sees it now

  int signal = 0;
  sigwait(&ending, &signal);
  server.stop();
  serving.join();
}

}  // namespace

int main() {
  try {
    serve();
  } catch (const std::exception& error) {
    std::cerr << "ims_server: " << error.what() << '\n';
    return 1;
  }
}
