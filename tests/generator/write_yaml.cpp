// SPDX-License-Identifier: Apache-2.0
// The YAML writer, by its reader and by PyYAML, which resolves plain scalars as YAML 1.1 does.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/command.hpp"
#include "support/refusals.hpp"
#include "support/round_trip.hpp"
#include "write.hpp"

#include <unistd.h>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <random>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

using namespace errcat::tool;
using nlohmann::json;

namespace {

/// `text` as PyYAML's safe loader reads it. What JSON has no type for, such as a date, becomes an object, so that it
/// equals no string.
json read_by_pyyaml(const std::string& text) {
  const auto file = scratch("write_yaml-" + std::to_string(getpid())) / "catalog.yaml";  // tests run side by side
  put(file, text);
  const std::string program =
      "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), "
      "default=lambda value: {'type': type(value).__name__}))";
  const auto result = run(word(PYTHON) + " -c " + '"' + program + "\" " + word(file));
  INFO(result.err.substr(0, 2000));
  REQUIRE(result.status == 0);
  return json::parse(result.out);
}

/// Every cell is the string that was written, but for the status, a number, and the flags, which are booleans.
void require_same_values(const catalog& subject, const json& read) {
  for (const auto& f : catalog_fields) {
    INFO(f.name);
    const std::string& text = (subject.*(f.member)).text;
    CHECK(read.value(f.name, json("")) == json(text));
  }
  REQUIRE(read["errors"].size() == subject.rows.size());
  for (std::size_t i = 0; i != subject.rows.size(); ++i) {
    for (const auto& f : row_fields) {
      const std::string& text = (subject.rows[i].*(f.member)).text;
      json expected = text;
      if (f.name == "status") expected = 400;
      if ((f.name == "retired" || f.name == "proposed") && !text.empty()) expected = text == "true";
      INFO(f.name << " of row " << i << ": " << text);
      CHECK(read["errors"][i].value(f.name, json("")) == expected);
    }
  }
}

/// A catalog that holds each of `texts` as a message, a description and a note.
catalog catalog_with(const std::vector<std::string>& texts) {
  catalog subject;
  subject.name_space.text = "n";
  subject.source.text = "s";
  for (const std::string& text : texts) {
    row& r = subject.rows.emplace_back();
    r.code.text = text;
    r.name.text = text;
    r.status.text = "400";
    r.message.text = text;
    r.description.text = text;
    r.handling_measure.text = text;
    r.note.text = text;
  }
  return subject;
}

/// `text` in lower case, in capitals and with one capital in front.
std::vector<std::string> cases_of(const std::string& text) {
  std::vector<std::string> all{text, text, text};
  for (char& c : all[1]) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (char& c : all[2]) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) continue;
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    break;
  }
  return all;
}

/// What the resolvers of YAML 1.1 and 1.2 take for something else than a string: words, dates, and numbers with every
/// sign, in every case.
std::vector<std::string> hard_scalars() {
  std::vector<std::string> all;
  const auto add = [&](const std::string& text) {
    for (const std::string& variant : cases_of(text)) all.push_back(variant);
  };
  for (const char* word : {"~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"}) add(word);
  for (const char* date : {"2024-01-01", "2024-1-1", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
                           "2001-12-15 2:59:43.10", "2001-12-14T21:59:43Z", "2001-12-14  21:59:43 z"})
    add(date);
  for (const char* number :
       {"0",        "7",      "400",       "0010",       "089",         "08",           "1_000", "1,000",
        "1__0_",    "0_7",    "12:30",     "12:30:45",   "190:20:30",   "190:20:30.15", "1:00",  "0:0",
        "0x1f",     "0x_1f_", "0o14",      "0b1",        "0b1_0",       "1e3",          "1e+3",  "1.5e-3",
        "1_0.5e+3", ".5",     ".5e+1",     "._5",        "1.",          "1.5",          "0.",    "1_0.2_5",
        ".nan",     ".inf",   "685230.15", "685_230.15", "6.8523015e+5"}) {
    for (const char* sign : {"", "-", "+"}) add(sign + std::string(number));
  }
  return all;
}

}  // namespace

TEST_CASE("YAML: every string reads back unchanged") {
  const catalog subject = hard_catalog();
  const std::string text = write_yaml(subject);
  diagnostics found;
  const catalog back = read_yaml("c.yaml", text, found).value();
  CHECK(printed(found).empty());
  require_same_rows(subject, back);
  CHECK(back.name_space.text == subject.name_space.text);
  CHECK(back.source.text == subject.source.text);
  CHECK(back.prefix.text.empty());
  CHECK(write_yaml(back) == text);
}

TEST_CASE("YAML: a catalog that breaks rules reads back unchanged, too") {
  catalog subject = hard_catalog();
  subject.rows[0].retired.text = subject.rows[0].proposed.text = "null";
  subject.rows[1].retired.text = "~";
  subject.rows[2].retired.text = "true";
  subject.rows[3].retired.text = "false";
  const char* const controls[] = {"a\x07",  "\x1B[31m", "a\rb",   "a\tb",  "\x7F",
                                  "\u0085", "a\u0085b", "\u009F", "\uFFFE"};
  for (std::size_t i = 0; i != std::size(controls); ++i) subject.rows[i].message.text = controls[i];
  diagnostics found;
  const std::string text = write_yaml(subject);
  const auto back = read_yaml("c.yaml", text, found);
  CHECK(printed(found).empty());
  REQUIRE(back);
  require_same_rows(subject, *back);
  CHECK(text.find("retired: true\n") != std::string::npos);
  CHECK(text.find("retired: false\n") != std::string::npos);
  CHECK(text.find("proposed: true\n") != std::string::npos);
  CHECK(text.find("proposed: false\n") != std::string::npos);
}

TEST_CASE("YAML: PyYAML reads the same strings") {
  const catalog subject = hard_catalog();
  require_same_values(subject, read_by_pyyaml(write_yaml(subject)));
}

TEST_CASE("YAML: PyYAML reads a string for every scalar that could be something else") {
  const catalog subject = catalog_with(hard_scalars());
  require_same_values(subject, read_by_pyyaml(write_yaml(subject)));
}

TEST_CASE("YAML: what any reader could take for something other than a string is quoted") {
  for (const std::string& text : hard_scalars()) {
    catalog one = catalog_with({text});
    INFO(text);
    CHECK(write_yaml(one).find("message: '" + text + "'\n") != std::string::npos);
  }
}

TEST_CASE("YAML: PyYAML reads a string for random text of a resolver's characters") {
  constexpr std::string_view alphabet = "0123456789__::..--++eEtTzZxXoObBaAfFnNiIyYsSlLuUrR~=< ,";
  std::mt19937 random;  // the same numbers everywhere
  std::vector<std::string> texts;
  for (int i = 0; i != 5000; ++i) {
    std::string& text = texts.emplace_back();
    const std::size_t size = 1 + random() % 10;
    for (std::size_t at = 0; at != size; ++at) text += alphabet[random() % (i % 2 == 0 ? 18 : alphabet.size())];
  }
  catalog subject = catalog_with(texts);
  require_same_values(subject, read_by_pyyaml(write_yaml(subject)));
}

TEST_CASE("YAML: a text that no reader takes for something else has no quotes") {
  for (const char* text :
       {"plain",    "400 errors", "v1.2",     "1st",  "12:30h",  "a1",  "yes, please", "nope",
        "nullable", "10-20",      "e3",       "0xyz", "0xg",     "1ex", "1e+x",        "2024-01-01 was a Monday.",
        "x=1",      "a << b",     "deadbeef", "5 e",  "one_000", "-a",  "+a"}) {
    INFO(text);
    const std::string written = write_yaml(catalog_with({text}));
    CHECK(written.find("message: " + std::string(text) + "\n") != std::string::npos);
    CHECK(written.find("status: 400\n") != std::string::npos);
  }
}

TEST_CASE("YAML: a text with lines, and blanks that one would overlook, has double quotes") {
  for (const std::string text : {" a\nb", "a\nb ", "a\n b", "a \nb", "\na"}) {
    const std::string in_quotes = '"' + std::regex_replace(text, std::regex("\n"), "\\n") + '"';
    INFO(in_quotes);
    CHECK(write_yaml(catalog_with({text})).find("message: " + in_quotes + "\n") != std::string::npos);
  }
  CHECK(write_yaml(catalog_with({" a"})).find("message: ' a'\n") != std::string::npos);
  CHECK(write_yaml(catalog_with({"a\nb"})).find("message: |-\n    a\n    b\n") != std::string::npos);
}

TEST_CASE("YAML: a status that is not a number is quoted like any text") {
  catalog subject = catalog_with({"a"});
  for (const char* status : {"0620", "4e2", "NO", "12:30", "", "-1"}) {
    subject.rows[0].status.text = status;
    INFO(status);
    CHECK(read_by_pyyaml(write_yaml(subject))["errors"][0]["status"] == status);
  }
}

TEST_CASE("YAML: the committed catalog reads back row for row") {
  const std::string text = get(IMG_CATALOG);
  diagnostics found;
  const catalog subject = read_yaml("img.yaml", text, found).value();
  const std::string written = write_yaml(subject);
  require_same_rows(subject, read_yaml("c.yaml", written, found).value());
  CHECK(printed(found).empty());
  CHECK(written.starts_with("namespace: ims\nprefix: IMG\nlicense: Apache-2.0\nsource: Image Management Service"));
}

TEST_CASE("YAML: an empty prefix is written, and no prefix is not; a header has the values") {
  const std::string rows = "errors:\n- code: \"10001\"\n  name: one\n  status: 400\n  message: M.\n";
  diagnostics found;
  const catalog plain = read_yaml("c.yaml", "namespace: cafe\nprefix: \"\"\nsource: s\n" + rows, found).value();
  CHECK(write_yaml(plain).starts_with("namespace: cafe\nprefix: \"\"\nsource: s\n"));
  CHECK(write_header(checked(plain)).find("  code_10001 = 10001,\n") != std::string::npos);
  const catalog pinned = read_yaml("c.yaml", "namespace: cafe\nsource: s\n" + rows + "  value: 77\n", found).value();
  CHECK(write_yaml(pinned).find("prefix") == std::string::npos);
  CHECK(write_yaml(pinned).find("  value: 77\n") != std::string::npos);
  CHECK(write_csv(pinned).find(",note,value\n") != std::string::npos);
  CHECK(write_header(checked(pinned)).find("  code_10001 = 77,\n") != std::string::npos);
  CHECK(printed(found).empty());
}

TEST_CASE("YAML: long and non-ASCII strings are on one line, lines of a string are lines of the file") {
  catalog subject;
  subject.name_space.text = "cafe";
  subject.source.text = "\u6587\u6863, 2024";
  row& r = subject.rows.emplace_back();
  r.code.text = "C.1";
  r.name.text = "one";
  r.status.text = "400";
  for (int i = 0; i != 60; ++i) r.message.text += "a word, ";
  r.message.text += "and the last.";
  r.description.text = "\u955C\u50CF\u4E0D\u5B58\u5728\u3002\u00E9";
  r.handling_measure.text = "Do:\n- this, \u7136\u540E\n- that: now";
  CHECK(write_yaml(subject) ==
        "namespace: cafe\n"
        "source: \u6587\u6863, 2024\n"
        "errors:\n"
        "- code: C.1\n"
        "  name: one\n"
        "  status: 400\n"
        "  message: " +
            r.message.text +
            "\n"
            "  description: \u955C\u50CF\u4E0D\u5B58\u5728\u3002\u00E9\n"
            "  handling_measure: |-\n"
            "    Do:\n"
            "    - this, \u7136\u540E\n"
            "    - that: now\n");
}
