// SPDX-License-Identifier: Apache-2.0
// From a document's rows to a catalog: names for the enumerators, and an earlier edition's names kept.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

namespace errcat::tool {

/// Gives each row without a name a unique one made of its message, and marks it as proposed.
void propose_names(catalog& subject);

/// The rows of `published` as the next edition of `kept`: names, notes and retired marks stay, and so does the order;
/// new codes stand behind. A code that `published` no longer has becomes retired. Warns of both.
[[nodiscard]] catalog update(const catalog& kept, const catalog& published, diagnostics& found);

}  // namespace errcat::tool
