// SPDX-License-Identifier: Apache-2.0
// The reference page as text; tests/reference_page/ tests it in a browser.
#include "support/catch.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

#include <string>
#include <string_view>

using namespace errcat::tool;

namespace {

catalog one_row() {
  catalog c;
  c.name_space.text = "sample::n";
  c.source.text = "A document, 2024";
  c.rows.resize(1);
  row& r = c.rows[0];
  r.code.text = "E1";
  r.name.text = "first";
  r.status.text = "400";
  r.message.text = "Broken.";
  r.description.text = "It is broken.";
  r.handling_measure.text = "Mend it.";
  return c;
}

std::string page_of(const catalog& subject) { return write_html(checked(subject)); }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("page: special characters of HTML are escaped, once, in every field") {
  catalog c = one_row();
  const std::string raw_code = "&<>'&amp;";  // a code holds no quotes
  const std::string raw = raw_code + "\"";
  row& r = c.rows[0];
  r.code.text = raw_code;
  c.source.text = r.message.text = raw;
  r.description.text = raw + '.';
  r.handling_measure.text = raw + "\n- " + raw;
  const std::string page = page_of(c);
  CHECK_FALSE(contains(page, raw));
  // id, link twice, button, body; source, message, description, paragraph, item; the body has the message in JSON
  CHECK(count(page, "&amp;&lt;&gt;&apos;&amp;amp;") == 5 + 5 + 1);
  CHECK(count(page, "&amp;&lt;&gt;&apos;&amp;amp;&quot;") == 5 + 1);
  CHECK(contains(page, "{&quot;message&quot;:&quot;&amp;&lt;&gt;&apos;&amp;amp;\\&quot;&quot;,&quot;code&quot;:"));
}

TEST_CASE("page: a Mustache placeholder in a string is not replaced") {
  catalog c = one_row();
  for (const char* text : {"{{code}}", "{{{body}}}", "{{#errors}}", "{{/errors}}", "{{=[ ]=}}", "{{!"}) {
    c.source.text = c.rows[0].message.text = c.rows[0].handling_measure.text = text;
    CHECK(count(page_of(c), text) == 4);  // and in the body
  }
  CHECK_FALSE(contains(page_of(one_row()), "{{"));
}

TEST_CASE("page: the lines of a measure are paragraphs, and lines that begin with a dash are a list") {
  const auto measure = [](const char* text) {
    catalog c = one_row();
    c.rows[0].handling_measure.text = text;
    const std::string page = page_of(c);
    const std::string_view before = "<dd class=\"measure\">";
    const std::size_t begin = page.find(before) + before.size();
    return page.substr(begin, page.find("</dd>", begin) - begin);
  };
  CHECK(measure("Mend it.") == "<p>Mend it.</p>");
  CHECK(measure("One.\n\nTwo.") == "<p>One.</p><p>Two.</p>");
  CHECK(measure("Do:\n- this\n- that\nThen:\n- more") ==
        "<p>Do:</p><ul><li>this</li><li>that</li></ul><p>Then:</p><ul><li>more</li></ul>");
  CHECK(measure("- only") == "<ul><li>only</li></ul>");
  CHECK(measure("-5 is no item") == "<p>-5 is no item</p>");
  CHECK(measure("") == "<p class=\"none\">None documented.</p>");
}

TEST_CASE("page: empty and repeated fields are left out") {
  catalog c = one_row();
  CHECK(contains(page_of(c), "<dd class=\"description\">It is broken.</dd>"));
  CHECK_FALSE(contains(page_of(c), "<p class=\"retired\">"));
  CHECK_FALSE(contains(page_of(c), "License"));
  CHECK(contains(page_of(c), "<code>sample::n::errc::E1</code><code>sample::n::errc::first</code>"));
  c.license.text = "Apache-2.0";
  c.rows[0].name.text = "E1";
  c.rows[0].retired.text = "true";
  for (const char* description : {"Broken.", ""}) {
    c.rows[0].description.text = description;
    CHECK_FALSE(contains(page_of(c), "Description"));
  }
  CHECK(contains(page_of(c), "<p class=\"retired\">retired</p>"));
  CHECK(contains(page_of(c), "<p>License: Apache-2.0</p>"));
  CHECK(count(page_of(c), "sample::n::errc::") == 1);
}

TEST_CASE("page: the title names the prefix or the namespace") {
  catalog c = one_row();
  CHECK(contains(page_of(c), "<title>sample::n error codes</title>"));
  c.prefix.text = "E";
  c.rows[0].code.text = "E.1";
  CHECK(contains(page_of(c), "<title>E error codes</title>"));
}

TEST_CASE("page: the same rows give the same bytes") {
  CHECK(page_of(hard_catalog()) == page_of(hard_catalog()));
  CHECK(page_of(one_row()).starts_with("<!DOCTYPE html>\n"));
  CHECK_FALSE(contains(page_of(hard_catalog()), "\r"));
}
