// SPDX-License-Identifier: Apache-2.0
// How catalogs written before `proposed: true` existed mark a proposed name.
#pragma once

#include "catalog.hpp"

#include <string_view>

namespace errcat::tool {

inline constexpr std::string_view old_proposal_note =
    "The name is proposed: confirm it and delete this note, or change it.";

/// Turns a note that is exactly the old sentence into `proposed: true`.
inline void convert_old_proposal(row& subject) {
  if (subject.note.text != old_proposal_note) return;
  if (subject.proposed.text.empty()) subject.proposed = {"true", subject.note.at};
  subject.note.text.clear();
}

}  // namespace errcat::tool
