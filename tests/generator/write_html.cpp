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

catalog catalog_of_one() {
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
  catalog c = catalog_of_one();
  const std::string raw_code = "&<>'&amp;";  // a code holds no quotes
  const std::string raw = raw_code + "\"";
  row& r = c.rows[0];
  r.code.text = raw_code;
  c.source.text = r.message.text = raw;
  r.description.text = raw + '.';
  r.handling_measure.text = raw + "\n- " + raw;
  r.group.text = raw;
  const std::string page = page_of(c);
  CHECK_FALSE(contains(page, raw));
  // id, label, link twice, four buttons, body, example; source twice, label, message, description, paragraph, item,
  // group; body and example have the message in JSON
  CHECK(count(page, "&amp;&lt;&gt;&apos;&amp;amp;") == 10 + 8 + 2);
  CHECK(count(page, "&amp;&lt;&gt;&apos;&amp;amp;&quot;") == 8 + 2);
  CHECK(contains(page, "{&quot;message&quot;:&quot;&amp;&lt;&gt;&apos;&amp;amp;\\&quot;&quot;,&quot;code&quot;:"));
}

TEST_CASE("page: a Mustache placeholder in a string is not replaced") {
  catalog c = catalog_of_one();
  for (const char* text : {"{{code}}", "{{{body}}}", "{{#errors}}", "{{/errors}}", "{{=[ ]=}}", "{{!"}) {
    c.source.text = c.rows[0].message.text = c.rows[0].handling_measure.text = text;
    CHECK(count(page_of(c), text) == 7);  // the source twice, and the message in label, body and example
  }
  CHECK_FALSE(contains(page_of(catalog_of_one()), "{{"));
}

TEST_CASE("page: the lines of a measure are paragraphs, and lines that begin with a dash are a list") {
  const auto measure = [](const char* text) {
    catalog c = catalog_of_one();
    c.rows[0].handling_measure.text = text;
    const std::string page = page_of(c);
    const std::string_view before = "aria-label=\"Handling measure\">";
    const std::size_t begin = page.find(before) + before.size();
    return page.substr(begin, page.find("</div>", begin) - begin);
  };
  CHECK(measure("Mend it.") == "<p>Mend it.</p>");
  CHECK(measure("One.\n\nTwo.") == "<p>One.</p><p>Two.</p>");
  CHECK(measure("Do:\n- this\n- that\nThen:\n- more") ==
        "<p>Do:</p><ul><li>this</li><li>that</li></ul><p>Then:</p><ul><li>more</li></ul>");
  CHECK(measure("- only") == "<ul><li>only</li></ul>");
  CHECK(measure("-5 is not an item") == "<p>-5 is not an item</p>");
  CHECK(measure("") == "<p class=\"none\">None documented.</p>");
}

TEST_CASE("page: empty and repeated fields are left out") {
  catalog c = catalog_of_one();
  CHECK(contains(page_of(c), "<p class=\"description\">It is broken.</p>"));
  CHECK_FALSE(contains(page_of(c), "<p class=\"retired\">"));
  CHECK_FALSE(contains(page_of(c), "License"));
  CHECK(contains(page_of(c), "<code class=\"name\">first</code>"));
  CHECK(contains(page_of(c), "Copy the measure of"));
  c.license.text = "Apache-2.0";
  c.rows[0].name.text = "E1";
  c.rows[0].retired.text = "true";
  for (const char* description : {"Broken.", ""}) {
    c.rows[0].description.text = description;
    CHECK_FALSE(contains(page_of(c), "<p class=\"description\">"));
  }
  CHECK(contains(page_of(c), "<p class=\"retired\">retired</p>"));
  CHECK(contains(page_of(c), ". License: Apache-2.0</p>"));
  c.rows[0].handling_measure.text = "";
  c.rows[0].description.text = "It is broken.";
  CHECK_FALSE(contains(page_of(c), "Copy the measure of"));
}

TEST_CASE("page: a status is in the rows only if the catalog has several") {
  catalog c = catalog_of_one();
  CHECK(contains(page_of(c), "<p class=\"quiet\">1 error. HTTP status: 400. Source: "));
  CHECK_FALSE(contains(page_of(c), "<p class=\"status\">"));
  c.rows.push_back(c.rows[0]);
  c.rows[1].code.text = "E2";
  c.rows[1].name.text = "second";
  c.rows[1].status.text = "404";
  CHECK(contains(page_of(c), "<p class=\"status\">HTTP 400</p>"));
  CHECK(contains(page_of(c), "<p class=\"status\">HTTP 404</p>"));
  CHECK_FALSE(contains(page_of(c), "HTTP status:"));
}

TEST_CASE("page: the introduction and the script have the catalog's values") {
  catalog c = catalog_of_one();
  c.prefix.text = "E";
  c.rows[0].code.text = "E.1";
  c.rows[0].status.text = "404";
  c.media_type = {"application/problem+json", {"c.yaml"}};
  const std::string page = page_of(c);
  CHECK(contains(page, "such as <code>sample::n::errc::first</code>."));
  CHECK(contains(page, "<pre>HTTP/1.1 404\nContent-Type: application/problem+json\n\n{&quot;error&quot;"));
  CHECK(contains(page, "<main data-status=\"404\" data-prefix=\"E\" data-enumeration=\"sample::n::errc::\">"));
  c.rows.push_back(c.rows[0]);
  c.rows[1].code.text = "E.2";
  c.rows[1].name.text = "second";
  CHECK(contains(page_of(c), "<p class=\"quiet\">2 errors. "));
}

TEST_CASE("page: the source is a link if the catalog has its address") {
  catalog c = catalog_of_one();
  CHECK(contains(page_of(c), "Source: A document, 2024<"));
  c.source_url.text = "https://example.org/?a=b&c=d";
  CHECK(contains(page_of(c), "Source: <a href=\"https://example.org/?a=b&amp;c=d\">A document, 2024</a><"));
}

TEST_CASE("page: topics are offered if a row has one") {
  catalog c = catalog_of_one();
  CHECK_FALSE(contains(page_of(c), "value=\"topic\""));
  c.rows[0].group.text = "Disks";
  CHECK(contains(page_of(c), "value=\"topic\""));
  CHECK(contains(page_of(c), " data-group=\"Disks\""));
}

TEST_CASE("page: the rows are in blocks of 25") {
  catalog c = catalog_of_one();
  for (int i = 2; i <= 51; ++i) {
    c.rows.push_back(c.rows[0]);
    c.rows.back().code.text = "E" + std::to_string(i);
    c.rows.back().name.text = "n" + std::to_string(i);
    if (i == 25 || i == 26 || i == 50 || i == 51) {
      CHECK(count(page_of(c), "<div class=\"rows\">") == static_cast<std::size_t>(i + 24) / 25);
      CHECK(count(page_of(c), "<article ") == static_cast<std::size_t>(i));
    }
  }
}

TEST_CASE("page: the title names the prefix or the namespace") {
  catalog c = catalog_of_one();
  CHECK(contains(page_of(c), "<title>sample::n error codes</title>"));
  c.prefix.text = "E";
  c.rows[0].code.text = "E.1";
  CHECK(contains(page_of(c), "<title>E error codes</title>"));
}

TEST_CASE("page: the same rows give the same bytes") {
  CHECK(page_of(hard_catalog()) == page_of(hard_catalog()));
  CHECK(page_of(catalog_of_one()).starts_with("<!DOCTYPE html>\n"));
  CHECK_FALSE(contains(page_of(hard_catalog()), "\r"));
}
