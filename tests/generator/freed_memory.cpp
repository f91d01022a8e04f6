// SPDX-License-Identifier: Apache-2.0
// The memory of C libraries, which has to be freed by hand. With sanitizers there is nothing to count, and
// LeakSanitizer does it.
#include "charset.hpp"
#include "edit_yaml.hpp"
#include "read.hpp"
#include "write.hpp"

#include "support/catalogs.hpp"
#include "support/catch.hpp"

#include <malloc.h>
#include <functional>
#include <optional>
#include <string>

using namespace errcat::tool;

TEST_CASE("what is read, edited and written is freed") {
  const auto read = [](const std::string& text) {
    diagnostics found;
    return read_yaml("c.yaml", text, found);
  };
  const std::optional<catalog> before = read(yaml_catalog);
  REQUIRE(before);
  catalog after = *before;
  after.rows[0].message.text = "Another message.";
  after.rows.push_back(after.rows[0]);
  const std::function<void()> uses[] = {
      [&] { (void)read(yaml_catalog); },
      [&] { (void)read("namespace: 'n\nsource: s"); },
      [&] {
        diagnostics found;
        (void)read_csv("c.csv", csv_catalog, {}, found);
      },
      [&] { (void)edit_yaml(yaml_catalog, *before, after); },
      [&] { (void)write_yaml(*before); },
      [&] { (void)write_csv(*before); },
      [&] { (void)html_in_utf8("<meta charset=windows-1252>\x80"); },
  };
  for (std::size_t i = 0; i != std::size(uses); ++i) {
    constexpr std::size_t times = 1000;
    for (std::size_t n = 0; n != times; ++n) uses[i]();  // what is allocated once
    const std::size_t before_more = mallinfo2().uordblks;
    for (std::size_t n = 0; n != times; ++n) uses[i]();
    const std::size_t after_more = mallinfo2().uordblks;
    INFO(i);
    CHECK(after_more < before_more + 16 * times);  // the smallest piece of memory takes 32 bytes
  }
}
