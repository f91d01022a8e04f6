// SPDX-License-Identifier: Apache-2.0
// The Markdown writer.
#include "read_pandoc.hpp"

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

#include <cstddef>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

using namespace errcat::tool;

TEST_CASE("Markdown: a table with anchors, in which every string is plain") {
  catalog c;
  c.name_space.text = "sample::a_b";
  c.license.text = "Apache-2.0";
  c.source.text = "A_b_c";
  c.rows.resize(2);
  c.rows[0].code.text = "a|b&";
  c.rows[0].name.text = "one";
  c.rows[0].status.text = "400";
  c.rows[0].message.text = "*bold* `code` <script> a|b [x](y) & \\";
  c.rows[0].description.text = "Other.";
  c.rows[0].handling_measure.text = "Do:\n- this";
  c.rows[1].code.text = "c";
  c.rows[1].name.text = "two";
  c.rows[1].status.text = "404";
  c.rows[1].message.text = "Same.";
  c.rows[1].description.text = "Same.";
  c.rows[1].retired.text = "true";
  CHECK(write_markdown(checked(c)) ==
        "# sample\\:\\:a\\_b error codes\n\nSource: A\\_b\\_c\n\nLicense: Apache-2.0\n\n"
        "Response body: `{\"error\":{\"message\":\"{message}\",\"code\":\"{code}\"}}`\n\n"
        "| Code | Status | Message | Description | Handling measure |\n|---|---|---|---|---|\n"
        "| <a id=\"a&#124;b&amp;\"></a>a\\|b&amp; | 400 | "
        "\\*bold\\* \\`code\\` &lt;script\\> a\\|b \\[x\\]\\(y\\) &amp; \\\\ | Other. | Do\\:<br>- this |\n"
        "| <a id=\"c\"></a>c (retired) | 404 | Same. |  |  |\n");
}

TEST_CASE("Markdown: rendered, every row is one of the table, with the anchor that the page has") {
  const catalog subject = hard_catalog();
  const auto file = scratch("markdown") / "catalog.md";
  put(file, write_markdown(checked(subject)));
  const auto rendered = run("pandoc -f gfm -t html " + word(file));
  REQUIRE(rendered.status == 0);
  const auto found = [](const std::string& text, const char* pattern) {
    std::vector<std::string> all;
    const std::regex anchor(pattern);
    for (std::sregex_iterator i(text.begin(), text.end(), anchor), end; i != end; ++i) all.push_back((*i)[1]);
    return all;
  };
  const std::vector<std::string> anchors = found(rendered.out, "<a\\s+id=\"([^\"]*)\">");
  CHECK(anchors.size() == subject.rows.size());
  CHECK(anchors == found(write_html(checked(subject)), "<article id=\"([^\"]*)\""));
  CHECK(found(rendered.out, "<(tr)").size() == subject.rows.size() + 1);
  CHECK(found(rendered.out, "<(td)").size() == 5 * subject.rows.size());
}

TEST_CASE("Markdown: the shape of bodies is code, whatever it holds") {
  catalog c = hard_catalog();
  const auto shape = [&c](const std::string& body) {
    c.body = {body, {"c.yaml"}};
    const std::string text = write_markdown(checked(c));
    const std::size_t begin = text.find("Response body: ");
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(shape(R"(["{code}", "{message}"])") == "Response body: `[\"{code}\",\"{message}\"]`");
  CHECK(shape(R"(["`{code}``", "{message}"])") == "Response body: ```[\"`{code}``\",\"{message}\"]```");
}

TEST_CASE("Markdown: a host is not made a link") {
  catalog c = hard_catalog();
  c.rows.resize(1);
  c.rows[0].message.text = "See www.a.b or WWW.a.b, a.b.";
  const checked_catalog subject = checked(c);
  CHECK(write_markdown(subject).find("See www\\.a.b or WWW\\.a.b, a.b.") != std::string::npos);
}

TEST_CASE("Markdown: a parser of GitHub's Markdown reads every string back") {
  const std::string texts[] = {"~~struck~~ ~x~",
                               "@user and me@a.example",
                               "![image](u) [link](u) [r][x]",
                               "#1 # title #",
                               "+ item",
                               "1. item",
                               "- [ ] task",
                               "{.class} {#id}",
                               ":smile: :+1:",
                               "https://a.example/b_c_d?e=f",
                               "www.a.example",
                               "a_b_c *d* __e__ **f**",
                               "<b>bold</b> <!-- x --> &lt; &#35; &copy;",
                               "`code` ``more`` \\",
                               "a | b \\| c",
                               "[^1]",
                               "a\nb\n- c",
                               "\\* \\\\ \\a",
                               "> quote",
                               "---",
                               "| --- |",
                               "a<br>b",
                               "\"q\" 'q' -- ... (c)",
                               "%s %(key)s",
                               "\u4E2D\u6587 \U0001F600",
                               "ftp://a.example"};
  catalog c;
  c.name_space.text = "n";
  c.source.text = "s";
  for (const std::string& text : texts) {
    row& r = c.rows.emplace_back();
    r.code.text = "c" + std::to_string(c.rows.size());
    r.name.text = "n" + std::to_string(c.rows.size());
    r.status.text = "400";
    r.message.text = text;
  }
  const auto file = scratch("markdown-parsed") / "catalog.md";
  put(file, write_markdown(checked(c)));
  const auto parsed = run("pandoc -f gfm -t json " + word(file));
  REQUIRE(parsed.status == 0);
  diagnostics found;
  const document read = read_pandoc("page", parsed.out, found);
  CHECK(printed(found).empty());
  REQUIRE(read.tables.size() == 1);
  REQUIRE(read.tables[0].rows.size() == std::size(texts));
  for (std::size_t i = 0; i != std::size(texts); ++i) CHECK(read.tables[0].rows[i].cells.at(2).text == texts[i]);
}
