// SPDX-License-Identifier: Apache-2.0
// Reads what was asked: codes as people type them, logs, and questions.
#include "explain.hpp"

#include "ascii.hpp"
#include "explanation.hpp"
#include "look_up.hpp"
#include "search.hpp"
#include "tally.hpp"
#include "terminal.hpp"
#include "text_input.hpp"
#include "usage.hpp"

#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

namespace errcat::tool {
namespace {

using file_handle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// True for ./log, /var/log/app, logs/ and "..".
bool is_path(std::string_view text) {
  if (text == "." || text == "..") return true;
  return text.find_first_of(" {\"") == std::string_view::npos &&
         (text.starts_with('/') || text.starts_with("./") || text.starts_with("../") || text.ends_with('/'));
}

/// True for logs/app.1 and app.log, but not for AK/SK or my.word.
bool looks_like_file(std::string_view text) {
  if (text.find_first_of(" {\":") != std::string_view::npos) return false;
  const std::size_t slash = text.rfind('/');
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  if (slash != std::string_view::npos) return slash < dot;
  constexpr std::string_view extensions[] = {"log", "txt", "out", "err", "json", "jsonl", "csv", "gz"};
  return std::ranges::count(extensions, text.substr(dot + 1)) != 0;
}

/// True for a file or pipe; a folder is none.
bool is_file(const std::string& text) {
  std::error_code error;
  return std::filesystem::exists(text, error) && !std::filesystem::is_directory(text, error);
}

class explainer {
public:
  explainer(const error_tables& tables, const explain_options& options, const std::string& program)
      : tables_(tables), options_(options), program_(program), codes_(tables) {}

  exit_status run() {
    if (options_.list) {
      for (std::size_t row = 0; row != tables_.rows().size(); ++row) answers_.push_back({row, ""});
    } else if (options_.is_search) {
      std::string question = options_.question;
      for (const std::string& word : options_.asked) question += ' ' + word;
      search(question);
    } else if (options_.asked.empty()) {
      read_standard_input();
    } else {
      asks_in_words_ = !options_.count && std::ranges::any_of(options_.asked, [this](const auto& text) {
        return !is_file(text) && is_word(text);
      });
      for (const std::string& text : options_.asked) answer_one(text);
      if (!words_.empty()) {
        report(words_, "not a code; searched for its words");
        search(words_);
      }
    }
    print();
    if (!std::cout.flush()) {
      std::cerr << program_ << ": cannot write the output\n";
      return usage_or_file;
    }
    return status_;
  }

private:
  void report(const std::string& what, const std::string& problem) {
    std::cerr << program_ << ": " << printable(what) << ": " << problem << '\n';
  }

  void fail(exit_status status) { status_ = std::max(status_, status); }

  /// True if an argument cannot be anything but words to search for.
  [[nodiscard]] bool is_word(const std::string& text) const {
    if (text.empty() || text == "-" || is_path(text) || looks_like_file(text)) return false;
    return !look_up(tables_, text).may_be_code && !has_code(text);
  }

  /// True for what is a part of the question where there is one: a number alone ("larger than 128 GB"), and a word,
  /// even if a file or folder has its name ("cannot share").
  [[nodiscard]] bool belongs_to_question(const std::string& text) const {
    if (!asks_in_words_) return false;
    if (std::ranges::all_of(text, is_digit)) return true;
    return is_word(text) && text.find_first_of("./") == std::string::npos;
  }

  void answer_one(const std::string& text) {
    if (text == "-") return read_standard_input();
    if (options_.count) return read_file(text);
    if (belongs_to_question(text)) return add_word(text);
    const bool can_be_read = is_file(text);
    const looked_up found = can_be_read && text.find('/') != std::string::npos ? looked_up() : look_up(tables_, text);
    if (!found.rows.empty()) {
      if (!found.is_as_typed) report(text, "read as " + codes_of(found.rows));
      for (const std::size_t row : found.rows) answers_.push_back({row, text});
      return;
    }
    if (can_be_read || is_path(text)) return read_file(text);
    if (found.may_be_code || text.empty()) return report_unknown(text, found);
    if (scan(text)) return;
    if (looks_like_file(text)) return read_file(text);
    add_word(text);
  }

  void add_word(const std::string& text) { words_ += (words_.empty() ? "" : " ") + text; }

  [[nodiscard]] std::string codes_of(const error_tables::row_list& rows) const {
    std::set<std::string> seen;
    std::string list;
    for (const std::size_t row : rows) {
      const std::string& code = tables_.rows()[row].code;
      if (seen.insert(code).second) list += (list.empty() ? "" : ", ") + printable(code);
    }
    return list;
  }

  void report_unknown(const std::string& text, const looked_up& found) {
    fail(failure);
    const std::string problem =
        found.foreign_lead.empty() ? "unknown code" : "no table here has codes of " + quote(found.foreign_lead);
    report(text, problem + (found.similar.empty() ? "" : "; similar codes:"));
    std::vector<answer> similar;
    for (const std::size_t row : found.similar) similar.push_back({row, text});
    for (const answer& each : similar) {
      std::cerr << "  ";
      print_lines(tables_, {each}, {}, std::cerr);
    }
  }

  void search(const std::string& question) {
    std::vector<std::string> statuses;
    for (const error_row& row : tables_.rows()) statuses.push_back(row.status + (row.retired ? " retired" : ""));
    std::vector<searched_row> rows;
    for (const error_row& row : tables_.rows()) {
      rows.push_back({row.code, row.name, statuses[rows.size()], row.message, row.description, row.handling_measure});
    }
    const search_result found = search_index(rows).find(question);
    for (const std::size_t row : found.rows) hits_.push_back({row, question});
    if (!found.rows.empty()) return;
    fail(failure);
    std::cerr << program_ << ": no error matches '" << printable(question) << "'\n";
  }

  void read_standard_input() {
    if (isatty(STDIN_FILENO) != 0) {
      throw usage_error("no codes given; name codes or pipe text to standard input (see --help)");
    }
    read(stdin, "");
    if (std::ferror(stdin) == 0) return;
    std::cerr << program_ << ": cannot read the input\n";
    fail(usage_or_file);
  }

  void read_file(const std::string& path) {
    const file_handle file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (file != nullptr) {
      read(file.get(), path);
      if (std::ferror(file.get()) == 0) return;
    }
    report(path, std::string("cannot be read: ") + std::strerror(errno));
    fail(usage_or_file);
  }

  void read(std::FILE* file, const std::string& path) {
    const std::uint64_t before = codes_.total();
    codes_.begin_text(path);
    const std::string_view packer = read_text(file, [this](std::string_view piece) { codes_.feed(piece); });
    codes_.finish_text();
    if (!packer.empty()) {
      report(path.empty() ? "the input" : path, "compressed; decompress it first with " + std::string(packer) + " (" +
                                                    std::string(unpacking(packer)) + " FILE | " + program_ + ")");
      fail(failure);
    } else if (codes_.total() == before && std::ferror(file) == 0) {
      const std::string kind = tables_.tables().size() == 1 ? tables_.tables().front().prefix : "";
      std::cerr << program_ << ": no " << (kind.empty() ? "" : kind + ' ') << "code in "
                << (path.empty() ? "the input" : printable(path)) << '\n';
      fail(failure);
    }
    take_codes();
  }

  static std::string_view unpacking(std::string_view packer) {
    if (packer == "gzip") return "zcat";
    if (packer == "bzip2") return "bzcat";
    if (packer == "xz") return "xzcat";
    return packer == "zstd" ? "zstdcat" : "unzip -p";
  }

  [[nodiscard]] bool has_code(const std::string& text) const {
    bool found = false;
    code_scanner scanner(tables_.patterns(), [&found](const found_code&) { found = true; });
    scanner.feed(text);
    scanner.finish();
    return found;
  }

  /// Explains the codes in an argument, such as a response. False if there are none.
  bool scan(const std::string& text) {
    const std::uint64_t before = codes_.total();
    codes_.feed(text);
    codes_.finish_text();
    take_codes();
    return codes_.total() != before;
  }

  /// Turns the codes found in text into answers.
  void take_codes() {
    for (const tally::code& code : codes_.take_new()) {
      for (const std::size_t row : code.rows) answers_.push_back({row, code.text});
      if (!code.rows.empty()) continue;
      fail(failure);
      if (!options_.count) report(code.name, "unknown code");
    }
    if (codes_.has_more_unknown() && !said_more_) {
      said_more_ = true;
      std::cerr << program_ << ": more unknown codes were found\n";
    }
  }

  void print() {
    const output_style style = style_of_output();
    if (options_.count) {
      print_counts(tables_, codes_, options_.json, style, std::cout);
      return;
    }
    constexpr std::size_t few = 5;
    const bool in_full = hits_.size() <= few || options_.is_long;
    if (options_.json || in_full) answers_.insert(answers_.end(), hits_.begin(), hits_.end());
    if (options_.json) {
      print_json(tables_, answers_, std::cout);
    } else if (options_.list && !options_.is_long) {
      print_lines(tables_, answers_, style, std::cout);
    } else {
      print_explanations(tables_, answers_, style, std::cout);
      if (in_full) return;
      print_lines(tables_, hits_, style, std::cout);
      std::cout << hits_.size() << " errors match; --long explains them all\n";
    }
  }

  const error_tables& tables_;
  const explain_options& options_;
  const std::string& program_;
  tally codes_;
  std::vector<answer> answers_;
  std::vector<answer> hits_;  // of a search
  std::string words_;         // arguments that are not codes
  bool asks_in_words_ = false;
  exit_status status_ = success;
  bool said_more_ = false;
};

}  // namespace

void add_explain_options(CLI::App& command, explain_options& options) {
  command.add_option("code", options.asked,
                     "error codes, such as IMG.0024 or 24, names, files, - for standard input, or words to search for");
  CLI::Option* search = command.add_option("--search", options.question, "find the errors that best match these words")
                            ->type_name("WORDS");
  search->each([&options](const std::string&) { options.is_search = true; });
  CLI::Option* list = command.add_flag("--list", options.list, "list all codes with their messages")->excludes(search);
  command.add_flag("--count", options.count, "count the codes in files or standard input, the most frequent first")
      ->excludes(search)
      ->excludes(list);
  command.add_flag("--long", options.is_long, "explain everything that --search finds or --list lists");
  command.add_flag("--json", options.json, "print JSON");
}

exit_status explain(const error_tables& tables, const explain_options& options, const std::string& program) {
  return explainer(tables, options, program).run();
}

std::string installed_path(const std::string& below) {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "" : (program.parent_path() / ERRCAT_DATA_FROM_BIN / below).lexically_normal().string();
}

}  // namespace errcat::tool
