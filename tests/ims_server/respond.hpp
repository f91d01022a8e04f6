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

/// A handler of requests that answers what `handler` throws at once: handing the exception to the HTTP library and
/// getting it back would throw it a second time.
template <class Handler> auto answering_errors(Handler handler) {
  return [handler](const httplib::Request& request, httplib::Response& response) {
    try {
      handler(request, response);
    } catch (const image_error& error) {
      respond(response, error);
    }
  };
}
