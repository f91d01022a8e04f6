// SPDX-License-Identifier: Apache-2.0
// Editions of a catalog from pages and from git, and what of them diff and check compare.
#include "commands.hpp"
#include "file.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/environment.hpp"
#include "support/file.hpp"

#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

const std::string page_of_one = "| Code | Status | Message |\n|---|---|---|\n| P.1 | 400 | Gone. |\n";

std::string yaml_of_one(const std::string& row) {
  return "namespace: n\nprefix: P\nsource: s\nerrors:\n- {code: P.1, " + row + "}\n";
}

struct page_diff {
  exit_status status;
  std::string out;
};

page_diff diff_of(const fs::path& before, const fs::path& after, bool markdown = false) {
  std::ostringstream out;
  std::ostringstream err;
  const exit_status status = run_diff({before.string(), after.string(), false, false, "", markdown}, out, err);
  INFO(err.str());
  CHECK(err.str().empty());
  return {status, out.str()};
}

/// Runs the test in a folder.
class working_folder {
public:
  explicit working_folder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  working_folder(const working_folder&) = delete;
  working_folder& operator=(const working_folder&) = delete;
  ~working_folder() { fs::current_path(before_); }

private:
  fs::path before_;
};

}  // namespace

TEST_CASE("pages are compared by their published fields, with each other and with catalogs") {
  const fs::path folder = scratch("edition-pages");
  put(folder / "old.md", page_of_one);
  put(folder / "new.md", "| Code | Message |\n|---|---|\n| P.1 | Lost. |\n| P.2 | New. |\n");
  put(folder / "c.yaml", yaml_of_one("name: gone, status: 400, message: Gone., description: Other."));
  CHECK(diff_of(folder / "old.md", folder / "old.md").out.starts_with("same: "));
  CHECK(diff_of(folder / "old.md", folder / "c.yaml").out.starts_with("same: "));
  CHECK(diff_of(folder / "c.yaml", folder / "old.md").out.starts_with("same: "));
  CHECK(
      diff_of(folder / "old.md", folder / "new.md").out ==
      "compatible: 1 added, 0 removed, 0 retired, 1 field changed in 1 code\n+ P.2 added: 'New.'\n~ P.1\n    message\n"
      "      - Gone.\n      + Lost.\n");
  CHECK(diff_of(folder / "new.md", folder / "old.md").status == failure);
  put(folder / "other.yaml", yaml_of_one("name: gone, status: 404, message: Gone."));
  CHECK(diff_of(folder / "old.md", folder / "other.yaml").out.find("- 400\n      + 404\n") != std::string::npos);
}

TEST_CASE("a page that is not read whole is not compared") {
  const fs::path folder = scratch("edition-bad-pages");
  const working_folder there(folder);
  put("c.yaml", yaml_of_one("name: a, status: 400, message: M."));
  const auto refusal = [&](const char* page) {
    std::ostringstream out;
    std::ostringstream err;
    CHECK(run_diff({page, "c.yaml", false, false, ""}, out, err) == failure);
    CHECK(out.str().empty());
    return err.str();
  };
  put("merged.rst", "+---+---+\n| a | b |\n+---+---+\n| across|\n+---+---+\n");
  CHECK(refusal("merged.rst").find("merged.rst:4:5: error: merged cells; ") != std::string::npos);
  std::string deep = "x";
  for (int i = 0; i != 1100; ++i) deep.insert(0, "<blockquote>");
  put("deep.html", deep);
  CHECK(refusal("deep.html") == "deep.html: error: elements nested deeper than 1000 levels\n");
  put("none.md", "text\n");
  CHECK(refusal("none.md") == "none.md: error: no table has a code column; use --column code=HEADING\n");
  put("twice.md", "| Code | Error code | Message |\n|---|---|---|\n| P.1 | P.2 | M. |\n");
  CHECK(refusal("twice.md").starts_with("twice.md, table 1: error: two columns for 'code'; "));
}

TEST_CASE("a key that only one catalog has is a change") {
  const fs::path folder = scratch("edition-key");
  const std::string row = "name: a, status: 400, message: M.";
  put(folder / "old.yaml", yaml_of_one(row + ", description: D."));
  put(folder / "new.yaml", yaml_of_one(row));
  CHECK(diff_of(folder / "old.yaml", folder / "new.yaml").out ==
        "wording: 0 added, 0 removed, 0 retired, 1 field changed in 1 code\n~ P.1\n    description\n      - D.\n      "
        "+ \n");
}

TEST_CASE("a proposed name may change") {
  const fs::path folder = scratch("edition-proposed");
  const std::string rest = ", status: 400, message: M.";
  put(folder / "old.yaml", yaml_of_one("name: a" + rest + ", proposed: true"));
  put(folder / "new.yaml", yaml_of_one("name: b" + rest));
  CHECK(diff_of(folder / "old.yaml", folder / "new.yaml").status == success);
  CHECK(diff_of(folder / "new.yaml", folder / "old.yaml").status == failure);
}

TEST_CASE("the Markdown of a comparison is a table for a pull request") {
  const fs::path folder = scratch("edition-markdown");
  put(folder / "old.yaml", yaml_of_one("name: a, status: 400, message: 'a | b'"));
  put(folder / "new.yaml", yaml_of_one("name: a, status: 404, message: <c>"));
  CHECK(diff_of(folder / "old.yaml", folder / "new.yaml", true).out ==
        "**breaking**: 0 added, 0 removed, 0 retired, 2 fields changed in 1 code\n\n"
        "| Code | Change | Before | After |\n|---|---|---|---|\n"
        "| P.1 | status (breaking) | 400 | 404 |\n| P.1 | message | a \\| b | &lt;c\\> |\n");
  CHECK(diff_of(folder / "old.yaml", folder / "old.yaml", true).out ==
        "**same**: 0 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n");
}

TEST_CASE("REVISION:PATH is a file of an earlier revision, unless such a file exists") {
  const fs::path folder = scratch("edition-git");
  const working_folder there(folder);
  put("c.yaml", yaml_of_one("name: a, status: 400, message: M."));
  REQUIRE(run("cd " + word(folder) +
              " && git init -q . && git add c.yaml && "
              "git -c user.name=n -c user.email=e@example.org commit -qm one")
              .status == 0);
  put("c.yaml", yaml_of_one("name: a, status: 404, message: M."));
  CHECK(diff_of("HEAD:c.yaml", "c.yaml").status == failure);
  std::ostringstream err;
  CHECK(run_check({"c.yaml", "HEAD:c.yaml", false, {}}, err) == failure);
  CHECK(err.str() ==
        "c.yaml:5:32: error: status of 'P.1' changed from '400' to '404' (published at HEAD:c.yaml:5:3)\n");
  put("HEAD:c.yaml", get("c.yaml"));
  CHECK(diff_of("HEAD:c.yaml", "c.yaml").status == success);
  std::ostringstream out;
  CHECK_THROWS_WITH(run_diff({"HEAD:none.yaml", "c.yaml", false, false, ""}, out, err),
                    Catch::Matchers::StartsWith("HEAD:none.yaml: cannot be read: fatal: "));
  CHECK_THROWS_AS(run_diff({"--output=x:c.yaml", "c.yaml", false, false, ""}, out, err), file_error);
  CHECK_FALSE(fs::exists("x:c.yaml"));
}

TEST_CASE("a revision cannot be read without git") {
  const environment_variable path("PATH");
  path.set(scratch("edition-no-git").string());
  std::ostringstream out;
  std::ostringstream err;
  CHECK_THROWS_WITH(run_diff({"HEAD:c.yaml", "HEAD:c.yaml", false, false, ""}, out, err),
                    "HEAD:c.yaml: cannot be read: git was not found");
}

TEST_CASE("a git that fails without a word, or is ended, gives no revision") {
  const fs::path folder = scratch("edition-bad-git");
  const environment_variable path("PATH");
  path.set(folder.string() + ":/usr/bin:/bin");
  for (const char* line : {"exit 128", "kill -9 $$"}) {
    put(folder / "git", std::string("#!/bin/sh\necho 'namespace: n'\n") + line + "\n");
    fs::permissions(folder / "git", fs::perms::owner_all);
    std::ostringstream out;
    std::ostringstream err;
    CHECK_THROWS_WITH(run_diff({"HEAD:c.yaml", "HEAD:c.yaml", false, false, ""}, out, err),
                      "HEAD:c.yaml: cannot be read: git show failed");
  }
}

TEST_CASE("check reports as GitHub's annotations") {
  const fs::path folder = scratch("edition-github");
  const working_folder there(folder);
  put("a,b.yaml", yaml_of_one("name: a, status: 9, message: '50% M.'"));
  check_options options;
  options.catalog = "a,b.yaml";
  options.format = report_format::github;
  std::ostringstream err;
  CHECK(run_check(options, err) == failure);
  CHECK(err.str() ==
        "::error file=a%2Cb.yaml,line=5,col=32::invalid status '9'; expected an HTTP status, 100 to 599\n");
}
