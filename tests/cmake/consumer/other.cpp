// SPDX-License-Identifier: Apache-2.0
// The second translation unit.
#include <consumer/errors.hpp>
#include <errcat/json.hpp>
#include <ims/errors.hpp>

const char* body_in_other_file();
const char* body_in_other_file() { return ims::errors["IMG.0024"].response_body().data(); }
