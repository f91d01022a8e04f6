// SPDX-License-Identifier: Apache-2.0
// Uses every kind of lookup; table_object.cmake inspects the sections of the object.
#include <ims/errors.hpp>

std::size_t by_code(std::string_view code) {
  const auto error = ims::errors.find(code);
  return error ? error->message().size() + error->description().size() + error->handling_measure().size() : 0;
}

const char* by_enumerator(ims::errc error) { return ims::errors[error].response_body().data(); }

int all_statuses() {
  int sum = 0;
  for (const auto error : ims::errors) sum += error.status();
  return sum;
}
