// SPDX-License-Identifier: Apache-2.0
// Recipe: responds with an error of the catalog through Boost.Beast.
#include <errcat/json.hpp>

#include <boost/beast/http.hpp>
#include <ims/errors.hpp>

namespace http = boost::beast::http;

inline http::response<http::string_body> respond(errcat::entry<ims::errc> error, std::string_view message) {
  http::response<http::string_body> response(static_cast<http::status>(error.status()), 11);
  response.set(http::field::content_type, {errcat::media_type.data(), errcat::media_type.size()});
  response.body() = errcat::response_body(error, message);
  response.prepare_payload();
  return response;
}
