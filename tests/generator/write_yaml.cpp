// SPDX-License-Identifier: Apache-2.0
// The YAML writer, by its reader and by another.
#include <yaml-cpp/yaml.h>

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

#include <iterator>

using namespace errcat::tool;

TEST_CASE("YAML: every text comes back as it was") {
  const catalog subject = hard_catalog();
  const std::string text = write_yaml(subject);
  diagnostics found;
  const catalog back = read_yaml("c.yaml", text, found).value();
  CHECK(printed(found).empty());
  require_same_rows(subject, back);
  CHECK(back.name_space.text == subject.name_space.text);
  CHECK(back.source.text == subject.source.text);
  CHECK(back.prefix.text.empty());
  CHECK(write_yaml(back) == text);
}

TEST_CASE("YAML: a catalog that breaks the rules comes back as it was, too") {
  catalog subject = hard_catalog();
  subject.rows[0].retired.text = subject.rows[0].proposed.text = "null";
  subject.rows[1].retired.text = "~";
  subject.rows[2].retired.text = "true";
  subject.rows[3].retired.text = "false";
  const char* const controls[] = {"a\x07",  "\x1B[31m", "a\rb",   "a\tb",  "\x7F",
                                  "\u0085", "a\u0085b", "\u009F", "\uFFFE"};
  for (std::size_t i = 0; i != std::size(controls); ++i) subject.rows[i].message.text = controls[i];
  diagnostics found;
  const std::string text = write_yaml(subject);
  const auto back = read_yaml("c.yaml", text, found);
  CHECK(printed(found).empty());
  REQUIRE(back);
  require_same_rows(subject, *back);
  CHECK(text.find("retired: true\n") != std::string::npos);
  CHECK(text.find("retired: false\n") != std::string::npos);
  CHECK(text.find("proposed: true\n") != std::string::npos);
  CHECK(text.find("proposed: false\n") != std::string::npos);
}

TEST_CASE("YAML: another reader sees the same texts") {
  const catalog subject = hard_catalog();
  const YAML::Node rows = YAML::Load(write_yaml(subject))["errors"];
  REQUIRE(rows.size() == subject.rows.size());
  for (std::size_t i = 0; i != rows.size(); ++i)
    CHECK(rows[i]["message"].as<std::string>() == subject.rows[i].message.text);
}

TEST_CASE("YAML: the committed catalog comes back row for row") {
  const std::string text = get(IMG_CATALOG);
  diagnostics found;
  const catalog subject = read_yaml("img.yaml", text, found).value();
  const std::string written = write_yaml(subject);
  require_same_rows(subject, read_yaml("c.yaml", written, found).value());
  CHECK(printed(found).empty());
  CHECK(written.starts_with("namespace: ims\nprefix: IMG\nlicense: Apache-2.0\nsource: Image Management Service"));
}
