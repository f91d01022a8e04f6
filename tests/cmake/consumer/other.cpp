// SPDX-License-Identifier: Apache-2.0
// The other translation unit.
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <stranger/errors.hpp>

const char* text_of_other();
const char* text_of_other() { return ims::errors["IMG.0024"].response_body().data(); }
