"""Every number and date that a dataset holds, by value: what may be typed in prose without braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefpress.language.edtf import parse_edtf
from briefpress.language.hedging import told
from briefpress.language.lexicon import Lexicon
from briefpress.language.measures import Kind, currency_sign, measure
from briefpress.language.numbers import round_quantity
from briefpress.language.scanning import Found, Scanner
from briefpress.model.dataset import Brief, Dataset
from briefpress.model.dates import DatePoint, Edtf, Precision
from briefpress.model.summary import Fact, Summary
from briefpress.model.text import Claim, Origin

DateKey = tuple[int | None, int | None, int | None]  #: year, month, day; None where it is not said


@dataclass(slots=True)
class DateRef:
    """Where a date stands; `approximate` tells that it stands nowhere without "about"."""

    ref: str
    approximate: bool


@dataclass(slots=True)
class Known:
    """`facts` and `percents` (shares times a hundred) by printed and by stored value, `ranges` by both ends, `dates` by
    what is said of them, `others` the numbers of labels, sentences and formulas."""

    scanner: Scanner
    facts: dict[Decimal, list[Fact]] = field(default_factory=dict)
    percents: dict[Decimal, list[Fact]] = field(default_factory=dict)
    ranges: dict[tuple[Decimal, Decimal], list[Fact]] = field(default_factory=dict)
    dates: dict[DateKey, DateRef] = field(default_factory=dict)
    others: dict[Decimal, Claim] = field(default_factory=dict)

    def date(self, found: Found) -> DateRef | None:
        """Where the date that was found stands, if anywhere."""
        return self.dates.get((found.year, found.month, found.day))


class _Memo:
    """The newest index only: a brief's proses are resolved one after another against one summary."""

    newest: tuple[Summary, Lexicon, Known] | None = None


def known_numbers(summary: Summary, lexicon: Lexicon) -> Known:
    """The index of a summary's numbers and dates."""
    newest = _Memo.newest
    if newest is not None and newest[0] is summary and newest[1] is lexicon:
        return newest[2]
    known = Known(Scanner(lexicon, currency_signs(summary, lexicon)))
    for fact in summary.facts.values():
        _add_fact(known, fact)
    for written, claim in summary.constants.items():
        _add_constant(known, written, claim)
    for date, ref in _dates(summary):
        _add_date(known, date, ref)
    for source in summary.dataset.sources:
        for name in ("issued", "accessed", "original-date", "event-date"):
            _add_csl_date(known, source.csl.get(name), f"sources.json:{source.id}:{name}")
    for words, ref in _words(summary.dataset):
        _add_words(known, words, ref)
    _Memo.newest = (summary, lexicon, known)
    return known


def currency_signs(summary: Summary, lexicon: Lexicon) -> dict[str, str]:
    """The signs of the dataset's currencies, as printed in sentences and in tables, and their codes."""
    codes = {measure(fact.quantity.unit).name for fact in summary.facts.values() if _is_money(fact)}
    signs = {currency_sign(lexicon, code, table): code for code in sorted(codes) for table in (False, True)}
    return {**signs, **{code: code for code in codes}}


def _is_money(fact: Fact) -> bool:
    return measure(fact.quantity.unit).kind is Kind.MONEY


def _add_fact(known: Known, fact: Fact) -> None:
    parsed = measure(fact.quantity.unit)
    index = known.percents if parsed.kind is Kind.PERCENT else known.facts
    for quantity in (fact.quantity, round_quantity(fact.quantity, fact.digits)):
        low = parsed.scaled(quantity.value).normalize()
        if quantity.high is not None:
            high = parsed.scaled(quantity.high).normalize()
            found = known.ranges.setdefault((low, high), [])
        else:
            found = index.setdefault(low, [])
        if fact not in found:
            found.append(fact)


def _add_constant(known: Known, written: str, claim: Claim) -> None:
    if match := re.search(r"[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][+-]?[0-9]+)?$", written):
        known.others.setdefault(Decimal(match[0].replace("_", "")).normalize(), claim)


def _dates(summary: Summary) -> Iterator[tuple[Edtf, str]]:
    dataset = summary.dataset
    for event in dataset.events:
        yield event.date, f"timeline.csv:{event.id}:date"
    for fact in summary.facts.values():
        if fact.as_of is not None:
            yield fact.as_of, f"{fact.ref}:as_of"
        yield from ((term.date, term.ref or f"{fact.ref}:formula") for term in fact.formula if term.date is not None)
    for series in dataset.series:
        for point in series.points:
            yield point.date, f"{series.file}:{point.date.written}"
    for quote in dataset.quotes:
        if quote.date is not None:
            yield quote.date, f"quotes.csv:{quote.id}:date"
    yield from _brief_dates(dataset.brief)


def _brief_dates(brief: Brief) -> Iterator[tuple[Edtf, str]]:
    if brief.date is not None:
        yield brief.date, "brief.toml:date"
    for phase in brief.phases:
        yield from ((date, f"brief.toml:phases.{phase.id}") for date in (phase.start, phase.end) if date is not None)
    for chart in brief.charts:
        for gap in chart.gaps:
            yield from ((date, f"brief.toml:charts.{chart.id}") for date in (gap.start, gap.end))


def _add_date(known: Known, date: Edtf, ref: str) -> None:
    for point in (date.start, date.last_point):
        for key in date_keys(point):
            entry = known.dates.setdefault(key, DateRef(ref, point.approximate))
            if entry.approximate and not point.approximate:
                known.dates[key] = DateRef(ref, False)


def date_keys(point: DatePoint) -> Iterator[DateKey]:
    first = point.first
    if point.precision is Precision.DAY:
        yield first.year, first.month, first.day
        yield None, first.month, first.day
    if point.precision in (Precision.DAY, Precision.MONTH):
        yield first.year, first.month, None
        yield None, first.month, None
    if point.precision not in (Precision.DECADE, Precision.CENTURY):
        yield first.year, None, None


def _add_csl_date(known: Known, csl: object, ref: str) -> None:
    """CSL-JSON dates: {"date-parts": [[2016, 12, 20]]}, or a string that is often EDTF."""
    if not isinstance(csl, Mapping):
        return
    written = [str(csl[key]) for key in ("raw", "literal") if key in csl]
    for parts in csl.get("date-parts") or ():
        digits = [str(part) for part in parts if str(part).isdigit()]
        written.append("-".join(part.zfill(4 if index == 0 else 2) for index, part in enumerate(digits[:3])))
    for string in written:
        try:
            _add_date(known, parse_edtf(string), ref)
        except ValueError:
            continue


def _words(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Every text of the dataset that is printed as it stands, with its place."""
    files = (
        ("figures.csv", dataset.figures, ("label", "short", "note")),
        ("timeline.csv", dataset.events, ("event", "landmark")),
        ("quotes.csv", dataset.quotes, ("quote", "role", "context")),
    )
    for file, rows, names in files:
        for row in rows:
            yield from ((getattr(row, name), f"{file}:{row.id}:{name}") for name in names)
    for series in dataset.series:
        own = (series.label, series.note, *(column.label for column in series.columns))
        yield from ((words, f"brief.toml:series.{series.id}") for words in own)
        yield from ((point.note, f"{series.file}:{point.date.written}:note") for point in series.points if point.note)
    for source in dataset.sources:
        yield str(source.csl.get("title", "")), f"sources.json:{source.id}:title"
    yield from _brief_words(dataset.brief)


def _brief_words(brief: Brief) -> Iterator[tuple[str, str]]:
    for name in ("title", "short_title", "topic", "kicker"):
        yield getattr(brief, name), f"brief.toml:{name}"
    for kind, named in (("phases", brief.phases), ("groups", brief.groups)):
        for item in named:
            yield from ((words, f"brief.toml:{kind}.{item.id}") for words in (item.name, item.note))
    for statistic in brief.statistics:
        yield from ((words, f"brief.toml:statistics.{statistic.id}") for words in (statistic.label, statistic.note))


def _add_words(known: Known, words: str, ref: str) -> None:
    if not any(c.isdigit() for c in words):
        return
    for found in known.scanner.scan(words):
        if found.value is not None:
            known.others.setdefault(found.value.normalize(), Claim(Origin.CELL, ref))
        if found.is_date:
            for key in _said(found):
                known.dates.setdefault(key, DateRef(ref, False))


def _said(found: Found) -> Iterator[DateKey]:
    year, month, day = found.year, found.month, found.day
    yield year, month, day
    if year is not None and month is not None:
        yield year, month, None
    if month is not None and day is not None:
        yield None, month, day
    if year is not None:
        yield year, None, None


def offer(facts: Iterable[Fact], lexicon: Lexicon) -> str:
    """`{us-troops}, which prints "at least 5,000"`: the braces that could stand where a number was typed."""
    offers = []
    for fact in list(facts)[:2]:
        parts = told(fact, lexicon)
        printed = " ".join(part for part in (parts.before, parts.number, parts.after) if part)
        offers.append(f'{{{fact.ref}}}, which prints "{printed}"')
    return " or ".join(offers)
