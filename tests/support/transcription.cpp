// SPDX-License-Identifier: Apache-2.0
// Reads a catalog with yaml-cpp.
#include "transcription.hpp"

#include <yaml-cpp/yaml.h>

std::vector<table_row> rows_of_yaml(const char* file) {
  std::vector<table_row> rows;
  for (const YAML::Node& row : YAML::LoadFile(file)["errors"]) {
    const auto text = [&](const char* key) { return row[key].as<std::string>(); };
    rows.push_back({text("code"), text("name"), text("status"), text("message"), text("description"),
                    text("handling_measure"), row["retired"].as<std::string>("") == "true"});
  }
  return rows;
}
