# SPDX-License-Identifier: Apache-2.0
# Changes that leave every answer as it is: the reason, and parts of the changed line and of the change.

REASONS = {
    "text that is taken for invalid UTF-8 is written by nlohmann_json, with the same bytes": [
        ("if (lead > 0xF4 || size < 4", ">= for >"), ("if (lead > 0xF4 || size < 4", "<= for <"),
        ("if (size < 3 ||", "<= for <")],
    "text is examined byte by byte where it is not eight bytes at a time": [
        ("has_zero_byte(word ^ '\"' * ones)", "1 for 0"), ("text.size() - i >= 8", "> for >=")],
    "short codes are compared byte by byte": [
        ("if (size >= 8) {", "> for >="), ("if (size >= 4) return load_4", "> for >=")],
    "digits are read one by one where they are not read four at a time": [("Count < 4 || Count > 18", "< for >")],
    "the last word is compared twice": [("at + 8 < size; at += 8", "<= for <")],
    "numbers without gaps are looked up as those with gaps": [("value - first < table::size", "<= for <")],
    "a place equal to the size has no row, either": [("place < table::size ? place", "<= for <")],
    "the member is set before it is read": [("bool member_seen_ = false;", "the opposite of false")],
    "without digits the number is 0, which has no row": [(": code.size() <= lead)", "< for <=")],
}


def reason_for(description):
    """Returns why no test can notice a change; None if it should be noticed."""
    for reason, changes in REASONS.items():
        if any(line in description and change in description for line, change in changes):
            return reason
    return None
