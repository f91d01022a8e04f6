// SPDX-License-Identifier: Apache-2.0
// Pages in each format: what of them reaches the catalog, character for character.
#include "commands.hpp"
#include "read.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

struct imported {
  exit_status status;
  std::string err;
  std::vector<row> rows;
};

/// Imports a page of this name.
imported import_page(const std::string& name, const std::string& page, import_options options = {}) {
  const fs::path folder = scratch("import-page-" + std::to_string(getpid()));  // tests run side by side
  put(folder / name, page);
  options.document = (folder / name).string();
  options.output = (folder / "c.yaml").string();
  std::ostringstream err;
  imported result{run_import(options, err), err.str(), {}};
  if (result.status != success) return result;
  diagnostics found;
  result.rows = read_yaml("c.yaml", get(options.output), found).value().rows;
  REQUIRE(printed(found).empty());
  return result;
}

/// Returns the message of a page with one row.
std::string message_of(const imported& result) {
  INFO(result.err);
  REQUIRE(result.status == success);
  REQUIRE(result.rows.size() == 1);
  return result.rows[0].message.text;
}

std::string markdown(const std::string& message) {
  return "| Code | Status | Message |\n|---|---|---|\n| P.1 | 400 | " + message + " |\n";
}

std::string html(const std::string& message) {
  return "<table><thead><tr><th>Code</th><th>Status</th><th>Message</th></tr></thead><tbody><tr><td>P.1</td>"
         "<td>400</td><td>" +
         message + "</td></tr></tbody></table>";
}

std::string rst(const std::string& message) {
  std::string lines;
  for (std::size_t begin = 0; begin <= message.size();) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    lines += (begin == 0 ? "" : "       ") + message.substr(begin, end - begin) + '\n';
    begin = end + 1;
  }
  return ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Status\n     - Message\n   * - P.1\n     - 400\n"
         "     - " +
         lines;
}

}  // namespace

TEST_CASE("the characters of a Markdown page come through unchanged") {
  for (const std::string text :
       {R"("tool --force" ... $5 ~a~ x^2^ [t]{.c} it's)", "a -- b --- c", "$x$ and $$y$$ cost $5", ":smile: H~2~O",
        "[a] [b][c] (c) {d} @e #f", "a_b_c 'single' --long=\"x y\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}) {
    CHECK(message_of(import_page("p.md", markdown(text))) == text);
  }
  CHECK(message_of(import_page("p.md", markdown("**b** *i* `code $1` ~~s~~ [text](u) https://a.b/c_d \\| &lt;"))) ==
        "b i code $1 s text https://a.b/c_d | <");
}

TEST_CASE("line breaks, anchors, images and footnotes of a cell") {
  for (const char* name : {"p.md", "p.mdx", "p.MARKDOWN"}) {
    CHECK(message_of(import_page(name, markdown("a<br>b<br/>c <a name=\"x\"></a>d ![alt](x.png)"))) == "a\nb\nc d alt");
  }
  CHECK(message_of(import_page("p.html", html("<a id=\"x\"></a>a<br>b <img src=\"x.png\" alt=\"alt\">"))) ==
        "a\nb alt");
  const auto markdown_note = import_page("p.md", markdown("a[^1]") + "\n[^1]: foot\n");
  CHECK(message_of(markdown_note) == "a");
  CHECK(markdown_note.err.find("table 1, row 1: warning: a footnote is left out\n") != std::string::npos);
  const auto rst_note = import_page("p.rst", rst("a [1]_") + "\n.. [1] foot\n");
  CHECK(message_of(rst_note) == "a");
  CHECK(rst_note.err.find("table 1, row 1: warning: a footnote is left out\n") != std::string::npos);
}

TEST_CASE("quotes, definitions, line blocks, code blocks and lists of a cell are lines") {
  CHECK(message_of(import_page("p.html", html("<blockquote>a</blockquote><dl><dt>b</dt><dd>c</dd></dl><pre>d\n  e</pre>"
                                              "<h3>f</h3><hr>g"))) == "a\nb\nc\nd\ne\nf\ng");
  CHECK(message_of(import_page("p.rst", rst("| a\n| b\n\nterm\n  definition\n\n::\n\n  code\n\n  quote\n\n3. three\n"
                                            "4. four"))) == "a\nb\nterm\ndefinition\ncode\n\nquote\n3. three\n4. four");
  CHECK(message_of(import_page("p.html", html("<ol start=4><li>x</ol><ol type=a start=27><li>y</ol><ol "
                                              "type=I start=9><li>z</ol>"))) == "4. x\naa. y\nIX. z");
}

TEST_CASE("a reference of reStructuredText gives its text") {
  CHECK(message_of(import_page("p.rst", rst(":ref:`The title <label>`, :doc:`label`, ``a <b>``"))) ==
        "The title, label, a <b>");
}

TEST_CASE("HTML cells that span rows are repeated; those that span columns are refused, in the chosen table only") {
  const std::string good = html("M.");
  const std::string bad =
      "<table><tr><th>Code</th><th>Status</th><th>Message</th></tr><tr><td>Q.1</td><td colspan=2>M.</td></tr></table>";
  const auto refused = import_page("p.html", bad);
  CHECK(refused.status == failure);
  CHECK(refused.err.find("table 1, row 1: error: merged cells; every cell must span one column\n") !=
        std::string::npos);
  import_options first;
  first.table = 1;
  CHECK(import_page("p.html", good + bad, first).err.find("error") == std::string::npos);
  CHECK(message_of(import_page("p.html", good + bad, first)) == "M.");
  const auto spanned =
      import_page("p.html",
                  "<table><tr><th>Code</th><th>Status</th><th>Message</th></tr><tr><td rowspan=2>P.1</td><td>400</td>"
                  "<td>M.</td></tr><tr><td>404</td><td>N.</td></tr></table>");
  REQUIRE(spanned.rows.size() == 2);
  CHECK(spanned.rows[1].code.text == "P.1");
  CHECK(spanned.rows[1].status.text == "404");
}

TEST_CASE("merged cells of a grid table are refused in the chosen table only") {
  const std::string good =
      "+------+---------+\n| Code | Message |\n+======+=========+\n| P.1  | Gone.   |\n+------+---------+\n";
  const std::string bad =
      "+------+---------+\n| Code | Message |\n+======+=========+\n| Q.1  | Lost.   |\n|      +---------+\n"
      "|      | Found.  |\n+------+---------+\n";
  import_options options;
  options.table = 1;
  CHECK(message_of(import_page("p.rst", good + "\n" + bad, options)) == "Gone.");
  options.table = 2;
  const auto refused = import_page("p.rst", good + "\n" + bad, options);
  CHECK(refused.status == failure);
  INFO(refused.err);
  CHECK(refused.err.find("p.rst:11:8: error: merged cells") != std::string::npos);
}

TEST_CASE("invisible characters and blanks go from codes, statuses and headings") {
  const std::string page =
      "| Error\u00A0\u200BCode | \uFEFFStatus | Message |\n|---|---|---|\n"
      "| \u200BP.1\u00A0\u2060 | \u00A0400\u00AD | a\u00A0b |\n";
  const auto result = import_page("p.md", page);
  CHECK(message_of(result) == "a\u00A0b");
  CHECK(result.rows[0].code.text == "P.1");
  CHECK(result.rows[0].status.text == "400");
}

TEST_CASE("headings are known in any case, punctuation and markup") {
  const std::pair<const char*, cell row::*> headings[] = {{"HTTP Status", &row::status},
                                                          {"HTTPStatus", &row::status},
                                                          {"**http-status code:**", &row::status},
                                                          {"Response Code", &row::status},
                                                          {"ErrorMsg", &row::message},
                                                          {"`error_message`", &row::message},
                                                          {"Meaning", &row::message},
                                                          {"Explanation", &row::description},
                                                          {"Reason", &row::description},
                                                          {"Cause", &row::description},
                                                          {"Resolution", &row::handling_measure},
                                                          {"Action", &row::handling_measure},
                                                          {"User Action", &row::handling_measure},
                                                          {"Client Action", &row::handling_measure},
                                                          {"Solution(s)", &row::handling_measure}};
  for (const auto& [heading, field] : headings) {
    INFO(heading);
    const std::string other = field == &row::message ? "Other" : "Message";
    const auto result = import_page(
        "p.md", std::string("| *ErrorCode* | ") + heading + " | " + other + " |\n|---|---|---|\n| P.1 | 404 | M. |\n");
    REQUIRE(result.rows.size() == 1);
    CHECK((result.rows[0].*field).text == "404");
  }
}

TEST_CASE("a heading that only suggests a field gives way to one that names it") {
  const auto result = import_page("p.md",
                                  "| Code | Meaning | Description | Cause | Message |\n|---|---|---|---|---|\n"
                                  "| P.1 | a | D. | b | M. |\n");
  CHECK(message_of(result) == "M.");
  CHECK(result.rows[0].description.text == "D.");
  CHECK(result.err.find("column 'Meaning' skipped") != std::string::npos);
  CHECK(result.err.find("column 'Cause' skipped") != std::string::npos);
  const auto both = import_page("p.md", "| Code | Message | Meaning |\n|---|---|---|\n| P.1 | M. | D. |\n");
  CHECK(both.rows.at(0).description.text == "D.");
}

TEST_CASE("a table without a head takes its first row") {
  const std::string row = "<tr><td>P.1</td><td>400</td><td>M.</td></tr>";
  const std::string cells = "<tr><td>Code</td><td>Status</td><td>Message</td></tr>";
  const std::string heads = "<tr><th>Code</th><th>Status</th><th>Message</th></tr>";
  CHECK(message_of(import_page("p.html", "<table>" + cells + row + "</table>")) == "M.");
  CHECK(message_of(import_page("p.html", "<table><tbody>" + heads + row + "</tbody></table>")) == "M.");
  CHECK(message_of(import_page("p.md", "| | | |\n|---|---|---|\n| Code | Status | Message |\n| P.1 | 400 | M. |\n")) ==
        "M.");
}

TEST_CASE("the option --column wins over known headings, reads names, ignores a column, and must be of use") {
  import_options options;
  options.columns = {"code=Error", "name=Name", "message=Text", "none=Message"};
  const auto result = import_page("p.md",
                                  "| Code | Error | Name | Message | Text |\n|---|---|---|---|---|\n"
                                  "| -1 | P.1 | UNKNOWN_SERVER_ERROR | x | M. |\n",
                                  options);
  CHECK(message_of(result) == "M.");
  CHECK(result.rows[0].code.text == "P.1");
  CHECK(result.rows[0].name.text == "unknown_server_error");
  CHECK(result.rows[0].proposed.text.empty());
  CHECK(result.err.find("'Message'") == std::string::npos);
  options.columns = {"message=Txt"};
  const auto unused = import_page("p.md", markdown("M."), options);
  CHECK(unused.status == failure);
  CHECK(unused.err.find("p.md: error: no table has a column 'Txt', which --column message names\n") !=
        std::string::npos);
}

TEST_CASE("a status may have its phrase, and --status is that of rows without one") {
  for (const char* status : {"422 Unprocessable Entity", "`422 Bad Request`", "HTTP 422", "422 - Too Many Things",
                             "422 OK", "422 BadRequest", "422\u00A0I'm a teapot"}) {
    INFO(status);
    CHECK(
        import_page("p.md", std::string("| Code | Status | Message |\n|---|---|---|\n| P.1 | ") + status + " | M. |\n")
            .rows.at(0)
            .status.text == "422");
  }
  for (const char* status : {"400/404", "409 ObjectNotAppendable", "4000 Bad", "42", "4xx"}) {
    CHECK(
        import_page("p.md", std::string("| Code | Status | Message |\n|---|---|---|\n| P.1 | ") + status + " | M. |\n")
            .rows.at(0)
            .status.text == status);
  }
  import_options options;
  options.status = 418;
  const auto result = import_page("p.md", "| Code | Message |\n|---|---|\n| P.1 | M. |\n", options);
  CHECK(result.rows.at(0).status.text == "418");
  CHECK(result.err.find("status") == std::string::npos);
}

TEST_CASE("a page whose messages are all empty is refused") {
  const auto result = import_page("p.md", markdown(""));
  CHECK(result.status == failure);
  CHECK(result.err.find("table 1: error: every message is empty; use --column message=HEADING\n") != std::string::npos);
}

TEST_CASE("HTML tables inside Markdown are read") {
  CHECK(message_of(import_page("p.md", "# Errors<a name=\"x\"></a>\n\n" + html("<p>a **b**</p>") + "\n\nText\n")) ==
        "a **b**");
}

TEST_CASE("CSV and TSV are read as tables") {
  CHECK(message_of(import_page("p.csv", "Error Code,HTTP Status,Message\nP.1,400,\"a, \"\"b\"\"\"\n")) == "a, \"b\"");
  CHECK(message_of(import_page("p.TSV", "Error Code\tHTTP Status\tMessage\nP.1\t400\ta, b\n")) == "a, b");
  const auto broken = import_page("p.csv", "Code,Message\nP.1\n");
  CHECK(broken.status == failure);
  CHECK(broken.err.find("p.csv:2:1: error: 1 cell, but the first line has 2") != std::string::npos);
}

TEST_CASE("a page in another charset is read by it, or refused") {
  const std::string head = "<html><head><meta charset=\"";
  CHECK(message_of(import_page("p.html", head + "iso-8859-1\"></head>" + html("caf\xE9 \x80"))) == "caf\u00E9 \u20AC");
  CHECK(message_of(import_page("p.html", head + "gb2312\"></head>" + html("\xD6\xD0"))) == "\u4E2D");
  CHECK(message_of(import_page("p.html", head + "utf-8\"></head>" + html("\u4E2D"))) == "\u4E2D");
  CHECK(message_of(import_page("p.html", head + "iso-8859-1\"></head>" + html("\u4E2D"))) == "\u4E2D");
  for (const auto& [name, page] : {std::pair{"p.html", html("caf\xE9")},
                                   {"p.html", head + "nonsense\"></head>" + html("caf\xE9")},
                                   {"p.md", markdown("caf\xE9")},
                                   {"p.rst", rst("caf\xE9")}}) {
    const auto refused = import_page(name, page);
    CHECK(refused.status == failure);
    CHECK(refused.err.find("error: byte 0xE9 is not UTF-8") != std::string::npos);
  }
}

TEST_CASE("a document is read once, and its name may be any bytes") {
  const fs::path folder = scratch("import-pipe");
  import_options options;
  options.document = (folder / "pipe.rst").string();
  options.output = (folder / "c.yaml").string();
  REQUIRE(mkfifo(options.document.c_str(), 0600) == 0);
  std::thread writer([&] { put(options.document, rst("M.")); });
  std::ostringstream err;
  CHECK(run_import(options, err) == success);
  writer.join();
  CHECK(import_page("-p \xFF\n.md", markdown("M.")).status == success);
}

TEST_CASE("only the chosen table's warnings are printed, and of one kind at most ten") {
  std::string rows;
  for (int i = 0; i != 220; ++i) rows += "| P." + std::to_string(i + 1) + " | 4xx | M. |\n";
  const std::string head = "| Code | Status | Message |\n|---|---|---|\n";
  import_options options;
  options.table = 1;
  const auto result = import_page("p.md", head + rows + "\nText\n\n| Code | Odd |\n|---|---|\n| Q.1 | x |\n", options);
  CHECK(result.status == success);
  CHECK(result.err.find("Odd") == std::string::npos);
  CHECK(std::ranges::count(result.err, '\n') == 2 + 10 + 1);
  CHECK(result.err.find("row 11: warning: and 210 more like this\n") != std::string::npos);
}
