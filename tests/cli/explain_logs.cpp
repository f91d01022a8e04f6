// SPDX-License-Identifier: Apache-2.0
// Logs as ims-explain reads them: files, encodings, counts, bad input.
#include "programs.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace {

std::string explain_in(const fs::path& folder) { return "cd " + word(folder) + " && " + explain + " "; }

}  // namespace

TEST_CASE("a file named as an argument is read, and - is standard input") {
  const fs::path folder = scratch("explain-file");
  put(folder / "app.log", "a IMG.0024 b\n");
  put(folder / "IMG.0001", "IMG.0002");
  CHECK(run(explain_in(folder) + "app.log").out.starts_with("IMG.0024\n"));
  CHECK(run("cat " + word(folder / "app.log") + " | " + explain + " -").out.starts_with("IMG.0024\n"));
  CHECK(run(explain_in(folder) + "IMG.0001").out.starts_with("IMG.0001\n"));
  CHECK(run(explain_in(folder) + "./IMG.0001").out.starts_with("IMG.0002\n"));
  const auto missing = run(explain_in(folder) + "./none.log IMG.0001");
  CHECK(missing.status == 2);
  CHECK(missing.err == "ims-explain: ./none.log: cannot be read: No such file or directory\n");
  CHECK(missing.out.starts_with("IMG.0001\n"));
  CHECK(run(explain_in(folder) + ".").err == "ims-explain: .: cannot be read: Is a directory\n");
  put(folder / "empty.log", "nothing\n");
  CHECK(run(explain_in(folder) + "empty.log").err == "ims-explain: no IMG code in empty.log\n");
}

TEST_CASE("a whole response as an argument is explained") {
  const auto result = run(explain + R"( '{"error":{"message":"No.","code":"IMG.0024"}}')");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(result.out.starts_with("IMG.0024\n"));
  CHECK(run(explain + " 'got IMG.9999 here'").err == "ims-explain: IMG.9999: unknown code\n");
}

TEST_CASE("UTF-16 with a byte order mark is read") {
  const fs::path folder = scratch("explain-utf16");
  for (const bool big : {false, true}) {
    std::string text = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : std::string("a IMG.0024\nimg.0009 \x1B[31mIMG.0001")) {
      text += big ? std::string{'\0', c} : std::string{c, '\0'};
    }
    put(folder / "log", text);
    const auto result = run(explain_in(folder) + "log --count");
    CHECK(result.out ==
          "1  IMG.0001  log:2  The request message format is invalid.\n"
          "1  IMG.0009  log:2  The image name already exists.\n"
          "1  IMG.0024  log:1  The image type in the request is incorrect.\n");
  }
}

TEST_CASE("compressed input is named as such") {
  const fs::path folder = scratch("explain-gzip");
  put(folder / "app.log", "IMG.0024\n");
  REQUIRE(run("gzip " + word(folder / "app.log")).status == 0);
  const auto file = run(explain_in(folder) + "app.log.gz");
  CHECK(file.status == 1);
  CHECK(file.out.empty());
  CHECK(file.err == "ims-explain: app.log.gz: compressed; decompress it first with gzip (zcat FILE | ims-explain)\n");
  CHECK(run(explain + " < " + word(folder / "app.log.gz")).err.find("ims-explain: the input: compressed;") == 0);
}

TEST_CASE("codes are counted, the most frequent first, with the line where they occur first") {
  const std::string log = "printf 'IMG.0024\\nimg.0009 IMG:9\\nIMG.9999 IMG.0001 IMG.9\\n' | ";
  const auto counted = run(log + explain + " --count");
  CHECK(counted.status == 1);  // one is unknown
  CHECK(counted.err.empty());
  CHECK(counted.out ==
        "3  IMG.0009  line 2  The image name already exists.\n"
        "1  IMG.0001  line 3  The request message format is invalid.\n"
        "1  IMG.0024  line 1  The image type in the request is incorrect.\n"
        "1  IMG.9999  line 3  (unknown code)\n");
  const auto json = nlohmann::json::parse(run(log + explain + " --count --json").out);
  CHECK(json.size() == 4);
  CHECK(json[0] == nlohmann::json{{"code", "IMG.0009"},
                                  {"count", 3},
                                  {"file", ""},
                                  {"line", 2},
                                  {"known", true},
                                  {"source",
                                   "Image Management Service API Reference, Error Codes "
                                   "(en-us_topic_0022473689), edition of 2023-05-17"},
                                  {"message", "The image name already exists."}});
  CHECK(json[3]["known"] == false);
  CHECK(run(explain + " --count nothere").err == "ims-explain: nothere: cannot be read: No such file or directory\n");
}

TEST_CASE("a million unknown codes take constant memory and are counted") {
  const auto result = run("seq -f 'IMG.1%06.0f' 1000000 | (ulimit -v 200000; " + explain + " --count) 2>&1");
  CHECK(result.status == 1);
  CHECK(std::ranges::count(result.out, '\n') == 1002);
  CHECK(result.out.ends_with("\n999000  other unknown codes\n"));
  CHECK(result.out.find("ims-explain: more unknown codes were found\n") == 0);
}

TEST_CASE("binary input and a line of 50 MB are read in constant memory") {
  const auto binary = run("(head -c 3000000 /dev/urandom; printf '\\0IMG.0024\\0') | " + explain + " 2>/dev/null");
  CHECK(binary.out.find("IMG.0024\n") != std::string::npos);
  const auto line =
      run("(head -c 50000000 /dev/zero | tr '\\0' 'x'; printf ' IMG.0024') | (ulimit -v 200000; " + explain + ")");
  CHECK(line.status == 0);
  CHECK(line.out.starts_with("IMG.0024\n"));
}
