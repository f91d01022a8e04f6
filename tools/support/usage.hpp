// SPDX-License-Identifier: Apache-2.0
// Messages about wrong usage, for CLI11's App::failure_message.
#pragma once

#include <stdexcept>
#include <string>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace errcat::tool {

/// Wrong usage that only a command notices.
struct usage_error : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Returns CLI11's message, made printable: its first line may hold any bytes of an argument.
[[nodiscard]] std::string usage_message(const CLI::App* app, const CLI::Error& error);

}  // namespace errcat::tool
