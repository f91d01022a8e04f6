// SPDX-License-Identifier: Apache-2.0
// The exception of the example server: an error of the table and the message of the response.
#pragma once

#include <errcat/failure.hpp>
#include <errcat/json.hpp>
#include <ims/errors.hpp>

using image_error = errcat::failure<ims::errc>;
