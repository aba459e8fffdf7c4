"""The timeline as a whole: how long, how many, the gaps between neighbours and the busiest year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pandas as pd

from briefpress.language.edtf import midpoint, parse_edtf
from briefpress.model.dataset import Dataset, Event
from briefpress.model.dates import Edtf, Precision
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact, TimelineSummary
from briefpress.model.text import Claim, Origin
from briefpress.summary.arithmetic import RefusedError
from briefpress.summary.elapsed import elapsed, single
from briefpress.summary.facts import TIED, ordered
from briefpress.summary.values import Value, conclude

YEAR = 365.2425  #: days, on average over the Gregorian calendar's 400 years
MONTH = YEAR / 12
LEAST_YEARS, LEAST_MONTHS = 2.0, 3.0  #: shorter times are told in months, and then in days


def timeline_summary(dataset: Dataset) -> TimelineSummary | None:
    """Statistics of the events, or None where there are none. A span needs two dates, a longest and a median gap two
    events; what is not known (events of which none can be said to come first) is left out."""
    if not dataset.events:
        return None
    table = _table(dataset.events)
    facts = [_count(table), _span(table), _busiest(table)]
    after = before = ""
    if len(table) > 1:
        longest = table["gap"].idxmax()
        earlier, later = table.at[longest - 1, "event"], table.at[longest, "event"]
        gap = _time("longest-gap", (earlier, later), _start(earlier), _start(later))
        after, before = (earlier.id, later.id) if gap else ("", "")
        facts += [gap, _median_gap(table)]
    return TimelineSummary({fact.ref.partition("#")[2]: fact for fact in facts if fact}, after, before)


def _table(events: Iterable[Event]) -> pd.DataFrame:
    """Events in order of the middles of their starts, with the gap to the one before in decimal years."""
    rows = [(event, midpoint(_start(event))) for event in events]
    table = pd.DataFrame(rows, columns=["event", "middle"]).sort_values("middle", kind="stable", ignore_index=True)
    table["gap"] = table["middle"].diff()
    return table


def _start(event: Event) -> Edtf:
    return single(event.date.start)


def _fact(key: str, quantity: Quantity, events: Iterable[Event], as_of: Edtf | None, digits: int | None = None) -> Fact:
    ref = f"timeline#{key}"
    sources = ordered(tuple(event.source for event in events))
    return Fact(ref, "", quantity, Claim(Origin.SUMMARY, ref), as_of, sources, digits)


def _count(table: pd.DataFrame) -> Fact:
    return _fact("count", Quantity(Decimal(len(table))), table["event"], None)


def _span(table: pd.DataFrame) -> Fact | None:
    """From the first event's start to the end of the event that ends last; an open end counts as its known end."""
    events: list[Event] = list(table["event"])
    first = min(events, key=lambda event: event.date.start.first)
    last = max(events, key=lambda event: event.date.last_point.last)
    start, end = single(first.date.start), single(last.date.last_point)
    return None if start == end else _time("span", (first, last), start, end)


def _time(key: str, events: tuple[Event, Event], start: Edtf, end: Edtf) -> Fact | None:
    """The time between two dates in the largest unit that suits it, or None where it is not known."""
    years = midpoint(end) - midpoint(start)
    unit = "years" if years >= LEAST_YEARS else "months" if years * 12 >= LEAST_MONTHS else "days"
    try:
        quantity, digits = conclude(elapsed(unit, start, end).value)
    except RefusedError:
        return None
    return _fact(key, quantity, events, Edtf(f"{start.written}/{end.written}", start.start, end.start), digits)


def _median_gap(table: pd.DataFrame) -> Fact:
    """The middle of the gaps: exact where every event has its day, about otherwise and in months or years."""
    events: list[Event] = list(table["event"])
    years = float(table["gap"].median())
    exact = all(_start(event).is_day and not _qualified(event.date) for event in events)
    if exact and years * 12 < LEAST_MONTHS:
        days = pd.Series([_days(a, b) for a, b in pairwise(events)]).median()
        return _fact("median-gap", Quantity(Decimal(str(days)).normalize() + 0, "days"), events, None)
    sizes = {"years": (years >= LEAST_YEARS, years), "months": (years * 12 >= LEAST_MONTHS, years * 12)}
    unit, number = next(((u, n) for u, (fits, n) in sizes.items() if fits), ("days", years * YEAR))
    return _fact("median-gap", Quantity(Decimal(repr(number)), unit, Bound.ABOUT), events, None, digits=2)


def _days(a: Event, b: Event) -> int:
    value: Value = elapsed("days", _start(a), _start(b)).value
    return int(value.interval.known)


def _busiest(table: pd.DataFrame) -> Fact | None:
    """The year in which most events began. Those that may or may not belong to it make the number a floor."""
    events: list[Event] = list(table["event"])
    sure = [event for event in events if event.date.start.first.year == event.date.start.last.year]
    if not sure:
        return None
    counts = pd.Series([event.date.start.first.year for event in sure]).value_counts()
    most = int(counts.max())
    years = sorted(int(year) for year in counts[counts == most].index)
    year = years[0]
    inside = [event for event in sure if event.date.start.first.year == year]
    maybe = [e for e in events if e not in sure and e.date.start.first.year <= year <= e.date.start.last.year]
    vague = any(e.date.start.precision is Precision.YEAR and _qualified(e.date) for e in inside)
    bound = Bound.AT_LEAST if maybe else Bound.ABOUT if vague else Bound.EXACT
    fact = _fact("busiest-year", Quantity(Decimal(most), "", bound), inside, _year(year))
    return replace(fact, flags=(TIED,)) if len(years) > 1 else fact


def _qualified(date: Edtf) -> bool:
    return date.start.approximate or date.start.uncertain


def _year(year: int) -> Edtf:
    return parse_edtf(f"{year:0{5 if year < 0 else 4}d}" if abs(year) <= 9999 else f"Y{year}")
