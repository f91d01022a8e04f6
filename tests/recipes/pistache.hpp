// SPDX-License-Identifier: Apache-2.0
// Recipe: responds with an error of the catalog through Pistache.
#include <errcat/json.hpp>

#include <pistache/http.h>
#include <ims/errors.hpp>

inline void respond(Pistache::Http::ResponseWriter& response, errcat::entry<ims::errc> error,
                    std::string_view message) {
  response.send(static_cast<Pistache::Http::Code>(error.status()), errcat::response_body(error, message),
                MIME(Application, Json));
}
