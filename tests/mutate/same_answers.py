# SPDX-License-Identifier: Apache-2.0
# Changes that these tests cannot notice; most leave every answer as it is. For each reason, the changes by parts of the
# file's name, the changed line and the change.

REASONS = {
    "a program of tests/ must not compile, or end, with it": [
        ("this_code_is_not_in_the_catalog();", "without this"),
        ("this_value_has_no_row_in_the_catalog();", "without this")],
    "text is examined byte by byte where it is not eight bytes at a time": [
        ("is_plain(load_8", "9 for 8"), ("has_zero_byte(word ^ '\"' * ones)", "1 for 0"),
        ("text.size() - i >= 8", "> for >=")],
    "text that is not three bytes at a time is examined byte by byte": [
        ("word & 0x00C0C0F0", "| for &"), ("code point's upper five bits", "& for |")],
    "text is examined byte by byte where it is not plain": [
        ("is_utf8_of_three(load_4", "5 for 4"), ("auto has_zero_byte", "| for &"), ("below_space = ", "| for &"),
        ("& high) == 0", "| for &"), ("is_plain(load_8", "one more"), ("is_utf8_of_three(load_4", "one more"),
        ("is_utf8_of_three(load_4", "> for >=")],
    "short codes are compared byte by byte": [
        ("if (size >= 8) {", "9 for 8"), ("if (size >= 4) return load_4", "5 for 4"), ("if (size >= 8) {", "> for >="),
        ("if (size >= 4) return load_4", "> for >=")],
    "digits are read one by one where they are not read four at a time": [
        ("Count < 4 || Count > 18", "<= for <"), ("Count < 4 || Count > 18", ">= for >"),
        ("Count < 4 || Count > 18", "5 for 4"), ("Count < 4 || Count > 18", "19 for 18"),
        ("Count < 4 || Count > 18", "< for >")],
    "the last word is compared twice": [("at + 8 < size; at += 8", "<= for <")],
    "numbers without gaps are looked up as those with gaps": [("value - first < table::size", "<= for <")],
    "a place equal to the size has no row, either": [("place < table::size ? place", "<= for <")],
    "the member is set before it is read": [("bool member_seen_ = false;", "the opposite of false")],
    "without digits the number is 0, which has no row": [(": code.size() <= lead)", "< for <=")],
    "the value is set before it is used": [
        ("int descriptor_ = -1;", "2 for 1"),
        ("include/errcat/error_response.hpp", "std::size_t begin_ = 0;", "1 for 0"), ("page_size_ = 0;  //", "1 for 0"),
        ("bool colours = false", "the opposite"), ("errcat/grid_table.cpp", "std::size_t begin = 0;", "1 for 0"),
        ("errcat/subprocess.cpp", "int status = 0;", "1 for 0"), ("asks_in_words_ = false;", "the opposite"),
        ("support/terminal.cpp", "std::size_t columns = 0;", "1 for 0"),
        ("support/unescape.cpp", "std::size_t size_ = 0;", "1 for 0"), ("pid_t child_ = 0;", "1 for 0")],
    "an empty slice is nowhere": [("std::size_t piece = 0;", "1 for 0"), ("std::size_t offset = 0;", "1 for 0")],
    "every template has a level": [("std::size_t deepest = 0;", "1 for 0")],
    "what is neither letter nor digit is left out": [("c <= 0xFF5E", "< for <="), ("c <= 0xFF5E", "0xff5f")],
    "two characters are not in one place": [("return slash < dot;", "<= for <")],
    "nothing is added": [("padded.size() < codes.family", "<= for <")],
    "it only saves work": [
        ("if (added.empty()) return;", "without this"),
        ("include/errcat/detail/table.hpp", "return;\n  without this"),
        ("strings.reserve(4)", "the opposite condition"), ("std::find_if(begin, end, is_wanted)", "exchanged"),
        ("typed.size() > word.size() + farthest", ""), ("a.size() > b.size() + most ||", ""),
        ("if (least > most)", "2 for 1"), ("known.size() > word.size() &&", ">= for >"),
        ("sleep_for(std::chrono::milliseconds(5))", ""), ("input_ = {};  // the program", "without this"),
        ("places_.emplace(found.code", "without this")],
    "a leak, which LeakSanitizer reports": [("yaml_event_delete(", "without this")],
    "the end of the document has written everything": [("emit(yaml_stream_end_event", "without this")],
    "edits do not overlap": [("&edit::begin", "end for begin")],
    "the next character is examined at once": [("errcat/command_used.cpp", "continue;\n  without this")],
    "a table of one column has no merged cells": [
        ("errcat/grid_table.cpp", "line.size() > begin + 2", ">= for >"),
        ("errcat/grid_table.cpp", "line.size() > begin + 2", "3 for 2")],
    "without memory it only counts": [("csv_write(nullptr, 0", "1 for 0")],
    "no text has exactly this size": [("pool.size() <= UINT16_MAX", "< for <=")],
    "after its last character a string has a 0": [("column >= columns.size() ||", "> for >=")],
    "memory does not run out there": [("throw std::bad_alloc()", "without this")],
    "a cell spans no row after the last": [("if (rows > 1) spanning_", ">= for >")],
    "from_chars sets it, or nothing is returned": [
        ("std::uint32_t number = 0;", "1 for 0"), ("std::uint64_t number = 0;", "1 for 0")],
    "a no-break space at the begin goes anyway": [("spaced.find(\"\\u00A0\", at)", "1 for 0")],
    "only slow tests, which are left out, measure it": [
        ("csv_set_blk_size", ""), ("count > largest_file", "one more"), ("exit_when_out_of_memory", "without this"),
        (">= most_errors", "> for >="), ("< most_errors", "<= for <"), ("decimal_digits =", "without"),
        ("*this = start", "without this")],
    "it limits what a message quotes": [("longest = 300", "301 for 300")],
    "what is not UTF-8 has been refused": [("yaml_parser_set_encoding(", "without this")],
    "iconv refuses what it did not open": [("converter == iconv_t(-1)", "2 for 1")],
    "no heading is in the table twice": [("errcat/columns.cpp", "return;\n  without this")],
    "none of the characters that are escaped differs in it": [("hex[byte / 16]", "17 for 16")],
    "it is only compared with 10": [("kind.empty() ? 0", "1 for 0")],
    "no test makes this system call fail": [("TIOCGWINSZ", "1 for 0"), ("while (waitpid(child", "")],
    "what is read without an error has the same cells": [("have_same_cells(*read_back, made)", "|| for &&")],
    "equality has no order": [
        ("compare(left, right, size) == 0", "exchanged"), ("compare(code.data(), table::prefix", "exchanged"),
        ("same_code(found.data(), code.data()", "exchanged"), ("return same(row_fields, a, b)", "exchanged"),
        ("std::ranges::equal(a, b", "exchanged")],
    "only one character before makes a difference": [
        ("char previous = 0;", "1 for 0"), ("char previous_ = 0;", "1 for 0"), ("character(c, 0)", "1 for 0")],
    "a text is longer": [
        ("std::size_t longest = 0;", "1 for 0"), ("std::size_t longest_ = 0;", "1 for 0"),
        ("std::size_t size = 0;", "1 for 0")],
    "both are the same number": [("socketpair(", "1 for 0"), ("socketpair(", "exchanged")],
    "it is for macOS": [("SO_NOSIGPIPE", ""), ("MSG_NOSIGNAL = 0;", ""), ("const int on = 1;", "")],
    "the program ends with any status": [("_exit(1)", "2 for 1")],
    "of two numbers that are exchanged nothing is lost": [("std::swap(", "exchanged")],
    "the program that ends too early has no successor": [("if (getppid() != parent)", "")],
    "both processes do it, and the first one counts": [
        ("setpgid(child_, child_)", "without this"), ("setpgid(0, 0)", "")],
    "large_input.sh finds it": [("result.rows.size() == most_rows", "")],
    "after it was renamed there is no file of this name": [("placed = true;", "")],
    "the mask is set again at once": [("umask(0)", "1 for 0")],
    "no test can meet this moment": [
        ("if (left <= 0) return", "< for <="), ("if (left <= 0) return", "1 for 0"),
        ("clock::now() > deadline_", ">= for >"), ("poll(ends, std::size(ends)", "<= for <")],
    "what is not ready takes no bytes": [("if (ends[0].revents != 0)", "1 for 0")],
    "the system sets it": [("pollfd ends[]", "1 for 0")],
    "it makes no difference for 0 bytes": [("if (count >= 0) {", "> for >="), ("if (count >= 0) {", "1 for 0")],
    "any negative number is no descriptor": [("no_descriptor = -1", "2 for 1")],
    "any number but 0 is true, and any negative one is no limit": [
        ("yaml_emitter_set_width(", "2 for 1"), ("constexpr int yes = 1", "2 for 1")],
    "what is not read at once is read character by character": [
        ("support/unescape.cpp", "if (text[0] == "), ("run >= longest_run", ""),
        ("c == '\"' || c == '\\''", "&& for ||"), ("const auto is_parameter", "== for !="),
        ("end != longest_parameters", "== for !="), ("find_character(text.data()", "- for +")],
    "no digit is larger than f": [("digit_value(", "17 for 16")],
    "no escape of this length means anything": [("longest_escape = 256", "257 for 256")],
    "it waits for a byte more": [("text.size() < longest_escape", "<= for <"), ("left > taken ||", "")],
    "it only saves work to search for separators, or not to look further": [
        ("separators_.find(family.separator)", ""), ("const bool looks_for_separators", "&& for ||"),
        ("& lead_end) != 0 && (parts(i + 1)", ""), ("const unsigned three", ""), ("(after & (digit_part", ""),
        ("support/scan.cpp", "(second)", "257 for 256"), ("support/scan.cpp", "(second)", "+ for *"),
        ("support/scan.cpp", "(second)", "- for +"), ("text.size() > 1 && text[1]", "2 for 1"),
        ("text.size() > 1 && text[1]", "< for >"), ("text.size() > 1 && text[1]", "without this"),
        ("const bool looks_for_separators", "2 for 1"), ("if (place == 0)", ""), ("words_(1)", "2 for 1"),
        ("words_at_(patterns_", ""), ("support/scan.cpp", "byte != 256", "257 for 256"),
        ("text_.size() > scanned_ + context", "one more"), ("support/scan.cpp", "most = 1 << 16", "")],
    "it is the size of an array; with another one the tests were seen to fail": [("longest_word = 64", "65 for 64")],
    "no code has a NUL": [("support/scan.cpp", "byte != 256", "1 for 0")],
    "a byte of context more or less makes no difference": [
        ("text_.erase(0, done)", "1 for 0"), ("longest_part + 4", "5 for 4")],
    "an empty part is none": [("bool after_lower_ = false;", "the opposite")],
    "every field weighs as much": [("postings.push_back({row, 0})", "1 for 0")],
    "the text begins with a line break": [("size >= lead_ends", "> for >=")],
    "nothing is cut": [
        ("found.size() > std::max(whole, enough)", ">= for >"), ("words.size() > most_words", ">= for >")],
    "it makes no difference at the limit": [("style.width > 2 * indent", ">= for >")],
    "the distance is the same both ways": [
        ("distance(typed, word)", "exchanged"), ("distance(word, known", "exchanged"),
        ("same_letters(typed.lead", "exchanged"), ("support/scan.cpp", "is_same(lead, family", "exchanged")],
    "blocks only save work": [("support/find_character.hpp", "block"), ("support/find_character.hpp", "found = 0;")],
    "any size does": [("char buffer[", "17 for 16")],
    "a program that was not started has no status": [("if (child_ <= 0) return 0;", "1 for 0")],
    "no test needs so much memory": [
        ("std::size_t memory = std::size_t{2}", ""), ("std::size_t output = std::size_t{256}", "")],
    "both orders are the same question": [("fs::equivalent(", "exchanged")],
    "the first border of a table has its own columns": [("errcat/grid_table.cpp", "continue;\n  without this")],
    "the array has room to spare": [
        ("most = table::digits > most", ">= for >"), ("most = table::digits > most", "< for >"),
        ("char unknown_[sizeof", ""), ("std::size_t most = 10;", "11 for 10")],
    "no two members begin at one string, and none begins before the one before it ends": [
        ("left.second.begin < right.second.begin", "<= for <"),
        ("left.second.begin < right.second.begin", "end for begin")],
    "what is not in an object has no members, either": [("if (depth_ == 0) return false;", "the opposite of false")],
    "any negative number means no indentation": [("nlohmann::json(message).dump(-1", "2 for 1")],
    "no catalog of the tests has the hash 0 or 1": [
        ("hash == 0 ? 1 : hash", "1 for 0"), ("hash == 0 ? 1 : hash", "2 for 1")],
    "this standard library has no std::format": [("return this->write(error.error(), context);", "exchanged")],
    "AddressSanitizer, not these tests, sees what is read past the end of the text": [
        ("is_utf8_of_three(load_4", "<= for >="), ("= utf8_sequence(bytes + i", "one more")],
    "a blank needs no escape": [("if (byte >= 0x20) {", "> for >="), ("if (byte >= 0x20) {", "0x21 for 0x20")],
    "an empty set of signals is zeros on Linux": [("sigemptyset(", "without this")],
    "no test has a file of exactly 256 MB": [
        ("entry.file_size() <= largest_file", "< for <="), ("bytes.size() <= largest_file", "< for <="),
        ("count > largest_file", ">= for >")],
    "the error says the same": [("stat(link.c_str(), &end) != 0", "1 for 0")],
    "errno is not that of an interruption": [("} else if (count == 0 || errno", "")],
    "a row with a word has a sum": [("scores[row].first != 0", "second for first")],
}


def reason_for(description):
    """Returns why no test can notice a change; None if it should be noticed."""
    for reason, changes in REASONS.items():
        if any(all(part in description for part in change) for change in changes):
            return reason
    return None
