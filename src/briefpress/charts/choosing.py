"""Which charts a dataset asks for when its brief names none: by the table "which chart for which data"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefpress.language.measures import Kind, measure
from briefpress.model.dataset import ChartSpec, Figure, Series
from briefpress.model.quantity import Bound
from briefpress.model.summary import Summary

LINE_POINTS = 5
BARS, SQUARES = 50, 200  #: ratio of the largest to the smallest up to which bars, and unit squares, can be compared
EVENTS = 5
MOST_ROWS, MOST_LINES, MOST_COLUMNS = 12, 4, 4


def choose(summary: Summary) -> tuple[ChartSpec, ...]:
    """Series by their number of points, figures by their units and how far apart they are, then the timeline."""
    specs: list[ChartSpec] = []
    for series in summary.dataset.series:
        specs += _of_series(series)
    specs += _of_figures(summary)
    if len(summary.dataset.events) >= EVENTS:
        specs.append(ChartSpec("timeline", "timeline"))
    return tuple(_named(specs))


def _named(specs: Iterable[ChartSpec]) -> Iterator[ChartSpec]:
    """Each with an id of its own."""
    seen: dict[str, int] = {}
    for spec in specs:
        count = seen[spec.id] = seen.get(spec.id, 0) + 1
        yield replace(spec, id=f"{spec.id}-{count}") if count > 1 else spec


def _of_series(series: Series) -> Iterator[ChartSpec]:
    names = [c.name for c in series.columns if any(p.values.get(c.name) is not None for p in series.points)]
    if not names:
        return
    count = len({point.date.written for point in series.points if any(point.values.get(n) is not None for n in names)})
    if count >= LINE_POINTS:
        for start in range(0, len(names), MOST_LINES):
            refs = tuple(f"{series.id}.{name}" for name in names[start : start + MOST_LINES])
            yield ChartSpec(f"{series.id}-line", "line", series=refs)
    elif count == 1:
        refs = tuple(f"{series.id}.{name}" for name in names[:MOST_ROWS])
        yield ChartSpec(f"{series.id}-bars", "bars", series=refs, width="main")
    elif len(names) == 1 or not _complete(series, names):
        refs = tuple(f"{series.id}.{name}" for name in names[:MOST_COLUMNS])
        yield ChartSpec(f"{series.id}-columns", "columns", series=refs, width="main" if len(names) > 1 else "side")
    else:
        refs = tuple(f"{series.id}.{name}" for name in names[:MOST_ROWS])
        yield ChartSpec(f"{series.id}-slope", "slope", series=refs, width="main")


def _complete(series: Series, names: Sequence[str]) -> bool:
    return all(point.values.get(name) is not None for point in series.points for name in names)


def _of_figures(summary: Summary) -> Iterator[ChartSpec]:
    figures = summary.dataset.figures
    used: set[str] = set()
    for same in _disputed(figures):
        used |= {figure.id for figure in same}
        yield ChartSpec(f"{same[0].id}-accounts", "disagreement", items=_ids(same), width="main")
    for one, other in _converted(figures, used):
        used |= {one.id, other.id}
        yield ChartSpec(f"{one.id}-currencies", "currencies", items=(one.id, other.id), width="main")
    for group in summary.units:
        left = [figure for figure in group.figures if figure.id not in used]
        yield from _of_unit(left)


def _ids(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(figure.id for figure in figures)


def _disputed(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures that say the same thing in the same unit by different sources, not all alike."""
    alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        alike[figure.label.casefold().strip(), figure.quantity.unit].append(figure)
    for same in alike.values():
        if len({figure.source for figure in same}) > 1 and len({figure.quantity for figure in same}) > 1:
            yield same[:MOST_ROWS]


def _converted(figures: Sequence[Figure], used: set[str]) -> Iterator[tuple[Figure, Figure]]:
    """A sum and the same sum in another currency: one date, one source, neighbours in the file."""
    money = [figure for figure in figures if measure(figure.quantity.unit).kind is Kind.MONEY and figure.id not in used]
    taken: set[str] = set()
    for one, other in pairwise(money):
        same = one.source == other.source and one.as_of == other.as_of and one.as_of is not None
        units = measure(one.quantity.unit), measure(other.quantity.unit)
        near = figures.index(other) - figures.index(one) == 1
        if same and near and units[0].name != units[1].name and units[0].per == units[1].per and one.id not in taken:
            taken.add(other.id)
            yield one, other


def _of_unit(figures: Sequence[Figure]) -> Iterator[ChartSpec]:
    """One chart for figures of one unit, or one a group where there are many."""
    if len(figures) > MOST_ROWS:
        parted: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            parted[figure.group].append(figure)
        groups = list(parted.values())
    else:
        groups = [list(figures)]
    for group in groups:
        spec = _of_group(group[:MOST_ROWS])
        if spec is not None:
            yield spec


def _of_group(figures: Sequence[Figure]) -> ChartSpec | None:
    if not figures:
        return None
    first = figures[0]
    if measure(first.quantity.unit).kind is Kind.PERCENT and not measure(first.quantity.unit).per:
        whole = 1 if first.quantity.unit == "share" else 100
        if all(0 <= figure.quantity.value <= whole and (figure.quantity.high or 0) <= whole for figure in figures):
            kind, width = ("grid", "side") if len(figures) == 1 else ("share", "main")
            return ChartSpec(f"{first.id}-{kind}", kind, items=_ids(figures), width=width)
    if all(figure.quantity.bound is Bound.BETWEEN for figure in figures):
        return ChartSpec(f"{first.id}-range", "range", items=_ids(figures), width="main")
    if len(figures) < 2:
        return None
    return ChartSpec(f"{first.id}-compared", _kind_by_ratio(figures), items=_ids(figures), width="main")


def _kind_by_ratio(figures: Sequence[Figure]) -> str:
    sizes = [figure.quantity.value for figure in figures]
    if min(sizes) <= 0:
        return "bars"
    ratio = max(sizes) / min(sizes)
    return "bars" if ratio <= BARS else "squares" if ratio <= SQUARES else "dots"
