// SPDX-License-Identifier: Apache-2.0
// Memory that runs out, and input that is too large: each ends with a message and leaves no file.
#include "programs.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <set>
#include <string>

namespace fs = std::filesystem;

namespace {

command_result run_with(int kilobytes, const fs::path& folder, const std::string& line) {
  return run("cd " + word(folder) + " && ulimit -v " + std::to_string(kilobytes) + " && " + line);
}

/// Returns the smallest memory in which the program starts.
int memory_to_start(const fs::path& folder, const std::string& program) {
  int kilobytes = 8'000;
  while (run_with(kilobytes, folder, program + " --version").status != 0) kilobytes += 250;
  return kilobytes;
}

}  // namespace

TEST_CASE("memory: where it runs out, the program says so and writes nothing") {
  const fs::path folder = scratch("memory");
  std::string rows = "code,name,status,message,description,handling_measure\n";
  for (int i = 1; i != 1000; ++i) {
    const std::string number = std::to_string(i);
    rows += "P." + number + ",name_" + number + ",400,Message " + number + " of a row.,Other " + number + ".,H.\n";
  }
  put(folder / "c.csv", rows);
  put(folder / "c.yaml", "old");
  REQUIRE(run("cd " + word(folder) + " && " + tool + " generate c.csv --namespace n --prefix P --source s -o new.yaml")
              .status == 0);
  fs::rename(folder / "new.yaml", folder / "c.yaml");
  const auto before = files_in(folder);
  const int least = memory_to_start(folder, tool);
  for (const std::string line :
       {"generate c.yaml -o out.hpp", "generate c.yaml -o out.json", "generate c.yaml -o out.openapi.json",
        "generate c.yaml -o out.html", "generate c.yaml -o out.md", "generate c.yaml -o out.yaml",
        "generate c.csv --namespace n --prefix P --source s -o out.csv", "check c.yaml", "import c.csv -o out.yaml",
        "diff --json --prefix P c.csv c.yaml", "explain -c c.yaml --list --json", "explain -c c.yaml --search row"}) {
    int exhausted = 0;
    for (int kilobytes = least;; kilobytes += 250) {
      REQUIRE(kilobytes < least + 500'000);
      const auto result = run_with(kilobytes, folder, tool + ' ' + line);
      INFO(line << " with " << kilobytes << " kB: " << result.err.substr(0, 500));
      if (result.status == 0) break;
      ++exhausted;
      CHECK(result.status == 2);
      CHECK(result.err == "errcat: out of memory\n");
      CHECK(files_in(folder) == before);
    }
    CHECK(exhausted > 2);
    for (const std::string& file : files_in(folder)) {
      if (!before.contains(file)) fs::remove(folder / file);
    }
  }
}

TEST_CASE("memory: where it runs out in libyaml or libcsv, the program says so and writes nothing") {
  const fs::path folder = scratch("memory-of-libraries");
  put(folder / "allocations.cpp", R"(#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
extern "C" void* __libc_malloc(size_t size);
extern "C" void* __libc_realloc(void* old, size_t size);
namespace {
int before_failing = -1;  // none fails before this library is initialized
const int initialized = before_failing = atoi(getenv("SUCCEED"));
bool fails(void* caller) {
  Dl_info from;
  if (before_failing < 0 || dladdr(caller, &from) == 0) return false;
  if (strstr(from.dli_fname, "libyaml") == nullptr && strstr(from.dli_fname, "libcsv") == nullptr) return false;
  if (before_failing != 0) {
    --before_failing;
    return false;
  }
  errno = ENOMEM;
  return true;
}
}
extern "C" void* malloc(size_t size) {
  return fails(__builtin_return_address(0)) ? nullptr : __libc_malloc(size);
}
extern "C" void* realloc(void* old, size_t size) {
  return fails(__builtin_return_address(0)) ? nullptr : __libc_realloc(old, size);
}
)");
  const std::string in = "cd " + word(folder) + " && ";
  REQUIRE(run(in + word(COMPILER) + " -shared -fPIC allocations.cpp -o allocations.so").status == 0);
  put(folder / "c.csv", csv_catalog);
  put(folder / "c.yaml", yaml_catalog);
  put(folder / "page.json", "");
  REQUIRE(run(in + "pandoc -f csv -t json -o page.json <<'END'\nCode,Message\nP.1,Other.\nP.2,New.\nEND").status == 0);
  for (const std::string line : {"generate c.yaml -o out.yaml", "generate c.yaml -o out.csv", "check c.csv",
                                 "import page.json -o new.yaml --update"}) {
    int failed = 0;
    for (;; ++failed) {
      put(folder / "new.yaml", yaml_catalog);
      const auto before = files_in(folder);
      const auto result =
          run(in + "SUCCEED=" + std::to_string(failed) + " LD_PRELOAD=./allocations.so " + tool + ' ' + line);
      if (result.status == 0) break;
      INFO(line << " with " << failed << " allocations: " << result.err);
      REQUIRE(result.status == 2);
      CHECK(result.err == "errcat: out of memory\n");
      CHECK(get(folder / "new.yaml") == yaml_catalog);
      CHECK(files_in(folder) == before);
    }
    CHECK(failed > 0);
  }
}

TEST_CASE("memory: ims-explain says where it runs out") {
  const fs::path folder = scratch("memory-explain");
  std::string question;
  while (question.size() < 120'000) question += "x y z ";
  put(folder / "question", question);
  int exhausted = 0;
  for (int kilobytes = memory_to_start(folder, explain);; kilobytes += 300) {
    const auto result = run_with(kilobytes, folder, explain + " --search \"$(cat question)\"");
    INFO(kilobytes << " kB: " << result.err.substr(0, 500));
    if (result.status == 1) break;  // nothing matches
    ++exhausted;
    REQUIRE(result.status == 2);
    CHECK(result.err == "ims-explain: out of memory\n");
  }
  CHECK(exhausted > 3);
}

TEST_CASE("memory: a file of 1 GB and endless input are refused") {
  const fs::path folder = scratch("memory-large");
  const std::string too_large = ": cannot be read: larger than 256 MB\n";
  for (const char* file : {"c.yaml", "p.html"}) {
    put(folder / file, "");
    fs::resize_file(folder / file, 1 << 30);
    const std::string name = file;
    const std::string line = name[0] == 'c' ? " check " + name : " import " + name + " -o out.yaml";
    const auto result = run_with(1'000'000, folder, tool + line);
    CHECK(result.status == 2);
    CHECK(result.err == "errcat: " + name + too_large);
  }
  const auto endless = run_with(1'000'000, folder, tool + " import - --from rst -o out.yaml </dev/zero");
  CHECK(endless.status == 2);
  CHECK(endless.err == "errcat: standard input" + too_large);
  CHECK_FALSE(fs::exists(folder / "out.yaml"));
}

TEST_CASE("memory: a page that takes pandoc more than it may have is refused") {
  const fs::path folder = scratch("memory-page");
  put(folder / "p.html",
      "<table><tr><th>Code</th><th>Message</th></tr><tr><td>P.1</td><td colspan=1000000000>M.</td></tr></table>");
  const auto result = run("cd " + word(folder) + " && " + tool + " import p.html -o out.yaml --time-limit 10");
  INFO(result.err);
  CHECK(result.status == 1);
  CHECK(result.err.starts_with("p.html: error: pandoc "));
  CHECK_FALSE(fs::exists(folder / "out.yaml"));
}
