// SPDX-License-Identifier: Apache-2.0
// The one place where an error becomes a response.
#pragma once

#include "image_error.hpp"

#include <httplib.h>
#include <errcat/json.hpp>
#include <string>

inline void respond(httplib::Response& response, const image_error& error) {
  response.status = error.entry().status();
  response.set_content(errcat::response_body(error.entry(), error.message()), std::string(errcat::media_type));
}
