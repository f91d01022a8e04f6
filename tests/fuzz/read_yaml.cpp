// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a YAML catalog: they are rejected with an error, or the catalog can be checked and written.
#include "oracle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace errcat::tool;
  const std::string_view bytes = as_text(data, size);
  diagnostics found;
  const auto subject = read_yaml("in", bytes, found);
  require_reading(subject, found, bytes);
  return 0;
}
