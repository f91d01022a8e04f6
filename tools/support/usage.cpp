// SPDX-License-Identifier: Apache-2.0
// Messages about wrong usage.
#include "usage.hpp"

#include "suggestion.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace errcat::tool {

namespace {

/// Returns "no subcommand 'chek'; did you mean 'check'?", or "" if the mistake is another one. CLI11 reports only that
/// a subcommand is required.
std::string unknown_subcommand(const CLI::App& app, const CLI::Error& error) {
  const std::vector<std::string> unknown = app.remaining();
  const bool is_word = !unknown.empty() && !unknown.front().starts_with('-');
  if (!is_word || dynamic_cast<const CLI::RequiredError*>(&error) == nullptr) return "";
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  if (names.empty()) return "";
  const std::optional<std::string_view> meant = nearest(unknown.front(), {names.begin(), names.end()});
  return "no subcommand " + quote(unknown.front()) + (meant ? "; did you mean " + quote(*meant) + '?' : "");
}

}  // namespace

std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const std::string_view what = error.what();
  const std::string subcommand = unknown_subcommand(*app, error);
  return (subcommand.empty() ? printable(what) : subcommand) +
         CLI::FailureMessage::simple(app, error).substr(what.size());
}

}  // namespace errcat::tool
