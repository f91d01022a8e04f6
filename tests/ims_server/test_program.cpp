// SPDX-License-Identifier: Apache-2.0
// The server as a program: started, asked by curl, ended.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include "client.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

using std::chrono::milliseconds;
using std::chrono::steady_clock;

extern char** environ;

namespace {

/// The program, for as long as it lives; `shell` is run first, in its process.
class program {
public:
  explicit program(const std::string& name, const std::string& shell = "") : folder_(scratch(name)) {
    std::string line =
        shell + " exec " + word(IMS_SERVER) + " >" + word(folder_ / "address") + " 2>" + word(folder_ / "log");
    std::string command = "sh";
    std::string option = "-c";
    char* const arguments[] = {command.data(), option.data(), line.data(), nullptr};
    REQUIRE(posix_spawnp(&child_, "sh", nullptr, nullptr, arguments, environ) == 0);
    for (int i = 0; i != 400 && !address_.ends_with('\n'); ++i) {
      std::this_thread::sleep_for(milliseconds(20));
      if (std::filesystem::exists(folder_ / "address")) address_ = get(folder_ / "address");
    }
    REQUIRE(address_.starts_with("http://127.0.0.1:"));
    address_.pop_back();
  }
  ~program() {
    if (child_ != 0) end();
  }
  program(const program&) = delete;
  program& operator=(const program&) = delete;

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] std::uint16_t port() const {
    return static_cast<std::uint16_t>(std::stoi(address_.substr(address_.rfind(':') + 1)));
  }
  [[nodiscard]] std::string log() const { return get(folder_ / "log"); }
  /// Seconds of processor time so far.
  [[nodiscard]] double seconds_used() const {
    const std::string stat = get("/proc/" + std::to_string(child_) + "/stat");
    std::size_t field = stat.rfind(')');
    for (int i = 0; i != 12; ++i) field = stat.find(' ', field + 1);
    std::size_t read = 0;
    const double user = std::stod(stat.substr(field + 1), &read);
    return (user + std::stod(stat.substr(field + 1 + read))) / static_cast<double>(sysconf(_SC_CLK_TCK));
  }

  /// Sends SIGTERM and returns the exit status, -1: ended by a signal.
  int end() {
    kill(child_, SIGTERM);
    int status = 0;
    waitpid(std::exchange(child_, 0), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

private:
  std::filesystem::path folder_;
  std::string address_;
  pid_t child_ = 0;
};

}  // namespace

TEST_CASE("server: the program prints its address and ends within 2 seconds of SIGTERM, idle and slow clients or not") {
  program program("ending");
  raw_client idle(program.port());
  idle.send(remove_none);
  const auto answer = idle.receive();  // and stays connected
  raw_client slow(program.port());
  slow.send("GET / HTTP/1.1\r\nHost:");
  raw_client sending(program.port());
  sending.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
  raw_client deaf(program.port());
  for (int i = 0; i != 2'000; ++i) deaf.send(request_of("GET", "/errors"));

  std::this_thread::sleep_for(milliseconds(500));  // until its answers fit nowhere

  const auto start = steady_clock::now();
  CHECK(program.end() == 0);
  CHECK(steady_clock::now() - start < milliseconds(2000));
  REQUIRE(answer);
  CHECK(answer->status == 400);
  CHECK(program.log().starts_with("DELETE /v2/images/none 400 IMG.0144 " + answer->header("X-Request-Id") + "\n"));
}

// The preset sanitize leaves it out: UBSan checks virtual calls through a pipe, and reports a wrong object without one.
TEST_CASE("server: with no file descriptors left the program waits without turning, and serves when there are some") {
  program program("descriptors", "ulimit -n 40;");
  {
    std::vector<raw_client> many;
    for (int i = 0; i != 100; ++i) many.emplace_back(program.port());
    const double before = program.seconds_used();
    std::this_thread::sleep_for(milliseconds(1000));
    CHECK(program.seconds_used() - before < 0.1);
  }
  const auto answer = ask(program.port(), remove_none);
  REQUIRE(answer);
  CHECK(answer->status == 400);
  CHECK(program.end() == 0);
}

TEST_CASE("server: curl sees the documented response") {
  const program program("curl");
  const auto result =
      run("curl -sS -i -X POST -H 'X-Auth-Token: token-a' -d '{\"name\":\"web\",\"type\":\"imagetype\"}' " +
          program.address() + "/v2/cloudimages/action");
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("HTTP/1.1 400 Bad Request\r\n"));
  CHECK(result.out.find("\r\nContent-Type: application/json\r\n") != std::string::npos);
  CHECK(result.out.find("\r\nContent-Length: 67\r\n") != std::string::npos);
  CHECK(result.out.ends_with("\r\n\r\n{\"error\":{\"message\":\"The imagetype is invalid.\",\"code\":\"IMG.0024\"}}"));
}

TEST_CASE("server: curl is answered before it has sent 5 MB, as data, as a form, and without waiting for a 100") {
  const program program("curl_5_mb");
  const std::string file = word(std::filesystem::path(SCRATCH) / "curl_5_mb" / "body");
  for (const std::string& how : {"--data-binary @" + file, "-F x=@" + file, "-H Expect: --data-binary @" + file}) {
    INFO(how);
    const auto result = run("head -c 5000000 /dev/zero >" + file + " && curl -sS -w ' %{http_code}' " + how + " " +
                            program.address() + "/v2/cloudimages/action");
    CHECK(result.out == R"({"error":{"message":"The request message format is invalid.","code":"IMG.0001"}} 400)");
  }
}

TEST_CASE("server: the demonstration shows three errors and what they mean") {
  const auto result =
      run(word(IMS_SERVER_DEMO) + " " + word(IMS_SERVER) + " " + word(std::string(TOOLS) + "/ims-explain"));
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  for (const char* part :
       {"\n{\"error\":{\"message\":\"The imagetype is invalid.\",\"code\":\"IMG.0024\"}}\n", "\nIMG.0024", "\nIMG.0008",
        "\nIMG.0144", "  handling measure  Stop the ECS and try again.\n", "The server has ended.\n"}) {
    CHECK(result.out.find(part) != std::string::npos);
  }
}
