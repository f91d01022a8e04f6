// SPDX-License-Identifier: Apache-2.0
// A program with two editions of one catalog: each library answers from its own table. Exit status 0: it does.
#include "answers.hpp"

#include <iostream>

namespace {

int failures = 0;

template <class Value> void expect(const char* what, const Value& found, const Value& expected) {
  if (found == expected) return;
  std::cerr << what << ": " << found << ", expected " << expected << '\n';
  ++failures;
}

void expect_answers(const answers& found, std::size_t size, bool finds_new_code, const std::string& first,
                    const std::string& code, const std::string& last, const std::string& fourth) {
  const auto body = [&code](const std::string& message) {
    return R"({"error":{"message":")" + message + R"(","code":")" + code + R"("}})";
  };
  expect("size", found.size, size);
  expect("find(SHOP.0004)", found.finds_new_code, finds_new_code);
  expect("find(SHOP.0001)", found.found, first);
  expect("errors[sold_out]", found.entry, first);
  expect("the ready body", found.ready_body, body(last));
  expect("the body with another message", found.own_body, body("Mine."));
  expect("the error_code's message", found.code_message, first);
  expect("the category's message", found.category_message, fourth);
}

}  // namespace

int main() {
  const answers first = answer_with_edition_1();
  const answers second = answer_with_edition_2();
  expect_answers(first, 2, false, "Sold out.", "SHOP.0003", "Closed.", "unknown error 4");
  expect_answers(second, 4, true, "Everything is sold out.", "SHOP.0004", "No card.", "No card.");
  // The catalog is the same one, so error codes of one edition are recognized by the other.
  expect("edition 1 knows its own code", edition_1_knows(first.code), true);
  expect("edition 1 knows the code of edition 2", edition_1_knows(second.code), true);
  expect("edition 2 knows the code of edition 1", edition_2_knows(first.code), true);
  expect("edition 1 knows a code of the system", edition_1_knows(std::error_code(1, std::system_category())), false);
  return failures == 0 ? 0 : 1;
}
