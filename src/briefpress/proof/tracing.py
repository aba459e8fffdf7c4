"""Entries of the ledger against the dataset: is what is printed what its origin yields?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from briefpress.language.known import Known, date_keys, known_numbers
from briefpress.language.measures import measure
from briefpress.language.numbers import round_quantity
from briefpress.language.scanning import Found
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Claim, Origin, holds_digit
from briefpress.proof.book import Entry
from briefpress.proof.forms import axis_forms, composed_of, constant_forms, date_forms, fact_forms
from briefpress.proof.origins import FACTS, Origins
from briefpress.proof.wording import NumberWords, loose, printed

#: Origins whose texts are broken over lines and cells, so that entries in a row are judged together.
_BROKEN = FACTS | {Origin.DATE, Origin.CONSTANT, Origin.AXIS}
_DIGITS = re.compile(r"\d+")
_REPEATED = ("section-title", "title:")
_CONTEXT = (3, 2, 1)  #: words on one side of a number in words

Fault = tuple[Entry, str]


class Tracer:
    """Judges entries; the forms of a claim are worked out once. `headings` are what the document's bookmarks say."""

    def __init__(self, origins: Origins, headings: Iterable[str] = ()) -> None:
        self._origins = origins
        self._headings = [loose(heading) for heading in headings]
        self._lexicon = origins.lexicon
        self._forms: dict[Claim, frozenset[str]] = {}
        self._numbers = NumberWords(origins.lexicon)

    @cached_property
    def _known(self) -> Known:
        return known_numbers(self._origins.summary, self._lexicon)

    @cached_property
    def _units(self) -> tuple[str, ...]:
        return tuple(sorted({fact.quantity.unit for fact in self._origins.summary.facts.values()}))

    def faults(self, entries: Sequence[Entry]) -> Iterator[Fault]:
        """Entries that their origins do not yield, each with the reason. Page and citation numbers are not judged."""
        yield from self._broken(entries)
        yield from self._cells(entries)
        for entry in entries:
            if entry.claim is None:
                if not self._said(entry.text):
                    yield entry, "stands in no text of the dataset"
            elif entry.claim.origin is Origin.CATALOG:
                if not self._of_catalog(entry.claim.ref, entry.text):
                    yield entry, f"is not the phrase {entry.claim.ref!r}"
            elif entry.claim.origin is Origin.SOURCE:
                if not self._of_source(entry.claim.ref, entry.text):
                    yield entry, f"is not in the entry {entry.claim.ref!r} of sources.json"
            elif entry.claim.origin is Origin.CODE and not self._of_code():
                yield entry, "was drawn by code that the file does not carry"

    def _cells(self, entries: Sequence[Entry]) -> Iterator[Fault]:
        """Texts of cells, line by line, or the lines of one cell together where a break stands inside a number."""
        told = [entry for entry in entries if entry.claim is not None and entry.claim.origin is Origin.CELL]
        for claim, chain in groupby(told, key=lambda entry: entry.claim):
            held = list(chain)
            if claim is not None and not self._holds(claim.ref, "".join(entry.text for entry in held)):
                reason = f"is not what {claim.ref} says"
                yield from ((entry, reason) for entry in held if not self._holds(claim.ref, entry.text))

    def _holds(self, ref: str, text: str) -> bool:
        if self._origins.cells.holds(ref, text):
            return True
        # Running heads and the list of contents repeat a heading, whose own runs are judged where it stands.
        wanted = loose(text.rstrip("… \u00a0"))
        return ref.startswith(_REPEATED) and any(wanted in heading for heading in self._headings)

    def _said(self, text: str) -> bool:
        """Each number in words stands in a text of the dataset with the words about it: those before or those behind,
        because what is printed as one may be joined of two texts."""
        return all(self._in_context(text, start, end) for start, end in self._numbers.spans(text))

    def _in_context(self, text: str, start: int, end: int) -> bool:
        says = self._origins.cells.says
        number = text[start:end]
        before, after = text[:start].split(), text[end:].split()
        if not before and not after:
            return says(number)
        ends = [" ".join((*before[-width:], number)) for width in _CONTEXT if before]
        ends += [" ".join((number, *after[:width])) for width in _CONTEXT if after]
        return any(says(words) for words in ends)

    def _broken(self, entries: Sequence[Entry]) -> Iterator[Fault]:
        """Neighbours of one claim together; where a page's end or a figure parts them, what is left with the next."""
        told = [entry for entry in entries if entry.claim is not None and entry.claim.origin in _BROKEN]
        left: dict[tuple[Claim | None, bool], list[Entry]] = {}
        for (claim, apart), chain in groupby(told, key=lambda entry: (entry.claim, entry.role == "Artifact")):
            held = [*left.pop((claim, apart), []), *chain]
            if not self._yields(claim, held):
                left[claim, apart] = held
        for (claim, _), held in left.items():
            good = claim is not None and all(self._yields(claim, [entry]) for entry in held)
            if not good and claim is not None:
                yield held[0], self._reason(claim)
                yield from ((entry, self._reason(claim)) for entry in held[1:] if not self._yields(claim, [entry]))

    def _reason(self, claim: Claim) -> str:
        if not self._allowed(claim):
            return f"names {claim.ref!r}, which the dataset does not hold"
        return f"is not how the dataset has {claim.ref!r}"

    def _yields(self, claim: Claim | None, chain: Sequence[Entry]) -> bool:
        if claim is None:
            return False
        text = "".join(entry.text for entry in chain)
        if composed_of(loose(text), self._allowed(claim)) or self._is_cut(chain, claim):
            return True
        spaced = " ".join(entry.text.strip() for entry in chain)
        found = [one for one in self._known.scanner.scan(spaced) if not one.is_name]
        if claim.origin in FACTS:
            fact = self._origins.fact(claim.ref)
            return fact is not None and bool(found) and all(_is_fact(one, fact) for one in found)
        if claim.origin is Origin.DATE:
            return bool(found) and all(self._is_date(one, claim.ref) for one in found)
        return False

    def _is_cut(self, chain: Sequence[Entry], claim: Claim) -> bool:
        """An alternative text repeats the first words of a title; a hedge may be the last of them."""
        text = loose("".join(entry.text for entry in chain))
        alone = len(chain) == 1 and chain[0].role == "Alt" and not holds_digit(text)
        return alone and any(form.startswith(text) for form in self._allowed(claim))

    def _allowed(self, claim: Claim) -> frozenset[str]:
        if claim not in self._forms:
            self._forms[claim] = self._worked_out(claim)
        return self._forms[claim]

    def _worked_out(self, claim: Claim) -> frozenset[str]:
        origins, lexicon = self._origins, self._lexicon
        if claim.origin in FACTS:
            fact = origins.fact(claim.ref)
            return fact_forms(fact, lexicon) if fact is not None else frozenset()
        if claim.origin is Origin.CONSTANT:
            return constant_forms(claim.ref, lexicon) if origins.constant(claim.ref) else frozenset()
        if claim.origin is Origin.AXIS:
            return axis_forms(claim.ref, self._units, lexicon)
        prefixes = {series.date_prefix for series in origins.summary.dataset.series}
        return date_forms(origins.dates(claim.ref), sorted(prefixes), lexicon)

    def _is_date(self, found: Found, ref: str) -> bool:
        """The date that was typed is one that the reference gives, or stands in the words that it names."""
        key = (found.year, found.month, found.day)
        if found.value is not None and found.plain and not found.is_date:
            key = (int(found.value), None, None)
        dates = self._origins.dates(ref)
        if dates:
            # "19 and 30 June": the first number is a day, whose month follows.
            days = {point.first.day for date in dates for point in (date.start, date.last_point) if date.is_day}
            return key in set(_keys(dates)) or (found.plain and found.value is not None and int(found.value) in days)
        said = (one for cell in self._origins.cells.named(ref) for one in self._known.scanner.scan(cell.text))
        return any(self._same(one, key) for one in said)

    def _same(self, found: Found, key: tuple[int | None, int | None, int | None]) -> bool:
        year = int(found.value) if found.value is not None and found.plain else found.year
        whole = (year, found.month, found.day)
        return all(part is None or part == other for part, other in zip(key, whole, strict=True))

    def _of_catalog(self, key: str, text: str) -> bool:
        phrase = self._lexicon.entries.get(key)
        return phrase is not None and loose(text) in loose(re.sub(r"\{\w*\}", "\x1f", phrase))

    def _of_source(self, name: str, text: str) -> bool:
        """The numbers of an entry are those of its CSL-JSON, whatever the citation style makes of them."""
        source = self._origins.sources.get(name)
        if source is None:
            return False
        known = {digits.lstrip("0") for value in _leaves(source.csl) for digits in _DIGITS.findall(value)}
        ordinary = {digits.lstrip("0") for digits in _DIGITS.findall(text)}
        return ordinary <= known or printed(text) in printed(" ".join(_leaves(source.csl)))

    def _of_code(self) -> bool:
        return any(spec.kind == "python" for spec in self._origins.summary.dataset.brief.charts)


def _is_fact(found: Found, fact: Fact) -> bool:
    parsed = measure(fact.quantity.unit)
    ends = [end for quantity in _shown(fact) for end in (quantity.value, quantity.high) if end is not None]
    if found.value is None or found.value.normalize() not in {parsed.scaled(end).normalize() for end in ends}:
        return False
    return found.bound is fact.quantity.bound or fact.quantity.bound.is_range


def _shown(fact: Fact) -> tuple[Quantity, Quantity]:
    return fact.quantity, round_quantity(fact.quantity, fact.digits)


def _keys(dates: Iterable[Edtf]) -> Iterator[tuple[int | None, int | None, int | None]]:
    for date in dates:
        for point in (date.start, date.last_point):
            yield from date_keys(point)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield str(value)
