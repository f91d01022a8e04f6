// SPDX-License-Identifier: Apache-2.0
// What names a request: its id, and its line in the log.
#pragma once

#include "http_server.hpp"

#include <string>
#include <string_view>

/// Returns 32 hexadecimal digits: 16 random ones of this process, and the number of the request.
[[nodiscard]] std::string next_request_id();

/// Returns "POST /v2/cloudimages/action 400 IMG.0008 3c6e...": without a line break, printable ASCII only.
[[nodiscard]] std::string log_line(const http_request& request, unsigned status, std::string_view code,
                                   const std::string& id);
