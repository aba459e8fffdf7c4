"""What stands behind a claim: the fact, the date or the words of the dataset that its reference names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import Lexicon
from briefpress.language.resolving import find_fact
from briefpress.model.dataset import Event, Figure, SeriesPoint
from briefpress.model.dates import Edtf
from briefpress.model.summary import Fact, Summary
from briefpress.model.text import Claim, Origin
from briefpress.proof.cells import Cells

_NUMBER = re.compile(r"(?<![\w.#@-])[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][+-]?[0-9]+)?")
FACTS = frozenset((Origin.FIGURE, Origin.STATISTIC, Origin.SERIES, Origin.SUMMARY))


class Origins:
    """Looks references up in one dataset and its summary; `files` are the dataset's files by name."""

    def __init__(self, summary: Summary, lexicon: Lexicon, files: Mapping[str, bytes]) -> None:
        self.summary = summary
        self.lexicon = lexicon
        self._files = files
        dataset = summary.dataset
        self.figures = {figure.id: figure for figure in dataset.figures}
        self.events = {event.id: event for event in dataset.events}
        self.quotes = {quote.id: quote for quote in dataset.quotes}
        self.sources = {source.id: source for source in dataset.sources}

    @cached_property
    def cells(self) -> Cells:
        return Cells(self._files, self.lexicon)

    @cached_property
    def points(self) -> dict[str, SeriesPoint]:
        """Rows of series by "file:date"."""
        series = self.summary.dataset.series
        return {f"{each.file}:{point.date.written}": point for each in series for point in each.points}

    def fact(self, ref: str) -> Fact | None:
        return find_fact(self.summary, ref)

    def constant(self, ref: str) -> bool:
        """Tell whether "<statistic>:<number>" names a number that stands in that formula."""
        name, _, number = ref.partition(":")
        statistic = next((each for each in self.summary.dataset.brief.statistics if each.id == name), None)
        return statistic is not None and number in _NUMBER.findall(statistic.formula)

    def dates(self, ref: str) -> tuple[Edtf, ...]:
        """The dates that a reference can mean; none where it names no date of the dataset. "a..b" are the two ends of a
        stretch of time."""
        ends = ref.split("..")
        found = [[date for date in self._dates(end) if date is not None] for end in ends]
        return tuple(date for dates in found for date in dates) if all(found) else ()

    def _dates(self, ref: str) -> Iterator[Edtf | None]:
        head, _, rest = ref.partition(":")
        name = rest.partition(":")[0]
        if head == "timeline.csv" and name in self.events:
            yield self.events[name].date
        elif head == "quotes.csv" and name in self.quotes:
            yield self.quotes[name].date
        elif head == "brief.toml":
            yield from self._of_brief(rest)
        elif head == "sources.json":
            yield from self._of_source(rest)
        elif ref in self.points:
            yield self.points[ref].date
        else:
            yield from self._of_fact(ref, head, rest)

    def _of_fact(self, ref: str, head: str, rest: str) -> Iterator[Edtf | None]:
        """ "date:troops#max", "us-troops:as_of", an event, or a date that stands in a formula."""
        fact = self.fact(rest if head == "date" else ref.removesuffix(":as_of"))
        if fact is not None and fact.as_of is not None:
            yield fact.as_of
        elif fact is not None:
            # What was worked out and has no date of its own is as old as the newest of its inputs.
            known = (self.fact(name) for name in fact.inputs)
            yield from (one.as_of for one in known if one is not None)
            yield from (self.events[name].date for name in fact.inputs if name in self.events)
        if ref in self.events:
            yield self.events[ref].date
        owner = self.fact(head) if rest else None
        for term in owner.formula if owner is not None else ():
            if term.date is not None and (term.ref == ref or term.date.written == rest):
                yield term.date
        for other in self.summary.facts.values():
            yield from (term.date for term in other.formula if term.ref == ref and term.date is not None)

    def _of_brief(self, rest: str) -> Iterator[Edtf | None]:
        brief = self.summary.dataset.brief
        kind, _, name = rest.partition(".")
        name = name.partition(".")[0]
        if rest == "date":
            yield brief.date
        for phase in brief.phases if kind == "phases" else ():
            yield from (phase.start, phase.end) if phase.id == name else ()
        for chart in brief.charts if kind == "charts" else ():
            for gap in chart.gaps if chart.id == name else ():
                yield from (gap.start, gap.end)
        for group in brief.groups if kind == "groups" else ():
            yield _parsed(group.dates) if group.id == name and group.dates else None

    def _of_source(self, rest: str) -> Iterator[Edtf | None]:
        source, _, name = rest.partition(":")
        csl = self.sources[source].csl.get(name) if source in self.sources else None
        if isinstance(csl, Mapping):
            yield from (_parsed(str(csl[key])) for key in ("raw", "literal") if key in csl)
            for parts in csl.get("date-parts") or ():
                yield _parsed("-".join(str(part).zfill(2 if at else 4) for at, part in enumerate(parts)))

    def described(self, claim: Claim) -> dict[str, Any] | None:
        """What the dataset says of a number or date, for the ledger: value, hedge, source, locator, formula, inputs."""
        if claim.origin in FACTS:
            fact = self.fact(claim.ref)
            return _of_quantity(fact) | self._stated(fact) if fact is not None else None
        if claim.origin is Origin.DATE:
            dates = self.dates(claim.ref)
            return {"date": [date.written for date in dates]} | _cited(self._dated(claim.ref)) if dates else None
        return None

    def _stated(self, fact: Fact) -> dict[str, Any]:
        """Where the fact stands, or how it was worked out."""
        statistic = next((s for s in self.summary.dataset.brief.statistics if s.id == fact.ref), None)
        if statistic is not None:
            return {"formula": statistic.formula, "inputs": list(fact.inputs)}
        if fact.inputs:
            return {"inputs": list(fact.inputs)}
        return _cited(self.figures.get(fact.ref))

    def _dated(self, ref: str) -> Figure | Event | SeriesPoint | None:
        head, _, rest = ref.partition(":")
        if ref in self.points:
            return self.points[ref]
        known = self.events if head == "timeline.csv" else self.figures
        name = rest.partition(":")[0] if head in ("timeline.csv", "date") else head
        return known.get(name) or self.events.get(ref)


def _of_quantity(fact: Fact) -> dict[str, Any]:
    quantity = fact.quantity
    said: dict[str, Any] = {"value": str(quantity.value), "hedge": quantity.bound.value, "sources": list(fact.sources)}
    if quantity.high is not None:
        said["high"] = str(quantity.high)
    if quantity.unit:
        said["unit"] = quantity.unit
    if fact.as_of is not None:
        said["date"] = fact.as_of.written
    return said


def _cited(row: Figure | Event | SeriesPoint | None) -> dict[str, Any]:
    if row is None:
        return {}
    said = {"sources": [row.source]} if row.source else {}
    locator = getattr(row, "locator", "")
    return {**said, "locator": locator} if locator else said


def _parsed(written: str) -> Edtf | None:
    try:
        return parse_edtf(written)
    except ValueError:
        return None
