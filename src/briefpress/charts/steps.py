"""Running totals as steps: each holds from its date to the next; other counts stand beside them as marks in black."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpress.charts import captions, describing, wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, draw_bar
from briefpress.charts.placing import Box, Point
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import (
    Column,
    Request,
    chosen_events,
    colour_at,
    columns,
    date_of,
    fact,
    fail,
    refs,
)
from briefpress.charts.timeplot import (
    Ground,
    date_bar,
    draw_ground_gaps,
    gap_stretches,
    in_gap,
    keep_off,
    lay_ground,
    name_point,
    telling,
)
from briefpress.language.edtf import midpoint
from briefpress.model.chart import Chart
from briefpress.model.dates import Edtf, Precision
from briefpress.model.summary import Fact
from briefpress.model.text import Text

DASH = (3.0, 2.2)
MOST_LABELS = 16
TAIL = 16.0  #: how far a step reaches into a gap
STANDING_WIDTH, STANDING_FOOT = 13.0, 5.0


@dataclass(frozen=True, slots=True)
class Total:
    """One running total; `dashed`: its rise has no date in the sources. `words` are the chart's own or its date."""

    fact: Fact
    date: Edtf
    dashed: bool
    words: Text
    named: bool
    broken: bool = False  #: the series has a blank cell before it


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    totals = _totals(request)
    others = [_total(request, fact(request, ref)) for ref in refs(request, "also")]
    quantities = [item.fact.quantity for item in (*totals, *others)]
    ground = lay_ground(request, sheet, quantities, [item.date for item in (*totals, *others)], zero=True)
    colour = colour_at(request, [item.date for item in totals])
    marks = {OF_BOUND[item.fact.quantity.bound] for item in (*totals, *others)}
    boxes = _steps(request, sheet, ground, totals, colour)
    ink = request.theme.colours.ink
    standing = [_standing(sheet, ground, item, ink) for item in others]
    if draw_ground_gaps(request, sheet, ground):
        marks.add("gap")
    for item, box in zip(others, standing, strict=True):
        name_point(request, sheet, ground, box, (wording.value(request, item.fact), item.words, ink), above=False)
    telltale = telling([item.fact for item in totals], MOST_LABELS)
    for item, box in ((totals[index], boxes[index]) for index in sorted(telltale, reverse=True)):
        if item.named:
            name_point(request, sheet, ground, box, (wording.value(request, item.fact), item.words, colour))
    if any(item.date.start.precision is not Precision.DAY for item in (*totals, *others)):
        marks.add("month")
    caption = captions.Caption(facts=tuple(item.fact for item in (*totals, *others)), marks=marks)
    shown = columns(request)
    if shown:
        caption.title = describing.series_message(request, shown[0])
        for column in shown[:1]:
            caption.sentences += describing.ends_and_extremes(request, column)
    caption.sentences += describing.said_items(
        request, caption.facts[-8:] if not shown else [item.fact for item in others]
    )
    caption.sources = tuple(event.source for event in chosen_events(request))
    return captions.chart(request, sheet, caption, sheet.finish())


def _total(request: Request, found: Fact, dated: Edtf | None = None, named: bool = True) -> Total:
    date = dated or date_of(request, found)
    if date is None:
        fail(request, f'shows "{found.ref}", which has no date', "Give it one in the column as_of")
    own = wording.own_label(request, found.ref)
    words = own or wording.fact_date(request, found, date, "short")
    return Total(found, date, found.ref in refs(request, "dashed"), words, bool(own) or named)


def _totals(request: Request) -> list[Total]:
    """The steps in the order of time: the points of the series, or the chart's items."""
    shown = columns(request)
    if len(shown) > 1:
        fail(request, "steps through more than one measure", "Name one column in series")
    worded = any(ref in request.spec.labels for ref in request.spec.items)
    totals = _of_cells(request, shown)
    totals += [_total(request, fact(request, ref), None, not worded) for ref in request.spec.items]
    if not totals:
        fail(request, "has nothing to show", "Name a series, or the running totals in items")
    return sorted(totals, key=lambda item: midpoint(item.date))


def _of_cells(request: Request, shown: Sequence[Column]) -> list[Total]:
    totals = []
    broken = False
    for cell in (cell for column in shown for cell in column.cells):
        if cell.fact is not None:
            totals.append(replace(_total(request, cell.fact, cell.date), broken=broken))
        broken = cell.fact is None
    return totals


def _steps(request: Request, sheet: Sheet, ground: Ground, totals: Sequence[Total], colour: str) -> list[Box]:
    """The step line, cut at gaps; gives the place of each total's mark."""
    sizes = request.theme.chart
    gaps = gap_stretches(request)
    path: list[Point] = []
    paths: list[list[Point]] = []
    dashed: list[list[Point]] = []
    at = [(ground.x(item.date), ground.value(item.fact.quantity.value)) for item in totals]
    for index, (item, (x, y)) in enumerate(zip(totals, at, strict=True)):
        before = totals[index - 1] if index else None
        gap = in_gap(gaps, before.date, item.date) if before else None
        if before is None or gap is not None or item.broken:
            if len(path) > 1:
                paths.append([*path, (min(path[-1][0] + TAIL, ground.time(gap[0]) if gap else x), path[-1][1])])
            path = [(x, ground.value(0)), (x, y)] if before is None else [(max(x - TAIL, path[-1][0]), y), (x, y)]
        elif item.dashed:
            path.append((x, path[-1][1]))
            dashed.append([(x, path[-1][1]), (x, y)])
            paths.append(path)
            path = [(x, y)]
        else:
            path += [(x, path[-1][1]), (x, y)]
    end = min(ground.time.end, path[-1][0] + TAIL)
    if len(path) > 1:
        paths.append([*path, (end, path[-1][1])] if end > path[-1][0] else path)
    sheet.lines([path for path in paths if len(path) > 1], colour, sizes["line"])
    sheet.lines(dashed, colour, sizes["line"], DASH)
    for stroke in (*paths, *dashed):
        keep_off(sheet, stroke)
    return [_mark(request, sheet, ground, (totals, index, place), colour) for index, place in enumerate(at)]


def _mark(
    request: Request, sheet: Sheet, ground: Ground, which: tuple[Sequence[Total], int, Point], colour: str
) -> Box:
    totals, index, (x, y) = which
    item = totals[index]
    alone = item.dashed or len(totals) == 1
    if item.date.start.precision is not Precision.DAY and not _superseded(totals, index):
        return date_bar(sheet, ground, item.date, y, colour)
    if alone or item.fact.quantity.bound != "exact":
        box = draw_point(sheet, (x, y), item.fact.quantity.bound, colour)
        sheet.take(box)
        return box
    return Box(x - 1, y - 1, x + 1, y + 1)


def _superseded(totals: Sequence[Total], index: int) -> bool:
    """A total that the next one replaces at the same date is the foot of that rise."""
    return index + 1 < len(totals) and totals[index + 1].date == totals[index].date


def _standing(sheet: Sheet, ground: Ground, item: Total, ink: str) -> Box:
    """A count beside the totals: a square, or for a floor a short block with its open stub above."""
    x, y = ground.x(item.date), ground.value(item.fact.quantity.value)
    bound = item.fact.quantity.bound
    if bound.is_floor:
        half = STANDING_WIDTH / 2
        x = min(max(x, half), sheet.width - half)
        foot = max(y - STANDING_FOOT, 0.0)
        return draw_bar(sheet, Bar(foot, y, x - half, x + half, upright=True, bound=bound), ink)
    box = draw_point(sheet, (x, y), bound, ink, Look("square"))
    sheet.take(box)
    return box
