// SPDX-License-Identifier: Apache-2.0
// Reads a code as a person typed it.
#pragma once

#include "error_table.hpp"

#include <string>
#include <string_view>

namespace errcat::tool {

struct looked_up {
  error_tables::row_list rows;     // of the code; empty if it is unknown
  bool is_as_typed = false;        // true: at most case and leading zeros differ
  bool may_be_code = false;        // false: the text does not look like a code
  std::string foreign_lead;        // "XYZ" of XYZ.0001 if no table has such codes
  error_tables::row_list similar;  // rows of codes near an unknown one, at most three codes
};

/// Finds what was meant by `IMG.0024`, `img.24`, `24`, `IMG-24`, `lMG.0O24`, `"IMG.0024"`, `ims::errc::IMG_0024`,
/// `image_type_incorrect`, full-width letters and digits, or letters of other alphabets that look alike.
[[nodiscard]] looked_up look_up(const error_tables& tables, std::string_view text);

}  // namespace errcat::tool
