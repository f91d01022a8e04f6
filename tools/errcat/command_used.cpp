// SPDX-License-Identifier: Apache-2.0
// errcat used.
#include "ascii.hpp"
#include "catalog_file.hpp"
#include "check.hpp"
#include "commands.hpp"
#include "file.hpp"
#include "identifier.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <ostream>
#include <set>
#include <string_view>
#include <unordered_map>

namespace errcat::tool {
namespace {

namespace fs = std::filesystem;

/// Returns the end of the word that begins at `begin`.
std::size_t end_of_word(std::string_view text, std::size_t begin) {
  while (begin != text.size() && is_word(text[begin])) ++begin;
  return begin;
}

/// Finds the codes of a catalog, its enumerators and its names in text.
class code_finder {
public:
  explicit code_finder(const checked_catalog& subject) : is_used(subject.rows().size()), subject_(subject) {
    for (std::size_t i = 0; i != subject.rows().size(); ++i) {
      const checked_row& r = subject.rows()[i];
      for (const std::string_view spelling : {r.code, r.name, std::string_view(r.enumerator)}) {
        rows_.try_emplace(spelling, i);
        begins_[static_cast<unsigned char>(spelling[0])] = true;
      }
    }
    if (!subject.is_numbered()) return;
    prefixes_ = {std::string(subject.prefix()) + '.', enumerator_of(subject.prefix()) + '_'};
    for (const std::string& prefix : prefixes_) begins_[static_cast<unsigned char>(prefix[0])] = true;
  }

  /// Reports unknown and retired codes, and notes which are used.
  void search(std::string_view file, std::string_view text, diagnostics& found) {
    text_cursor here(file);
    std::size_t reported = 0;
    const auto at = [&](std::size_t offset) {
      here.advance(text.substr(reported, offset - reported));
      reported = offset;
      return here.at();
    };
    for (std::size_t i = 0; i != text.size();) {
      const bool begins_word = is_word(text[i]);
      const std::size_t end = begins_word ? end_of_word(text, i) : i + 1;
      if (begins_word && begins_[static_cast<unsigned char>(text[i])]) {
        const std::string_view code = spelling_at(text, i, end);
        const auto known = rows_.find(code);
        if (known != rows_.end()) {
          note(
              known->second, code, [&] { return at(i); }, found);
        } else if (!code.empty()) {
          found.error(at(i), "unknown code " + quote(code));
        }
        i = std::max(end, i + code.size());
      } else {
        i = end;
      }
    }
  }

  std::vector<bool> is_used;  // of the rows, by index

private:
  /// Returns the code, enumerator or name that begins here; "" if there is none. A code that looks like one of a
  /// numbered catalog may be unknown.
  [[nodiscard]] std::string_view spelling_at(std::string_view text, std::size_t begin, std::size_t end) const {
    const std::string_view rest = text.substr(begin);
    for (const std::string& prefix : prefixes_) {
      if (!rest.starts_with(prefix)) continue;
      const std::size_t number_end = end_of_word(rest, prefix.size());
      const std::string_view number = rest.substr(prefix.size(), number_end - prefix.size());
      if (!number.empty() && std::ranges::all_of(number, is_digit)) return rest.substr(0, number_end);
    }
    if (!subject_.is_numbered()) {  // a code may contain dots and hyphens
      std::size_t token_end = end;
      while (token_end + 1 < text.size() && (text[token_end] == '.' || text[token_end] == '-') &&
             is_word(text[token_end + 1])) {
        token_end = end_of_word(text, token_end + 1);
        if (rows_.contains(text.substr(begin, token_end - begin))) return text.substr(begin, token_end - begin);
      }
    }
    const std::string_view word = text.substr(begin, end - begin);
    return rows_.contains(word) ? word : "";
  }

  template <class At> void note(std::size_t index, std::string_view spelling, At at, diagnostics& found) {
    is_used[index] = true;
    if (subject_.rows()[index].retired) found.warning(at(), "retired code " + quote(spelling) + " is used");
  }

  const checked_catalog& subject_;
  std::unordered_map<std::string_view, std::size_t> rows_;
  std::array<bool, 256> begins_{};
  std::vector<std::string> prefixes_;
};

/// Adds a file, or the files of a folder without hidden ones and those that are too large to be sources.
void add_files(const fs::path& path, std::set<std::string>& files) {
  if (!fs::is_directory(path)) {
    files.insert(path.string());
    return;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    if (hidden || entry.is_symlink()) continue;
    const bool is_read = entry.is_regular_file() && entry.file_size() <= largest_file;
    if (entry.is_directory() || is_read) add_files(entry.path(), files);
  }
}

/// True for what is not source: a binary file, or a header that errcat wrote.
bool is_skipped(std::string_view bytes) {
  constexpr std::size_t searched = 1000;
  const std::string_view head = bytes.substr(0, searched);
  return head.find('\0') != std::string_view::npos || head.find("// Generated by errcat ") != std::string_view::npos;
}

/// Reports codes that nothing uses. An exemption that is not needed is an error, so that the list stays true.
void report_unused(const used_options& options, const checked_catalog& subject, const code_finder& finder,
                   diagnostics& found) {
  std::unordered_map<std::string_view, const position*> places;
  for (const row& r : subject.cells().rows) places.emplace(r.code.text, &r.code.at);
  std::set<std::string_view> exempt(options.exempt.begin(), options.exempt.end());
  for (std::size_t i = 0; i != subject.rows().size(); ++i) {
    const checked_row& r = subject.rows()[i];
    const bool is_exempt = exempt.erase(r.code) != 0;
    const position& at = *places.at(r.code);
    if (is_exempt && (finder.is_used[i] || r.retired)) {
      found.error(at, "code " + quote(r.code) + " is exempt, but is " + (r.retired ? "retired" : "used"));
    } else if (!is_exempt && !finder.is_used[i] && !r.retired) {
      found.error(at, "code " + quote(r.code) + " is not used");
    }
  }
  for (const std::string_view code : exempt) {
    found.error(subject.cells().at, "code " + quote(code) + " is exempt, but not in the catalog");
  }
}

}  // namespace

exit_status run_used(const used_options& options, std::ostream& err) {
  require_catalog_extension(options.catalog);
  diagnostics found;
  const std::optional<catalog> cells = read_catalog(options.catalog, with_placeholders(options.header), found);
  const std::optional<checked_catalog> subject = cells ? check(*cells, found) : std::nullopt;
  if (!subject) {
    found.print(err);
    return failure;
  }
  std::set<std::string> files;
  for (const std::string& path : options.paths) add_files(path, files);
  code_finder finder(*subject);
  for (const std::string& file : files) {
    std::error_code error;
    if (fs::equivalent(file, options.catalog, error)) continue;
    const std::string bytes = read_file(file);
    if (!is_skipped(bytes)) finder.search(file, bytes, found);
  }
  if (options.unused) report_unused(options, *subject, finder, found);
  found.print(err);
  return found.ok() ? success : failure;
}

}  // namespace errcat::tool
