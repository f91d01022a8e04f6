// SPDX-License-Identifier: Apache-2.0
// ims-explain: what an IMS error code means and what to do about it, from the public headers alone.
#include <CLI/CLI.hpp>
#include <ims/errors.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using ims_error = errcat::entry<ims::errc>;

/// One field; the further lines of its text stand below the first.
void print_field(std::string_view label, std::string_view text) {
  constexpr std::size_t width = 18;
  std::cout << "  " << label << std::string(width - label.size(), ' ');
  for (const char c : text) {
    std::cout << c;
    if (c == '\n') std::cout << std::string(width + 2, ' ');
  }
  std::cout << '\n';
}

void explain(const ims_error& error) {
  std::cout << error.code() << (error.retired() ? " (retired)\n" : "\n");
  print_field("status", std::to_string(error.status()));
  print_field("message", error.message());
  if (error.description() != error.message()) print_field("description", error.description());
  print_field("handling measure",
              error.handling_measure().empty() ? "(the table gives none)" : error.handling_measure());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("ims-explain says what an error code of the Image Management Service means and what to do about it.",
               "ims-explain");
  app.set_version_flag("--version", "ims-explain " ERRCAT_VERSION);
  std::vector<std::string> codes;
  app.add_option("code", codes, "error codes, such as IMG.0024")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  bool all_known = true;
  for (const std::string& code : codes) {
    if (const auto error = ims::errors.find(code)) {
      explain(*error);
    } else {
      std::cerr << "ims-explain: " << code << ": not in the table\n";
      all_known = false;
    }
  }
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "ims-explain: cannot write the output\n";
    return 2;
  }
  return all_known ? 0 : 1;
}
