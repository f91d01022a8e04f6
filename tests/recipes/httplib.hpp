// SPDX-License-Identifier: Apache-2.0
// Recipe: an error of the table as a response of cpp-httplib.
#include <errcat/failure.hpp>
#include <errcat/json.hpp>

#include <httplib.h>
#include <ims/errors.hpp>

inline void respond(httplib::Response& response, const errcat::failure<ims::errc>& error) {
  response.status = error.status();
  response.set_content(error.response_body(), std::string(errcat::media_type));
}
