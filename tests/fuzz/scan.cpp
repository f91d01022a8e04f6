// SPDX-License-Identifier: Apache-2.0
// ims-explain finds the same codes as a plain search, however its input is split.
#include "../../tools/ims-explain/scan.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <cstdint>
#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

namespace {

std::vector<std::string> search(const std::string& text) {
  static const std::regex word("[0-9A-Za-z_.]+");
  static const std::regex code("(IMG\\.[0-9]+)\\.*");
  std::vector<std::string> codes;
  for (std::sregex_iterator i(text.begin(), text.end(), word), end; i != end; ++i) {
    const std::string found = i->str();
    std::smatch parts;
    // A word as long as this is cut and is not a code, whatever follows.
    if (found.size() < 32 && std::regex_match(found, parts, code)) codes.push_back(parts[1]);
  }
  return codes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  std::string whole;
  std::vector<std::string> codes;
  errcat::tool::code_scanner scanner("IMG.", [&codes](std::string_view code) { codes.emplace_back(code); });
  while (bytes.remaining_bytes() != 0) {
    const std::string piece = bytes.ConsumeRandomLengthString(100);
    scanner.feed(piece);
    whole += piece;
  }
  scanner.finish();
  if (codes != search(whole)) std::abort();
  return 0;
}
