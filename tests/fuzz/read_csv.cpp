// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a CSV catalog: they are rejected with an error, or the catalog can be checked and written.
#include "oracle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace errcat::tool;
  const std::string_view bytes = as_text(data, size);
  for (const char* prefix : {"P", ""}) {
    diagnostics found;
    const auto subject = read_csv("in", bytes, {"n", prefix, "", "s"}, found);
    require_reading(subject, found, bytes);
  }
  return 0;
}
