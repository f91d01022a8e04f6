// SPDX-License-Identifier: Apache-2.0
// The exit statuses of both programs.
#pragma once

namespace errcat::tool {

enum exit_status : int {
  success = 0,
  failure = 1,        // the input has errors, or something was not found
  usage_or_file = 2,  // wrong usage, or a file that cannot be read or written
};

}  // namespace errcat::tool
