// SPDX-License-Identifier: Apache-2.0
// Messages about wrong usage.
#include "usage.hpp"

#include "support/catch.hpp"

#include <CLI/CLI.hpp>

using namespace errcat::tool;

namespace {

/// The message for a command line; empty if it is right.
std::string message_for(const std::string& line) {
  CLI::App app("a program", "program");
  app.failure_message(usage_message);
  int number = 0;
  app.add_option("--number", number, "a number");
  try {
    app.parse(line);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    app.exit(error, out, err);
    return err.str();
  }
  return "";
}

}  // namespace

TEST_CASE("an unknown subcommand is named, with the one that was probably meant") {
  const auto message_for_command = [](const std::string& line) {
    CLI::App app("a program", "program");
    app.require_subcommand(1);
    app.add_subcommand("check", "");
    app.add_subcommand("diff", "");
    try {
      app.parse(line);
    } catch (const CLI::ParseError& error) {
      return usage_message(&app, error);
    }
    return std::string();
  };
  CHECK(message_for_command("check").empty());
  CHECK(message_for_command("chek").starts_with("no subcommand 'chek'; did you mean 'check'?\n"));
  CHECK(message_for_command("nonsense\x1B").starts_with("no subcommand 'nonsenseU+001B'\n"));
  CHECK(message_for_command("-").starts_with("no subcommand '-'\n"));
  CHECK(message_for_command("").starts_with("A subcommand is required\n"));
  CHECK(message_for_command("--nonsense").find("no subcommand") == std::string::npos);
}

TEST_CASE("wrong usage is reported with where to find help") {
  CHECK(message_for("--number 1").empty());
  CHECK(message_for("x").find("Run with --help for more information.\n") != std::string::npos);
}

TEST_CASE("a usage message shows arguments without control characters") {
  const std::string message = message_for("--number x\x1B[31m\u202E");
  CHECK(message.find("xU+001B[31mU+202E") != std::string::npos);
  CHECK(message.find('\x1B') == std::string::npos);
  CHECK(message.ends_with("\nRun with --help for more information.\n"));
}
