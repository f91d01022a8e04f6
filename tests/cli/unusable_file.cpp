// SPDX-License-Identifier: Apache-2.0
// Files that cannot be read or written, and full disks: both programs report them, exit with 2 and leave old files.
#include "programs.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"
#include "support/command.hpp"

#include <unistd.h>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <set>
#include <string>

namespace fs = std::filesystem;

namespace {

const std::string header = " --namespace n --prefix P --source s";

/// A folder with the tool in it that another user can reach, wherever the build folder is; removed at the end.
class open_folder {
public:
  open_folder() {
    std::string name = (fs::temp_directory_path() / "errcat-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    fs::permissions(path_, static_cast<fs::perms>(0755));
    fs::copy_file(ERRCAT_TOOL, path_ / "errcat");
  }
  open_folder(const open_folder&) = delete;
  open_folder& operator=(const open_folder&) = delete;
  ~open_folder() {
    (void)run("chmod -R u+rwx " + word(path_));
    fs::remove_all(path_);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

private:
  fs::path path_;
};

/// Returns the command that runs a program as a user who is bound by permissions, unlike root; nullopt if there is no
/// way.
std::optional<std::string> as_user() {
  if (geteuid() != 0) return "";
  const std::string nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
  if (run(nobody + "true").status == 0) return nobody;
  std::cout << "skipped: root reads everything, and setpriv cannot run a program as nobody\n";
  return std::nullopt;
}

}  // namespace

TEST_CASE("an input that does not exist or is not a file is named with the reason") {
  const fs::path folder = scratch("unusable-input");
  fs::create_directory(folder / "folder.csv");
  fs::create_symlink("loop.csv", folder / "loop.csv");
  put(folder / "good.csv", csv_catalog);
  struct example {
    const char* file;
    const char* reason;
  };
  const example examples[] = {{"none.csv", "No such file or directory"},
                              {"no/none.csv", "No such file or directory"},
                              {"folder.csv", "Is a directory"},
                              {"loop.csv", "Too many levels of symbolic links"},
                              {"good.csv/c.csv", "Not a directory"}};
  const auto before = files_in(folder);
  const std::string in = "cd " + word(folder) + " && " + tool;
  for (const auto& [file, reason] : examples) {
    const std::string path = file;
    for (const std::string& line :
         {" check " + path, " check good.csv --against " + path, " diff good.csv " + path,
          " generate " + path + " -o c.hpp" + header, " import -o c.yaml --from rst " + path}) {
      const auto result = run(in + line);
      INFO(line);
      CHECK(result.status == 2);
      CHECK(result.out.empty());
      CHECK(result.err == "errcat: " + path + ": cannot be read: " + reason + "\n");
    }
  }
  CHECK(files_in(folder) == before);
}

TEST_CASE("standard input that cannot be read is reported") {
  const fs::path folder = scratch("unusable-stdin");
  const std::string in = "cd " + word(folder) + " && ";
  const auto import = run(in + tool + " import - -o c.yaml < .");
  CHECK(import.status == 2);
  CHECK(import.err == "errcat: standard input: cannot be read\n");
  const auto explained = run(in + explain + " < .");
  CHECK(explained.status == 2);
  CHECK(explained.err == "ims-explain: cannot read the input\n");
}

TEST_CASE("an input without permission to read is named with the reason", "[may-skip]") {
  const auto user = as_user();
  if (!user) return;
  const open_folder folder;
  put(folder.path() / "c.csv", csv_catalog);
  fs::permissions(folder.path() / "c.csv", fs::perms::none);
  const auto result = run("cd " + word(folder.path()) + " && " + *user + "./errcat check c.csv");
  CHECK(result.status == 2);
  CHECK(result.err == "errcat: c.csv: cannot be read: Permission denied\n");
}

TEST_CASE("an output in a folder without permission to write leaves the old file", "[may-skip]") {
  const auto user = as_user();
  if (!user) return;
  const open_folder folder;
  put(folder.path() / "c.csv", csv_catalog);
  fs::create_directory(folder.path() / "closed");
  put(folder.path() / "closed" / "c.hpp", "old");
  fs::permissions(folder.path() / "closed", static_cast<fs::perms>(0555));
  const std::string in = "cd " + word(folder.path()) + " && " + *user + "./errcat generate c.csv" + header;
  for (const std::string file : {"closed/c.hpp", "closed/new.hpp"}) {
    const auto result = run(in + " -o " + file);
    CHECK(result.status == 2);
    CHECK(result.err == "errcat: " + file + ": cannot be written: Permission denied\n");
  }
  CHECK(get(folder.path() / "closed" / "c.hpp") == "old");
  CHECK(files_in(folder.path() / "closed") == std::set<std::string>{"c.hpp"});
}

TEST_CASE("an output that is not a file, or not in a folder, is named with the reason") {
  const fs::path folder = scratch("unusable-output");
  put(folder / "c.csv", csv_catalog);
  fs::create_directory(folder / "folder.hpp");
  fs::create_symlink("/dev/full", folder / "full.hpp");
  fs::create_symlink("loop.hpp", folder / "loop.hpp");
  struct example {
    const char* file;
    const char* reason;
  };
  const example examples[] = {{"folder.hpp", "Is a directory"},
                              {"no/c.hpp", "No such file or directory"},
                              {"c.csv/c.hpp", "Not a directory"},
                              {"loop.hpp", "Too many levels of symbolic links"},
                              {"full.hpp", "No space left on device"}};
  const auto before = files_in(folder);
  for (const auto& [file, reason] : examples) {
    const auto result = run("cd " + word(folder) + " && " + tool + " generate c.csv" + header + " -o " + file);
    CHECK(result.status == 2);
    CHECK(result.err == std::string("errcat: ") + file + ": cannot be written: " + reason + "\n");
  }
  CHECK(files_in(folder) == before);
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a file may have the longest name that the system allows") {
  const fs::path folder = scratch("long-name");
  put(folder / "c.csv", csv_catalog);
  const std::string name = std::string(251, 'x') + ".hpp";
  const auto result = run("cd " + word(folder) + " && " + tool + " generate c.csv" + header + " -o " + name);
  CHECK(result.err.empty());
  CHECK(files_in(folder) == std::set<std::string>{"c.csv", name});
}

TEST_CASE("a signal in the middle of writing leaves the old file and nothing else") {
  const fs::path folder = scratch("signal-in-write");
  put(folder / "c.hpp", "old");
  // The tool waits in fsync or write often enough that some of the signals arrive while it writes.
  for (int i = 0; i != 60; ++i) {
    const std::string delay = "0.0" + std::to_string(10 + i % 30);
    (void)run("cd " + word(folder) + " && timeout --signal=TERM " + delay + " " + tool + " generate " +
              word(IMG_CATALOG) + " -o c.hpp");
    CHECK(files_in(folder) == std::set<std::string>{"c.hpp"});
    put(folder / "c.hpp", "old");
  }
}

TEST_CASE("a disk that fills up leaves the old file and nothing else, whatever the signal's handling") {
  const fs::path folder = scratch("unusable-disk");
  put(folder / "page.json", "");
  REQUIRE(run("cd " + word(folder) + " && pandoc -f csv -t json -o page.json <<'END'\nCode,Message\nP.1," +
              std::string(20'000, 'x') + "\nEND")
              .status == 0);
  for (const char* file : {"c.hpp", "c.yaml", "c.csv", "c.json", "c.md", "c.html", "i.yaml"}) put(folder / file, "old");
  put(folder / "i.yaml", csv_catalog);
  const auto before = files_in(folder);
  for (const std::string handling : {"", "trap '' XFSZ; "}) {
    const std::string in = "cd " + word(folder) + " && ulimit -f 10 && " + handling + tool;  // 5 or 10 kB
    for (const std::string file : {"c.hpp", "c.yaml", "c.csv", "c.json", "c.md", "c.html", "new.hpp"}) {
      const auto result = run(in + " generate " + word(IMG_CATALOG) + " -o " + file);
      CHECK(result.status == 2);
      CHECK(result.err == "errcat: " + file + ": cannot be written: File too large\n");
    }
    const auto imported = run(in + " import page.json -o new.yaml");
    CHECK(imported.status == 2);
    CHECK(imported.err.find("errcat: new.yaml: cannot be written: File too large\n") != std::string::npos);
    CHECK(files_in(folder) == before);
    for (const char* file : {"c.hpp", "c.yaml", "c.csv", "c.json", "c.md", "c.html"})
      CHECK(get(folder / file) == "old");
  }
}

TEST_CASE("output that cannot be printed is reported") {
  const fs::path folder = scratch("unusable-stdout");
  put(folder / "old.csv", csv_catalog);
  put(folder / "new.csv", csv_catalog + "P.2,two,400,M.,D.,\"" + std::string(20'000, 'x') + "\"\n");
  const std::string in = "cd " + word(folder) + " && ";
  for (const std::string to : {">/dev/full", ">out"}) {
    const std::string limit = to == ">out" ? "ulimit -f 1 && " : "";
    const auto diff = run(in + limit + tool + " diff --json --prefix P old.csv " + word(IMG_CATALOG) + to);
    CHECK(diff.status == 2);
    CHECK(diff.err == "errcat: standard output: cannot be written\n");
    for (const std::string option : {" --list", " --list --json", " --search image"}) {
      const auto result = run(in + limit + explain + option + to);
      CHECK(result.status == 2);
      CHECK(result.err == "ims-explain: cannot write the output\n");
    }
  }
  for (const std::string option : {" --help", " --version"}) {
    const auto errcat = run(tool + option + ">/dev/full");
    CHECK(errcat.status == 2);
    CHECK(errcat.err == "errcat: standard output: cannot be written\n");
    const auto explained = run(explain + option + ">/dev/full");
    CHECK(explained.status == 2);
    CHECK(explained.err == "ims-explain: cannot write the output\n");
  }
}
