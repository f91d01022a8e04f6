// SPDX-License-Identifier: Apache-2.0
// The explainer as a function. tests/cli/explain.cpp and explain_logs.cpp run the programs.
#include "explain.hpp"
#include "usage.hpp"

#include "support/catch.hpp"
#include "support/file.hpp"
#include "support/output.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;
using namespace errcat::tool;

namespace {

error_row explained_row(const std::string& code, const std::string& name, const std::string& message) {
  error_row r{};
  r.code = code;
  r.name = name;
  r.status = "400";
  r.message = message;
  r.handling_measure = "H.";
  return r;
}

const error_tables& explained_tables() {
  static const error_tables made = [] {
    error_tables tables;
    std::vector<error_row> rows{explained_row("P.0001", "one", "Disk full."), explained_row("P.0024", "two", "Gone.")};
    for (int i = 3; i != 9; ++i)
      rows.push_back(explained_row("P.000" + std::to_string(i), "n" + std::to_string(i), "Quota."));
    tables.add({"Page", "", "P", "P", ""}, rows);
    return tables;
  }();
  return made;
}

std::string explanation_of(const std::string& code, const std::string& message) {
  return code + "\n  status            400\n  message           " + message + "\n  handling measure  H.\n";
}

const std::string answer_1 = explanation_of("P.0001", "Disk full.");
const std::string answer_2 = explanation_of("P.0024", "Gone.");

struct explained {
  exit_status status;
  std::string out;
  std::string err;
};

explained explain_with(const explain_options& options, const error_tables& tables = explained_tables()) {
  const captured_output captured;
  const exit_status status = explain(tables, options, "prog");
  return {status, captured.out(), captured.err()};
}

explained explain_codes(const std::vector<std::string>& asked) {
  explain_options options;
  options.asked = asked;
  return explain_with(options);
}

void check_explained(const explained& result, exit_status status, const std::string& out, const std::string& err) {
  CHECK(result.status == status);
  CHECK(result.out == out);
  CHECK(result.err == err);
}

}  // namespace

TEST_CASE("explain: codes are explained in the order in which they are asked for, and other readings are named") {
  check_explained(explain_codes({"P.0024", "p.1", "P.0001"}), success, answer_2 + answer_1 + answer_1, "");
  check_explained(explain_codes({"P-24"}), success, answer_2, "prog: P-24: read as P.0024\n");
  check_explained(explain_codes({"two"}), success, answer_2, "prog: two: read as P.0024\n");
}

TEST_CASE("explain: an unknown code has status 1, similar codes, and does not keep others from being explained") {
  check_explained(explain_codes({"P.0025", "P.0001"}), failure, answer_1,
                  "prog: P.0025: unknown code; similar codes:\n  P.0005  Quota.\n  P.0024  Gone.\n");
  check_explained(explain_codes({"P.9999"}), failure, "", "prog: P.9999: unknown code\n");
  check_explained(explain_codes({"zebra\x1B"}), failure, "",
                  "prog: zebraU+001B: not a code; searched for its words\nprog: no error matches 'zebraU+001B'\n");
  check_explained(explain_codes({"XYZ.0001"}), failure, "", "prog: XYZ.0001: no table here has codes of 'XYZ'\n");
  check_explained(explain_codes({""}), failure, "", "prog: : unknown code\n");
}

TEST_CASE("explain: codes inside an argument are explained, and words are searched for together") {
  check_explained(explain_codes({"{\"code\":\"P.0024\"} P.7777"}), failure, answer_2, "prog: P.7777: unknown code\n");
  check_explained(explain_codes({"24", "at (P.0001) now"}), success, answer_2 + answer_1, "prog: 24: read as P.0024\n");
  check_explained(explain_codes({"disk", "P.0024", "full"}), success, answer_2 + answer_1,
                  "prog: disk full: not a code; searched for its words\n");
  check_explained(explain_codes({"zebra"}), failure, "",
                  "prog: zebra: not a code; searched for its words\nprog: no error matches 'zebra'\n");
}

TEST_CASE("explain: more than five hits are lines unless all are wanted, and the question has all words") {
  explain_options options;
  options.is_search = true;
  options.question = "quota";
  const auto lines = explain_with(options);
  CHECK(lines.status == success);
  CHECK(lines.out.starts_with("P.0003  Quota.\n"));
  CHECK(lines.out.ends_with("P.0008  Quota.\n6 errors match; --long explains them all\n"));
  options.is_long = true;
  CHECK(explain_with(options).out.starts_with(explanation_of("P.0003", "Quota.")));
  options.question = "P.0001";
  check_explained(explain_with(options), success, answer_1, "");
  options.question = "disk";
  options.asked = {"full"};
  check_explained(explain_with(options), success, answer_1, "");
  options.question = "nothing\x1B";
  options.asked = {"like", "it"};
  CHECK(explain_with(options).err == "prog: no error matches 'nothingU+001B like it'\n");
}

TEST_CASE("explain: that there are more unknown codes is said once") {
  std::string many;
  for (int i = 0; i != 1001; ++i) many += "P." + std::to_string(1000 + i) + ' ';
  const auto result = explain_codes({many, "(P.5001)", "P.0001 (P.5002)"});
  CHECK(result.status == failure);
  CHECK(result.out == answer_1);
  const std::string more = "prog: more unknown codes were found\n";
  CHECK(result.err.find(more) != std::string::npos);
  CHECK(result.err.find(more) == result.err.rfind(more));
}

TEST_CASE("explain: a list has a line for each row, or all of it, and JSON what was asked") {
  explain_options options;
  options.list = true;
  CHECK(explain_with(options).out.starts_with("P.0001  Disk full.\nP.0024  Gone.\nP.0003"));
  options.is_long = true;
  CHECK(explain_with(options).out.starts_with(answer_1 + answer_2));
  options.json = true;
  CHECK(explain_with(options).out.starts_with("[\n  {\n    \"asked\": \"\",\n    \"code\": \"P.0001\""));
  CHECK(explain_with(options, {}).out == "[]\n");
}

TEST_CASE("explain: files and standard input are scanned, and each reason why they give nothing is reported") {
  const fs::path folder = scratch("explain-input");
  const std::string log = (folder / "log").string();
  const std::string none = (folder / "none").string();
  put(log, "a P.0024\nP.9999\n");
  check_explained(explain_codes({log}), failure, answer_2, "prog: P.9999: unknown code\n");
  check_explained(explain_codes({none, "P.0001"}), usage_or_file, answer_1,
                  "prog: " + none + ": cannot be read: No such file or directory\n");
  check_explained(explain_codes({folder.string()}), usage_or_file, "",
                  "prog: " + folder.string() + ": cannot be read: Is a directory\n");
  put(log, "nothing");
  check_explained(explain_codes({log}), failure, "", "prog: no P code in " + log + "\n");
  for (const auto& [magic, how] : {std::pair{"\x1F\x8B", "gzip (zcat"},
                                   {"BZh", "bzip2 (bzcat"},
                                   {"\xFD\x37zXZ", "xz (xzcat"},
                                   {"\x28\xB5\x2F\xFD", "zstd (zstdcat"},
                                   {"PK\x03\x04", "unzip (unzip -p"}}) {
    put(log, magic);
    check_explained(explain_codes({log}), failure, "",
                    "prog: " + log + ": compressed; decompress it first with " + how + " FILE | prog)\n");
  }
  put(log, "P.0001");
  for (const std::vector<std::string>& asked : {std::vector<std::string>(), {"-"}}) {
    const input_from file(log);
    check_explained(explain_codes(asked), success, answer_1, "");
  }
  put(log, "");
  const input_from empty(log);
  check_explained(explain_codes({"-"}), failure, "", "prog: no P code in the input\n");
  const input_from a_folder(folder);
  check_explained(explain_codes({"-"}), usage_or_file, "", "prog: cannot read the input\n");
}

TEST_CASE("explain: with several tables no prefix is named, and a reading is named once") {
  error_tables tables;
  tables.add({"A", "", "P", "P", ""}, {explained_row("P.0001", "one", "Disk full.")});
  tables.add({"B", "", "", "Q", ""}, {explained_row("P.0001", "one", "Gone."), explained_row("Q.7", "q", "Gone.")});
  const std::string log = (scratch("explain-several") / "log").string();
  put(log, "nothing");
  explain_options options;
  options.asked = {log};
  CHECK(explain_with(options, tables).err == "prog: no code in " + log + "\n");
  options.asked = {"one"};
  CHECK(explain_with(options, tables).err == "prog: one: read as P.0001\n");
  error_tables names;
  names.add({"A", "", "", "a", ""},
            {explained_row("DiskFull", "df", "Full."), explained_row("diskFull", "dg", "Full.")});
  options.asked = {"disk-full"};
  CHECK(explain_with(options, names).err == "prog: disk-full: read as DiskFull, diskFull\n");
  options.asked = {log};
  CHECK(explain_with(options, names).err == "prog: no code in " + log + "\n");
}

TEST_CASE("explain: what looks like a file is one, and what doesn't is a word") {
  for (const std::string file : {"x.log", "x.txt", "x.out", "x.err", "x.json", "x.jsonl", "x.csv", "x.gz", "logs/app.1",
                                 "a.b/c.d", "./x", "../none.d/x", "/none/x", "none/"}) {
    check_explained(explain_codes({file}), usage_or_file, "",
                    "prog: " + file + ": cannot be read: No such file or directory\n");
  }
  for (const std::string folder : {".", "..", "/"}) {
    check_explained(explain_codes({folder}), usage_or_file, "",
                    "prog: " + folder + ": cannot be read: Is a directory\n");
  }
  for (const std::string word : {"my.word", "AK/SK", "a.b/c", ".log", "x.logs", "x.tx", "log", "a b.log", "{b.log",
                                 "\"b.log", "b:c.log", "/a b", "/a{", "/a\"", "...log..."}) {
    check_explained(explain_codes({word}), failure, "",
                    "prog: " + word + ": not a code; searched for its words\nprog: no error matches '" + word + "'\n");
  }
}

TEST_CASE("explain: a search finds words of every field, a status, and retired codes") {
  error_tables tables;
  std::vector<error_row> rows;
  for (const char* code : {"Q.1", "Q.2", "Q.3", "Q.4", "Q.5", "Q.6"}) {
    rows.push_back(explained_row(code, std::string("name") + code[2], "M."));
  }
  rows[0].name = "alpha";
  rows[1].message = "Beta.";
  rows[2].description = "Gamma.";
  rows[3].handling_measure = "Delta.";
  rows[4].status = "418";
  rows[5].retired = true;
  tables.add({"Page", "", "Q", "Q", ""}, rows);
  const auto found = [&](const char* question) {
    explain_options options;
    options.is_search = true;
    options.question = question;
    options.json = true;
    std::string codes;
    for (const auto& answer : nlohmann::json::parse(explain_with(options, tables).out)) codes += answer["code"];
    return codes;
  };
  CHECK(found("alpha") == "Q.1");
  CHECK(found("beta") == "Q.2");
  CHECK(found("gamma") == "Q.3");
  CHECK(found("delta") == "Q.4");
  CHECK(found("418") == "Q.5");
  CHECK(found("retired") == "Q.6");
}

TEST_CASE("explain: codes are counted, and an output that fails has status 2") {
  const fs::path folder = scratch("explain-counts");
  put(folder / "log", "P.0024 P.9999 P.0024");
  explain_options options;
  options.count = true;
  options.asked = {(folder / "log").string()};
  const std::string place = options.asked[0] + ":1  ";
  check_explained(explain_with(options), failure,
                  "2  P.0024  " + place + "Gone.\n1  P.9999  " + place + "(unknown code)\n", "");
  options.asked = {"P.0024"};
  CHECK(explain_with(options).err == "prog: P.0024: cannot be read: No such file or directory\n");
  options.count = false;
  options.asked = {"P.0001"};
  const captured_output captured;
  std::cout.setstate(std::ios::badbit);
  CHECK(explain(explained_tables(), options, "prog") == usage_or_file);
  CHECK(captured.err() == "prog: cannot write the output\n");
}

TEST_CASE("explain: the options fill what is asked, and some exclude each other") {
  const auto parsed = [](const std::string& line) {
    explain_options options;
    CLI::App app;
    add_explain_options(app, options);
    app.parse(line);
    return options;
  };
  const explain_options all = parsed("P.1 --search 'a b' --long --json 2");
  CHECK(all.asked == std::vector<std::string>{"P.1", "2"});
  CHECK(all.is_search);
  CHECK(all.question == "a b");
  CHECK(all.is_long);
  CHECK(all.json);
  CHECK_FALSE(parsed("").is_search);
  CHECK(parsed("--list").list);
  CHECK(parsed("--count").count);
  for (const char* line : {"--search a --list", "--search a --count", "--list --count"})
    CHECK_THROWS_AS(parsed(line), CLI::ExcludesError);
}

TEST_CASE("explain: an installed file is in the data folder beside the program's") {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  CHECK(installed_path("a/b") == (program.parent_path().parent_path() / "share/a/b").string());
}
