// SPDX-License-Identifier: Apache-2.0
// The man pages: one for each program and subcommand, each with the usual sections.
#include "support/catch.hpp"
#include "support/command.hpp"

#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

TEST_CASE("every program and subcommand has a man page with examples, exit status and see also", "[may-skip]") {
  const std::filesystem::path folder = MAN_PAGES;
  if (!std::filesystem::exists(folder / "errcat.1.gz") || run("command -v man").status != 0) {
    std::cout << "skipped: man or help2man is not installed\n";
    return;
  }
  std::string names =
      "errcat\nims-explain\n" +
      run(word(ERRCAT_TOOL) + " --help | sed -n '/^subcommands:/I,$s/^  \\([a-z]\\+\\) .*/errcat-\\1/p'").out;
  std::istringstream lines(names);
  int count = 0;
  for (std::string name; std::getline(lines, name); ++count) {
    INFO(name);
    const auto page = run("MANWIDTH=200 man --warnings -l " + word(folder / (name + ".1.gz")) + " | col -b");
    CHECK(page.err.empty());
    CHECK(page.out.find("\n       " + name + " - ") != std::string::npos);
    for (const char* section : {"\nSYNOPSIS\n", "\nOPTIONS\n", "\nEXAMPLES\n", "\nEXIT STATUS\n", "\nSEE ALSO\n"}) {
      INFO(section);
      CHECK(page.out.find(section) != std::string::npos);
    }
    // The examples are of the program and use options that it has.
    const auto options = run("zcat " + word(folder / (name + ".1.gz")) +
                             " | sed -n '/^.SH EXAMPLES/,/^.SH/p' | grep -oE '(^| )--[a-z-]+' | tr -d ' ' | sort -u");
    std::istringstream used(options.out);
    for (std::string option; std::getline(used, option);) {
      INFO(option);
      CHECK(run((name == "ims-explain" ? word(IMS_EXPLAIN) : word(ERRCAT_TOOL)) + " --help" +
                (name == "ims-explain" ? "" : "-all") + " | grep -q -e " + option)
                .status == 0);
    }
  }
  CHECK(count == 9);
}

TEST_CASE("the man page of errcat check lists every rule", "[may-skip]") {
  const std::filesystem::path page = std::filesystem::path(MAN_PAGES) / "errcat-check.1.gz";
  if (!std::filesystem::exists(page)) {
    std::cout << "skipped: help2man is not installed\n";
    return;
  }
  const std::string message = run(word(ERRCAT_TOOL) + " check --explain ?").err;
  constexpr std::string_view before = "Rules: ";
  REQUIRE(message.find(before) != std::string::npos);
  std::istringstream names(message.substr(message.find(before) + before.size()));
  int count = 0;
  for (std::string name; std::getline(names >> std::ws, name, ','); ++count) {
    while (name.ends_with('\n')) name.pop_back();
    INFO(name);
    CHECK(run("zcat " + word(page) + " | tr -d '\\\\' | grep -A1 '^[.]TP' | grep -qx " + word(name)).status == 0);
  }
  CHECK(count > 10);
}
