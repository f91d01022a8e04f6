// SPDX-License-Identifier: Apache-2.0
// The example server as a program: prints its address, serves until SIGTERM or SIGINT.
#include "image_server.hpp"

#include <csignal>
#include <iostream>
#include <thread>

int main() {
  // The signals are taken by this thread alone, where anything may be done about them.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);

  image_store store;
  image_server server(store);
  const int port = server.bind();
  if (port < 0) {
    std::cerr << "ims_server: no free port on 127.0.0.1\n";
    return 1;
  }
  std::thread serving([&] { server.run(); });
  while (!server.http().is_running()) std::this_thread::yield();  // `stop` would be in vain before
  std::cout << "http://127.0.0.1:" << port << std::endl;          // whoever waits for the address sees it now

  int signal = 0;
  sigwait(&ending, &signal);
  server.stop();
  serving.join();
}
