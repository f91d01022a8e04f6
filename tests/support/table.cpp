// SPDX-License-Identifier: Apache-2.0
// The witnesses.
#include "table.hpp"

#include "command.hpp"

#include <csv.h>
#include <yaml-cpp/yaml.h>
#include <map>
#include <stdexcept>

std::vector<table_row> rows_of_yaml(const char* file) {
  std::vector<table_row> rows;
  for (const YAML::Node& row : YAML::LoadFile(file)["errors"]) {
    const auto text = [&](const char* key) { return row[key].as<std::string>(); };
    rows.push_back({text("code"), text("name"), text("status"), text("message"), text("description"),
                    text("handling_measure"), row["retired"].as<std::string>("") == "true"});
  }
  return rows;
}

std::vector<table_row> rows_of_csv(const char* file) {
  using line = std::vector<std::string>;
  struct lines {
    std::vector<line> done;
    line current;
  } all;
  const std::string bytes = get(file);
  csv_parser parser{};
  csv_init(&parser, CSV_STRICT);
  const auto on_cell = [](void* text, std::size_t size, void* to) {
    static_cast<lines*>(to)->current.emplace_back(static_cast<const char*>(text), size);
  };
  const auto on_line = [](int, void* to) {
    auto& [done, current] = *static_cast<lines*>(to);
    done.push_back(std::move(current));
    current.clear();
  };
  const bool read = csv_parse(&parser, bytes.data(), bytes.size(), on_cell, on_line, &all) == bytes.size() &&
                    csv_fini(&parser, on_cell, on_line, &all) == 0;
  csv_free(&parser);
  if (!read) throw std::runtime_error(std::string("no CSV: ") + file);

  std::vector<table_row> rows;
  for (std::size_t i = 1; i < all.done.size(); ++i) {
    std::map<std::string, std::string> row;
    for (std::size_t k = 0; k != all.done[0].size(); ++k) row[all.done[0][k]] = all.done[i].at(k);
    rows.push_back({row["code"], row["name"], row["status"], row["message"], row["description"],
                    row["handling_measure"], row["retired"] == "true"});
  }
  return rows;
}
