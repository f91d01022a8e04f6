// SPDX-License-Identifier: Apache-2.0
// What a library that was compiled with one edition of a catalog answers.
#pragma once

#include <cstddef>
#include <string>
#include <system_error>

struct answers {
  std::size_t size;
  bool finds_new_code;           // SHOP.0004
  std::string found;             // the message of SHOP.0001, by code
  std::string entry;             // the message of SHOP.0001, by enumerator
  std::string ready_body;        // of the last row
  std::string own_body;          // of the last row, with a message of the library's
  std::error_code code;          // SHOP.0001
  std::string code_message;      // of SHOP.0001
  std::string category_message;  // of the value 4
};

answers answer_with_edition_1();
answers answer_with_edition_2();
bool edition_1_knows(const std::error_code& code);  // SHOP.0001
bool edition_2_knows(const std::error_code& code);
