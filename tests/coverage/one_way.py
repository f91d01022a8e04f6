# SPDX-License-Identifier: Apache-2.0
# Conditions that the tests take one way only: for each reason, parts of the file's name, the line, the condition and the
# way that it is never taken.

REASONS = {
    "it is known when compiling": [
        ("if constexpr",), ("constexpr std::uint32_t shift",), ("while (true)",), ("table::digits ",),
        ("constexpr std::size_t lead",)],
    "the compiler writes this comparison": [("= default;",)],
    "every value has its case": [("switch (", "never true")],
    "it ends the program": [("this_value_has_no_row_in_the_catalog",)],
    "a catalog that was checked has no control characters": [("header_text.cpp", "byte >= 0x20")],
    "where the lead and the separator are as typed, the digits are": [("typed.digits == *digits",)],
    "no catalog of the tests has the hash 0": [("hash == 0",)],
    "memory does not run out there": [("throw std::bad_alloc()",)],
    "no test makes this system call fail": [
        ("stream == nullptr",), ("fsync(",), ("std::rename(",), ("fcntl(",), ("child_ < 0",), ("poll(",),
        ("errno",), ("if (count > 0) input_",), ("waitid(",), ("explained_catalogs.cpp", "!error"),
        ("explained_catalogs.cpp", "if (error)"), ("fs::file_size(path, error)",), ("return error ?",), ("ioctl(",)],
    "no test can meet this moment": [("getppid() != parent",)],
    "no test writes so much": [("bytes.size() <= largest_file",)],
    "only large_input.sh reads so many rows": [("result.rows.size() == most_rows",)],
    "no charset of the tests ends wrongly where its last character does not": [("convert(nullptr, nullptr)",)],
    "it is in case an edit is wrong; none is known": [("if (read_back && unreadable.ok()",)],
    "the character is in the text": [("for (const char byte : bytes_)",)],
}


def reason_for(description):
    """Returns why no test takes a condition both ways; None if one should."""
    for reason, conditions in REASONS.items():
        if any(all(part in description for part in condition) for condition in conditions):
            return reason
    return None
