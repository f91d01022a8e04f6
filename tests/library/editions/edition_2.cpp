// SPDX-License-Identifier: Apache-2.0
// A library compiled with edition 2.
#include <edition_2.hpp>

#define ANSWER answer_with_edition_2
#define KNOWS edition_2_knows
#include "answers.inc"
