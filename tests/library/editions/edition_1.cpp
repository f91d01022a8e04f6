// SPDX-License-Identifier: Apache-2.0
// A library compiled with edition 1.
#include <edition_1.hpp>

#define ANSWER answer_with_edition_1
#define KNOWS edition_1_knows
#include "answers.inc"
