// SPDX-License-Identifier: Apache-2.0
// What the subcommands share.
#include "commands.hpp"

#include "file.hpp"
#include "terminal.hpp"

#include <exception>
#include <new>
#include <ostream>

namespace errcat::tool {

void print(const std::string& text, std::ostream& out) {
  if (!(out << text << std::flush)) throw file_error("standard output: cannot be written");
}

exit_status guarded(const std::function<exit_status()>& command, std::ostream& err) {
  try {
    return command();
  } catch (const std::bad_alloc&) {  // of a C library; see exit_when_out_of_memory
    err << "errcat: out of memory\n";
    return usage_or_file;
  } catch (const std::exception& error) {
    err << "errcat: " << printable(error.what()) << '\n';
    return usage_or_file;
  }
}

}  // namespace errcat::tool
