"""Lines in true time, four at most, named at their ends; dashed to what is estimated, hedged or said to be round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefpress.charts import captions, describing, tables, wording
from briefpress.charts.colours import series_colours
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND
from briefpress.charts.placing import Box, Point, spread
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import (
    Cell,
    Column,
    Request,
    chosen_events,
    colour_at,
    colour_of,
    columns,
    date_of,
    fact,
    fail,
    option,
    refs,
)
from briefpress.charts.setting import Block, restyle, set_text
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
from briefpress.model.chart import Chart
from briefpress.model.dates import Precision
from briefpress.model.quantity import Bound
from briefpress.model.summary import Fact
from briefpress.model.text import text

MOST_LINES, MOST_LABELS = 4, 9
SHAPES = ("dot", "square", "triangle", "diamond")
DASH = (5.0, 3.0)
NAME_GAP = 3.0
#: Dashes tell lines apart besides their lightness; the first is solid.
PATTERNS: tuple[tuple[float, ...] | None, ...] = (None, (6.0, 2.0), (2.2, 1.8), (7.0, 2.0, 2.0, 2.0))
NEAREST = 7.0  #: where points are nearer than this on average, only the telling ones have markers


@dataclass(frozen=True, slots=True)
class Trace:
    column: Column
    colour: str
    number: int  #: of the line, from 0
    alone: bool


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    shown, loose = columns(request), tuple(fact(request, ref) for ref in request.spec.items)
    _refuse(request, shown, loose)
    base = colour_at(request, [cell.date for cell in shown[0].known])
    colours = series_colours(request.theme, request.summary.dataset.brief, base, len(shown))
    traces = [
        Trace(column, colour, n, len(shown) == 1) for n, (column, colour) in enumerate(zip(shown, colours, strict=True))
    ]
    facts = [cell.fact for column in shown for cell in column.known if cell.fact] + list(loose)
    dates = [cell.date for column in shown for cell in column.cells]
    dates += [date for item in loose if (date := date_of(request, item)) is not None]
    dense = len(traces[0].column.known) > _most(request)
    names = [] if len(traces) == 1 and not dense else [_name(request, sheet, trace) for trace in traces]
    margin = max((sheet.ruler.block(name)[0] for name in names), default=0.0) + (8 if names else 6)
    high = sum(sheet.ruler.block(name)[1] + NAME_GAP for name in names)
    ground = lay_ground(request, sheet, [item.quantity for item in facts], dates, (margin, high))
    marks: set[str] = {OF_BOUND[item.quantity.bound] for item in facts}
    for trace in traces:
        marks |= _trace(request, sheet, ground, trace)
    for item in loose:
        _loose(request, sheet, ground, item)
    if names:
        _write_names(request, sheet, ground, traces, names)
    for trace in traces:
        _label(request, sheet, ground, trace)
    if draw_ground_gaps(request, sheet, ground):
        marks.add("gap")
    return captions.chart(request, sheet, _caption(request, ground, (shown, loose), marks), sheet.finish())


def _refuse(request: Request, shown: Sequence[Column], loose: Sequence[Fact]) -> None:
    if not shown or not any(column.known for column in shown):
        fail(request, "has no series with a number to show", "Name one in series")
    if len(shown) > MOST_LINES:
        fail(request, f"shows {len(shown)} lines", f"Name {MOST_LINES} columns at most, or make two charts")
    for item in loose:
        if date_of(request, item) is None:
            fail(request, f'shows "{item.ref}", which has no date', "Give it one in the column as_of")


def _caption(
    request: Request, ground: Ground, shown: tuple[Sequence[Column], Sequence[Fact]], marks: set[str]
) -> captions.Caption:
    series, loose = shown
    also = [fact(request, str(ref)) for ref in option(request, "also", dict, {}).values()]
    facts = [cell.fact for column in series for cell in column.known if cell.fact]
    caption = captions.Caption(facts=(*facts, *loose, *also), marks=marks)
    caption.title = describing.series_message(request, series[0])
    caption.rows = (*tables.series_rows(request, series), *tables.item_rows(request, (*loose, *also)))
    for column in series[:2]:
        caption.sentences += describing.ends_and_extremes(request, column)
    caption.sentences += describing.said_items(request, loose)
    caption.sources = tuple(event.source for event in chosen_events(request))
    if not ground.starts_at_zero:
        caption.notes.append(wording.phrase(request, "drawing-not-zero"))
    return caption


def _name(request: Request, sheet: Sheet, trace: Trace) -> Block:
    """The line's name and last value, for its end."""
    last = trace.column.known[-1].fact if trace.column.known else None
    style = restyle(request.theme.type["chart_label"], weight="semibold", colour=trace.colour)
    value = wording.value(request, last) if last is not None else ()
    whole = sheet.ruler.text(value, request.theme.type["chart_value"])
    width = max(sheet.width * 0.26, min(whole, sheet.width * 0.45))
    if trace.alone and last is not None:
        date = wording.cell_date(request, trace.column, trace.column.known[-1].date, "short")
        return wording.value_block(request, (value, date, trace.colour), width, sheet.ruler)
    block = set_text(wording.column_name(request, trace.column), style, width, sheet.ruler, 3)
    if last is None:
        return block
    return block + set_text(value, restyle(style, weight="bold"), width, sheet.ruler)


def _trace(request: Request, sheet: Sheet, ground: Ground, trace: Trace) -> set[str]:
    """The line and its points; gives the marks used."""
    known = trace.column.known
    places = [(ground.x(cell.date), ground.value(cell.fact.quantity.value)) for cell in known if cell.fact]
    for solid, path in _stretches(request, trace, places):
        dash = PATTERNS[trace.number] if solid else DASH
        sheet.lines((path,), trace.colour, request.theme.chart["line"], dash)
        keep_off(sheet, path)
    near = (places[-1][0] - places[0][0]) / (len(places) - 1) if len(places) > 1 else NEAREST
    shown = set(range(len(known))) if near >= NEAREST else set(telling([c.fact for c in known if c.fact], 0))
    marks = {"estimate"} if any(cell.estimated for cell in known) else set()
    mixed = len({cell.date.start.precision for cell in known}) > 1 or any(cell.date.end for cell in known)
    for index, (cell, at) in enumerate(zip(known, places, strict=True)):
        if cell.fact is None or index not in shown:
            continue
        marks |= _point(sheet, ground, (cell, at), trace, mixed)
    return marks


def _point(sheet: Sheet, ground: Ground, point: tuple[Cell, Point], trace: Trace, mixed: bool) -> set[str]:
    cell, at = point
    assert cell.fact is not None
    quantity = cell.fact.quantity
    if quantity.high is not None:
        top = ground.value(quantity.high)
        sheet.rect(Box(at[0] - 2, at[1], at[0] + 2, top), trace.colour)
        sheet.take(Box(at[0] - 2, at[1], at[0] + 2, top))
    if mixed and (cell.date.start.precision is not Precision.DAY or cell.date.end):
        sheet.take(date_bar(sheet, ground, cell.date, at[1], trace.colour))
        return {"month"}
    radius = sheet.sizes["dot"] * (1.0 if trace.alone else 0.85)
    box = draw_point(sheet, at, quantity.bound, trace.colour, Look(SHAPES[trace.number], radius))
    sheet.take(box)
    return {"day"} if mixed else set()


def _stretches(request: Request, trace: Trace, places: Sequence[Point]) -> list[tuple[bool, list[Point]]]:
    """Polylines, solid or dashed, cut where a cell is blank or a gap of the chart lies."""
    known = trace.column.known
    order = {id(cell): index for index, cell in enumerate(trace.column.cells)}
    gaps = gap_stretches(request)
    out: list[tuple[bool, list[Point]]] = []
    for index, (one, other) in enumerate(pairwise(known)):
        blank = order[id(other)] - order[id(one)] > 1
        if blank or in_gap(gaps, one.date, other.date):
            continue
        solid = not _dashed(request, other, last=index == len(known) - 2)
        start, end = places[index], places[index + 1]
        if out and out[-1][0] == solid and out[-1][1][-1] == start:
            out[-1][1].append(end)
        else:
            out.append((solid, [start, end]))
    return out


def _dashed(request: Request, cell: Cell, last: bool) -> bool:
    named = refs(request, "dashed")
    hedged = cell.fact is not None and cell.fact.quantity.bound is not Bound.EXACT
    said = (last and option(request, "dashed_last", bool, False)) or cell.ref in named or cell.date.written in named
    return cell.estimated or hedged or said


def _loose(request: Request, sheet: Sheet, ground: Ground, item: Fact) -> None:
    """A figure of another source: a point of its own, joined to nothing."""
    date = date_of(request, item)
    assert date is not None
    at = (ground.x(date), ground.value(item.quantity.value))
    colour = colour_of(request, item)
    box = draw_point(sheet, at, item.quantity.bound, colour, Look("square"))
    sheet.take(box)
    words = wording.own_label(request, item.ref) or wording.joined(
        [wording.name(request, item), wording.fact_date(request, item, date, "short")]
    )
    name_point(request, sheet, ground, box, (wording.value(request, item), words, colour))


def _write_names(
    request: Request, sheet: Sheet, ground: Ground, traces: Sequence[Trace], names: Sequence[Block]
) -> None:
    """Each line's name at its end, moved apart where ends are near one another."""
    ends = [trace.column.known[-1] if trace.column.known else None for trace in traces]
    levels = [ground.value(cell.fact.quantity.value) if cell and cell.fact else 0.0 for cell in ends]
    sizes = [sheet.ruler.block(name)[1] for name in names]
    placed = spread(levels, sizes, 1.0, max(ground.frame.top, sum(sizes) + NAME_GAP * len(sizes)), NAME_GAP) or levels
    for cell, level, y, (trace, name) in zip(ends, levels, placed, zip(traces, names, strict=True), strict=True):
        left = ground.time.end + 8
        if cell is not None:
            x = ground.x(cell.date) + 5
            sheet.line((x, level), (left - 2, y), trace.colour, 0.5)
        sheet.write(name, left, y, va="middle")


def _most(request: Request) -> int:
    """How many points of a line are all labelled."""
    return {"full": MOST_LABELS, "main": 7}.get(request.spec.width, 4)


def _label(request: Request, sheet: Sheet, ground: Ground, trace: Trace) -> None:
    """The values of a single line's telling points with their dates; several lines are read off the axis."""
    known = trace.column.known
    facts = [cell.fact for cell in known if cell.fact]
    order = telling(facts, _most(request)) if trace.alone else []
    if len(facts) > _most(request):
        order = order[1:]  # the last one stands at the line's end
    for index in order:
        cell, item = known[index], facts[index]
        at = ground.x(cell.date), ground.value(item.quantity.value)
        own = wording.own_label(request, cell.ref, item.ref)
        words = own or wording.cell_date(request, trace.column, cell.date, "short")
        second = wording.second_currency(request, item)
        if second:
            words = text("(", second, ")  ", words)
        radius = sheet.sizes["dot"] + 1
        mark = Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
        rising = index == 0 or facts[index - 1].quantity.value <= item.quantity.value
        name_point(request, sheet, ground, mark, (wording.value(request, item), words, trace.colour), rising)
