# SPDX-License-Identifier: Apache-2.0
# Writes all changes of a source into one copy of it, and takes those out that do not compile.
import re

from operators import ALL
from source import Source

SKIPPED_LINE = re.compile(r"\s*(template\b|static_assert\b|using\b|requires\b|concept\b|friend\b|enum\b|\[\[)")
HEADER_CONSTANT = re.compile(r"^inline constexpr (std::array<)?[^(){}=]*[={][^;]*;", re.MULTILINE)


class ChangedFile:
    """A source with the places that are changed in it."""

    def __init__(self, name, text, include, first):
        self.name, self.source = name, Source(text)
        self.include = include  # the first line, which has a comment otherwise
        self.places = []
        is_header = name.endswith(".hpp")
        # Of the constants in the tools' headers only arrays are changed, at run time; nothing compiles the others again.
        constants = list(HEADER_CONSTANT.finditer(text)) if is_header and name.startswith("tools/") else []
        arrays = [m for m in constants if m[1]]
        taken = []
        for operator in ALL:
            for place in operator(self.source):
                lines = {self.source.line(begin) for begin, *_ in place.wraps}
                if any(SKIPPED_LINE.match(self.source.line_text(line)) for line in lines):
                    continue
                in_array = any(m.start() <= place.begin < m.end() for m in arrays)
                if not in_array and any(m.start() <= place.begin < m.end() for m in constants):
                    continue
                may_be_constant = is_header and not in_array
                if operator.__name__ == "tables" and not place.descriptions and may_be_constant:
                    continue
                ranges = [w[:2] for w in place.wraps]
                if any(a < c < b < d or c < a < d < b for a, b in ranges for c, d in taken):
                    continue  # neither inside the other
                replaced = {r[:2] for p in self.places for r in p.replacements}
                if any(r[:2] in replaced for r in place.replacements):
                    continue
                taken += ranges
                place.first = first
                place.is_constant |= may_be_constant  # most functions in headers are constexpr
                first += len(place.descriptions)
                self.places.append(place)
        self.next = first

    def rendered(self):
        """Returns the copy, and for each place where it is in it."""
        insertions = []  # position, order at the same position, text, place, is the end
        for order, place in enumerate(self.places):
            for begin, end, prefix, suffix in place.wraps:
                size = end - begin
                insertions.append((begin, (1, -size, order), prefix, place, False))
                insertions.append((end, (0, size, -order), suffix, place, True))
            for begin, end, text in place.replacements:
                insertions.append((begin, (2, 0, 0), text, None, end))
        out, done, spans, begins = [], 0, {}, {}
        length = 0

        def put(text):
            nonlocal length
            out.append(text)
            length += len(text)

        for position, _, text, place, is_end in sorted(insertions, key=lambda x: x[:2]):
            put(self.source.text[done:position])
            done = position
            if place is None:
                put(self.resolved(text, self.place_of_replacement(position)))
                done = is_end
            elif is_end:
                put(self.resolved(text, place))
                spans.setdefault(place, []).append((begins[place], length))
            else:
                begins[place] = length
                put(self.resolved(text, place))
        put(self.source.text[done:])
        text = "".join(out)
        first_line = text.index("\n")
        line = f'#include "{self.include}"'
        shift = len(line) - first_line
        return line + text[first_line:], {p: [(a + shift, b + shift) for a, b in s] for p, s in spans.items()}

    def place_of_replacement(self, position):
        return next(p for p in self.places if any(r[0] == position for r in p.replacements))

    @staticmethod
    def resolved(text, place):
        when = "any_time" if place.is_constant else "run_time"
        text = re.sub(r"@(\d+)", lambda m: f"::errcat_mutant::at_{when}({place.first + int(m[1])})", text)
        return text.replace("@N", str(place.first)).replace("@W", f"::errcat_mutant::{when}")

    def take_out(self, errors):
        """Takes out the innermost place at each error, or lets it be in a constant expression if that was the error.
        Returns how many places changed. An error has several (line, column), of which the first in a place counts."""
        text, spans = self.rendered()
        lines = [0] + [m.end() for m in re.finditer("\n", text)]
        changed, removed = set(), set()
        for is_constant, candidates in errors:
            found = []
            for line, column in candidates:
                at = lines[line - 1] + column - 1
                around = [(b - a, p) for p, s in spans.items() for a, b in s if a <= at < b]
                if around and not found:
                    found = [min(around, key=lambda x: x[0])[1]]
            if not found:
                wanted = {line for line, _ in candidates}
                found = [p for p in self.places if self.source.line(p.begin) in wanted]
            for place in found:
                may_stay = is_constant and not place.is_constant and place.descriptions
                (changed if may_stay else removed).add(place)
        for place in changed:
            place.is_constant = True
        self.places = [p for p in self.places if p not in removed]
        return len(changed | removed)

    def describe(self, place, number):
        line = self.source.line(place.begin)
        change = place.descriptions[number - place.first]
        return f"{self.name}:{line}: {self.source.line_text(line).strip()}\n  {change}"
