# SPDX-License-Identifier: Apache-2.0
# The changes: each function yields the places of a source that one operator changes. In the C++ of a place, @0 is the
# condition under which its first change takes effect, @1 that of its second; @N is the number of its first change and
# @W whether it can be chosen when compiling.
import re

from source import ASSIGNMENTS, PRECEDENCE


KEYWORDS = ("return", "if", "for", "while", "switch")


class Place:
    """Ranges of a source to be wrapped and replaced together, for one or more changes."""

    def __init__(self, wraps, descriptions, replacements=(), is_constant=False):
        self.wraps, self.descriptions, self.replacements = wraps, descriptions, list(replacements)
        self.is_constant = is_constant  # whether a constant expression may contain it
        self.first = 0  # the number of the first change
        self.begin, self.end = min(w[0] for w in wraps), max(w[1] for w in wraps)


def wrap(source, first, last, prefix, suffix):
    return (source.tokens[first].begin, source.tokens[last].end, prefix, suffix)


FUNCTIONS = {"<": ("less", "<= for <", "> for <"), "<=": ("less_equal", "< for <=", ">= for <="),
             ">": ("greater", ">= for >", "< for >"), ">=": ("greater_equal", "> for >=", "<= for >="),
             "+": ("plus", "- for +, or without the right part"), "-": ("minus", "one more"), "*": ("times", "+ for *"),
             "/": ("divided", "* for /"), "%": ("modulo", "/ for %"), "&": ("bit_and", "| for &"),
             "|": ("bit_or", "& for |"), "^": ("bit_xor", "| for ^"), "<<": ("shifted_left", ">> for <<"),
             ">>": ("shifted_right", "<< for >>")}


def reserves_memory(source, token):
    """True in a statement that reserves memory, which changes no answer."""
    return re.search(r"\.reserve\(.*\);", source.line_text(source.line(token.begin)))


def binary_operators(source):
    for i, token in enumerate(source.tokens):
        if not source.is_binary(i) or token.text == "<=>" or reserves_memory(source, token):
            continue
        precedence = PRECEDENCE[token.text]
        first, last = source.left_operand(i, precedence), source.right_operand(i, precedence)
        if first >= i or last <= i:
            continue
        if token.text in ("<<", ">>") and source.tokens[first].text in ("out", "out_", "err", "in", "std", "lines"):
            continue  # a stream
        if token.text in ("==", "!="):
            other = "!=" if token.text == "==" else "=="
            yield Place([wrap(source, first, last, "((", ") != @0)")], [f"{other} for {token.text}"])
        elif token.text in ("&&", "||"):  # by De Morgan's laws
            other = "||" if token.text == "&&" else "&&"
            between = f") != @0) {token.text} (static_cast<bool>("
            yield Place([wrap(source, first, last, "(((static_cast<bool>(", ") != @0)) != @0)")],
                        [f"{other} for {token.text}"], [(token.begin, token.end, between)])
        else:
            name, *descriptions = FUNCTIONS[token.text]
            yield Place([wrap(source, first, last, f"::errcat_mutant::{name}<@W>(@N, ", ")")], descriptions,
                        [(token.begin, token.end, ",")])


def is_plain(source, first, last):
    """True for a condition that no other operator negates."""
    return not source.is_sign(first, "!") and not any(
        source.is_binary(i) or source.tokens[i].text in ASSIGNMENTS for i in source.top_level(first, last))


def conditions(source):
    for i, token in enumerate(source.tokens):
        if token.text in ("if", "while") and source.is_sign(i + 1, "("):
            first, last = i + 2, source.partner.get(i + 1, i + 1) - 1
            for j in source.top_level(first, last):
                if source.is_sign(j, ";"):
                    first = j + 1
        elif source.is_sign(i, "?"):
            first, last = source.left_operand(i, -1), i - 1
        else:
            continue
        if first <= last and is_plain(source, first, last):
            yield Place([wrap(source, first, last, "(static_cast<bool>(", ") != @0)")], ["the opposite condition"])


def negations(source):
    for i, token in enumerate(source.tokens):
        if source.is_sign(i, "!") and i + 1 < len(source.tokens) and not source.is_binary(i):
            operand = source.partner.get(i + 1, i + 1) if source.is_sign(i + 1, "(") else i + 1
            if source.tokens[operand].kind == "name" or operand != i + 1:
                yield Place([wrap(source, i, source.chain_end(operand), "((", ") != @0)")], ["without !"])


def literals(source):
    for i, token in enumerate(source.tokens):
        if token.text in ("true", "false"):
            yield Place([wrap(source, i, i, "(", " != @0)")], ["the opposite of " + token.text])
        match = re.fullmatch(r"(0[xX][\dA-Fa-f']+|\d[\d']*)([uUlL]*)", token.text) if token.kind == "number" else None
        in_template = source.text[token.begin - 1] == "<" or source.text[token.end:token.end + 1] == ">"
        is_size = source.is_sign(i - 1, "[") and all(t.kind == "name" for t in source.tokens[i - 3:i - 1])
        opening = source.parent[i]
        in_enumeration = opening > 0 and any(t.text == "enum" for t in source.tokens[max(0, opening - 6):opening])
        if match and not in_template and not is_size and not in_enumeration and not reserves_memory(source, token):
            digits = match[1].replace("'", "")
            more = int(digits, 8 if re.fullmatch(r"0\d+", digits) else 0) + 1
            more = hex(more) if digits.startswith(("0x", "0X")) else more  # a hexadecimal one may be unsigned
            yield Place([wrap(source, i, i, f"(@0 ? {more}{match[2]} : ", ")")], [f"{more} for {token.text}"])


def statements(source):
    for i, token in enumerate(source.tokens):
        if i == 0 or not begins_statement(source, i):
            continue
        end = i
        if token.text == "throw" or (token.text == "return" and source.is_sign(i + 1, ";")):
            pass
        elif token.text not in ("break", "continue"):
            if token.text in ("++", "--", "*"):
                end += 1
            elif source.text[token.begin:token.begin + 6] == "(void)":
                end += 3
            if source.tokens[end].kind != "name" or source.tokens[end].text in KEYWORDS:
                continue
            end = source.chain_end(end)
            if reserves_memory(source, token):
                continue
            after = source.tokens[end + 1].text
            is_call = after == ";" and source.tokens[end].text == ")"
            is_change = after in ASSIGNMENTS or after in ("++", "--") or source.tokens[i].text in ("++", "--")
            if not is_call and not is_change:
                continue
        while end < len(source.tokens) and not source.is_sign(end, ";"):
            end = source.partner.get(end, end) + 1 if source.is_sign(end, "(", "[", "{") else end + 1
        if end < len(source.tokens):
            yield Place([wrap(source, i, end, "{ if (!@0) ", " }")], ["without this statement"])


def begins_statement(source, i):
    if source.is_sign(source.parent[i], "("):  # as in a for loop
        return False
    if source.is_sign(i - 1, ";", "{", "}") or source.tokens[i - 1].text in ("else", "do"):
        return True
    opening = source.partner.get(i - 1, 0) if source.is_sign(i - 1, ")") else 0
    return opening > 0 and source.tokens[opening - 1].text in ("if", "for", "while")


STATUSES = {"success": "failure", "failure": "usage_or_file", "usage_or_file": "failure"}


def exit_statuses(source):
    for i, token in enumerate(source.tokens):
        is_used = i > 0 and (source.tokens[i - 1].text in ("return", "?", ":", "=", "(", "==", "!=", ","))
        if token.text in STATUSES and is_used and not source.is_sign(i + 1, "(", "="):
            other = STATUSES[token.text]
            yield Place([wrap(source, i, i, f"(@0 ? {other} : ", ")")], [f"status {other}"])


def positions(source):
    for i, token in enumerate(source.tokens):
        is_member = source.is_sign(i - 1, ".", "->") and source.is_sign(i + 1, "(")
        if token.text not in ("error", "warning") or not is_member:
            continue
        arguments = source.arguments(i + 1)
        if len(arguments) == 2:
            first, last = arguments[0]
            braced = source.is_sign(first, "{")
            kind = "::errcat::tool::position"
            prefix, suffix = f"(@0 ? {kind}{{}} : {kind}", ")"
            yield Place([wrap(source, first, last, prefix + ("" if braced else "("), ("" if braced else ")") + suffix)],
                        ["without the position"])


OTHER_FIELD = {"code": "name", "name": "code", "message": "description", "description": "message",
               "handling_measure": "description", "group": "note", "note": "group", "source": "license",
               "license": "source", "body": "source", "media_type": "source", "old_text": "new_text",
               "new_text": "old_text", "line": "column", "column": "line", "added": "removed", "removed": "added",
               "retired": "added", "in_use_again": "retired", "old_row": "new_row", "new_row": "old_row",
               "first": "second", "second": "first", "begin": "end", "end": "begin", "offset": "size", "size": "offset",
               "before": "after", "after": "before"}


def fields(source):
    for i, token in enumerate(source.tokens):
        other = OTHER_FIELD.get(token.text)
        if not other or token.kind != "name":
            continue
        if source.is_sign(i - 1, ".", "->"):
            is_call = source.is_sign(i + 1, "(")
            if is_call and (token.text in ("begin", "end", "size") or source.partner.get(i + 1) != i + 2):
                continue
            first, last = source.chain_begin(i), i + 2 if is_call else i
            chain = source.text[source.tokens[first].begin:token.begin]
            yield Place([wrap(source, first, last, f"(@0 ? {chain}{other}{'()' if is_call else ''} : ", ")")],
                        [f"{other} for {token.text}"])
        elif source.is_sign(i - 1, "::") and source.is_sign(i - 3, "&") and not source.is_sign(i + 1, "("):
            owner = source.tokens[i - 2].text
            yield Place([wrap(source, i - 3, i, f"(@0 ? &{owner}::{other} : ", ")")], [f"{other} for {token.text}"])


def argument_pairs(source):
    for i, token in enumerate(source.tokens):
        if token.kind != "name" or not source.is_sign(i + 1, "(") or token.text in (*KEYWORDS, "min", "max"):
            continue
        arguments = source.arguments(i + 1)
        for (a, a_end), (b, b_end) in zip(arguments, arguments[1:]):
            texts = [source.text[source.tokens[x].begin:source.tokens[y].end] for x, y in ((a, a_end), (b, b_end))]
            if texts[0] != texts[1] and all(re.fullmatch(r"[A-Za-z_][\w.:]*(->\w+)?(\(\))?", text) for text in texts):
                yield Place([wrap(source, a, a_end, f"(@0 ? {texts[1]} : ", ")"),
                             wrap(source, b, b_end, f"(@0 ? {texts[0]} : ", ")")], ["the two arguments exchanged"])
                break


def character_sets(source):
    """An element less in the set of characters that a function searches for."""
    for i, token in enumerate(source.tokens):
        elements = re.findall(r"\\.|[^\\]", token.text[1:-1])
        plain = token.kind == "string" and token.text[0] == '"' and not re.search(r"\\[x0-7uU]", token.text)
        if not plain or len(elements) < 2 or not source.is_sign(i - 1, "(", "="):
            continue
        name = source.tokens[i - 2].text if i > 1 else ""
        is_constant = source.is_sign(i - 1, "=") and source.is_sign(i + 1, ";")
        is_set = is_constant or re.search(r"find_|string_view|skip", name)
        if not is_set or (re.search("[A-Za-z]{3}", token.text) and "abc" not in token.text):
            continue
        chosen = elements if len(elements) <= 24 else [elements[0], elements[len(elements) // 2], elements[-1]]
        less = ['"' + "".join(e for e in elements if e != gone) + '"' for gone in chosen]
        prefix = "(" + "".join(f"@{n} ? {text} : " for n, text in enumerate(less))
        yield Place([wrap(source, i, i, prefix, ")")], [f"without {gone}" for gone in chosen])


CONSTANT = re.compile(r"^[ ]*(?:static |inline )?constexpr (?!auto\b)[^(){}=]*(?:=|\{)", re.MULTILINE)


def tables(source, most=12):
    """An entry less in a table, that is, one that nothing is equal to; and constants that are chosen at run time."""
    for match in CONSTANT.finditer(source.text):
        keyword = match.start() + match[0].index("constexpr")
        line_end = source.text.find("\n", match.end())
        yield Place([(keyword, line_end, "", "")], [], [(keyword, keyword + len("constexpr"), "const")])
    for i, token in enumerate(source.tokens):
        if not source.is_sign(i, "{") or not (source.is_sign(i - 1, "=") or source.text[token.begin - 1].isalnum()):
            continue
        if not re.search(r"\bconstexpr\b", source.line_text(source.line(token.begin))):
            continue
        entries = []
        for first, _ in source.arguments(i):
            first += source.is_sign(first, "{")
            if source.tokens[first].kind == "string" and source.tokens[first].text[0] == '"':
                entries.append(first)
        step = max(1, len(entries) // most)
        for first in entries[::step] if len(entries) > 2 else ():
            yield Place([wrap(source, first, first, '(@0 ? "\\1" : ', ")")], [f"without {source.tokens[first].text}"])


ALL = [statements, conditions, binary_operators, negations, literals, exit_statuses, positions, fields, argument_pairs,
       character_sets, tables]
