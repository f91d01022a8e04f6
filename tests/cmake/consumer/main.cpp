// SPDX-License-Identifier: Apache-2.0
// One of two translation units that include everything.
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <iostream>
#include <stranger/errors.hpp>
#include <stranger/of others/tea.hpp>

const char* text_of_other();

int main() {
  const auto error = ims::errors[ims::errc::image_type_incorrect];
  std::cout << nlohmann::ordered_json(error).dump() << '\n'
            << stranger::errors["Coffee.Empty"].message() << '\n'
            << stranger::errors[stranger::errc::no_coffee].handling_measure() << '\n'
            << stranger::tea::errors["TEA.0001"].message() << '\n';
  return error.response_body().data() == text_of_other() ? 0 : 1;  // the program holds the text once
}
