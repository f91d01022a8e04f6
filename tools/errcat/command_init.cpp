// SPDX-License-Identifier: Apache-2.0
// errcat init.
#include "ascii.hpp"
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "identifier.hpp"
#include "text.hpp"
#include "usage.hpp"
#include "write.hpp"
#include "yaml_text.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

namespace errcat::tool {
namespace {

/// Returns a catalog with two rows to replace.
std::string first_catalog(const std::string& name_space, const std::string& prefix) {
  return std::string(yaml_schema_line) +
         "# An error catalog. Check it with `errcat check`, compile it with `errcat generate`.\n"
         "namespace: " +
         name_space + "  # of the C++ enumeration, " + name_space +
         "::errc\n"
         "prefix: " +
         (is_utf8(prefix) ? yaml_value("prefix", prefix, {}) : prefix) +  // what is not UTF-8 is refused
         "  # of every code, before the dot\n"
         "source: The document that publishes the errors, and its date\n"
         "errors:\n"
         "  # A code and its name are never changed, and never used for another error.\n"
         "  - code: " +
         prefix +
         ".0001\n"
         "    name: request_invalid  # the name in C++ code\n"
         "    status: 400            # of HTTP\n"
         "    message: The request is invalid.\n"
         "    description: A field is missing or has a wrong type.   # may be left out\n"
         "    handling_measure: Correct the request.                 # may be left out\n"
         "\n"
         "  - code: " +
         prefix +
         ".0002\n"
         "    name: item_not_found\n"
         "    status: 404\n"
         "    message: The item does not exist.\n";
}

}  // namespace

exit_status run_init(const init_options& options, std::ostream& err) {
  require_extension(options.output, {".yaml", ".yml"});
  std::error_code unusable;  // reported when the file is written
  if (std::filesystem::exists(options.output, unusable)) throw usage_error(options.output + " exists");
  std::string text;
  diagnostics found;
  // A namespace such as `std` is taken; with an ending it is not.
  for (const char* ending : {"", "_errors"}) {
    text = first_catalog(in_lower_case(enumerator_of(options.prefix)) + ending, options.prefix);
    found = {};
    const std::optional<catalog> made = read_yaml(options.output, text, found);
    if (made) check(*made, found);
    if (found.ok()) break;
  }
  found.print(err);
  if (!found.ok()) return failure;
  write_file(options.output, text);
  return success;
}

}  // namespace errcat::tool
