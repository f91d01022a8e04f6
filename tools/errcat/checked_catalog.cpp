// SPDX-License-Identifier: Apache-2.0
// From cells to values.
#include "checked_catalog.hpp"

#include "identifier.hpp"
#include "numbering.hpp"

#include <utility>

namespace errcat::tool {

checked_catalog::checked_catalog(const catalog& subject, body_template body)
    : cells_(&subject), body_(std::move(body)) {
  rows_.reserve(subject.rows.size());
  for (const auto& [value, r] : by_value(subject)) {
    rows_.push_back({value, static_cast<int>(number_of(r->status.text).value()), is_retired(*r),
                     enumerator_of(r->code.text), r->code.text, r->name.text, r->message.text, r->description.text,
                     r->handling_measure.text, r->group.text, r->note.text});
  }
}

}  // namespace errcat::tool
