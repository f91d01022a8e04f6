// SPDX-License-Identifier: Apache-2.0
// The first of two translation units that include the same headers; prints one error of each catalog.
#include <consumer/errors.hpp>
#include <consumer/other tables/tea.hpp>
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <iostream>

const char* body_in_other_file();

int main() {
  const auto error = ims::errors[ims::errc::image_type_incorrect];
  std::cout << nlohmann::ordered_json(error).dump() << '\n'
            << consumer::errors["Coffee.Empty"].message() << '\n'
            << consumer::errors[consumer::errc::no_coffee].handling_measure() << '\n'
            << consumer::tea::errors["TEA.0001"].message() << '\n';
  return error.response_body().data() == body_in_other_file() ? 0 : 1;  // the program holds the text once
}
