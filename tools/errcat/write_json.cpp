// SPDX-License-Identifier: Apache-2.0
// Writes JSON, as catalog.schema.json describes it.
#include "write.hpp"

#include <nlohmann/json.hpp>

namespace errcat::tool {

std::string write_json(const checked_catalog& subject) {
  using nlohmann::ordered_json;
  ordered_json errors = ordered_json::array();
  for (const checked_row& r : subject.rows()) {
    errors.push_back({{"code", r.code},
                      {"value", r.value},
                      {"enumerator", r.enumerator},
                      {"name", r.name},
                      {"status", r.status},
                      {"message", r.message},
                      {"description", r.description},
                      {"handling_measure", r.handling_measure},
                      {"retired", r.retired}});
  }
  const ordered_json whole = {{"namespace", subject.name_space()}, {"prefix", subject.prefix()},
                              {"license", subject.license()},      {"source", subject.source()},
                              {"body", subject.body().text()},     {"media_type", subject.media_type()},
                              {"errors", std::move(errors)}};
  return whole.dump(2) + '\n';
}

}  // namespace errcat::tool
