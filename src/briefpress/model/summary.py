"""What the data come to: every fact that can be printed, by the reference that names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefpress.model.dataset import Dataset, Figure
from briefpress.model.dates import Edtf
from briefpress.model.problem import Problem
from briefpress.model.quantity import Quantity
from briefpress.model.text import Claim


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of a formula: an operator or word (`text`), a fact or constant (`ref`, `quantity`), or a date (`date`).

    The terms of a fact are its formula's own tokens in order, brackets that change nothing left out: `text` is one of
    "+", "-" (also the sign of a number), "*", "/", "(", ")", "," and the functions "days", "months", "years", "share",
    "per", "sum" with their brackets and commas. `per(killed, deployed, 1000)` is
    per ( killed , deployed , 1000 ). `ref` is the fact's ref, the event's or figure's id for a date, and
    "<statistic>:<number>" for a constant; `claim` says what stands behind it. `date` is as it was counted: a month
    where months were.
    """

    text: str = ""
    ref: str = ""
    quantity: Quantity | None = None
    claim: Claim | None = None
    date: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that may be printed: `ref` is a figure id, a statistic id, "series.column@date" (the column may be
    left out where there is one) or "series.column#max" and the like. `digits` is the count of significant digits that
    may be printed, None for all. `formula` is set for what was worked out. `sources` are source ids, in order."""

    ref: str
    label: str
    quantity: Quantity
    claim: Claim
    as_of: Edtf | None = None
    sources: tuple[str, ...] = ()
    digits: int | None = None
    formula: tuple[Term, ...] = ()
    inputs: tuple[str, ...] = ()
    note: str = ""
    group: str = ""
    phase: str = ""
    show: str = ""
    flags: tuple[str, ...] = ()  #: "estimated" (rests on an estimated point), "uneven", "tied": see summary/facts.py


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """Statistics of one column of a series; each is a Fact whose ref ends in "#count", "#first", "#last", "#min",
    "#max", "#median", "#mean", "#change", "#relative", "#step" (largest step between neighbours). `even` tells
    whether the dates are evenly spaced; median and mean are of the points as given, and say so where the dates are
    uneven. `left_out` gives the reason, by key, for each statistic that has no honest value."""

    series: str
    column: str
    even: bool
    facts: Mapping[str, Fact]
    left_out: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineSummary:
    """Facts by key: "count", "span", "longest-gap", "median-gap", "busiest-year"; gaps are between neighbours' starts.
    `gap_after` and `gap_before` are the ids of the events that bound the longest gap."""

    facts: Mapping[str, Fact]
    gap_after: str = ""
    gap_before: str = ""


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Figures of one unit, largest first, and the ratio of the largest to the smallest (None when one is zero or the
    signs differ)."""

    unit: str
    figures: tuple[Figure, ...]
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """`facts` holds every fact by its ref: figures, statistics, series cells, series and timeline statistics."""

    dataset: Dataset
    facts: Mapping[str, Fact]
    statistics: tuple[str, ...] = ()
    columns: tuple[ColumnSummary, ...] = ()
    timeline: TimelineSummary | None = None
    units: tuple[UnitGroup, ...] = ()
    constants: Mapping[str, Claim] = field(default_factory=dict)  #: numbers in formulas, as written, with their claims
    problems: tuple[Problem, ...] = ()  #: formulas that could not be worked out, each with its place
