"""Slopes: two to four dates side by side, each measure a line labelled at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefpress.charts import captions, describing, tables, wording
from briefpress.charts.colours import series_colours
from briefpress.charts.ink import Sheet
from briefpress.charts.line import DASH, SHAPES
from briefpress.charts.marks import OF_BOUND
from briefpress.charts.placing import spread
from briefpress.charts.plot import HEIGHTS, Stack
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import Column, Request, colour_at, columns, fail
from briefpress.charts.scales import Scale
from briefpress.charts.setting import Block, Line, Span, restyle, set_text
from briefpress.language.edtf import midpoint
from briefpress.model.chart import Chart
from briefpress.model.quantity import Bound
from briefpress.model.text import text

MOST_DATES, MOST_LINES = 4, 12
GAP = 7.0


@dataclass(frozen=True, slots=True)
class Trace:
    column: Column
    colour: str
    number: int
    places: tuple[tuple[float, float], ...]


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    shown = [column for column in columns(request) if len(column.known) > 1]
    dates = {cell.date.written: midpoint(cell.date) for column in shown for cell in column.known}
    if not shown or not 2 <= len(dates) <= MOST_DATES:
        fail(request, f"needs two to {MOST_DATES} dates with numbers", 'Use kind = "line" or "columns"')
    if len(shown) > MOST_LINES:
        fail(request, f"shows {len(shown)} lines", f"Name {MOST_LINES} columns at most")
    base = colour_at(request, [cell.date for cell in shown[0].known])
    hues = series_colours(request.theme, request.summary.dataset.brief, base, min(4, len(shown)))
    colours = [hues[index % len(hues)] for index in range(len(shown))]
    stack = Stack.of([cell.fact.quantity for column in shown for cell in column.known if cell.fact], zero=False)
    widths, needed = _room(request, sheet, shown)
    asked = request.spec.height or HEIGHTS.get(request.spec.width, 160.0)
    height = max(asked - 2 * request.theme.type["chart_value"].leading, needed)
    value = Scale(float(stack.low), float(stack.high), 0.0, height)
    time = Scale(min(dates.values()), max(dates.values()), widths[0] + GAP, sheet.width - widths[1] - GAP)
    traces = [
        _trace(column, colour, n, time, value) for n, (column, colour) in enumerate(zip(shown, colours, strict=True))
    ]
    _frame(request, sheet, time, shown, height)
    for trace in traces:
        _draw(request, sheet, trace)
    _ends(request, sheet, traces, (time, height))
    caption = captions.Caption(facts=tuple(cell.fact for column in shown for cell in column.known if cell.fact))
    caption.title = describing.series_message(request, shown[0])
    caption.rows = tables.series_rows(request, shown)
    for column in shown[:3]:
        caption.sentences += describing.ends_and_extremes(request, column)[:1]
    caption.marks = {OF_BOUND[item.quantity.bound] for item in caption.facts}
    return captions.chart(request, sheet, caption, sheet.finish())


def _trace(column: Column, colour: str, number: int, time: Scale, value: Scale) -> Trace:
    places = [(time(midpoint(cell.date)), value(cell.fact.quantity.value)) for cell in column.known if cell.fact]
    return Trace(column, colour, number, tuple(places))


def _label(request: Request, sheet: Sheet, column: Column, colour: str, last: bool) -> Block:
    """At the first date the value; at the last the value, and beside or under it the measure's name."""
    cell = column.known[-1 if last else 0]
    assert cell.fact is not None
    styles = request.theme.type
    value = restyle(styles["chart_value"], colour=colour)
    width = sheet.width * (0.34 if last else 0.2)
    said = wording.value(request, cell.fact)
    if not last:
        return set_text(said, value, width, sheet.ruler)
    name = wording.column_name(request, column)
    line: Line = (Span(said, value), Span((*text("  "), *name), restyle(styles["chart_label"], colour=colour)))
    if sheet.ruler.line(line) <= width:
        return (line,)
    return set_text(said, value, width, sheet.ruler) + set_text(
        name, restyle(styles["chart_label"], colour=colour), width, sheet.ruler, 2
    )


def _room(request: Request, sheet: Sheet, shown: Sequence[Column]) -> tuple[tuple[float, float], float]:
    """The widths of the labels on both sides, and the height of the taller side's."""
    ink = request.theme.colours.ink
    sides = [
        [sheet.ruler.block(_label(request, sheet, column, ink, last)) for column in shown] for last in (False, True)
    ]
    wide = [max(width for width, _ in side) for side in sides]
    return (wide[0], wide[1]), max(sum(height + 2.0 for _, height in side) for side in sides)


def _frame(request: Request, sheet: Sheet, time: Scale, shown: Sequence[Column], height: float) -> None:
    """A thin upright at each date, and the date under it."""
    colours, sizes = request.theme.colours, request.theme.chart
    style = request.theme.type["chart_axis"]
    dates = {cell.date.written: (column, cell.date) for column in shown for cell in column.known}
    frame_top = height + 4
    order = sorted(dates.values(), key=lambda pair: midpoint(pair[1]))
    for column, date in [order[0], order[-1], *order[1:-1]]:
        x = time(midpoint(date))
        sheet.line((x, -4), (x, frame_top), colours.grid, sizes["grid"])
        block = set_text(wording.cell_date(request, column, date, "axis"), style, sheet.width * 0.3, sheet.ruler, 2)
        wide = sheet.ruler.block(block)[0]
        at = min(max(x, wide / 2), sheet.width - wide / 2)
        box = sheet.box(block, at, -8, "center")
        if not any(box.meets(other, 2) for other in sheet.taken):
            sheet.write(block, at, -8, "center")


def _draw(request: Request, sheet: Sheet, trace: Trace) -> None:
    known = trace.column.known
    for (start, end), cell in zip(pairwise(trace.places), known[1:], strict=True):
        hedged = cell.estimated or (cell.fact is not None and cell.fact.quantity.bound is not Bound.EXACT)
        sheet.line(start, end, trace.colour, request.theme.chart["line"], DASH if hedged else None)
    for place, cell in zip(trace.places, known, strict=True):
        if cell.fact is not None:
            draw_point(sheet, place, cell.fact.quantity.bound, trace.colour, Look(SHAPES[trace.number % len(SHAPES)]))


def _ends(request: Request, sheet: Sheet, traces: Sequence[Trace], room: tuple[Scale, float]) -> None:
    """Labels at both ends, moved apart where values are near."""
    time, height = room
    for last in (False, True):
        blocks = [_label(request, sheet, trace.column, trace.colour, last) for trace in traces]
        sizes = [sheet.ruler.block(block)[1] for block in blocks]
        levels = [trace.places[-1 if last else 0][1] for trace in traces]
        placed = spread(levels, sizes, -4.0, height + 8.0, 2.0) or levels
        x = time.end + GAP if last else time.start - GAP
        for trace, block, y, level in zip(traces, blocks, placed, levels, strict=True):
            at = trace.places[-1 if last else 0]
            edge = x - 1.5 if last else x + 1.5
            if abs(y - level) > 3 or abs(edge - at[0]) > GAP:
                sheet.line((at[0] + (3.5 if last else -3.5), level), (edge, y), trace.colour, 0.5)
            sheet.write(block, x, y, "left" if last else "right", "middle")
