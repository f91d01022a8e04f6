// SPDX-License-Identifier: Apache-2.0
// Recipe: responds with an error of the catalog through Pistache.
#include <errcat/failure.hpp>
#include <errcat/json.hpp>

#include <pistache/http.h>
#include <ims/errors.hpp>

inline void respond(Pistache::Http::ResponseWriter& response, const errcat::failure<ims::errc>& error) {
  response.send(static_cast<Pistache::Http::Code>(error.status()), error.response_body(), MIME(Application, Json));
}
