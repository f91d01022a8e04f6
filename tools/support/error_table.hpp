// SPDX-License-Identifier: Apache-2.0
// The tables that a program explains codes from, wherever they come from. They may break the rules of a catalog.
#pragma once

#include "scan.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace errcat::tool {

/// One row of a table. A code may have several.
struct error_row {
  std::string code;
  std::string name;
  std::string status;  // "400"; real tables also have "400/404"
  std::string message;
  std::string description;
  std::string handling_measure;
  bool retired;
  std::uint32_t value;  // of its std::error_code
};

struct error_table {
  std::string source;    // title and date of the source document
  std::string file;      // where it was read from; empty: compiled into the program
  std::string prefix;    // of all its codes, such as "IMG"; may be empty
  std::string category;  // the name of the category of its std::error_code
  std::string page;      // the file of its reference page; empty if there is none
};

/// Codes that are the same but for their numbers, with their rows.
struct numbered_codes {
  code_family family;
  std::map<std::uint64_t, std::vector<std::size_t>> rows;  // by number
};

/// Several tables, with an index of their codes. Rows are identified by their places in rows().
class error_tables {
public:
  using row_list = std::vector<std::size_t>;

  void add(error_table table, std::vector<error_row> rows);

  [[nodiscard]] const std::vector<error_table>& tables() const noexcept { return tables_; }
  [[nodiscard]] const std::vector<error_row>& rows() const noexcept { return rows_; }
  [[nodiscard]] const error_table& table_of(std::size_t row) const { return tables_[places_of_tables_[row]]; }

  /// Returns the rows of a code, compared byte for byte.
  [[nodiscard]] row_list find(std::string_view code) const;

  /// Returns the rows of a code as it is in a log: as it is in the table, with fewer zeros, or as "IMG:24", which is
  /// how a std::error_code is printed.
  [[nodiscard]] row_list find_in_text(std::string_view code) const;

  /// Returns the codes with numbers, by what comes before the number. Those with ':' are values of std::error_code.
  [[nodiscard]] const std::vector<numbered_codes>& numbered() const noexcept { return numbered_; }

  /// Returns what a scanner needs to find all codes.
  [[nodiscard]] code_patterns patterns() const;

private:
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_number(std::string_view lead, char separator, bool any_case, std::string_view digits, std::size_t row);

  std::vector<error_table> tables_;
  std::vector<error_row> rows_;
  std::vector<std::size_t> places_of_tables_;  // of each row, in tables_
  std::vector<numbered_codes> numbered_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, row_list, hash, std::equal_to<>> by_code_;
  std::unordered_map<std::string, std::size_t, hash, std::equal_to<>> by_lead_;  // with the separator
};

/// A code as a lead, a separator and a number, such as "SFS.TURBO", '.' and "0001". The number is empty if it has none.
struct code_parts {
  std::string_view lead;
  char separator = '\0';
  std::string_view digits;
};

[[nodiscard]] code_parts parts_of(std::string_view code);

/// Returns the letters and digits of a code or a name in lower case, without its namespace: what is left of it when
/// people write it in another way.
[[nodiscard]] std::string identity_of(std::string_view text);

/// Returns the number that decimal digits spell; the largest one if it does not fit.
[[nodiscard]] std::uint64_t number_in(std::string_view digits);

}  // namespace errcat::tool
