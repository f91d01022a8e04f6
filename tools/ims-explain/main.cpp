// SPDX-License-Identifier: Apache-2.0
// ims-explain: explains IMS error codes, with nothing but the public headers.
#include "ascii.hpp"
#include "error_table.hpp"
#include "exit_status.hpp"
#include "scan.hpp"
#include "search.hpp"
#include "terminal.hpp"
#include "usage.hpp"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <errcat/version.hpp>
#include <ims/errors.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace errcat::tool;

using ims_error = errcat::entry<ims::errc>;

/// Prints a field; further lines of its text are indented.
void print_field(std::string_view label, std::string_view text) {
  constexpr std::size_t width = 18;
  std::cout << "  " << label << std::string(width - label.size(), ' ');
  for (const char c : text) {
    std::cout << c;
    if (c == '\n') std::cout << std::string(width + 2, ' ');
  }
  std::cout << '\n';
}

void print_text(const ims_error& error) {
  const bool colours = colours_wanted();
  std::cout << (colours ? "\033[1m" : "") << error.code() << (colours ? "\033[0m" : "")
            << (error.retired() ? " (retired)\n" : "\n");
  print_field("status", std::to_string(error.status()));
  print_field("message", error.message());
  if (error.description() != error.message()) print_field("description", error.description());
  print_field("handling measure", error.handling_measure().empty() ? "(none documented)" : error.handling_measure());
}

void print_json(const std::vector<ims_error>& errors) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ims_error& error : errors) {
    list.push_back({{"code", error.code()},
                    {"status", error.status()},
                    {"message", error.message()},
                    {"description", error.description()},
                    {"handling_measure", error.handling_measure()},
                    {"retired", error.retired()}});
  }
  std::cout << list.dump(2) << '\n';
}

/// Returns the number meant by `24`, `img.24`, `"IMG.0024"` or `IMG-0024`.
std::optional<std::int64_t> number_meant(std::string_view text) {
  const auto is_outside = [](char c) { return !is_alphanumeric(c); };
  while (!text.empty() && is_outside(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_outside(text.back())) text.remove_suffix(1);
  std::size_t letters = 0;
  for (const char c : ims::errors.prefix()) {
    if (letters < text.size() && to_lower(text[letters]) == to_lower(c)) ++letters;
  }
  if (letters != 0 && letters != ims::errors.prefix().size()) return std::nullopt;
  text.remove_prefix(letters);
  while (!text.empty() && is_outside(text.front())) text.remove_prefix(1);
  constexpr std::size_t most_digits = 10;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Returns known codes that differ from `number` by one digit or by two swapped neighbours.
std::string suggestions(std::int64_t number) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "IMG.%04lld", static_cast<long long>(number));
  const std::string code = text.data();
  std::set<std::string> near;
  for (std::size_t i = ims::errors.prefix().size() + 1; i < code.size(); ++i) {
    std::string other = code;
    for (char digit = '0'; digit <= '9'; ++digit) {
      other[i] = digit;
      if (ims::errors.contains(other)) near.insert(other);
    }
    other = code;
    std::swap(other[i], other[i - 1]);
    if (ims::errors.contains(other)) near.insert(other);
  }
  constexpr std::size_t most = 3;
  std::string list;
  std::size_t count = 0;
  for (const std::string& each : near) {
    if (count++ == most) break;
    list += (list.empty() ? "; similar codes: " : ", ") + each;
  }
  return list;
}

/// Finds the entry of what a person typed. Reports how the input was read, or that the code is unknown.
std::optional<ims_error> look_up(const std::string& text) {
  if (const auto exact = ims::errors.find(text)) return exact;
  const std::optional<std::int64_t> number = number_meant(text);
  const auto meant = number ? ims::errors.find_number(*number) : std::nullopt;
  if (meant) {
    std::cerr << "ims-explain: " << printable(text) << ": read as " << meant->code() << '\n';
  } else {
    std::cerr << "ims-explain: " << printable(text) << ": unknown code" << (number ? suggestions(*number) : "") << '\n';
  }
  return meant;
}

std::vector<ims_error> search(const std::string& question) {
  std::vector<std::string> statuses;
  for (const ims_error error : ims::errors) {
    statuses.push_back(std::to_string(error.status()) + (error.retired() ? " retired" : ""));
  }
  std::vector<searched_row> rows;
  for (const ims_error error : ims::errors) {
    rows.push_back({error.code(), error.name(), statuses[error.index()], error.message(), error.description(),
                    error.handling_measure()});
  }
  std::vector<ims_error> errors;
  for (const std::size_t place : search_index(rows).find(question).rows) errors.push_back(ims::errors.begin()[place]);
  if (errors.empty()) std::cerr << "ims-explain: no error matches '" << printable(question) << "'\n";
  return errors;
}

/// Returns the IMG table as the scanner needs it.
error_tables ims_tables() {
  std::vector<error_row> rows;
  for (const ims_error error : ims::errors) {
    error_row row;
    row.code = error.code();
    row.value = static_cast<std::uint32_t>(error.error());
    rows.push_back(row);
  }
  const std::string prefix(ims::errors.prefix());
  error_tables tables;
  tables.add({std::string(ims::errors.source()), "", prefix, prefix, ""}, std::move(rows));
  return tables;
}

/// Returns the codes in standard input, each once, in order of appearance. Reports unknown ones.
std::vector<ims_error> read_input(bool& all_known) {
  constexpr std::size_t most_unknown = 1000;  // reported; keeps memory constant for any input
  std::vector<ims_error> errors;
  std::set<std::string, std::less<>> seen;
  std::size_t unknown = 0;
  const error_tables tables = ims_tables();
  code_scanner scanner(tables.patterns(), [&](const found_code& found) {
    if (seen.contains(found.code)) return;
    const std::string code(found.code);
    const auto rows = tables.find_in_text(code);
    if (!rows.empty()) {
      const ims_error known = *ims::errors.find(tables.rows()[rows.front()].code);
      if (std::ranges::find(errors, known) == errors.end()) errors.push_back(known);
    } else if (unknown++ < most_unknown) {
      all_known = false;
      std::cerr << "ims-explain: " << code << ": unknown code\n";
    } else {
      return;
    }
    seen.emplace(code);
  });
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), stdin))
    scanner.feed({buffer.data(), size});
  scanner.finish();
  if (unknown > most_unknown) std::cerr << "ims-explain: more unknown codes were found\n";
  if (errors.empty() && unknown == 0 && std::ferror(stdin) == 0) std::cerr << "ims-explain: no IMG code in the input\n";
  return errors;
}

/// Returns `status`, or usage_or_file if the output cannot be written.
exit_status written(exit_status status) {
  if (std::cout.flush()) return status;
  std::cerr << "ims-explain: cannot write the output\n";
  return usage_or_file;
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): only bad_alloc
  std::signal(SIGXFSZ, SIG_IGN);   // a limit on the size of files is reported like a full disk
  CLI::App app(
      "ims-explain explains error codes of the Image Management Service and how to handle them. Without codes it reads "
      "standard input, such as a log or a response, and explains each code in it once.",
      "ims-explain");
  app.set_version_flag("--version", "ims-explain " ERRCAT_VERSION_STRING "\n" + std::string(ims::errors.source()));
  app.failure_message(usage_message);
  std::vector<std::string> codes;
  std::string part;
  bool list = false;
  bool json = false;
  app.add_option("code", codes, "error codes, such as IMG.0024 or 24");
  CLI::Option* searching = app.add_option("--search", part, "explain the errors that best match these words");
  app.add_flag("--list", list, "list all codes with their messages")->excludes(searching);
  app.add_flag("--json", json, "print JSON");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? written(success) : usage_or_file;
  }
  const bool reads_input = codes.empty() && !*searching && !list;
  if (reads_input && isatty(STDIN_FILENO) != 0) {
    std::cerr << "ims-explain: no codes given; name codes or pipe text to standard input (see --help)\n";
    return usage_or_file;
  }

  bool all_known = true;
  std::vector<ims_error> errors;
  if (list) errors.assign(ims::errors.begin(), ims::errors.end());
  if (*searching) errors = search(part);
  for (const std::string& code : codes) {
    const auto known = look_up(code);
    if (known) errors.push_back(*known);
    all_known = all_known && known;
  }
  if (reads_input) errors = read_input(all_known);
  if (std::ferror(stdin) != 0) {
    std::cerr << "ims-explain: cannot read the input\n";
    return usage_or_file;
  }

  if (json) {
    print_json(errors);
  } else if (list) {
    for (const ims_error& error : errors) std::cout << error.code() << "  " << error.message() << '\n';
  } else {
    for (const ims_error& error : errors) print_text(error);
  }
  return written(all_known && !errors.empty() ? success : failure);
}
