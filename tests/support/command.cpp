// SPDX-License-Identifier: Apache-2.0
// Runs programs in a shell.
#include "command.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>

namespace fs = std::filesystem;

command_result run(const std::string& line) {
  const fs::path folder = scratch("run-" + std::to_string(getpid()));
  const std::string out = (folder / "out").string();
  const std::string err = (folder / "err").string();
  const int status = std::system(("{ " + line + "\n} </dev/null >" + word(out) + " 2>" + word(err)).c_str());
  command_result result{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), get(out), get(err)};
  fs::remove_all(folder);
  return result;
}

std::string word(const fs::path& text) { return "'" + text.string() + "'"; }
