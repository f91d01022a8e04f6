// SPDX-License-Identifier: Apache-2.0
// Ids are unique without a lock: a random half and a counter.
#include "request_id.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <random>

namespace {

void append_hex(std::string& text, std::uint64_t number, unsigned digits) {
  for (unsigned shift = digits * 4; shift != 0; shift -= 4) text += "0123456789abcdef"[number >> (shift - 4) & 15];
}

std::uint64_t random_number() {
  std::random_device random;
  return std::uint64_t{random()} << 32 | random();
}

/// As sent, but for what a terminal or a reader of lines might take for something else.
void append_printable(std::string& text, std::string_view sent) {
  if (sent.empty()) text += '-';
  for (const char c : sent) {
    if (c > ' ' && c <= '~') {
      text += c;
    } else {
      text += "\\x";
      append_hex(text, static_cast<unsigned char>(c), 2);
    }
  }
}

}  // namespace

std::string next_request_id() {
  static const std::uint64_t process = random_number();
  static std::atomic<std::uint64_t> number = 0;
  std::string id;
  append_hex(id, process, 16);
  append_hex(id, ++number, 16);
  return id;
}

std::string log_line(const http_request& request, unsigned status, std::string_view code, const std::string& id) {
  std::string line;
  append_printable(line, {request.method_string().data(), request.method_string().size()});
  line += ' ';
  append_printable(line, {request.target().data(), request.target().size()});
  line += ' ' + std::to_string(status) + ' ';
  line.append(code);
  return line += ' ' + id;
}
