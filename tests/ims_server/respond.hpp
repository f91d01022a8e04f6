// SPDX-License-Identifier: Apache-2.0
// The one place where an error becomes a response.
#pragma once

#include "http_server.hpp"
#include "image_error.hpp"

inline http_response respond(const image_error& error) {
  http_response response(static_cast<http::status>(error.status()), 11);
  response.set(http::field::content_type, {errcat::media_type.data(), errcat::media_type.size()});
  response.body() = error.response_body();
  return response;
}
