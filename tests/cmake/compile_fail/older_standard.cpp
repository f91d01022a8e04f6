// SPDX-License-Identifier: Apache-2.0
// Every header in C++17: the first error names the standard that errcat needs.
#include <errcat/failure.hpp>
#include <errcat/format.hpp>
#include <errcat/json.hpp>
#include <errcat/system_error.hpp>
#include <ims/errors.hpp>
