// SPDX-License-Identifier: Apache-2.0
// Messages about wrong usage.
#include "usage.hpp"

#include "suggestion.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace errcat::tool {

namespace {

std::vector<const CLI::App*> subcommands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// Returns "no option '--serch'; did you mean '--search'?".
std::string unknown(std::string_view kind, std::string_view typed, const std::vector<std::string>& known) {
  const std::optional<std::string_view> meant = nearest(typed, {known.begin(), known.end()});
  return "no " + std::string(kind) + ' ' + quote(typed) + (meant ? "; did you mean " + quote(*meant) + '?' : "");
}

/// Returns a message about an unknown subcommand, of which CLI11 reports only that one is required, or about an unknown
/// option; "" if the mistake is another one.
std::string unknown_word(const CLI::App& app, const CLI::Error& error) {
  const std::vector<std::string> words = app.remaining(true);
  const auto is_option = [](const std::string& word) { return word.size() > 1 && word.front() == '-'; };
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !words.empty() && !is_option(words.front())) {
    std::vector<std::string> names;
    for (const CLI::App* command : subcommands_of(app)) names.push_back(command->get_name());
    return unknown("subcommand", words.front(), names);
  }
  const auto option = std::ranges::find_if(words, is_option);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || option == words.end()) return "";
  const CLI::App* command = &app;
  for (const CLI::App* each : subcommands_of(app)) {
    if (each->parsed()) command = each;
  }
  std::vector<std::string> names;
  for (const CLI::Option* known : command->get_options()) {
    for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
  }
  const std::string typed = option->substr(0, option->find('='));
  return unknown("option", typed, typed.starts_with("--") ? names : std::vector<std::string>());
}

}  // namespace

std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const std::string_view what = error.what();
  const std::string word = unknown_word(*app, error);
  return (word.empty() ? printable(what) : word) + CLI::FailureMessage::simple(app, error).substr(what.size());
}

}  // namespace errcat::tool
