// SPDX-License-Identifier: Apache-2.0
// The visible functions of two shared libraries, each of which has its own category object.
#pragma once

#include <system_error>

#define ERRCAT_VISIBLE [[gnu::visibility("default")]]

ERRCAT_VISIBLE std::error_code first_library_error();
ERRCAT_VISIBLE std::error_code second_library_error();
ERRCAT_VISIBLE bool first_library_knows(const std::error_code& code);
ERRCAT_VISIBLE bool second_library_knows(const std::error_code& code);
