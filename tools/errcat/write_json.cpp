// SPDX-License-Identifier: Apache-2.0
// The JSON form.
#include "identifier.hpp"
#include "numbering.hpp"
#include "write.hpp"

#include <nlohmann/json.hpp>

namespace errcat::tool {

std::string write_json(const catalog& subject) {
  using nlohmann::ordered_json;
  ordered_json errors = ordered_json::array();
  for (const auto& [value, r] : by_value(subject)) {
    errors.push_back({{"code", r->code.text},
                      {"value", value},
                      {"enumerator", enumerator_of(r->code.text)},
                      {"name", r->name.text},
                      {"status", *number_of(r->status.text)},
                      {"message", r->message.text},
                      {"description", r->description.text},
                      {"handling_measure", r->handling_measure.text},
                      {"retired", r->retired.text == "true"}});
  }
  const ordered_json whole = {{"namespace", subject.name_space.text},
                              {"prefix", subject.prefix.text},
                              {"license", subject.license.text},
                              {"source", subject.source.text},
                              {"errors", std::move(errors)}};
  return whole.dump(2) + '\n';
}

}  // namespace errcat::tool
