"""What a chart is asked to show, and how it finds it: facts by reference, columns of series, options, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn, TypeVar

from briefpress.charts.colours import phase_colour
from briefpress.errors import BriefpressError
from briefpress.language.edtf import midpoint, next_day, parse_edtf, position
from briefpress.language.lexicon import Lexicon
from briefpress.model.dataset import ChartSpec, Event, Figure, Series, SeriesColumn
from briefpress.model.dates import Edtf
from briefpress.model.prose import Prose
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact, Summary
from briefpress.model.text import Claim, Origin, Text
from briefpress.theme import Theme

T = TypeVar("T")


@dataclass(frozen=True)
class Request:
    """One chart to draw: `width` is points, `resolve` turns prose of the brief into claimed text."""

    spec: ChartSpec
    summary: Summary
    theme: Theme
    lexicon: Lexicon
    width: float
    resolve: Callable[[Prose], Text]
    allow_code: bool = False

    @cached_property
    def figures(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self.summary.dataset.figures}

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.id: event for event in self.summary.dataset.events}

    @property
    def narrow(self) -> bool:
        """Too narrow for labels beside what they name."""
        return self.width < 22 * self.theme.type["chart_label"].size + 24


@dataclass(frozen=True, slots=True)
class Cell:
    """One point of a column of a series; `fact` is None where the cell is blank."""

    ref: str
    date: Edtf
    fact: Fact | None
    estimated: bool

    @property
    def quantity(self) -> Quantity | None:
        return self.fact.quantity if self.fact else None

    @property
    def middle(self) -> float:
        return midpoint(self.date)


@dataclass(frozen=True, slots=True)
class Column:
    """One measure of a series, with its points in the order of time."""

    series: Series
    column: SeriesColumn
    cells: tuple[Cell, ...]

    @property
    def ref(self) -> str:
        return f"{self.series.id}.{self.column.name}"

    @property
    def known(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.fact is not None)


def fail(request: Request, message: str, hint: str) -> NoReturn:
    """Raise a BriefpressError that names the chart and its place."""
    place = f"{request.spec.place}: " if request.spec.place.file else ""
    raise BriefpressError(f'{place}the chart "{request.spec.id}" {message}', hint)


def fact(request: Request, ref: str) -> Fact:
    """The fact of a reference. Raises BriefpressError naming the chart when there is none."""
    facts = request.summary.facts
    found = facts.get(ref)
    for mark in "@#":
        head, sign, tail = ref.partition(mark)
        if found is None and sign:
            series = next((s for s in request.summary.dataset.series if s.id == head.split(".")[0]), None)
            if series is not None and len(series.columns) == 1:
                name = f"{series.id}.{series.columns[0].name}"
                found = facts.get(f"{name}{sign}{tail}") or facts.get(f"{series.id}{sign}{tail}")
    if found is None:
        fail(request, f'names "{ref}", which the dataset does not hold', "Give the id of a figure, statistic or cell")
    return found


def items(request: Request) -> tuple[Fact, ...]:
    """The facts of the chart's `items`, and of every point of its `series`, in order."""
    named = [fact(request, ref) for ref in request.spec.items]
    points = [cell.fact for column in columns(request) for cell in column.known if cell.fact is not None]
    if not named and not points:
        fail(request, "has nothing to show", "Name figures in its items, or a series")
    return (*named, *points)


def columns(request: Request) -> tuple[Column, ...]:
    """The columns of the chart's `series`, each "id" (all its columns) or "id.column"."""
    return tuple(column for ref in request.spec.series for column in columns_of(request, ref))


def columns_of(request: Request, ref: str) -> tuple[Column, ...]:
    name, _, wanted = ref.partition(".")
    series = next((s for s in request.summary.dataset.series if s.id == name), None)
    if series is None:
        fail(request, f'names the series "{name}", which the dataset does not hold', "Give the id of a [[series]]")
    found = [column for column in series.columns if wanted in ("", column.name)]
    if not found:
        known = ", ".join(column.name for column in series.columns)
        fail(request, f'names the column "{ref}", which the series does not have', f"Its columns are {known}")
    return tuple(Column(series, column, tuple(_cells(request, series, column))) for column in found)


def _cells(request: Request, series: Series, column: SeriesColumn) -> Iterable[Cell]:
    facts = request.summary.facts
    for point in sorted(series.points, key=lambda p: midpoint(p.date)):
        quantity = point.values.get(column.name)
        ref = f"{series.id}.{column.name}@{point.date.written}"
        found = facts.get(ref) or facts.get(f"{series.id}@{point.date.written}")
        if quantity is not None and (found is None or found.quantity != quantity):
            claim = Claim(Origin.SERIES, ref)
            found = Fact(ref, series.label, quantity, claim, point.date, (point.source,) if point.source else ())
        yield Cell(ref, point.date, found if quantity is not None else None, point.estimated)


def chosen_events(request: Request) -> tuple[Event, ...]:
    """The events named by the chart."""
    for ref in request.spec.events:
        if ref not in request.events:
            fail(request, f'names the event "{ref}", which the timeline does not hold', "Give the id of a row there")
    return tuple(request.events[ref] for ref in request.spec.events)


def date_of(request: Request, found: Fact) -> Edtf | None:
    """When the fact holds: its own date, else the latest of its inputs'."""
    if found.as_of is not None:
        return found.as_of
    facts, events = request.summary.facts, request.events
    dates = [facts[ref].as_of for ref in found.inputs if ref in facts]
    dates += [events[ref].date for ref in found.inputs if ref in events]
    return max((date for date in dates if date is not None), key=midpoint, default=None)


def extent(date: Edtf) -> tuple[float, float]:
    """First moment and last moment of all that a date can mean, in decimal years."""
    return position(date.start.first), position(next_day(date.last_point.last))


def option(request: Request, key: str, kind: type[T], default: T) -> T:
    """An option of the chart, of the type that the kind expects."""
    value: Any = request.spec.options.get(key, default)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        wanted = {str: "a text", float: "a number", int: "a whole number", bool: "true or false", list: "a list"}
        fail(request, f"has {key} = {value!r}, which is not {wanted.get(kind, 'a table')}", "Mend it in brief.toml")
    return value


def refs(request: Request, key: str) -> tuple[str, ...]:
    """An option that is a list of references."""
    return tuple(str(ref) for ref in option(request, key, list, []))


def colour_of(request: Request, found: Fact) -> str:
    """The colour of a fact's phase."""
    return phase_colour(request.theme, request.summary.dataset.brief, found.phase or option(request, "phase", str, ""))


def colour_at(request: Request, dates: Iterable[Edtf]) -> str:
    """The colour of the phase that most of the dates fall into, or of the one the chart names."""
    brief = request.summary.dataset.brief
    named = option(request, "phase", str, "")
    if named:
        if named not in {phase.id for phase in brief.phases}:
            fail(request, f'names the phase "{named}", which brief.toml does not', "Give the id of one of [[phases]]")
        return phase_colour(request.theme, brief, named)
    counts = dict.fromkeys((phase.id for phase in brief.phases), 0)
    for date in dates:
        for phase in brief.phases:
            start = extent(phase.start)[0] if phase.start else float("-inf")
            end = extent(phase.end)[1] if phase.end and not phase.end.open_end else float("inf")
            counts[phase.id] += start <= midpoint(date) <= end
    best = max(counts, key=lambda key: counts[key], default="")
    return phase_colour(request.theme, brief, best if counts.get(best) else "")


def day(year: int, month: int, number: int = 0) -> Edtf:
    """A month, or a day of it, as a date of its own for an axis."""
    written = f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}"
    return parse_edtf(f"{written}-{number:02d}" if number else written)


def certain(bound: Bound) -> bool:
    return bound is Bound.EXACT
