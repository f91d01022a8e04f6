# SPDX-License-Identifier: Apache-2.0
# A C++ source as tokens, with what the operators need to know: matching brackets, operands, and where statements begin.
# It relies on clang-format: binary operators have blanks around them, the brackets of templates have none.
import bisect
import re

TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<directive>^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*)
  | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)")
  | (?P<string>(?:u8|u|U|L)?"(?:\\.|[^"\\\n])*")
  | (?P<character>(?:u8|u|U|L)?'(?:\\.|[^'\\\n])*')
  | (?P<number>\.?\d(?:[\w.]|'\w|[eEpP][+-])*)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<sign><=>|<<=|>>=|\.\.\.|->\*|<<|>>|<=|>=|==|!=|&&|\|\||\+\+|--|[-+*/%&|^]=|->|::|[^\s\w])
""", re.VERBOSE | re.DOTALL | re.MULTILINE)

PRECEDENCE = {"*": 10, "/": 10, "%": 10, "+": 9, "-": 9, "<<": 8, ">>": 8, "<=>": 7, "<": 6, "<=": 6, ">": 6, ">=": 6,
              "==": 5, "!=": 5, "&": 4, "^": 3, "|": 2, "&&": 1, "||": 0}
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="}
STOPS = ASSIGNMENTS | {",", ";", "?", ":", "return", "throw", "case", "else", "do", "co_return"}
CLOSING = {"(": ")", "[": "]", "{": "}"}


class Token:
    def __init__(self, match):
        self.kind = match.lastgroup if match.lastgroup != "mark" else "raw"
        self.text, self.begin, self.end = match[0], match.start(), match.end()


class Source:
    def __init__(self, text):
        self.text = text
        self.tokens = [t for t in map(Token, TOKEN.finditer(text)) if t.kind not in ("comment", "directive")]
        self.lines = [0] + [m.end() for m in re.finditer("\n", text)]
        self.partner = {}
        self.parent = []  # the bracket around each token; -1 if there is none
        open_brackets = []
        for i, token in enumerate(self.tokens):
            self.parent.append(open_brackets[-1] if open_brackets else -1)
            if token.kind == "sign" and token.text in CLOSING:
                open_brackets.append(i)
            elif token.kind == "sign" and token.text in ")]}" and open_brackets:
                begin = open_brackets.pop()
                self.partner[begin], self.partner[i] = i, begin

    def line(self, offset):
        return bisect.bisect_right(self.lines, offset)

    def line_text(self, number):
        end = self.lines[number] - 1 if number < len(self.lines) else len(self.text)
        return self.text[self.lines[number - 1]:end]

    def is_sign(self, i, *texts):
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "sign" and self.tokens[i].text in texts

    def is_binary(self, i):
        token = self.tokens[i]
        if token.kind != "sign" or token.text not in PRECEDENCE or i == 0 or i + 1 == len(self.tokens):
            return False
        before = self.tokens[i - 1]
        spaced = self.text[token.begin - 1].isspace() and self.text[token.end].isspace()
        ends_operand = before.kind != "sign" or before.text in ")]}"
        return spaced and ends_operand and before.text not in ("template", "return", "operator")

    def left_operand(self, i, precedence):
        """Returns the first token of the left operand of the binary operator `i`."""
        begin = j = i
        while j > 0:
            j -= 1
            token = self.tokens[j]
            if token.kind == "sign" and token.text in ")]}":
                if token.text == "}" and "\n" in self.text[token.end:self.tokens[j + 1].begin]:
                    break  # the end of a block
                j = self.partner.get(j, 0)
            elif token.text in STOPS or (token.kind == "sign" and token.text in CLOSING):
                break
            elif self.is_binary(j) and PRECEDENCE[token.text] < precedence:
                break
            begin = j
        return begin

    def right_operand(self, i, precedence):
        """Returns the last token of the right operand of the binary operator `i`."""
        end, j = i, i + 1
        while j < len(self.tokens):
            token = self.tokens[j]
            if token.kind == "sign" and token.text in CLOSING:
                j = self.partner.get(j, len(self.tokens) - 1)
            elif token.text in STOPS or (token.kind == "sign" and token.text in ")]}"):
                break
            elif self.is_binary(j) and PRECEDENCE[token.text] <= precedence:
                break
            end = j
            j += 1
        return end

    def chain_begin(self, i):
        """Returns the first token of a chain such as `a.b()->c` that ends at token `i`."""
        while True:
            if self.is_sign(i, ")", "]"):
                i = self.partner.get(i, i)
                if i > 0 and self.tokens[i - 1].kind == "name":
                    i -= 1
            if self.is_sign(i - 1, ".", "->", "::"):
                i -= 2
            else:
                return i

    def chain_end(self, i):
        """Returns the last token of a chain such as `a.b()->c` that begins at token `i`."""
        while i + 1 < len(self.tokens):
            if self.is_sign(i + 1, "(", "[") or (self.is_sign(i + 1, "{") and self.text[self.tokens[i].end] == "{"):
                i = self.partner.get(i + 1, i + 1)
            elif self.is_sign(i + 1, ".", "->", "::"):
                i += 2
            else:
                break
        return i

    def arguments(self, opening):
        """Returns the arguments in a pair of brackets as pairs of first and last token."""
        found, begin, i = [], opening + 1, opening + 1
        close = self.partner.get(opening, opening)
        while i < close:
            if self.is_sign(i, *CLOSING):
                i = self.partner.get(i, i)
            elif self.is_sign(i, ","):
                found.append((begin, i - 1))
                begin = i + 1
            i += 1
        return found + [(begin, close - 1)] if begin < close else found

    def top_level(self, first, last):
        """Yields the tokens of a range that are not inside brackets of it."""
        i = first
        while i <= last:
            yield i
            i = self.partner.get(i, i) + 1 if self.is_sign(i, *CLOSING) else i + 1
