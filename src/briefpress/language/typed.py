"""Numbers typed in prose: each must be one that the dataset holds, in value and hedge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefpress.language.known import Known, known_numbers, offer
from briefpress.language.lexicon import Lexicon
from briefpress.language.measures import Kind, measure
from briefpress.language.scanning import Found
from briefpress.model.problem import Place, Problem
from briefpress.model.prose import Form, Piece, Prose
from briefpress.model.quantity import Bound
from briefpress.model.summary import Fact, Summary
from briefpress.model.text import Claim, Origin, holds_digit

_BRACE = "\ufffc"
_SMALL = 100
_YEARS = (1000, 2999)
_NEAR = Decimal("0.1")  # a number this close to a fact is probably meant to be that fact


@dataclass(frozen=True, slots=True)
class Typed:
    """A stretch of a prose's literal text, counted from its first character with a brace as one: `claim` is what stands
    behind it, or `problem` what is wrong with it."""

    start: int
    end: int
    claim: Claim | None = None
    problem: Problem | None = None


def literal(prose: Prose) -> str:
    """The text of a prose, each brace as one character that is no letter."""
    return "".join(_BRACE if piece.ref else piece.text for piece in prose.pieces)


def match_typed(prose: Prose, summary: Summary, lexicon: Lexicon) -> tuple[Problem, ...]:
    """What is wrong with the numbers and dates typed in `prose`: those that the dataset does not hold, and those that
    it hedges otherwise. Numbers in words and names with digits (COVID-19) are left alone."""
    problems = [typed.problem for typed in typed_numbers(prose, summary, lexicon) if typed.problem is not None]
    problems += _hedged_braces(prose, summary, lexicon)
    return tuple(sorted(problems, key=lambda problem: problem.place))


def typed_numbers(prose: Prose, summary: Summary, lexicon: Lexicon) -> tuple[Typed, ...]:
    """Every number, date and name with digits in the literal text, from left to right."""
    text = literal(prose)
    if not holds_digit(text):
        return ()
    known = known_numbers(summary, lexicon)
    matcher = _Matcher(known, lexicon, prose, text)
    return tuple(matcher.typed(known.scanner.scan(text)))


class _Matcher:
    def __init__(self, known: Known, lexicon: Lexicon, prose: Prose, text: str) -> None:
        self._known = known
        self._lexicon = lexicon
        self._prose = prose
        self._text = text

    def typed(self, found: list[Found]) -> Iterator[Typed]:
        ranges = self._ranges(found)
        for index, one in enumerate(found):
            claim = ranges.get(index)
            yield Typed(one.start, one.end, claim) if claim else self._one(one)

    def _ranges(self, found: list[Found]) -> dict[int, Claim]:
        """Claims of the two ends of each range that the dataset holds."""
        claims: dict[int, Claim] = {}
        joins = self._known.scanner.range_words()
        for index, (low, high) in enumerate(pairwise(found)):
            between = self._text[low.end : high.start].replace("\u00a0", " ")
            if low.value is None or high.value is None or between not in joins:
                continue
            facts = self._known.ranges.get((low.value.normalize(), high.value.normalize()), [])
            if facts:
                claims[index] = claims[index + 1] = facts[0].claim
        return claims

    def _one(self, found: Found) -> Typed:
        if found.is_name:
            return Typed(found.start, found.end, Claim(Origin.CELL, str(self._place(found.start))))
        if found.unclear:
            words = self._text[found.start : found.end]
            hint = "Write it with the signs of the brief's language, or write {id}; a date has its month in words"
            return self._wrong(found, f'"{words}" is no number in this language', hint)
        return self._date(found) if found.is_date else self._number(found)

    def _date(self, found: Found) -> Typed:
        date = self._known.date(found)
        words = self._text[found.start : found.end]
        if date is None:
            hint = "Write {event:ID}, or add the date to the dataset"
            return self._wrong(found, f'"{words}" is no date of the dataset', hint)
        if date.approximate and found.bound is not Bound.ABOUT and found.day is not None:
            hint = f"The dataset says about that day ({date.ref}): write {self._event(date.ref)}"
            return self._wrong(found, f'"{words}" is given as if it were certain', hint)
        return Typed(found.start, found.end, Claim(Origin.DATE, date.ref))

    def _event(self, ref: str) -> str:
        file, _, rest = ref.partition(":")
        return f"{{event:{rest.partition(':')[0]}}}" if file == "timeline.csv" else "it with c. before it"

    def _number(self, found: Found) -> Typed:
        value = (found.value or Decimal(0)).normalize()
        facts = [fact for fact in self._candidates(value, found) if self._money_fits(fact, found)]
        for fact in facts:
            if fact.quantity.bound is found.bound:
                return Typed(found.start, found.end, fact.claim)
        other = self._other(found, value, hedged=bool(facts))
        if other is not None:
            return Typed(found.start, found.end, other)
        words = self._text[found.start : found.end]
        if facts:
            offered = offer(facts, self._lexicon)
            return self._wrong(found, f'"{words}" is not how the dataset puts that number', f"Write {offered}")
        if found.plain and _YEARS[0] <= value <= _YEARS[1]:
            hint = "Write {event:ID}, or add the date or number to the dataset"
            return self._wrong(found, f'"{words}" is no year and no number of the dataset', hint)
        return self._wrong(found, f'"{words}" is no number of the dataset', self._hint(value, found))

    def _other(self, found: Found, value: Decimal, hedged: bool) -> Claim | None:
        """The claim of a bare number that is a year, or stands in a label, a sentence or a formula of the dataset.

        Where a fact has the same value with a hedge, only a small number may be another that happens to be equal."""
        if found.bound is not Bound.EXACT or found.currency or found.percent:
            return None
        other = self._known.others.get(value) if not hedged or abs(value) < _SMALL else None
        return other or self._as_year(found, value)

    def _candidates(self, value: Decimal, found: Found) -> list[Fact]:
        return (self._known.percents if found.percent else self._known.facts).get(value, [])

    def _money_fits(self, fact: Fact, found: Found) -> bool:
        parsed = measure(fact.quantity.unit)
        return not found.currency or (parsed.kind is Kind.MONEY and parsed.name == found.currency)

    def _as_year(self, found: Found, value: Decimal) -> Claim | None:
        date = self._known.dates.get((int(value), None, None)) if found.plain and value >= 1 else None
        return Claim(Origin.DATE, date.ref) if date else None

    def _hint(self, value: Decimal, found: Found) -> str:
        index = self._known.percents if found.percent else self._known.facts
        near = [
            (abs(other - value), fact)
            for other, facts in index.items()
            for fact in facts[:1]
            if other and abs(other - value) <= abs(other) * _NEAR and self._money_fits(fact, found)
        ]
        if near:
            return f"Perhaps {offer([min(near, key=lambda pair: pair[0])[1]], self._lexicon)}, was meant"
        return "Write the id of a figure or statistic in braces, or add the number to the dataset"

    def _wrong(self, found: Found, message: str, hint: str) -> Typed:
        return Typed(found.start, found.end, problem=Problem(message, hint, self._place(found.start)))

    def _place(self, at: int) -> Place:
        return place_at(self._prose, at)


def place_at(prose: Prose, at: int) -> Place:
    """The place of a character of `literal(prose)`."""
    start = 0
    for piece in prose.pieces:
        length = _length(piece)
        if at < start + length:
            place = piece.place
            return Place(place.file, place.line, place.column + at - start) if place.column else place
        start += length
    return prose.place


def _length(piece: Piece) -> int:
    return 1 if piece.ref else len(piece.text)


def _hedged_braces(prose: Prose, summary: Summary, lexicon: Lexicon) -> Iterator[Problem]:
    """`less than {us-troops:number}`, where the dataset says at least; and `about {killed}`, where the brace brings the
    dataset's own hedge or has none."""
    text, at = literal(prose), 0
    for piece in prose.pieces:
        fact = summary.facts.get(piece.ref)
        if fact is not None and piece.form not in (Form.LABEL, Form.DATE):
            alone = piece.form is Form.NUMBER
            hedge = known_numbers(summary, lexicon).scanner.hedge_before(text[max(0, at - 60) : at], own=not alone)
            if hedge is not None and not (alone and hedge in _same(fact.quantity.bound)):
                hint = f"Without a hedge typed before it write {offer([fact], lexicon)}"
                yield Problem(f"the hedge before {{{piece.ref}}} is not the dataset's", hint, piece.place)
        at += _length(piece)


def _same(bound: Bound) -> tuple[Bound, ...]:
    """The hedges that may stand right before a number of this bound."""
    if bound.is_approximate:
        return (bound, Bound.ABOUT)
    return (bound,)
