"""Unit squares: one square stands for so many, so that figures far apart in size can be counted side by side."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor

from briefpress.charts import captions, describing, wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, arrowhead, hatching
from briefpress.charts.placing import Box
from briefpress.charts.request import Request, colour_of, fail, items, option
from briefpress.charts.rows import Row, lay_rows
from briefpress.charts.scales import nice_step
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.quantity import Bound
from briefpress.model.summary import Fact
from briefpress.model.text import Text, plain, text

#: The largest figure takes about so many squares; more than the most asked for is a mistake.
AIM, MOST = 200, 4000
ROW_GAP = 17.0
SHORTEST_STUB, HEAD = 8.0, 6.5


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    facts = items(request)
    if any(fact.quantity.value < 0 for fact in facts):
        fail(request, "counts in squares, but holds a negative number", 'Use kind = "bars"')
    unit = _unit_of(request, facts)
    width = sheet.width if request.narrow else sheet.width * 0.24
    heads = [_head(request, sheet, fact, width) for fact in facts]
    layout = lay_rows(request, sheet, 0.24, heads[:40])
    left = layout.left if layout.above else max(layout.left, sheet.width * 0.256)
    pitch = request.theme.chart["square_pitch"]
    across = max(1, floor((sheet.width - left + pitch - request.theme.chart["square"]) / pitch))
    top = 0.0
    for row in layout.rows:
        top = _row(request, sheet, row, (left, top, across), unit, layout.above)
    sheet.bottom = min(sheet.bottom, top + ROW_GAP)
    caption = captions.Caption(facts=tuple(row.fact for row in layout.rows))
    caption.marks = {OF_BOUND[fact.quantity.bound] for fact in caption.facts}
    caption.subtitle_end = _key(request, unit, facts[0].quantity.unit)
    return captions.chart(request, sheet, caption, sheet.finish())


def _unit_of(request: Request, facts: tuple[Fact, ...]) -> Decimal:
    """How many one square stands for: the chart's `unit_size`, or a round number."""
    asked = option(request, "unit_size", float, 0.0)
    if asked < 0:
        fail(request, "has a negative unit_size", "Give how many one square stands for")
    most = max((fact.quantity.high or fact.quantity.value for fact in facts), default=Decimal(1))
    if asked:
        if most / Decimal(str(asked)) > MOST:
            fail(request, f"would need more than {MOST} squares", "Give a larger unit_size")
        return Decimal(str(asked)).normalize()
    return nice_step(most, AIM) if most > AIM else Decimal(1)


def _key(request: Request, unit: Decimal, name: str) -> Text:
    """ "1 square = 5,000 people", unless one square is one."""
    said = wording.axis(request, unit, name)
    words = describing.unit_words(request, name)
    if plain(words) and plain(words) not in plain(said):
        said = text(said, " ", words) if name not in ("share", "percent") and len(name) != 3 else said
    return wording.phrase(request, "chart-square-is", n=said)


def _head(request: Request, sheet: Sheet, fact: Fact, width: float) -> Block:
    """The number first, since the squares show it; under it what it counts."""
    colour = colour_of(request, fact)
    style = restyle(request.theme.type["chart_head"], colour=colour)
    value = set_text(wording.value(request, fact), style, width, sheet.ruler)
    return (*value, *set_text(wording.name(request, fact), request.theme.type["chart_note"], width, sheet.ruler, 4))


def _row(
    request: Request, sheet: Sheet, row: Row, place: tuple[float, float, int], unit: Decimal, above: bool
) -> float:
    """Draw one figure's squares; gives the top of the next row."""
    left, top, across = place
    head = sheet.write(row.head, 0, top)
    start = head.bottom - 4 if above else top
    sizes = request.theme.chart
    quantity = row.fact.quantity
    count = float((quantity.high or quantity.value) / unit)
    boxes = _cells(left, start, across, count, (sizes["square"], sizes["square_pitch"]))
    low = float(quantity.value / unit) if quantity.high is not None else None
    bottom = _squares(sheet, row, boxes, count, low)
    last = boxes[-1] if boxes else Box(left, start - sizes["square"], left, start)
    if quantity.bound.is_floor:
        bottom = min(bottom, _open_end(sheet, row, last, left))
    return min(head.bottom, bottom) - ROW_GAP


def _cells(left: float, top: float, across: int, count: float, sizes: tuple[float, float]) -> list[Box]:
    side, pitch = sizes
    boxes = []
    for index in range(ceil(count - 1e-9)):
        line, place = divmod(index, across)
        x, y = left + place * pitch, top - line * pitch - side
        part = min(1.0, count - index)
        boxes.append(Box(x, y, x + side * part, y + side))
    return boxes


def _squares(sheet: Sheet, row: Row, boxes: list[Box], count: float, low: float | None) -> float:
    """Filled squares; the last one dashed where the number is approximate, those of a range's spread outlined."""
    bound = row.fact.quantity.bound
    sizes = sheet.sizes
    dashed: list[Box] = []
    solid = boxes
    if low is not None:
        solid, dashed = boxes[: floor(low)], []
        sheet.rects(
            (_inner(box, sizes["outline"]) for box in boxes[floor(low) :]), edge=row.colour, line=sizes["outline"]
        )
    elif bound.is_approximate and boxes:
        solid, dashed = boxes[:-1], boxes[-1:]
    elif bound.is_ceiling and boxes:
        solid, dashed = [], []
        sheet.rects((_inner(box, sizes["outline"]) for box in boxes), edge=row.colour, line=sizes["outline"])
    sheet.rects(solid, fill=row.colour)
    dash = (sizes["estimate_on"] * 0.6, sizes["estimate_off"] * 0.6)
    sheet.rects(
        (_inner(box, sizes["estimate_line"]) for box in dashed), edge=row.colour, line=sizes["estimate_line"], dash=dash
    )
    sheet.take(*(Box(line.left, line.bottom, line.right, line.top) for line in _lines(boxes)))
    return min((box.bottom for box in boxes), default=sheet.top)


def _inner(box: Box, line: float) -> Box:
    half = min(line / 2, box.width / 2)
    return Box(box.left + half, box.bottom + line / 2, box.right - half, box.top - line / 2)


def _lines(boxes: list[Box]) -> list[Box]:
    """The rows of squares as single boxes."""
    rows: dict[float, Box] = {}
    for box in boxes:
        old = rows.get(box.bottom, box)
        rows[box.bottom] = Box(min(old.left, box.left), box.bottom, max(old.right, box.right), box.top)
    return list(rows.values())


def _open_end(sheet: Sheet, row: Row, last: Box, left: float) -> float:
    """A floor's open stub after the last square, or at the start of the next line for want of room; gives its foot."""
    sizes = sheet.sizes
    start, foot, high = last.right, last.bottom, last.height
    if start + SHORTEST_STUB + HEAD > sheet.width:
        start, foot = left, foot - sizes["square_pitch"]
    stub = min(sizes["stub"], sheet.width - start - HEAD)
    box = Box(start, foot, start + stub, foot + high)
    sheet.lines(list(hatching(box, sizes["hatch_pitch"])), row.colour, sizes["hatch"])
    edge = sizes["stub_edge"]
    sides = (((start, y), (start + stub, y)) for y in (box.bottom + edge / 2, box.top - edge / 2))
    sheet.lines(list(sides), row.colour, edge)
    bar = Bar(start, start, box.bottom, box.top, bound=Bound.AT_LEAST)
    arrowhead(sheet, bar, start + stub + HEAD - 1.5, 1.0, row.colour, 3.4)
    sheet.take(box)
    return foot
