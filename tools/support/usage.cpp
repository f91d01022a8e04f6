// SPDX-License-Identifier: Apache-2.0
// Messages about wrong usage.
#include "usage.hpp"

#include "terminal.hpp"

#include <CLI/CLI.hpp>
#include <string_view>

namespace errcat::tool {

std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const std::string_view what = error.what();
  return printable(what) + CLI::FailureMessage::simple(app, error).substr(what.size());
}

}  // namespace errcat::tool
