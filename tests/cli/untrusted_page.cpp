// SPDX-License-Identifier: Apache-2.0
// Pages from outside: `import` reads no other file, makes no request, and ends.
#include "programs.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <csignal>
#include <thread>

namespace fs = std::filesystem;

namespace {

std::string enter(const fs::path& folder) { return "cd " + word(folder) + " && "; }

/// A socket that listens on a free port of this machine and never answers.
class listener {
public:
  listener() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(socket_, 10) == 0);
    REQUIRE(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/table.csv";
  }
  listener(const listener&) = delete;
  listener& operator=(const listener&) = delete;
  ~listener() { close(socket_); }

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] bool was_asked() const {
    pollfd waiting{socket_, POLLIN, 0};
    return poll(&waiting, 1, 0) != 0;
  }

private:
  int socket_;
  std::string url_;
};

const std::string rst_table =
    ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Message\n   * - P.1\n     - Mine.\n\n";
const std::string html_table =
    "<table><tr><th>Code</th><th>Message</th></tr><tr><td>P.1</td><td>Mine.</td></tr></table>";
const std::string org_table = "| Code | Message |\n|------+---------|\n| P.1  | Mine.   |\n\n";

}  // namespace

TEST_CASE("import takes nothing from another file and makes no request") {
  const listener server;
  struct example {
    const char* file;
    std::string page;
  };
  const example examples[] = {
      {"include.rst", rst_table + ".. include:: secret.rst\n"},
      {"literal.rst", rst_table + ".. literalinclude:: secret.rst\n"},
      {"file.rst", rst_table + ".. csv-table:: t\n   :header-rows: 1\n   :file: secret.csv\n"},
      {"url.rst", rst_table + ".. csv-table:: t\n   :header-rows: 1\n   :url: " + server.url() + "\n"},
      {"raw.rst", rst_table + ".. raw:: html\n   :file: secret.html\n"},
      {"raw_url.rst", rst_table + ".. raw:: html\n   :url: " + server.url() + "\n"},
      {"iframe.html", html_table + "<iframe src=\"secret.html\"></iframe>"},
      {"iframe_url.html",
       html_table + "<iframe src=\"" + server.url() + "\"></iframe><img src=\"" + server.url() + "\">"},
      {"include.org", org_table + "#+INCLUDE: \"secret.org\"\n"},
      {"iframe.md", html_table + "\n\n<iframe src=\"secret.html\"></iframe>\n\n![](" + server.url() + ")\n"}};
  for (const auto& [file, page] : examples) {
    const fs::path folder = scratch("untrusted");
    put(folder / "secret.rst",
        ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Message\n   * - SECRET\n     - x\n");
    put(folder / "secret.csv", "Code,Message\nSECRET,x\n");
    put(folder / "secret.org", "| Code | Message |\n|------+---------|\n| SECRET | x |\n");
    put(folder / "secret.html",
        "<table><tr><th>Code</th><th>Message</th></tr><tr><td>SECRET</td><td>x</td></tr></table>");
    put(folder / file, page);
    const std::string from = fs::path(file).extension() == ".org" ? " --from org" : "";
    const auto result = run(enter(folder) + tool + " import " + file + " -o c.yaml --all" + from);
    INFO(file << ": " << result.err);
    CHECK(result.err.find("SECRET") == std::string::npos);
    CHECK_FALSE(server.was_asked());
    if (result.status == 0) CHECK(get(folder / "c.yaml").find("SECRET") == std::string::npos);
    if (result.status != 0) CHECK(result.err.find(": error: pandoc failed with status ") != std::string::npos);
  }
}

TEST_CASE("a page that pandoc would read for hours ends with a message") {
  const fs::path folder = scratch("untrusted-time");
  put(folder / "page.md", std::string(40, '[') + "\n");
  const auto result = run(enter(folder) + tool + " import page.md -o c.yaml --from markdown+smart --time-limit 1");
  CHECK(result.status == 1);
  CHECK(
      result.err ==
      "page.md: error: pandoc did not finish within 1 seconds; make the page simpler, or allow more with --time-limit "
      "SECONDS\n");
}

TEST_CASE("a page that needs all memory ends with a message") {
  const fs::path folder = scratch("untrusted-memory");
  put(folder / "page.html", "<table><tr><td>Code</td></tr><tr><td colspan=1000000000>x</td></tr></table>");
  const auto result = run(enter(folder) + tool + " import page.html -o c.yaml --time-limit 300");
  CHECK(result.status == 1);
  CHECK(result.err.starts_with("page.html: error: pandoc failed with status "));
}

TEST_CASE("what pandoc prints reaches a terminal without control characters") {
  const fs::path folder = scratch("untrusted-messages");
  put(folder / "page.rst",
      "x\n\n.. include:: \x1B[31m\xC2\x9B"
      "red\n");
  const auto result = run(enter(folder) + tool + " import page.rst -o c.yaml");
  CHECK(result.status == 1);
  CHECK(result.err.find("page.rst: warning: pandoc: ") != std::string::npos);
  CHECK(result.err.find("U+001B[31mU+009Bred") != std::string::npos);
  CHECK(result.err.find('\x1B') == std::string::npos);
}

TEST_CASE("pandoc ends with errcat, and with everything that it started") {
  const fs::path folder = scratch("untrusted-signal");
  put(folder / "page.rst", "x\n");
  put(folder / "pandoc", "#!/bin/sh\nsleep 100 & echo $! >sleeping\nwait\n");
  REQUIRE(run("chmod +x " + word(folder / "pandoc")).status == 0);
  for (const char* signal : {"TERM", "HUP"}) {
    fs::remove(folder / "sleeping");
    // A process that has ended may stay as a zombie.
    const auto result = run(enter(folder) + "PATH=.:$PATH; " + tool + R"( import page.rst -o c.yaml & i=0
      while [ ! -s sleeping ] && [ $i -lt 500 ]; do i=$((i + 1)); sleep 0.02; done
      kill -)" + signal + R"( $!; wait $!; sleep 0.3
      grep 'State:' /proc/$(cat sleeping)/status || echo 'State: gone')");
    INFO(signal << ": " << result.out << result.err);
    REQUIRE(fs::exists(folder / "sleeping"));
    CHECK((result.out.find("gone") != std::string::npos || result.out.find("zombie") != std::string::npos));
  }
}
