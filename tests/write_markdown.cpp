// SPDX-License-Identifier: Apache-2.0
// The Markdown form.
#include "support/catch.hpp"
#include "write.hpp"

using namespace errcat::tool;

TEST_CASE("Markdown: a table with anchors, in which every text is plain") {
  catalog c;
  c.source.text = "A_b_c";
  c.rows.resize(2);
  c.rows[0].code.text = "a|b\"&";
  c.rows[0].status.text = "400";
  c.rows[0].message.text = "*bold* `code` <script> a|b [x](y) & \\";
  c.rows[0].description.text = "Other.";
  c.rows[0].handling_measure.text = "Do:\n- this";
  c.rows[1].code.text = "c";
  c.rows[1].status.text = "404";
  c.rows[1].message.text = "Same.";
  c.rows[1].description.text = "Same.";
  c.rows[1].retired.text = "true";
  CHECK(write_markdown(c) ==
        "# Error codes\n\nSource: A\\_b\\_c\n\n"
        "| Code | Status | Message | Description | Handling measure |\n|---|---|---|---|---|\n"
        "| <a id=\"a&#124;b&quot;&amp;\"></a>a\\|b\"&amp; | 400 | "
        "\\*bold\\* \\`code\\` &lt;script\\> a\\|b \\[x\\]\\(y\\) &amp; \\\\ | Other. | Do\\:<br>- this |\n"
        "| <a id=\"c\"></a>c (retired) | 404 | Same. |  |  |\n");
}
