"""Floating bars from the lower end to the upper, both ends labelled; other figures stand among them as dots."""

from __future__ import annotations

from decimal import Decimal

from briefpress.charts import captions, wording
from briefpress.charts.axes import draw_grid, value_ticks
from briefpress.charts.bars import note_left_out, thickness
from briefpress.charts.dots import grid_rows
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, draw_bar
from briefpress.charts.placing import Box
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import Request
from briefpress.charts.rows import Layout, Row, crowded, lay_rows, with_values
from briefpress.charts.scales import Scale, needs_zero
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.text import Text

GAP, ARROW = 5.0, 19.0
LABEL_SHARE = 0.3


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    layout = lay_rows(request, sheet, 0.26)
    headed = crowded(request, sheet, layout, LABEL_SHARE)
    layout = with_values(request, sheet, layout) if headed else layout
    values = [
        value for row in layout.rows for value in (row.fact.quantity.value, row.fact.quantity.high) if value is not None
    ]
    zero = needs_zero(values)
    ends = (min(*values, Decimal(0)), max(*values, Decimal(0))) if zero else (min(values), max(values))
    unit = layout.rows[0].fact.quantity.unit
    labels = [_labels(request, sheet, row) if not headed else ((), ()) for row in layout.rows]
    margins = [
        max((sheet.ruler.block(pair[side])[0] for pair in labels if pair[side]), default=0.0) + GAP + ARROW
        for side in (0, 1)
    ]
    left, right = layout.left, sheet.width - 2
    marks = value_ticks(request, sheet, ends, right - left, unit)
    scale = Scale(float(marks[0]), float(marks[-1]), left + margins[0] - ARROW, right - margins[1])
    top = 0.0
    places = []
    thick = min(thickness(request, layout), 12.0)
    for row, pair in zip(layout.rows, labels, strict=True):
        middle, top = _place(sheet, layout, row, pair, thick, top)
        places.append(middle)
    draw_grid(request, sheet, scale, marks, grid_rows(layout, places, top), unit)
    for row, pair, middle in zip(layout.rows, labels, places, strict=True):
        _row(sheet, row, pair, middle, scale, thick)
    caption = captions.Caption(facts=tuple(row.fact for row in layout.rows))
    caption.marks = {OF_BOUND[fact.quantity.bound] for fact in caption.facts}
    if not zero:
        caption.notes.append(wording.phrase(request, "drawing-not-zero"))
    note_left_out(request, caption)
    return captions.chart(request, sheet, caption, sheet.finish(top=2.0))


def _labels(request: Request, sheet: Sheet, row: Row) -> tuple[Block, Block]:
    """What stands at the lower end (of a range only) and at the upper."""
    style = restyle(request.theme.type["chart_value"], colour=row.colour)
    low, high = wording.ends(request, row.fact)
    width = sheet.width * (0.32 if request.narrow else 0.24)

    def block(said: Text) -> Block:
        return set_text(said, style, width, sheet.ruler)

    return block(low), block(high)


def _place(
    sheet: Sheet, layout: Layout, row: Row, pair: tuple[Block, Block], thick: float, top: float
) -> tuple[float, float]:
    head = sheet.ruler.block(row.head)[1]
    height = max(thick + 8, *(sheet.ruler.block(block)[1] + 4 for block in pair))
    if layout.above:
        sheet.write(row.head, 0, top)
        return top - head - height / 2, top - head - height - 2
    height = max(height, head + 5)
    sheet.write(row.head, 0, top - height / 2, va="middle")
    return top - height / 2, top - height - 2


def _row(sheet: Sheet, row: Row, pair: tuple[Block, Block], middle: float, scale: Scale, thick: float) -> None:
    quantity = row.fact.quantity
    at = scale(quantity.value)
    if quantity.high is None:
        box = draw_point(sheet, (at, middle), quantity.bound, row.colour, Look(upright=False, radius=4.2))
        sheet.take(box)
    else:
        far = scale(quantity.high)
        bar = Bar(at, at, middle - thick / 2, middle + thick / 2, high=far, bound=quantity.bound)
        box = draw_bar(sheet, bar, row.colour)
    if pair[0]:
        _write_left(sheet, pair[0], box, middle, scale.start)
    sheet.write(pair[1], box.right + GAP, middle, va="middle", ground=True)


def _write_left(sheet: Sheet, label: Block, box: Box, middle: float, left: float) -> None:
    """The lower end's label left of the bar, or where the heads stand too near, inside its end above the bar."""
    place = sheet.box(label, box.left - GAP, middle, "right", "middle")
    if place.left >= 0 and not any(place.meets(other, 1) for other in sheet.taken):
        sheet.write(label, box.left - GAP, middle, "right", "middle", ground=True)
