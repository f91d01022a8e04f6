// SPDX-License-Identifier: Apache-2.0
// The CSV writer, tested with the reader.
#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

using namespace errcat::tool;

TEST_CASE("CSV: every string reads back unchanged") {
  const catalog subject = hard_catalog();
  diagnostics found;
  const std::string text = write_csv(subject);
  const catalog back = read_csv("c.csv", text, {}, found).value();
  CHECK(printed(found).empty());
  require_same_rows(subject, back);
  CHECK(write_csv(back) == text);
}

TEST_CASE("CSV: only cells that need quotes have them") {
  catalog subject;
  subject.rows.resize(1);
  subject.rows[0].code.text = "P.1";
  subject.rows[0].message.text = "a \"b\", c";
  CHECK(write_csv(subject) ==
        "code,name,status,message,description,handling_measure,group,retired,proposed,note\n"
        "P.1,,,\"a \"\"b\"\", c\",,,,,,\n");
}

TEST_CASE("YAML to CSV to YAML gives the same rows") {
  const std::string text = get(IMG_CATALOG);
  diagnostics found;
  const catalog subject = read_yaml("img.yaml", text, found).value();
  const std::string csv = write_csv(subject);
  const catalog back =
      read_csv("c.csv", csv, {"ims", "IMG", "Apache-2.0", subject.source.text, subject.source_url.text}, found).value();
  CHECK(write_yaml(back) == write_yaml(subject));
  CHECK(printed(found).empty());
}
