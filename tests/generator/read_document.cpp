// SPDX-License-Identifier: Apache-2.0
// Documents by format. import_page.cpp has examples of whole pages, read_pandoc.cpp of trees.
#include "read_document.hpp"
#include "file.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/file.hpp"
#include "support/refusals.hpp"

#include <algorithm>
#include <filesystem>

using namespace errcat::tool;

namespace {

struct document_read {
  document read;
  std::string reported;
  std::string problems;  // of the tables
};

document_read read_as(const char* name, const std::string& bytes, const std::string& from = "") {
  diagnostics found;
  document_read result{read_document({name, from}, bytes, found), {}, {}};
  result.reported = printed(found);
  for (const document_table& table : result.read.tables) result.problems += printed(table.problems);
  return result;
}

/// Returns the first table's headings and cells, with '|' after each, a line for each row.
std::string cells_of(const document_read& result) {
  REQUIRE_FALSE(result.read.tables.empty());
  std::string text;
  for (const std::string& heading : result.read.tables[0].head) text += heading + '|';
  for (const document_row& r : result.read.tables[0].rows) {
    text += '\n';
    for (const cell& c : r.cells) text += c.text + '|';
  }
  return text;
}

const std::string html_table = "<table><tr><th>Code</th></tr><tr><td>P.1</td></tr></table>";

}  // namespace

TEST_CASE("a page has an extension that pandoc's formats have, in any case") {
  for (const char* page : {"a.rst", "a.html", "a.htm", "a.xhtml", "a.md", "a.mdx", "a.markdown", "a/b.MD"})
    CHECK(is_page(page));
  for (const char* other : {"", "a", "md", "a.json", "a.csv", "a.tsv", "a.txt", "a.yaml", "a.md.gz", ".md", "a.md/b"})
    CHECK_FALSE(is_page(other));
}

TEST_CASE("a document is read as the format that its extension or the user names") {
  CHECK(cells_of(read_as("p.html", html_table)) == "Code|\nP.1|");
  CHECK(cells_of(read_as("p.HTM", html_table)) == "Code|\nP.1|");
  CHECK(cells_of(read_as("p.md", "| Code |\n|---|\n| *P.1* |\n")) == "Code|\nP.1|");
  CHECK(cells_of(read_as("p.rst", "===== ==\nCode  M\n===== ==\nP.1   x\n===== ==\n")) == "Code|M|\nP.1|x|");
  CHECK(cells_of(read_as("p.csv", html_table, "html")) == "Code|\nP.1|");
  for (const char* markdown : {"markdown", "gfm", "commonmark"}) {
    CHECK(cells_of(read_as("p", html_table, markdown)) == "Code|\nP.1|");
  }
  for (const char* csv : {"csv", "tsv"})
    CHECK(cells_of(read_as("p.md", "Code,\"a\"\"b\"\nP.1,M.\n", csv)) == "Code|a\"b|\nP.1|M.|");
  CHECK(read_as("p.json", R"({"blocks":[]})").reported.empty());
  CHECK(read_as("-", R"({"blocks":[]})").reported.empty());
  CHECK(read_as("p.md", "[", "json").reported.starts_with("p.md: error: not the JSON of pandoc"));
}

TEST_CASE("an unknown format is wrong usage, which is reported before a file is read") {
  diagnostics found;
  for (const char* name : {"none.txt", "none", ""}) {
    const std::string text = std::string(name) + ": unknown document format; name it with --from, such as --from html";
    CHECK_THROWS_WITH(read_document({name, ""}, found), text);
    CHECK_THROWS_WITH(read_document({name, ""}, "x", found), text);
  }
  CHECK_THROWS_AS(read_as("p.md", "x", "nonsense"), usage_error);
  CHECK_THROWS_AS(read_document({"none.md", ""}, found), file_error);
}

TEST_CASE("a page on which pandoc fails is not read, and the reason is said once") {
  const auto folder = scratch("read_document-pandoc");
  put(folder / "pandoc", "#!/bin/sh\nexit 3\n");
  std::filesystem::permissions(folder / "pandoc", std::filesystem::perms::owner_all);
  const environment_variable path("PATH");
  path.set(folder.string());
  for (const char* name : {"page.md", "page.html"}) {
    const document_read result = read_as(name, html_table);
    CHECK(result.read.tables.empty());
    CHECK(std::ranges::count(result.reported, '\n') == 1);
    CHECK(result.reported.starts_with(std::string(name) + ": error: pandoc"));
  }
}

TEST_CASE("a document is read from its file") {
  const std::string file = (scratch("read_document") / "p.csv").string();
  put(file, "Code\nP.1\n");
  diagnostics found;
  const document read = read_document({file, ""}, found);
  CHECK(read.tables.at(0).rows.at(0).cells.at(0).text == "P.1");
  CHECK(to_string(read.tables[0].rows[0].at) == file + ":2:1");
}

TEST_CASE("a spreadsheet is one table, whose lines have as many cells as the first") {
  const auto good = read_as("p.csv", "Code,Message\nP.1,M.\n,N.\n");
  CHECK(cells_of(good) == "Code|Message|\nP.1|M.|\n|N.|");
  CHECK(good.read.tables.size() == 1);
  CHECK(good.read.tables[0].number == 1);
  CHECK(to_string(good.read.tables[0].at) == "p.csv:1:1");
  CHECK(to_string(good.read.tables[0].rows.at(1).cells.at(1).at) == "p.csv:3:2");
  CHECK(good.reported + good.problems == "");
  const auto bad = read_as("p.csv", "Code,Message\nP.1\nP.2,M.,x\nP.3,M.\n");
  CHECK(bad.problems ==
        "p.csv:2:1: error: 1 cell, but the first line has 2\n"
        "p.csv:3:1: error: 3 cells, but the first line has 2\n");
  CHECK(cells_of(bad) == "Code|Message|\nP.1||\nP.2|M.|\nP.3|M.|");
  CHECK(bad.reported.empty());
  const auto broken = read_as("p.csv", "Code\n\"P.1\n");
  CHECK(broken.read.tables.empty());
  CHECK(broken.reported.starts_with("p.csv:2:1: error: "));
}

TEST_CASE("HTML is converted to UTF-8, other text must be in it, and binary formats need not") {
  CHECK(cells_of(read_as("p.html", "<meta charset=latin1><table><tr><th>Caf\xE9</th></tr></table>")) == "Caf\u00E9|");
  CHECK(cells_of(read_as("p", "<meta charset=latin1><table><tr><th>Caf\xE9</th></tr></table>", "html")) ==
        "Caf\u00E9|");
  CHECK(cells_of(read_as("p.md", "\xEF\xBB\xBF| Code |\n|---|\n")) == "Code|");
  for (const char* name : {"p.html", "p.md", "p.rst"}) {
    const auto refused = read_as(name, "a\n\xE9");
    CHECK(refused.reported.starts_with(std::string(name) + ":2:1: error: byte 0xE9 is not UTF-8"));
    CHECK(refused.read.tables.empty());
  }
  for (const char* binary : {"docx", "odt", "epub"}) {
    const auto refused = read_as("p", "\xE9", binary);
    CHECK(refused.reported.starts_with("p: error: pandoc failed with status "));
    CHECK(refused.read.tables.empty());
  }
}

TEST_CASE("merged cells of a grid table are problems of the table with the same words") {
  const std::string good = "+-----+-----+\n| P.1 | one |\n+-----+-----+\n\n";
  const std::string merged = "+-----+-----+\n| P.2 | two |\n+-----+-----+\n| across    |\n+-----+-----+\n\n";
  const std::string refusal = ":4:7: error: merged cells; every cell must span one row and one column\n";
  for (const bool is_first : {true, false}) {
    const auto both = read_as("p.rst", is_first ? merged + good : good + merged);
    REQUIRE(both.read.tables.size() == 2);
    CHECK(printed(both.read.tables[is_first ? 1 : 0].problems).empty());
    CHECK(printed(both.read.tables[is_first ? 0 : 1].problems).find(is_first ? refusal : ":8:7: error: merged") !=
          std::string::npos);
    CHECK(both.reported.empty());
  }
  const std::string similar =
      "+-----+-----+\n| P.9 | two |\n+-----+-----+\n| P.8 | one |\n+-----+-----+\n| P.7 | ten |\n+-----+-----+\n"
      "| P.6 | few |\n+-----+-----+\n| P.5 | all |\n+-----+-----+\n| P.4 | any |\n+-----+-----+\n\n";
  const std::string in_paragraphs =
      "+-----+-----+\n|P.2  |two  |\n|     |     |\n|P.3  |six  |\n+-----+-----+\n| across    |\n+-----+-----+\n\n";
  for (const std::string& table : {merged, in_paragraphs}) {
    const auto both = read_as("p.rst", similar + table);
    REQUIRE(both.read.tables.size() == 2);
    CHECK(printed(both.read.tables[0].problems).empty());
    CHECK_FALSE(printed(both.read.tables[1].problems).empty());
  }
  const std::string with_words = "+-----+-----+\n| P.2 | two |\n+-----+-----+\n| P.3   six |\n+-----+-----+\n\n";
  std::string larger;
  for (int i = 0; i != 50; ++i) larger += "+-----+\n| two |\n";
  const std::string empty = "+-----+\n|     |\n+-----+\n\n";
  const auto several =
      read_as("p.rst", empty + with_words + "+-----+\n| two |\n+-----+\n\n" + larger + "+-----+\n| ten |\n+-----+\n");
  REQUIRE(several.read.tables.size() == 4);
  for (const std::size_t i : {0U, 1U, 2U, 3U}) CHECK(several.read.tables[i].problems.ok() == (i != 1));
  const auto alone = read_as("p.rst", "::\n\n  " + std::string("+---+---+\n  | across|\n  +---+---+\n"));
  CHECK(alone.read.tables.empty());
  CHECK(alone.reported == "p.rst:4:7: error: merged cells; every cell must span one row and one column\n");
  CHECK(read_as("p.md", "```\n+---+---+\n| across|\n+---+---+\n```\n").reported.empty());
}
