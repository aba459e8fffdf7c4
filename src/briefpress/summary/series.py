"""Statistics of each column of a series, with bounds carried and dates as uneven as they are."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import pandas as pd

from briefpress.language.calendar import days_between, days_in_month, midpoint
from briefpress.model.dataset import Dataset, Series, SeriesColumn
from briefpress.model.dates import Day, Edtf
from briefpress.model.summary import ColumnSummary, Fact
from briefpress.model.text import Claim, Origin
from briefpress.summary.arithmetic import RefusedError
from briefpress.summary.column import STATISTICS, Outcome, Point
from briefpress.summary.facts import ESTIMATED, UNEVEN, columns_of, label_of, ordered, refs_of
from briefpress.summary.values import of_quantity


def column_summaries(dataset: Dataset) -> tuple[ColumnSummary, ...]:
    """One for each column of each series, in the order of the dataset."""
    return tuple(_column(series, column) for series, column in columns_of(dataset))


def aliases(dataset: Dataset, columns: tuple[ColumnSummary, ...]) -> dict[str, Fact]:
    """Every fact of the columns by each of its references: `troops#max` and `troops.average#max` are one fact where the
    series has one column."""
    known = {(series.id, column.name): (series, column) for series, column in columns_of(dataset)}
    found: dict[str, Fact] = {}
    for summary in columns:
        series, column = known[summary.series, summary.column]
        for key, fact in summary.facts.items():
            found.update(dict.fromkeys(refs_of(series, column, f"#{key}"), fact))
    return found


def reasons(dataset: Dataset, columns: tuple[ColumnSummary, ...]) -> dict[str, str]:
    """Why each statistic that could be asked for was left out, by each of its references."""
    known = {(series.id, column.name): (series, column) for series, column in columns_of(dataset)}
    return {
        ref: reason
        for summary in columns
        for key, reason in summary.left_out.items()
        for ref in refs_of(*known[summary.series, summary.column], f"#{key}")
    }


def _column(series: Series, column: SeriesColumn) -> ColumnSummary:
    points = _points(series, column)
    even = is_even([point.point.date for point in points])
    facts: dict[str, Fact] = {}
    left_out: dict[str, str] = {}
    for key, statistic in STATISTICS.items():
        try:
            outcome = statistic(points)
        except RefusedError as error:
            left_out[key] = error.message
            continue
        facts[key] = _fact(series, column, key, outcome, even)
    return ColumnSummary(series.id, column.name, even, facts, left_out)


def _points(series: Series, column: SeriesColumn) -> tuple[Point, ...]:
    """The cells that hold a number, in the order of their dates; what is no number is left to the checks."""
    rows = []
    for point in series.points:
        quantity = point.values.get(column.name)
        if quantity is None:
            continue
        with suppress(RefusedError):
            name = refs_of(series, column, f"@{point.date.written}")[0]
            rows.append((midpoint(point.date), Point(point, quantity, of_quantity(quantity, name))))
    table = pd.DataFrame(rows, columns=["middle", "point"])
    return tuple(table.sort_values("middle", kind="stable")["point"])


def _fact(series: Series, column: SeriesColumn, key: str, outcome: Outcome, even: bool) -> Fact:
    refs = refs_of(series, column, f"#{key}")
    flags = list(outcome.flags)
    if any(point.point.estimated for point in outcome.points):
        flags.append(ESTIMATED)
    if key in ("median", "mean") and not even:
        flags.append(UNEVEN)
    return Fact(
        refs[0],
        label_of(series, column),
        outcome.quantity,
        Claim(Origin.SUMMARY, refs[-1]),
        outcome.as_of,
        ordered(tuple(point.point.source for point in outcome.points)),
        outcome.digits,
        inputs=tuple(dict.fromkeys(point.value.name for point in outcome.points)) if key != "count" else (),
        flags=tuple(flags),
    )


def is_even(dates: list[Edtf]) -> bool:
    """Whether the dates are so many days apart each time, or so many months on one day of the month."""
    starts = [date.start.first for date in dates]
    days = {days_between(a, b) for a, b in pairwise(starts)}
    months = {12 * (b.year - a.year) + b.month - a.month for a, b in pairwise(starts)}
    one_precision = len({date.start.precision for date in dates}) < 2
    same_day = len({start.day for start in starts}) < 2 or all(_ends_month(start) for start in starts)
    return one_precision and (len(days) < 2 or (len(months) < 2 and same_day))


def _ends_month(day: Day) -> bool:
    return day.day == days_in_month(day.year, day.month)
