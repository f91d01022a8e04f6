// SPDX-License-Identifier: Apache-2.0
// Recipe: an error of the table as a response of cpp-httplib.
#include <errcat/json.hpp>

#include <httplib.h>
#include <ims/errors.hpp>

inline void respond(httplib::Response& response, errcat::entry<ims::errc> error, std::string_view message) {
  response.status = error.status();
  response.set_content(errcat::response_body(error, message), std::string(errcat::media_type));
}
