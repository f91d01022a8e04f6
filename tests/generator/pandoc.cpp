// SPDX-License-Identifier: Apache-2.0
// pandoc's command line and endings, with a script in its place. import_page.cpp runs pandoc itself.
#include "pandoc.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <cstdlib>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

/// Makes a shell script the first pandoc of the PATH.
class pandoc_script {
public:
  pandoc_script(const char* name, const std::string& script) : path_(std::getenv("PATH")) {
    const fs::path folder = scratch(name);
    put(folder / "pandoc", "#!/bin/sh\n" + script + "\n");
    fs::permissions(folder / "pandoc", fs::perms::owner_all);
    setenv("PATH", (folder.string() + ':' + path_).c_str(), 1);
  }
  ~pandoc_script() { setenv("PATH", path_.c_str(), 1); }
  pandoc_script(const pandoc_script&) = delete;
  pandoc_script& operator=(const pandoc_script&) = delete;

private:
  std::string path_;
};

struct pandoc_run {
  std::optional<std::string> out;
  std::string reported;
};

pandoc_run convert(const std::string& bytes = "", const std::string& to = "json",
                   std::chrono::seconds time = std::chrono::seconds(30)) {
  diagnostics found;
  pandoc_run result{run_pandoc("page", bytes, "rst", to, time, found), {}};
  result.reported = printed(found);
  return result;
}

}  // namespace

TEST_CASE("pandoc is run in its sandbox, with the document as its input") {
  const pandoc_script script("pandoc-arguments", "printf '%s|' \"$@\"; cat");
  const auto tree = convert("the page");
  CHECK(tree.out == "--sandbox|--from=rst|--to=json|the page");
  CHECK(tree.reported.empty());
  CHECK(convert("x", "html").out == "--sandbox|--from=rst|--to=html|--wrap=preserve|--quiet|x");
  CHECK(convert().out == "--sandbox|--from=rst|--to=json|");
}

TEST_CASE("each warning of pandoc is reported, printable and of limited length") {
  const pandoc_script script(
      "pandoc-warnings",
      "printf '[WARNING] first\\n  goes on\\n\\n \\r\\n[INFO] \\033second\\n[WARNING] %0400d' 0 >&2; "
      "echo out");
  const auto result = convert();
  CHECK(result.out == "out\n");
  CHECK(result.reported ==
        "page: warning: pandoc: first\npage: warning: pandoc: [INFO] U+001Bsecond\npage: warning: pandoc: " +
            std::string(300, '0') + "...\n");
}

TEST_CASE("a failure of pandoc is an error with its status and its last message") {
  const auto failed = [](const char* script_text) {
    const pandoc_script script("pandoc-failure", script_text);
    const auto result = convert();
    CHECK_FALSE(result.out.has_value());
    return result.reported;
  };
  CHECK(failed("exit 1") == "page: error: pandoc failed with status 1\n");
  CHECK(failed("echo out; printf 'a\\nb \\033\\n  goes on\\n' >&2; exit 64") ==
        "page: error: pandoc failed with status 64: b U+001B\n");
  CHECK(failed("printf ' \\r\\n\\r\\n  \\n' >&2; exit 3") == "page: error: pandoc failed with status 3\n");
  CHECK(failed("printf '\\n' >&2; exit 255") == "page: error: pandoc failed with status 255\n");
  CHECK(failed("printf '  indented' >&2; exit 22") == "page: error: pandoc failed with status 22:   indented\n");
  CHECK(failed("echo 'out of memory' >&2; kill -9 $$") == "page: error: pandoc was ended by signal 9: out of memory\n");
  CHECK(failed("kill -11 $$") == "page: error: pandoc was ended by signal 11\n");
}

TEST_CASE("pandoc is ended at the time limit, which the message names") {
  const pandoc_script script("pandoc-time", "echo slow >&2; exec sleep 100");
  const auto result = convert("", "json", std::chrono::seconds(1));
  CHECK_FALSE(result.out.has_value());
  CHECK(result.reported ==
        "page: error: pandoc did not finish within 1 seconds; make the page simpler, or allow more with --time-limit "
        "SECONDS\n");
}

TEST_CASE("output of pandoc that is too large is refused") {
  const pandoc_script script("pandoc-output", "exec cat /dev/zero");
  const auto result = convert();
  CHECK_FALSE(result.out.has_value());
  CHECK(result.reported == "page: error: pandoc's output is too large\n");
}

TEST_CASE("a format that pandoc does not know is wrong usage") {
  for (const std::string status : {"4", "21", "23"}) {
    const pandoc_script script("pandoc-format", "echo 'Unknown format rst' >&2; exit " + status);
    CHECK_THROWS_AS(convert(), usage_error);
    CHECK_THROWS_WITH(convert(),
                      "page: pandoc failed with status " + status + ": Unknown format rst; check the format (--from)");
  }
  const pandoc_script script("pandoc-format", "kill -21 $$; sleep 1");  // a signal with the number of a status
  CHECK_FALSE(convert("", "json", std::chrono::seconds(1)).out.has_value());
}

TEST_CASE("a missing pandoc is wrong usage, and the message says how to install it") {
  const pandoc_script script("pandoc-missing", "");
  setenv("PATH", scratch("pandoc-none").c_str(), 1);
  CHECK_THROWS_AS(convert(), usage_error);
  CHECK_THROWS_WITH(convert(),
                    "pandoc is required to read documents and was not found; install it: apt-get install pandoc");
}

TEST_CASE("pandoc itself makes a tree of a page") {
  const auto result = convert("a *b*\n");
  CHECK(result.reported.empty());
  REQUIRE(result.out);
  CHECK(result.out->find(R"("blocks":[{"t":"Para")") != std::string::npos);
  diagnostics found;
  CHECK_THROWS_AS(run_pandoc("page", "", "nonsense", "json", std::chrono::seconds(30), found), usage_error);
  CHECK_THROWS_AS(run_pandoc("page", "", "html+raw_attribute", "json", std::chrono::seconds(30), found), usage_error);
}
