// SPDX-License-Identifier: Apache-2.0
// Comparing two editions.
#include "compare.hpp"

#include "support/catch.hpp"
#include "support/refusals.hpp"

#include <nlohmann/json.hpp>

using namespace errcat::tool;

namespace {

struct editions {
  catalog before;
  catalog after;
  comparison changes;
  editions(const std::string& old_rows, const std::string& new_rows, const std::string& prefix = "P")
      : before(read("old.csv", old_rows, prefix)),
        after(read("new.csv", new_rows, prefix)),
        changes(compare(before, after)) {}

  static catalog read(const char* file, const std::string& rows, const std::string& prefix) {
    diagnostics found;
    catalog subject = read_csv(file, "code,name,status,message,description,handling_measure,retired\n" + rows,
                               {"n", prefix, "", "s"}, found)
                          .value();
    CHECK(printed(found).empty());
    return subject;
  }
  [[nodiscard]] std::string refusals() const {
    diagnostics found;
    refuse_breaking(after, changes, found);
    return printed(found);
  }
  [[nodiscard]] std::string result() const { return to_string(changes.result()); }
};

const std::string row_1 = "P.1,one,400,M.,D.,H.,\n";
const std::string row_2 = "P.2,two,400,M.,D.,H.,\n";

}  // namespace

TEST_CASE("the same rows in another order are the same numbered catalog") {
  const editions e(row_1 + row_2, row_2 + row_1);
  CHECK(e.result() == "same");
  CHECK(to_text(e.changes, false) == "same: 0 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n");
  CHECK(e.refusals().empty());
}

TEST_CASE("each change has its verdict") {
  struct example {
    std::string after;
    std::string verdict;
  };
  const example examples[] = {
      {row_1 + row_2, "same"},
      {row_1 + "P.2,two,400,Other.,D.,H.,\n", "wording"},
      {row_1 + "P.2,two,400,M.,,H.,\n", "wording"},
      {row_1 + "P.2,two,400,M.,D.,,\n", "wording"},
      {row_1 + row_2 + "P.3,three,400,M.,D.,H.,\n", "compatible"},
      {row_1 + "P.2,two,400,M.,D.,H.,true\n", "compatible"},
      {row_1, "breaking"},
      {row_1 + "P.2,zwei,400,M.,D.,H.,\n", "breaking"},
      {row_1 + "P.2,two,404,M.,D.,H.,\n", "breaking"},
      {row_1 + "P.02,two,400,M.,D.,H.,\n", "breaking"},
  };
  for (const auto& [after, verdict] : examples) CHECK(editions(row_1 + row_2, after).result() == verdict);
  CHECK(editions("P.1,one,400,M.,D.,H.,true\n", row_1).result() == "breaking");
}

TEST_CASE("another shape of bodies or another media type is breaking") {
  const auto with = [](const std::string& body, const std::string& media_type) {
    diagnostics found;
    return read_csv("c.csv", "code,name,status,message,description,handling_measure,retired\n" + row_1,
                    {.name_space = "n", .prefix = "P", .source = "s", .body = body, .media_type = media_type}, found)
        .value();
  };
  const auto verdict_of = [&](const catalog& before, const catalog& after) {
    return std::string(to_string(compare(before, after).result()));
  };
  const std::string list = R"(["{code}","{message}"])";
  CHECK(verdict_of(with("", ""), with(list, "")) == "breaking");
  CHECK(verdict_of(with(list, ""), with("", "")) == "breaking");
  CHECK(verdict_of(with("", ""), with("", "application/problem+json")) == "breaking");
  CHECK(verdict_of(with(list, ""), with(R"([ "{code}", "{message}" ])", "application/json")) == "same");
  CHECK(verdict_of(with("", ""), with(R"({"error": {"message": "{message}", "code": "{code}"}})", "")) == "same");
  const catalog before = with("", "");
  const catalog after = with(list, "a/b");
  diagnostics found;
  refuse_breaking(after, compare(before, after), found);
  CHECK(printed(found) ==
        "c.csv:1:1: error: body changed from '{\"error\":{\"message\":\"{message}\",\"code\":\"{code}\"}}' to "
        "'[\"{code}\",\"{message}\"]'\n"
        "c.csv:1:1: error: media_type changed from 'application/json' to 'a/b'\n");
}

TEST_CASE("the order of a named catalog's rows is a part of it") {
  CHECK(editions(row_1 + row_2, row_1 + row_2 + "x,three,400,M.,D.,H.,\n", "").result() == "compatible");
  const editions e(row_1 + row_2, row_2 + row_1, "");
  CHECK(e.result() == "breaking");
  CHECK(e.refusals() ==
        "new.csv:2:1: error: value of 'P.2' changed from '2' to '1' (published at old.csv:3:1)\n"
        "new.csv:3:1: error: value of 'P.1' changed from '1' to '2' (published at old.csv:2:1)\n");
}

TEST_CASE("every breaking change is refused at its place") {
  const editions e(row_1 + row_2 + "P.3,three,400,M.,D.,H.,true\nP.4,four,400,M.,D.,H.,\n",
                   "P.2,zwei,404,Other.,D.,H.,\nP.3,three,400,M.,D.,H.,\nP.4,four,400,M.,D.,H.,true\n");
  CHECK(e.refusals() ==
        "new.csv:1:1: error: published code 'P.1' (old.csv:2:1) is missing; keep it, and mark it as retired if it is "
        "out of use\n"
        "new.csv:2:5: error: name of 'P.2' changed from 'two' to 'zwei' (published at old.csv:3:1)\n"
        "new.csv:2:10: error: status of 'P.2' changed from '400' to '404' (published at old.csv:3:1)\n"
        "new.csv:3:1: error: retired code 'P.3' is in use again; use a new code\n");
}

TEST_CASE("the text output shows the old and the new value of each change") {
  const editions e(row_1 + row_2, "P.1,one,404,\"M,\nmore.\",D.,H.,true\nP.3,three,400,M.,D.,H.,\n");
  CHECK(to_text(e.changes, false) ==
        "breaking: 1 added, 1 removed, 1 retired, 2 fields changed in 1 code\n"
        "- P.2 removed (breaking): 'M.'\n"
        "~ P.1 retired: 'M,U+000Amore.'\n"
        "+ P.3 added: 'M.'\n"
        "~ P.1\n"
        "    status (breaking)\n"
        "      - 400\n"
        "      + 404\n"
        "    message\n"
        "      - M.\n"
        "      + M,\n"
        "      + more.\n");
  CHECK(to_text(e.changes, true).find("\033[31m- P.2 removed") != std::string::npos);
  CHECK(to_markdown(e.changes) ==
        "**breaking**: 1 added, 1 removed, 1 retired, 2 fields changed in 1 code\n\n"
        "| Code | Change | Before | After |\n|---|---|---|---|\n"
        "| P.2 | removed (breaking) | M. |  |\n"
        "| P.1 | retired | M,<br>more. |  |\n"
        "| P.3 | added |  | M. |\n"
        "| P.1 | status (breaking) | 400 | 404 |\n"
        "| P.1 | message | M. | M,<br>more. |\n");
}

TEST_CASE("the text output holds no control characters") {
  const editions e("A\033[2J,one,400,M.,D.,H.,\n",
                   "A\033[2J,one,400,\xC2\x9B,\xE2\x80\xAE,H.,\n\033c,two,400,M.,D.,H.,\n", "");
  CHECK(to_text(e.changes, false) ==
        "compatible: 1 added, 0 removed, 0 retired, 2 fields changed in 1 code\n"
        "+ U+001Bc added: 'M.'\n"
        "~ AU+001B[2J\n"
        "    message\n"
        "      - M.\n"
        "      + U+009B\n"
        "    description\n"
        "      - D.\n"
        "      + U+202E\n");
}

TEST_CASE("the JSON output is as documented") {
  const editions e(row_1 + row_2, "P.1,one,400,Other.,D.,H.,true\nP.3,three,400,M.,D.,H.,\n");
  CHECK(nlohmann::ordered_json::parse(to_json(e.changes)).dump() ==
        R"({"verdict":"breaking","added":["P.3"],"removed":["P.2"],"retired":["P.1"],"changed":[{"code":"P.1",)"
        R"("fields":[{"field":"message","old":"M.","new":"Other."}]}]})");
}

TEST_CASE("the rows of a repeated code are compared one by one") {
  const std::string again = "P.1,again,400,Second.,D.,H.,\n";
  CHECK(editions(row_1 + again, row_1 + again).result() == "same");
  CHECK(editions(row_1 + again, row_1).changes.removed.size() == 1);
  CHECK(editions(row_1, row_1 + again).changes.added.size() == 1);
  const editions e(row_1 + again, row_1 + "P.1,again,400,Changed.,D.,H.,\n");
  REQUIRE(e.changes.changed.size() == 1);
  CHECK(e.changes.changed[0].fields[0].old_text == "Second.");
}

TEST_CASE("the JSON of a comparison holds no character that acts on a terminal") {
  catalog before;
  before.rows.resize(1);
  before.rows[0].code.text = "A";
  catalog after = before;
  after.rows[0].message.text = "\x7F\u009B\u2027\u2028\u2029\u202E\uFEFF\n\u4E2D";
  const std::string text = to_json(compare(before, after));
  CHECK(text.find("\"\\u007F\\u009B\u2027\\u2028\\u2029\\u202E\\uFEFF\\n\u4E2D\"") != std::string::npos);
  CHECK(text.ends_with("\n}\n"));
}

TEST_CASE("a pinned value that changes is a breaking change") {
  catalog before;
  before.rows.resize(1);
  before.rows[0].code.text = "A";
  before.rows[0].value.text = "7";
  catalog after = before;
  after.rows[0].value.text = "8";
  CHECK(compare(before, after).result() == verdict::breaking);
}

TEST_CASE("editions that differ in the namespace only are not the same") {
  const catalog before = editions::read("old.csv", row_1, "P");
  catalog after = before;
  after.name_space.text = "m";
  const comparison changes = compare(before, after);
  CHECK(changes.result() == verdict::breaking);
  diagnostics found;
  refuse_breaking(after, changes, found);
  CHECK(printed(found) == "old.csv:1:1: error: namespace changed from 'n' to 'm'\n");
  CHECK(to_text(changes, false) ==
        "breaking: 0 added, 0 removed, 0 retired, 1 field changed in 0 codes\n"
        "    namespace (breaking)\n      - n\n      + m\n");
  CHECK(nlohmann::ordered_json::parse(to_json(changes)).dump() ==
        R"({"verdict":"breaking","added":[],"removed":[],"retired":[],"changed":[],)"
        R"("catalog":[{"field":"namespace","old":"n","new":"m"}]})");
  CHECK(to_markdown(changes).ends_with("|  | namespace (breaking) | n | m |\n"));
  after.prefix.text = "Q";
  CHECK(to_markdown(compare(before, after)).find("|  | prefix (breaking) | P | Q |\n") != std::string::npos);
}

TEST_CASE("a code that is retired in both editions is not a change") {
  const editions e("P.1,one,400,M.,D.,H.,true\n", "P.1,one,400,M.,D.,H.,true\n");
  CHECK(to_text(e.changes, false) == "same: 0 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n");
  CHECK(e.refusals().empty());
}

TEST_CASE("a code that is in use again is in every form of the output") {
  const editions e("P.1,one,400,M.,D.,H.,true\n", row_1);
  CHECK(to_text(e.changes, false) ==
        "breaking: 0 added, 0 removed, 0 retired, 0 fields changed in 0 codes\n"
        "! P.1 in use again (breaking): 'M.'\n");
  CHECK(nlohmann::ordered_json::parse(to_json(e.changes)).dump() ==
        R"({"verdict":"breaking","added":[],"removed":[],"retired":[],"changed":[],"in_use_again":["P.1"]})");
  CHECK(to_markdown(e.changes).ends_with("| P.1 | in use again (breaking) |  | M. |\n"));
}

TEST_CASE("each kind of change has its colour") {
  const std::string three = "P.3,three,400,M.,D.,H.,";
  const editions e(row_1 + row_2 + three + "true\nP.4,four,400,M.,D.,H.,\n",
                   row_1 + three + "\nP.4,four,400,N.,D.,H.,true\nP.5,five,400,M.,D.,H.,\n");
  CHECK(to_text(e.changes, true) ==
        "\033[1mbreaking: 1 added, 1 removed, 1 retired, 1 field changed in 1 code\033[0m\n"
        "\033[31m- P.2 removed (breaking): 'M.'\033[0m\n"
        "\033[31m! P.3 in use again (breaking): 'M.'\033[0m\n"
        "\033[33m~ P.4 retired: 'N.'\033[0m\n"
        "\033[32m+ P.5 added: 'M.'\033[0m\n"
        "\033[33m~ P.4\033[0m\n"
        "    message\n"
        "\033[31m      - M.\033[0m\n"
        "\033[32m      + N.\033[0m\n");
}
