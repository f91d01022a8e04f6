// SPDX-License-Identifier: Apache-2.0
// A handler for `new`. It allocates nothing.
#include "out_of_memory.hpp"

#include "exit_status.hpp"

#include <unistd.h>
#include <new>
#include <string_view>

namespace errcat::tool {
namespace {

const char* name_of_program = "";
void (*before_exit)() noexcept = nullptr;

void print(std::string_view text) noexcept {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
}

[[noreturn]] void report_and_exit() {
  before_exit();
  print(name_of_program);
  print(": out of memory\n");
  _exit(usage_or_file);
}

}  // namespace

void exit_when_out_of_memory(const char* program, void (*clean_up)() noexcept) noexcept {
  name_of_program = program;
  before_exit = clean_up;
  std::set_new_handler(report_and_exit);
}

}  // namespace errcat::tool
