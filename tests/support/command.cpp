// SPDX-License-Identifier: Apache-2.0
// Running programs, and files for them.
#include "command.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

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

fs::path scratch(std::string_view name) {
  fs::path folder = fs::path(SCRATCH) / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void put(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes << std::flush;
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

std::string get(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}
