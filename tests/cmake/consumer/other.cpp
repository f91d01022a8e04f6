// SPDX-License-Identifier: Apache-2.0
// The second translation unit.
#include <errcat/json.hpp>
#include <ims/errors.hpp>
#include <consumer/errors.hpp>

const char* body_in_other_file();
const char* body_in_other_file() { return ims::errors["IMG.0024"].response_body().data(); }
