// SPDX-License-Identifier: Apache-2.0
// The second of two shared libraries.
#include "library.hpp"

#include <errcat/system_error.hpp>
#include <ims/errors.hpp>

std::error_code second_library_error() { return ims::errc::image_not_found; }
bool second_library_knows(const std::error_code& code) { return code == ims::errc::image_not_found; }
