"""What stands under a chart's axis of time: ticks and their dates, and events with a black triangle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from briefpress.charts.ink import Sheet
from briefpress.charts.marks import triangle
from briefpress.charts.placing import Box, Point, first_free
from briefpress.charts.request import Request, chosen_events, day, extent
from briefpress.charts.scales import Scale
from briefpress.charts.setting import Block, Span, set_text
from briefpress.charts.wording import axis_date, axis_month, axis_year, event_date, event_name
from briefpress.model.dates import Edtf
from briefpress.model.text import Text, text

YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)
MONTHS = (1, 2, 3, 6)
DAYS = (1, 2, 5, 10)
GAP = 5.0
MOST_ROWS = 60

Stroke = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis at `at`, and a label centred on `centre` (points)."""

    at: float
    centre: float
    label: Text


def time_ticks(request: Request, sheet: Sheet, scale: Scale) -> tuple[Tick, ...]:
    """Years where two or more fit the span, else months, else days; labels never nearer than a few points."""
    span = scale.high - scale.low
    if span >= 1.9:
        return _years(request, sheet, scale)
    if span >= 0.2:
        return _months(request, sheet, scale)
    return _days(request, sheet, scale)


def _width(request: Request, sheet: Sheet, label: Text) -> float:
    return sheet.ruler.text(label, request.theme.type["chart_axis"])


def _years(request: Request, sheet: Sheet, scale: Scale) -> tuple[Tick, ...]:
    first, last = floor(scale.low + 1e-9), ceil(scale.high - 1e-9)
    wide = max(_width(request, sheet, axis_year(request, year)) for year in (first, last))
    pitch = abs(scale(1) - scale(0)) if scale.low <= 0 <= scale.high else abs(scale(first + 1) - scale(first))
    step = next((n for n in YEARS if n * pitch >= wide + GAP), YEARS[-1])
    ticks = []
    if step == 1:
        # The label stands in the middle of its year, the ticks between years.
        for year in range(first, last):
            left, right = max(scale(year), scale.start), min(scale(year + 1), scale.end)
            label = axis_year(request, year) if right - left >= wide + 2 else ()
            ticks.append(Tick(left if year > scale.low else -1, (left + right) / 2, label))
        return tuple(ticks)
    years = range(ceil(scale.low / step) * step, last + 1, step)
    return tuple(
        Tick(scale(year), scale(year), axis_year(request, year)) for year in years if scale.low <= year <= scale.high
    )


def _months(request: Request, sheet: Sheet, scale: Scale) -> tuple[Tick, ...]:
    months = []
    year, month = floor(scale.low), floor((scale.low - floor(scale.low)) * 12 + 1e-6) + 1
    while extent(day(year, month))[0] < scale.high - 1e-6:
        months.append(day(year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    wide = max(_width(request, sheet, axis_date(request, date)) for date in months)
    pitch = abs(scale.end - scale.start) / max((scale.high - scale.low) * 12, 1)
    step = next((n for n in MONTHS if n * pitch >= wide + GAP), 12)
    ticks: list[Tick] = []
    for date in months:
        left, right = (min(max(scale(at), scale.start), scale.end) for at in extent(date))
        shown = (date.start.first.month - 1) % step == 0
        centre = (left + right) / 2 if step == 1 else left
        fits = right - left >= wide or step > 1
        named = date is months[0] or date.start.first.month == 1 or not ticks or not any(tick.label for tick in ticks)
        label = axis_date(request, date) if named else axis_month(request, date)
        ticks.append(Tick(left, centre, label if shown and fits else ()))
    return tuple(ticks)


def _days(request: Request, sheet: Sheet, scale: Scale) -> tuple[Tick, ...]:
    dates: list[Edtf] = []
    year, month = floor(scale.low), floor((scale.low - floor(scale.low)) * 12 + 1e-6) + 1
    for _ in range(5):
        last = day(year, month).start.last.day
        dates += [day(year, month, number) for number in range(1, last + 1)]
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    dates = [date for date in dates if scale.low - 1e-6 <= extent(date)[0] <= scale.high + 1e-6]
    if not dates:
        return ()
    wide = max(_width(request, sheet, axis_date(request, date, "short")) for date in dates)
    pitch = abs(scale.end - scale.start) / max((scale.high - scale.low) * 365, 1)
    step = next((n for n in DAYS if n * pitch >= wide + GAP), 31)
    return tuple(
        Tick(scale(extent(date)[0]), scale(extent(date)[0]), axis_date(request, date, "short"))
        for date in dates
        if (date.start.first.day - 1) % step == 0
    )


def draw_ticks(request: Request, sheet: Sheet, scale: Scale, y: float, ticks: tuple[Tick, ...]) -> None:
    """The axis line at `y`, its ticks, and the labels that fit under it."""
    colours, sizes = request.theme.colours, request.theme.chart
    sheet.line((scale.start, y), (scale.end, y), colours.ink, sizes["baseline"])
    marks = [tick.at for tick in ticks if scale.start <= tick.at <= scale.end]
    sheet.lines((((at, y), (at, y - sizes["tick"])) for at in marks), colours.ink, sizes["axis"])
    frame = Box(0, -1e6, sheet.width, y)
    style = request.theme.type["chart_axis"]
    for tick in ticks:
        if tick.label:
            block: Block = ((Span(tick.label, style),),)
            wide = sheet.ruler.block(block)[0]
            left = min(max(tick.centre - wide / 2, 0), sheet.width - wide)
            box = sheet.box(block, left, y - sizes["tick"] - 2.5)
            if abs(left + wide / 2 - tick.centre) < wide * 0.6:
                sheet.try_write(block, (box,), frame, pad=2)


def draw_events(request: Request, sheet: Sheet, place: Callable[[Edtf], float], y: float) -> None:
    """Black triangles under the axis at the true dates of the chart's events, with their words and dates."""
    marks = []
    for event in chosen_events(request):
        x = place(event.date)
        if -0.5 <= x <= sheet.width + 0.5:
            marks.append((x, event_name(request, event), event_date(request, event)))
    marks.sort(key=lambda mark: mark[0])
    colours = request.theme.colours
    tips = [triangle(sheet, min(max(x, 3), sheet.width - 3), y, colours.ink) for x, _, _ in marks]
    floor_y = y - 0.5
    if not _beside(request, sheet, tips, [text(words, ", ", date) for _, words, date in marks], floor_y):
        for index, (tip, (_, words, date)) in enumerate(zip(tips, marks, strict=True)):
            _below(request, sheet, tip, (words, date), [_drop(later) for later in tips[index + 1 :]])


def _drop(tip: Box) -> Stroke:
    """The line straight down from a triangle, along which its words may have to be led."""
    x = (tip.left + tip.right) / 2
    return (x, tip.bottom), (x, tip.bottom - 1e3)


def _beside(request: Request, sheet: Sheet, tips: list[Box], labels: list[Text], y: float) -> bool:
    """Set each label on one line to the right of its triangle, if all fit so."""
    style = request.theme.type["chart_label"]
    blocks: list[Block] = [((Span(label, style),),) for label in labels]
    boxes = [
        sheet.box(block, tip.right + 3, (tip.bottom + tip.top) / 2, va="middle")
        for tip, block in zip(tips, blocks, strict=True)
    ]
    for index, box in enumerate(boxes):
        others = [tip for at, tip in enumerate(tips) if at != index] + boxes[index + 1 :]
        if box.right > sheet.width or any(box.meets(other, 4) for other in others):
            return False
    for box, block in zip(boxes, blocks, strict=True):
        sheet.write(block, box.left, box.top)
    return True


def _below(request: Request, sheet: Sheet, tip: Box, said: tuple[Text, Text], pending: Sequence[Stroke]) -> None:
    """Set the label on two lines or more under its triangle, in the first row where it fits; the way down from the
    triangles to come is left free where that can be."""
    style = request.theme.type["chart_label"]
    width = min(sheet.width, max(90.0, sheet.width / 4))
    block = set_text(text(said[0], ","), style, width, sheet.ruler, 3)
    block += set_text(said[1], style, width, sheet.ruler)
    wide, high = sheet.ruler.block(block)
    middle = (tip.left + tip.right) / 2
    lefts = [middle - wide / 2, tip.left - 1, tip.right + 1 - wide]
    lefts = [min(max(left, 0), sheet.width - wide) for left in lefts]
    tops = [tip.bottom - 3 - row * style.leading for row in range(MOST_ROWS)]
    boxes = [Box(left, top - high, left + wide, top) for top in tops for left in lefts]
    frame = Box(0, -1e6, sheet.width, tip.bottom)
    words = [box for box in sheet.taken if box.top <= tip.bottom]

    def led(place: Box) -> bool:
        return place.top > tip.bottom - 4 or not any(
            box.crossed((middle, tip.bottom), (middle, place.top), 1) for box in words
        )

    for kept in (pending, ()):
        free = first_free(boxes, frame, sheet.taken, [*sheet.strokes, *kept], 2.5, led)
        if free is not None:
            _write_below(request, sheet, block, free, tip)
            return


def _write_below(request: Request, sheet: Sheet, block: Block, free: Box, tip: Box) -> None:
    middle = (tip.left + tip.right) / 2
    if free.top < tip.bottom - 4:
        sheet.line((middle, tip.bottom), (middle, free.top), request.theme.colours.muted, sheet.sizes["axis"])
        sheet.bar_lines(((middle, tip.bottom), (middle, free.top + 3)))
    centred = abs((free.left + free.right) / 2 - middle) < 1
    x = (free.left + free.right) / 2 if centred else free.left
    sheet.write(block, x, free.top, "center" if centred else "left")
