// SPDX-License-Identifier: Apache-2.0
// The command line of pandoc, and what its endings mean.
#include "pandoc.hpp"

#include "subprocess.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace errcat::tool {
namespace {

using ending = program_output::ending;

constexpr std::size_t longest_line = 300;

/// Returns what pandoc printed on its standard error, a string for each message, made printable.
std::vector<std::string> messages_of(std::string_view err) {
  std::vector<std::string> messages;
  while (!err.empty()) {
    const std::size_t end = std::min(err.find('\n'), err.size());
    std::string_view line = err.substr(0, end);
    err.remove_prefix(std::min(end + 1, err.size()));
    if (line.starts_with("[WARNING] ")) line.remove_prefix(10);
    if (line.find_first_not_of(" \r") == std::string_view::npos) continue;
    const bool continues = line.starts_with(' ') && !messages.empty();
    if (!continues) messages.push_back(printable(line, longest_line));
  }
  return messages;
}

/// Returns ": " and the last message, which is the one that pandoc failed with; "" if there is none.
std::string reason(const program_output& result) {
  const std::vector<std::string> messages = messages_of(result.err);
  return messages.empty() ? "" : ": " + messages.back();
}

/// True for pandoc's exit statuses for a format or an extension of one that it does not know.
bool is_unknown_format(int status) { return status == 4 || status == 21 || status == 23; }

/// Returns what went wrong; "" if nothing.
std::string problem(const program_output& result, std::chrono::seconds time) {
  switch (result.how) {
    case ending::timed_out:
      return "pandoc did not finish within " + std::to_string(time.count()) +
             " seconds; make the page simpler, or allow more with --time-limit SECONDS";
    case ending::too_large:
      return "pandoc's output is too large";
    case ending::signalled:
      return "pandoc was ended by signal " + std::to_string(result.status) + reason(result);
    default:
      return result.status == 0 ? "" : "pandoc failed with status " + std::to_string(result.status) + reason(result);
  }
}

}  // namespace

std::optional<std::string> run_pandoc(std::string_view file, std::string_view bytes, const std::string& from,
                                      const std::string& to, std::chrono::seconds time, diagnostics& found) {
  program_limits limits;
  limits.time = time;
  std::vector<std::string> arguments{"pandoc", "--sandbox", "--from=" + from, "--to=" + to};
  if (to != "json") arguments.insert(arguments.end(), {"--wrap=preserve", "--quiet"});
  program_output result = run_program(std::move(arguments), bytes, limits);
  const position at{file, 0, 0};
  if (result.how == ending::not_found) {
    throw usage_error("pandoc is required to read documents and was not found; install it: apt-get install pandoc");
  }
  const std::string wrong = problem(result, time);
  if (result.how == ending::exited && is_unknown_format(result.status)) {
    throw usage_error(std::string(file) + ": " + wrong + "; check the format (--from)");
  }
  if (!wrong.empty()) {
    found.error(at, wrong);
    return std::nullopt;
  }
  for (const std::string& message : messages_of(result.err)) found.warning(at, "pandoc: " + message);
  return std::move(result.out);
}

}  // namespace errcat::tool
