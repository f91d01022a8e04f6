// SPDX-License-Identifier: Apache-2.0
// The codes that the benchmarks look up: random ones, too many for a branch predictor to learn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ims/errors.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

inline constexpr std::size_t code_count = 4096;

/// `code_count` codes in contiguous memory, so that they fit into the caches and only lookups are measured.
class random_codes {
public:
  /// Returns codes of the table.
  static random_codes known() {
    random_codes codes;
    while (codes.size() != code_count) codes.add(codes.any());
    return codes;
  }

  /// Returns codes with one character replaced by a digit: numbers without a row, and strings that are not codes.
  static random_codes unknown() {
    random_codes codes;
    while (codes.size() != code_count) {
      std::string code(codes.any());
      code[codes.random_() % code.size()] = static_cast<char>('0' + codes.random_() % 10);
      if (!ims::errors.contains(code)) codes.add(code);
    }
    return codes;
  }

  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return {text_.data() + begins_[i], begins_[i + 1] - begins_[i]};
  }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }

private:
  [[nodiscard]] std::string_view any() { return ims::errors.begin()[random_() % ims::errors.size()].code(); }
  void add(std::string_view code) {
    text_ += code;
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  std::mt19937 random_{20230517};  // the same codes in every run
  std::string text_;
  std::vector<std::uint32_t> begins_{0};
};
