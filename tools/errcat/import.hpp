// SPDX-License-Identifier: Apache-2.0
// From the rows of a document to a catalog: proposing names, and keeping those of an earlier edition.
#pragma once

#include "catalog.hpp"
#include "diagnostics.hpp"

namespace errcat::tool {

/// Gives each row without a name a unique one, made of its code where that is words and of its message elsewhere, and
/// marks it as proposed.
void propose_names(catalog& subject);

/// Returns the rows of `published` as the next edition of `kept`, with the names, notes, retired marks and order of
/// `kept`; new codes follow at the end. Cells without a position, which the document does not have, stay as they are. A
/// code that `published` does not have becomes retired. Warns about each such code, and about each retired code that is
/// still published.
[[nodiscard]] catalog update(const catalog& kept, const catalog& published, diagnostics& found);

}  // namespace errcat::tool
