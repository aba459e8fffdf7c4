"""Dots on an axis by powers of ten, for figures too far apart for bars; the chart says what a step means."""

from __future__ import annotations

from decimal import Decimal

from briefpress.charts import captions, wording
from briefpress.charts.axes import draw_grid
from briefpress.charts.bars import note_left_out
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND
from briefpress.charts.placing import Box, around, first_free
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import Request, fail
from briefpress.charts.rows import Layout, Row, lay_rows, with_values
from briefpress.charts.scales import Scale, decades
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.text import Text

RADIUS, ROW = 4.2, 20.0
REACH = 26.0  #: of a dot with its arrow and the gap to its label, to each side


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    layout = lay_rows(request, sheet, 0.3)
    values = [value for row in layout.rows for value in _ends(row)]
    if min(values) <= 0:
        fail(request, "has a logarithmic axis, but holds zero or a negative number", 'Use kind = "bars"')
    marks = decades(min(values), max(values))
    scale = Scale(float(marks[0]), float(marks[-1]), layout.left + RADIUS, sheet.width - RADIUS - 1, log=True)
    unit = layout.rows[0].fact.quantity.unit
    headed = no_room_beside(request, sheet, layout, scale)
    layout = with_values(request, sheet, layout) if headed else layout
    middles, bottom = _places(sheet, layout)
    draw_grid(request, sheet, scale, marks, grid_rows(layout, middles, bottom), unit)
    for row, middle in zip(layout.rows, middles, strict=True):
        box = _row(sheet, row, middle, scale)
        if not headed:
            set_beside(sheet, box, set_label(request, sheet, row), layout.left)
    style = request.theme.type["chart_note"]
    said: Text = wording.phrase(request, "chart-each-step")
    sheet.write(set_text(said, style, sheet.width - layout.left, sheet.ruler), sheet.width, sheet.bottom - 4, "right")
    caption = captions.Caption(facts=tuple(row.fact for row in layout.rows))
    caption.marks = {OF_BOUND[fact.quantity.bound] for fact in caption.facts}
    note_left_out(request, caption)
    return captions.chart(request, sheet, caption, sheet.finish(top=2.0))


def grid_rows(layout: Layout, middles: list[float], bottom: float) -> list[tuple[float, float]]:
    """Where gridlines run: all the way or, where names stand above the marks, past the marks alone."""
    if not layout.above:
        return [(2.0, bottom)]
    feet = [y - ROW / 2 + 2 for y in middles[:-1]]
    return [(y + ROW / 2 - 2, foot) for y, foot in zip(middles, [*feet, bottom], strict=True)]


def _ends(row: Row) -> tuple[Decimal, ...]:
    quantity = row.fact.quantity
    return (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)


def _places(sheet: Sheet, layout: Layout) -> tuple[list[float], float]:
    """The middle of each row's mark, and the foot of the grid; heads are set."""
    top, found = 0.0, []
    for row in layout.rows:
        head = sheet.ruler.block(row.head)[1]
        if layout.above:
            sheet.write(row.head, 0, top)
            found.append(top - head - ROW / 2)
            top -= head + ROW + 2
        else:
            height = max(ROW, head + 5)
            sheet.write(row.head, 0, top - height / 2, va="middle")
            found.append(top - height / 2)
            top -= height
    return found, top - 1


def _row(sheet: Sheet, row: Row, middle: float, scale: Scale) -> Box:
    """A dotted line to the dot; gives what the dot and its arrow cover."""
    colour, quantity = row.colour, row.fact.quantity
    at = scale(quantity.value)
    sheet.line((scale.start, middle), (at, middle), colour, 0.75, (0.9, 1.8))
    box = draw_point(sheet, (at, middle), quantity.bound, colour, Look(upright=False, radius=RADIUS))
    if quantity.high is not None:
        far = scale(quantity.high)
        sheet.rect(Box(at, middle - 1.5, far, middle + 1.5), colour)
        draw_point(sheet, (far, middle), quantity.bound, colour, Look(upright=False, radius=RADIUS))
        box = Box(box.left, box.bottom, max(box.right, far + RADIUS), box.top)
    sheet.take(box)
    return box


def no_room_beside(request: Request, sheet: Sheet, layout: Layout, scale: Scale) -> bool:
    """Tell whether, in a narrow chart, some value has room on neither side of its dot."""
    style = request.theme.type["chart_value"]
    for row in layout.rows if layout.above else ():
        quantity = row.fact.quantity
        ends = scale(quantity.value), scale(quantity.high or quantity.value)
        room = max(sheet.width - ends[1], ends[0]) - REACH
        if sheet.ruler.text(wording.value(request, row.fact), style) > room:
            return True
    return False


def set_label(request: Request, sheet: Sheet, row: Row) -> Block:
    style = restyle(request.theme.type["chart_value"], colour=row.colour)
    return set_text(
        wording.value(request, row.fact), style, sheet.width * (1.0 if request.narrow else 0.6), sheet.ruler
    )


def set_beside(sheet: Sheet, mark: Box, label: Block, left: float) -> Box | None:
    """The value to the right of its mark, else to the left, else at an end of the row, else wherever it fits."""
    wide, high = sheet.ruler.block(label)
    foot = (mark.bottom + mark.top) / 2 - high / 2
    beside = [mark.right + 4, mark.left - 4 - wide, sheet.width - wide, left, 0.0]
    places = [Box(x, foot, x + wide, foot + high) for x in beside]
    places = [place for place in places if not place.meets(mark, 1.0)] + list(around(mark, (wide, high)))
    for edge in (left, 0.0):
        free = first_free(places, Box(edge, -1e6, sheet.width, 1e6), sheet.taken, (), 0.3)
        if free is not None:
            return sheet.write(label, free.left, free.top, ground=True)
    return None
