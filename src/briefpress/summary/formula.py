"""Formulas to trees: `wounded / killed`, `per(killed, deployed, 1000)`, `months(invasion, "2011-12")`.

Nothing of a formula is ever run as code. A hyphen inside an id belongs to the id, so a minus between ids has a space on
both sides.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from decimal import Context, Decimal

SIGNS = {"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/"}
DEEPEST = 60  #: brackets in brackets; more would exhaust the stack, and no reader follows ten
LONGEST = 400  #: tokens, for the same reason
LARGEST_EXPONENT = 30
_WIDE = Context(prec=120)
_DATE = r"[0-9XY~?%.-]*[0-9XY~?%]"
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<number>(?:[0-9][0-9_]*(?:\.[0-9_]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |(?P<name>[^\W\d_]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)?(?:@{_DATE}|\#[a-z]+(?:-[a-z]+)*)?)
    |(?P<quoted>"[^"]*"|'[^']*')
    |(?P<sign>[-+*/(),−–×·÷:])""",
    re.VERBOSE,
)


class UnreadError(Exception):
    """A formula names what could not be read, which has been reported: there is no value and nothing more to say."""


class FormulaError(Exception):
    """What is wrong with a formula: `column` counts its characters from 1, `hint` says what to do."""

    def __init__(self, message: str, hint: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.column = column


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, without its underscores."""

    text: str
    column: int

    @property
    def value(self) -> Decimal:
        number = Decimal(self.text)
        # 1e6 is kept as 1000000, so that it prints like the number typed in full.
        return number.quantize(Decimal(1), context=_WIDE) if int(number.as_tuple().exponent) > 0 else number


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a figure, statistic or event, or the reference of a series cell or summary."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A date in quotation marks."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Negated:
    inner: Node
    column: int


@dataclass(frozen=True, slots=True)
class Binary:
    """`sign` is one of + - * /."""

    sign: str
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    parts: tuple[Node, ...]
    column: int


Node = Number | Ref | Quoted | Negated | Binary | Call


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  #: "number", "name", "quoted", "sign" or "end"
    text: str
    column: int
    start: int
    stop: int


def parse(formula: str, known: Container[str] = ()) -> Node:
    """Read a formula. `known` are the references there are, which tells where one with a slash in its date ends.

    Raises FormulaError.
    """
    if not formula.strip():
        raise FormulaError("the formula is empty", 'Write one such as formula = "wounded / killed".', 1)
    tokens = _tokens(formula, known)
    if len(tokens) > LONGEST:
        hint = "Work parts of it out as statistics of their own."
        raise FormulaError("the formula is too long", hint, tokens[LONGEST].column)
    parser = _Parser(formula, tokens)
    node = parser.sum(0)
    parser.finish()
    return node


def refs(node: Node) -> tuple[Ref, ...]:
    """Every reference in a tree, from left to right."""
    if isinstance(node, Ref):
        return (node,)
    if isinstance(node, Negated):
        return refs(node.inner)
    if isinstance(node, Binary):
        return (*refs(node.left), *refs(node.right))
    if isinstance(node, Call):
        return tuple(ref for part in node.parts for ref in refs(part))
    return ()


def _tokens(formula: str, known: Container[str]) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None:
            raise FormulaError(
                f"{formula[at]!r} has no meaning in a formula",
                "A formula has ids, numbers, + - * / and brackets; a date in it stands in quotation marks.",
                at + 1,
            )
        kind, text = str(match.lastgroup), match[0]
        if kind == "name" and "@" in text:
            text = _with_slash(formula, at, text, known)
        if kind != "space":
            tokens.append(_Token(kind, SIGNS.get(text, text), at + 1, at, at + len(text)))
        at += len(text)
    return [*tokens, _Token("end", "", len(formula) + 1, len(formula), len(formula))]


def _with_slash(formula: str, at: int, text: str, known: Container[str]) -> str:
    """The reference with the rest of its date, where the date is an interval such as 2003/2011."""
    more = re.match(rf"/(?:{_DATE}|\.\.)?", formula[at + len(text) :])
    longer = text + more[0] if more else text
    return longer if longer in known else text


def _number(token: _Token) -> Number:
    text = token.text.replace("_", "")
    if len(text) > 60 or abs(Decimal(text).adjusted()) > LARGEST_EXPONENT:
        raise FormulaError(f"{text[:40]} is too large or too fine a number", "Change the unit.", token.column)
    return Number(text, token.column)


class _Parser:
    def __init__(self, formula: str, tokens: list[_Token]) -> None:
        self._formula = formula
        self._tokens = tokens
        self._at = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def sum(self, depth: int) -> Node:
        """Terms with plus and minus between them."""
        left = self._term(depth)
        while self._next.text in ("+", "-") and self._next.kind == "sign":
            sign = self._take()
            self._spaced(sign)
            left = Binary(sign.text, left, self._term(depth), sign.column)
        return left

    def _term(self, depth: int) -> Node:
        left = self._atom(depth)
        while self._next.text in ("*", "/") and self._next.kind == "sign":
            sign = self._take()
            left = Binary(sign.text, left, self._atom(depth), sign.column)
        return left

    def _atom(self, depth: int) -> Node:
        token = self._take()
        if depth > DEEPEST:
            raise FormulaError("the brackets are too deep", "Work a part out as a statistic of its own.", token.column)
        if token.kind == "number":
            return _number(token)
        if token.kind == "quoted":
            return Quoted(token.text[1:-1], token.column)
        if token.kind == "name":
            return self._call(token, depth) if self._next.text == "(" else Ref(token.text, token.column)
        if token.text == "-":
            return Negated(self._atom(depth + 1), token.column)
        if token.text == "(":
            inner = self.sum(depth + 1)
            self._close(token)
            return inner
        raise self._unexpected(token)

    def _call(self, name: _Token, depth: int) -> Call:
        bracket = self._take()
        parts: list[Node] = []
        if self._next.text != ")":
            parts.append(self.sum(depth + 1))
            while self._next.text == ",":
                self._take()
                parts.append(self.sum(depth + 1))
        self._close(bracket)
        return Call(name.text, tuple(parts), name.column)

    def _close(self, bracket: _Token) -> None:
        token = self._take()
        if token.kind == "end":
            raise FormulaError("a bracket is not closed", "Add a ) where it ends.", bracket.column)
        if token.text != ")":
            raise self._unexpected(token)

    def finish(self) -> None:
        """Refuse what is left over."""
        if self._next.kind != "end":
            raise self._unexpected(self._next)

    def _spaced(self, sign: _Token) -> None:
        """`a -b` could be two ids or one mistyped: a minus beside letters has a space on both sides."""
        before, after = self._formula[sign.start - 1], self._formula[sign.stop : sign.stop + 1]
        if sign.text == "-" and any(c.isalpha() or c in "_@#" for c in (before, after)):
            hint = "A hyphen without spaces is part of an id: write a - b."
            raise FormulaError("a minus needs a space on both sides", hint, sign.column)

    def _unexpected(self, token: _Token) -> FormulaError:
        if token.kind == "end":
            return FormulaError("the formula ends too soon", "Write what comes after the last sign.", token.column)
        hint = "Put one of + - * / between two numbers or ids."
        if token.text == ",":
            hint = "A comma parts what stands in the brackets of days(a, b); a large number is written 1000 or 1_000."
        if token.text in ("*", "/", ")", "+"):
            hint = f"Something is missing before {token.text}."
        return FormulaError(f"{token.text!r} is not expected here", hint, token.column)
