"""What the dataset states outright: figures, series cells and dates, by the references that name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpress.model.dataset import Dataset, Series, SeriesColumn, SeriesPoint, Statistic
from briefpress.model.dates import Edtf
from briefpress.model.problem import Problem, Severity
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Claim, Origin

ESTIMATED = "estimated"  #: flag of a fact that rests on a point which its source calls an estimate
UNEVEN = "uneven"  #: flag of a median or mean of points whose dates are not evenly spaced
TIED = "tied"  #: flag of a date that is the first of several with the same claim to it


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a formula may name: an event's, or the one that a figure is for."""

    date: Edtf
    source: str
    is_event: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What formulas may name.

    `left_out` tells why a series statistic that could be asked for does not exist; `unread` are ids whose rows or files
    could not be read, which has been reported.
    """

    facts: Mapping[str, Fact]
    dates: Mapping[str, Dated]
    statistics: Mapping[str, Statistic]
    left_out: Mapping[str, str]
    unread: frozenset[str] = frozenset()

    def is_unread(self, ref: str) -> bool:
        """Tell whether `ref` would name something in a row or file that could not be read."""
        stem = ref.partition("@")[0].partition("#")[0]
        return not self.unread.isdisjoint((ref, stem, stem.partition(".")[0]))

    @property
    def names(self) -> frozenset[str]:
        return frozenset((*self.facts, *self.dates, *self.statistics))


def figure_facts(dataset: Dataset) -> dict[str, Fact]:
    """One fact a figure. Of two rows with one id the first counts."""
    facts: dict[str, Fact] = {}
    for figure in dataset.figures:
        fact = Fact(
            figure.id,
            figure.label,
            figure.quantity,
            Claim(Origin.FIGURE, figure.id),
            figure.as_of,
            (figure.source,) if figure.source else (),
            note=figure.note,
            group=figure.group,
            phase=figure.phase,
        )
        facts.setdefault(figure.id, fact)
    return facts


def cell_facts(dataset: Dataset) -> tuple[dict[str, Fact], tuple[Problem, ...]]:
    """The facts of all cells that are not blank, under `series.column@date`, and under `series@date` too where there is
    one column. Of two rows with one date the first has the name; the other is told in a warning."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for series, column in columns_of(dataset):
        for point in series.points:
            quantity = point.values.get(column.name)
            if quantity is None:
                continue
            names = refs_of(series, column, f"@{point.date.written}")
            if names[0] in facts:
                problems.append(_twice(point, names[0]))
                continue
            facts.update(dict.fromkeys(names, _cell(names, label_of(series, column), quantity, point)))
    return facts, tuple(problems)


def columns_of(dataset: Dataset) -> Iterator[tuple[Series, SeriesColumn]]:
    """Every column of every series, with its series."""
    return ((series, column) for series in dataset.series for column in series.columns)


def refs_of(series: Series, column: SeriesColumn, tail: str) -> tuple[str, ...]:
    """The references of one thing, the one to print first: without its column where the series has one column."""
    full = f"{series.id}.{column.name}{tail}"
    return (f"{series.id}{tail}", full) if len(series.columns) == 1 else (full,)


def label_of(series: Series, column: SeriesColumn) -> str:
    return series.label or column.label if len(series.columns) == 1 else column.label or column.name


def dates(dataset: Dataset) -> dict[str, Dated]:
    """Dates by the id of the event or figure; an event comes first where both have one id."""
    found = {figure.id: Dated(figure.as_of, figure.source, False) for figure in dataset.figures if figure.as_of}
    return found | {event.id: Dated(event.date, event.source, True) for event in reversed(dataset.events)}


def ordered(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All the ids of the groups, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(item for group in groups for item in group if item))


def _cell(names: tuple[str, ...], label: str, quantity: Quantity, point: SeriesPoint) -> Fact:
    return Fact(
        names[0],
        label,
        quantity,
        Claim(Origin.SERIES, names[-1]),
        point.date,
        (point.source,) if point.source else (),
        note=point.note,
        flags=(ESTIMATED,) if point.estimated else (),
    )


def _twice(point: SeriesPoint, name: str) -> Problem:
    return Problem(
        f"{name} names two rows, and the first of them is meant",
        "Give the rows different dates, or put the second source's numbers into a series of its own",
        point.place,
        Severity.WARNING,
    )
