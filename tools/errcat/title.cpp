// SPDX-License-Identifier: Apache-2.0
// The title of a catalog's pages.
#include "title.hpp"

#include "numbering.hpp"

namespace errcat::tool {

std::string title_of(const catalog& subject) {
  return (is_numbered(subject) ? subject.prefix.text : subject.name_space.text) + " error codes";
}

}  // namespace errcat::tool
