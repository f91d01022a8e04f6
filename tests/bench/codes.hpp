// SPDX-License-Identifier: Apache-2.0
// The codes that the measurements look up: random ones, more than a branch predictor learns by heart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ims/errors.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

inline constexpr std::size_t code_count = 4096;

/// `code_count` codes side by side, so that all of them fit into the first caches and it is lookups that are measured.
class random_codes {
public:
  /// Codes of the table.
  static random_codes known() {
    random_codes codes;
    while (codes.size() != code_count) codes.add(codes.any());
    return codes;
  }

  /// Known codes with one character changed into a digit: numbers that no row has, and what is no code at all.
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
