"""Formulas as readers read them: "more than 32,000 ÷ 4,486", "days from 16 June 2014 to 30 June 2014"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpress.language.hedging import tell, tell_date, tell_quantity
from briefpress.language.lexicon import Lexicon
from briefpress.language.numbers import MINUS
from briefpress.model.prose import Form
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact, Summary, Term
from briefpress.model.text import Claim, Origin, Text, claimed, plain, text

_SIGNS = {"+": "plus", "-": "minus", "−": "minus", "*": "times", "×": "times", "/": "divided", "÷": "divided"}
_FUNCTIONS = {"days": "ab", "months": "ab", "years": "ab", "share": "ab", "per": "abn"}
_TIMES = ("days", "months", "years")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of formula; `compound` tells that it needs parentheses beside a sign that binds tighter, `loose` that
    it needs them beside any sign ("3 to 5", "about 32 or more")."""

    text: Text
    compound: bool = False
    loose: bool = False


def _is_loose(quantity: Quantity) -> bool:
    return quantity.bound.is_range or quantity.bound in (Bound.ABOUT_OR_MORE, Bound.ABOUT_OR_LESS)


def formula_text(fact: Fact, summary: Summary, lexicon: Lexicon) -> Text:
    """The fact's formula in words and signs, each input told with its hedge, its claim and no citation; empty for a
    fact that was not worked out.

    `fact.formula` is read as the formula stands: operators, brackets, commas and function names are terms with `text`
    alone; numbers have `quantity` (and the `ref` of a fact, or the claim of a constant), dates have `date`.
    """
    reader = _Reader(fact.formula, fact.ref, summary, lexicon)
    parts: list[Text] = []
    while not reader.done:
        parts.append(reader.sum().text)
        if not reader.done and reader.skip() == "":
            break
    return tuple(run for index, part in enumerate(parts) for run in (text(" ", part) if index else part))


class _Reader:
    def __init__(self, terms: Sequence[Term], owner: str, summary: Summary, lexicon: Lexicon) -> None:
        self._terms = terms
        self._at = 0
        self._owner = owner
        self._summary = summary
        self._lexicon = lexicon

    @property
    def done(self) -> bool:
        return self._at >= len(self._terms)

    @property
    def _sign(self) -> str:
        """The next term if it is a sign or a word, else ""."""
        if self.done:
            return ""
        term = self._terms[self._at]
        return "" if term.quantity is not None or term.date is not None else term.text.strip()

    def skip(self) -> str:
        """Step over a term that has no place where it stands."""
        sign = self._sign
        self._at += 1
        return sign

    def sum(self) -> _Part:
        left = self._product()
        while _SIGNS.get(self._sign) in ("plus", "minus"):
            sign = self.skip()
            left = self._joined(_SIGNS[sign], left, self._product())
        return left

    def _product(self) -> _Part:
        left = self._atom()
        while _SIGNS.get(self._sign) in ("times", "divided"):
            sign = self.skip()
            left = replace(self._joined(_SIGNS[sign], left, self._atom()), compound=False)
        return left

    def _joined(self, name: str, left: _Part, right: _Part) -> _Part:
        # Two signs in a row are hard to read: 33.1 − (−27.4).
        signed = plain(right.text).startswith(MINUS)
        a, b = (self._closed(part, loose) for part, loose in ((left, left.loose), (right, right.loose or signed)))
        return _Part(self._lexicon.phrase(f"formula-{name}", a=a, b=b), True)

    def _closed(self, part: _Part, loose: bool) -> Text:
        return self._lexicon.phrase("formula-parentheses", a=part.text) if loose else part.text

    def _atom(self) -> _Part:
        sign = self._sign
        if self.done or not sign:
            return self._leaf()
        self._at += 1
        name = sign.removesuffix("(")
        if name in _FUNCTIONS:
            if not sign.endswith("("):
                self._at += self._sign == "("
            return self._call(name)
        if sign == "(":
            inner = self.sum()
            self._at += self._sign == ")"
            return _Part(self._lexicon.phrase("formula-parentheses", a=inner.text))
        if _SIGNS.get(sign) == "minus":
            return _Part(self._lexicon.phrase("formula-negative", a=self._atom().text))
        return _Part(claimed(sign, Origin.CONSTANT, f"{self._owner}:{sign}"))

    def _call(self, name: str) -> _Part:
        parts = [self.sum()]
        while self._sign == ",":
            self._at += 1
            parts.append(self.sum())
        self._at += self._sign == ")"
        values = dict(zip(_FUNCTIONS[name], (self._operand(name, part) for part in parts), strict=False))
        if len(values) < len(_FUNCTIONS[name]):
            return _Part(tuple(run for part in parts for run in part.text))
        return _Part(self._lexicon.phrase(f"formula-{name}", **values), True)

    def _operand(self, name: str, part: _Part) -> Text:
        return self._closed(part, (part.compound or part.loose) and name not in _TIMES)

    def _leaf(self) -> _Part:
        if self.done:
            return _Part(())
        term = self._terms[self._at]
        self._at += 1
        if term.date is not None:
            ref = term.ref or f"{self._owner}:{term.date.written}"
            return _Part(tell_date(term.date, self._lexicon, ref, form="short"))
        if term.quantity is None:
            return _Part(())
        fact = self._summary.facts.get(term.ref)
        if fact is not None:
            return _Part(tell(fact, self._lexicon, Form.BARE), loose=_is_loose(fact.quantity))
        claim = term.claim or Claim(Origin.CONSTANT, f"{self._owner}:{term.quantity.value}")
        return _Part(tell_quantity(term.quantity, claim, self._lexicon, compact=False))
