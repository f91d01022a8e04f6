// SPDX-License-Identifier: Apache-2.0
// Writers: from a checked catalog to the text of a file. They know the format only.
#pragma once

#include "catalog.hpp"

#include <string>

namespace errcat::tool {

/// A C++ header: the enumeration, its table and `errors`. The same rows give the same bytes, in whatever order.
[[nodiscard]] std::string write_header(const catalog& subject);

}  // namespace errcat::tool
