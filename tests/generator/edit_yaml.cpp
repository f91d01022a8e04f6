// SPDX-License-Identifier: Apache-2.0
// Changes of YAML catalogs in place.
#include "edit_yaml.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"

#include <utility>

using namespace errcat::tool;

namespace {

catalog read(const std::string& text) {
  diagnostics found;
  catalog subject = read_yaml("c.yaml", text, found).value();
  REQUIRE(printed(found).empty());
  return subject;
}

const std::string layout =
    "# The errors of the cafe\n"
    "source:   \"Cafe, 2024\"   # the page\n"
    "namespace: cafe\n"
    "\n"
    "errors:   # sorted\n"
    "  # drinks\n"
    "  - name: coffee  # mine\n"
    "    code: 'C.1'\n"
    "    status: 503\n"
    "    message: >-\n"
    "      There is\n"
    "      no coffee.\n"
    "\n"
    "    description: |\n"
    "      One.\n"
    "      Two.\n"
    "    # no measure yet\n"
    "    handling_measure: \"\"\n"
    "  - {code: C.2, name: tea, status: 404, message: No tea., description: D., handling_measure: H.}  # flow\n"
    "# the end\n";

/// Changes a copy of the catalog, and requires that the edited text reads as that copy.
template <class Change> std::string edited(const std::string& text, Change change) {
  const catalog before = read(text);
  catalog after = before;
  change(after);
  std::string result = edit_yaml(text, before, after);
  const catalog again = read(result);
  require_same_rows(again, after);
  CHECK(again.source.text == after.source.text);
  return result;
}

std::string replaced(std::string text, const std::string& old_part, const std::string& new_part) {
  const std::size_t at = text.find(old_part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old_part.size(), new_part);
}

}  // namespace

TEST_CASE("a catalog that does not change keeps every byte") {
  CHECK(edited(layout, [](catalog&) {}) == layout);
  CHECK(edited("\xEF\xBB\xBF" + layout, [](catalog&) {}) == "\xEF\xBB\xBF" + layout);
}

TEST_CASE("only the values that differ are written, in the style that they had") {
  CHECK(edited(layout, [](catalog& c) { c.source.text = "Cafe, 2025"; }) == replaced(layout, "2024", "2025"));
  CHECK(edited(layout, [](catalog& c) { c.rows[0].status.text = "500"; }) == replaced(layout, "503", "500"));
  CHECK(edited(layout, [](catalog& c) { c.rows[0].message.text = "Gone."; }) ==
        replaced(layout, ">-\n      There is\n      no coffee.\n", "Gone.\n"));
  CHECK(edited(layout, [](catalog& c) { c.rows[0].description.text = "One.\n- Three.\n\n- Four."; }) ==
        replaced(layout, "|\n      One.\n      Two.\n", "|-\n      One.\n      - Three.\n\n      - Four.\n"));
  CHECK(edited(layout, [](catalog& c) { c.rows[0].handling_measure.text = "Make: some."; }) ==
        replaced(layout, "handling_measure: \"\"", "handling_measure: \"Make: some.\""));
  CHECK(edited(layout, [](catalog& c) { c.rows[1].message.text = "No, [tea]."; }) ==
        replaced(layout, "No tea.", "'No, [tea].'"));
  CHECK(edited(layout, [](catalog& c) { c.rows[1].message.text = "a\nb"; }) ==
        replaced(layout, "No tea.", "\"a\\nb\""));
}

TEST_CASE("values may be in any order") {
  const std::string row = "errors:\n- {description: D., status: 400, message: M., name: a, code: C.1}\n";
  const auto change = [](catalog& c) {
    c.source.text = "t";
    c.rows[0].message.text = "N.";
    c.rows[0].status.text = "404";
    c.rows[0].description.text = "E.";
  };
  CHECK(edited(row + "source: s\nnamespace: n\n", change) ==
        "errors:\n- {description: E., status: 404, message: N., name: a, code: C.1}\nsource: t\nnamespace: n\n");
}

TEST_CASE("new keys go to the end of their row, and new rows to the end of the list") {
  CHECK(edited(layout, [](catalog& c) { c.rows[0].retired.text = "true"; }) ==
        replaced(layout, "measure: \"\"\n", "measure: \"\"\n    retired: true\n"));
  CHECK(edited(layout, [](catalog& c) { c.rows[1].retired.text = "true"; }) ==
        replaced(layout, "measure: H.}", "measure: H., retired: true}"));
  const auto add = [](catalog& c) {
    c.rows.push_back(c.rows[0]);
    c.rows[2].code.text = "C.3";
    c.rows[2].name.text = "milk";
    c.rows[2].description.text = "a\nb";
  };
  const std::string row =
      "  - code: C.3\n    name: milk\n    status: 503\n    message: There is no coffee.\n    description: |-\n      a\n"
      "      b\n    handling_measure: \"\"\n";
  CHECK(edited(layout, add) == replaced(layout, "# the end", row + "# the end"));
  const auto add_and_retire = [&](catalog& c) {
    add(c);
    c.rows[0].retired.text = "true";
    c.rows[1].retired.text = "true";
  };
  CHECK(edited(layout, add_and_retire).ends_with("retired: true}  # flow\n" + row + "# the end\n"));
}

TEST_CASE("other layouts stay as they are: a flow list, no indentation, CRLF, no last line break, non-ASCII text") {
  const std::string row = "{code: C.1, name: a, status: 400, message: M., description: D., handling_measure: H.}";
  const auto change = [](catalog& c) {
    c.rows[0].message.text = "\u00E9";
    c.rows[0].retired.text = "true";
    c.rows.push_back(c.rows[0]);
    c.rows[1].code.text = "C.2";
  };
  const std::string changed = replaced(replaced(row, "M.", "\u00E9"), "}", ", retired: true}");
  CHECK(edited("{namespace: n, source: \u4E2D, errors: [" + row + "]}", change) ==
        "{namespace: n, source: \u4E2D, errors: [" + changed + ", " + replaced(changed, "C.1", "C.2") + "]}");
  const std::string block =
      "namespace: n\r\nsource: s\r\nerrors:\r\n- code: C.1\r\n  name: a\r\n  status: 400\r\n  message: M.\r\n"
      "  description: D.\r\n  handling_measure: H.";
  CHECK(edited(block, [](catalog& c) { c.rows[0].retired.text = "true"; }) == block + "\r\n  retired: true");
  CHECK(edited(block + "  # H\r\n", [](catalog& c) { c.rows[0].retired.text = "true"; }) ==
        block + "  # H\r\n  retired: true\r\n");
  CHECK(edited(block, [](catalog& c) { c.source.text = "t"; }) == replaced(block, "source: s\r\n", "source: t\r\n"));
  CHECK(edited(block, change)
            .ends_with("\r\n- code: C.2\r\n  name: a\r\n  status: 400\r\n  message: \u00E9\r\n"
                       "  description: D.\r\n  handling_measure: H.\r\n  retired: true"));
}

TEST_CASE("blanks after a value are replaced with it") {
  const std::string begin =
      "namespace: n\nsource: s\nerrors:\n- code: C.1\n  name: a\n  status: 400\n  description: D.\n"
      "  handling_measure: H.\n  message: ";
  const std::string next = "- {code: C.2, name: b, status: 400, message: N., description: '', handling_measure: ''}\n";
  const auto change = [](catalog& c) { c.rows[0].message.text = "One.\nTwo."; };
  const std::string written = begin + "|-\n    One.\n    Two.";
  for (const char* block :
       {">-\n    M. ", "|\n    M.  ", ">-\n    M.\n      ", "|-\n    M.\n\n      ", "|-", "M. ", "'M.' \t "}) {
    INFO(block);
    CHECK(edited(begin + block, change) == written);
    CHECK(edited(begin + block + "\n\n" + next, change) == written + "\n\n" + next);
  }
}

TEST_CASE("a value on a line of its own is written further right than its key") {
  const std::string rows =
      "errors:\n- code: C.1\n  name: a\n  status: 400\n  description: D.\n  handling_measure: H.\n";
  const auto change = [](catalog& c) {
    c.source.text = "t";
    c.rows[0].message.text = "N.";
  };
  for (const char* style : {"|\n   ", ">-\n   ", "|2-\n   "}) {
    INFO(style);
    CHECK(edited("namespace: n\nsource:\n" + (style + (" s\n" + rows)) + "  message:\n  " + style + " M.\n", change) ==
          "namespace: n\nsource:\n  t\n" + rows + "  message:\n    N.\n");
  }
  const std::string indented = "namespace: n\nsource:\n s\n" + rows + "  message: # mine\n   'M.'";
  CHECK(edited(indented, change) == replaced(replaced(indented, " s\n", " t\n"), "M.", "N."));
}

TEST_CASE("a comment after a value stays a comment") {
  const std::string begin = "namespace: n\nsource: s\nerrors:\n- code: C.1\n  name: a\n  status: 400\n  message: ";
  const std::string end = "  # mine\n  description: D.\n  handling_measure: H.\n";
  const auto change = [](catalog& c) { c.rows[0].message.text = "One.\nTwo # 2, {}: [3]."; };
  for (const char* value : {"M.", "'M.'", "\"M.\""}) {
    CHECK(edited(begin + value + end, change) == begin + R"("One.\nTwo # 2, {}: [3].")" + end);
  }
}

TEST_CASE("any string can replace any other, in each style") {
  const catalog hard = hard_catalog();
  const std::string styles[] = {"M.", "'M.'", "\"M.\"", "|-\n    M.\n    N.", ">-\n    M.\n    N."};
  for (const std::string& style : styles) {
    const std::string text =
        "namespace: n\nsource: s\nerrors:\n- code: C.1\n  message: " + style +
        "\n  # comment\n  name: a\n  status: 400\n  description: D.\n  handling_measure: H.\n"
        "- {code: C.2, name: b, status: 400, message: M., description: D., handling_measure: H.}\n";
    for (const row& r : hard.rows) {
      INFO(style << " -> " << r.message.text);
      const std::string result = edited(text, [&](catalog& c) {
        c.rows[0].message.text = r.message.text;
        c.rows[1].message.text = r.message.text;
        c.rows[1].note.text = r.message.text;
      });
      CHECK(result.find("\n  # comment\n  name: a\n") != std::string::npos);
    }
  }
}
