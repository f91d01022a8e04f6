// SPDX-License-Identifier: Apache-2.0
// The title of a catalog's pages.
#include "title.hpp"

namespace errcat::tool {

std::string title_of(const checked_catalog& subject) {
  return std::string(subject.is_numbered() ? subject.prefix() : subject.name_space()) + " error codes";
}

}  // namespace errcat::tool
