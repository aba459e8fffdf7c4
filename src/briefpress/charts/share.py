"""A whole as one bar of a hundred per cent: the share solid, the remainder an outline with its name."""

from __future__ import annotations

from decimal import Decimal

from briefpress.charts import captions, wording
from briefpress.charts.bars import note_left_out, thickness
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, draw_bar
from briefpress.charts.placing import Box
from briefpress.charts.request import Request, fail
from briefpress.charts.rows import Row, lay_rows
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Text


def fraction(request: Request, fact: Fact) -> float:
    """The share as a fraction. Raises BriefpressError for what is no share of a whole."""
    quantity = fact.quantity
    if quantity.unit not in ("share", "percent"):
        fail(request, f'shows "{fact.ref}", whose unit is no share of a whole', 'Give figures of unit "share"')
    part = quantity.value / (100 if quantity.unit == "percent" else 1)
    high = (quantity.high or quantity.value) / (100 if quantity.unit == "percent" else 1)
    if not 0 <= part <= 1 or high > 1:
        fail(request, f'shows "{fact.ref}", which is not between 0 and 100 per cent', 'Use kind = "bars"')
    return float(part)


def remainder(request: Request) -> Text:
    """What the rest is called."""
    return wording.setting(request, "remainder") or wording.phrase(request, "chart-remainder")


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    layout = lay_rows(request, sheet, 0.28)
    left = layout.left
    thick = max(thickness(request, layout), 11.0)
    top = 0.0
    for index, row in enumerate(layout.rows):
        part = fraction(request, row.fact)
        head = sheet.ruler.block(row.head)[1]
        value = _value(request, sheet, row, sheet.width - left)
        height = max(thick + sheet.ruler.block(value)[1] + 4, 0 if layout.above else head)
        if layout.above:
            sheet.write(row.head, 0, top)
            top -= head + 4
        bar_top = top - sheet.ruler.block(value)[1] - 4
        if not layout.above:
            sheet.write(row.head, 0, bar_top - thick / 2, va="middle")
        _bar(request, sheet, row, part, Box(left, bar_top - thick, sheet.width, bar_top))
        _labels(request, sheet, value, part, Box(left, bar_top - thick, sheet.width, bar_top), index == 0)
        top -= max(height, head if not layout.above else 0) + 9
    caption = captions.Caption(facts=tuple(row.fact for row in layout.rows))
    caption.marks = {OF_BOUND[fact.quantity.bound] for fact in caption.facts}
    note_left_out(request, caption)
    return captions.chart(request, sheet, caption, sheet.finish())


def _value(request: Request, sheet: Sheet, row: Row, width: float) -> Block:
    style = restyle(request.theme.type["chart_value"], colour=row.colour)
    return set_text(wording.value(request, row.fact), style, width, sheet.ruler)


def _bar(request: Request, sheet: Sheet, row: Row, part: float, whole: Box) -> None:
    sizes, colours = request.theme.chart, request.theme.colours
    half = sizes["outline"] / 2
    inner = Box(whole.left + half, whole.bottom + half, whole.right - half, whole.top - half)
    sheet.rect(inner, colours.paper, colours.rule, sizes["outline"])
    quantity = row.fact.quantity
    bar = bar_of_share(quantity, part, whole)
    draw_bar(sheet, bar, row.colour)


def bar_of_share(quantity: Quantity, part: float, whole: Box) -> Bar:
    """The solid part; a floor's open end is cut where the whole ends, since no share is more than all of it."""
    high = None
    if quantity.high is not None:
        size = quantity.high / (Decimal(100) if quantity.unit == "percent" else Decimal(1))
        high = whole.left + float(size) * whole.width
    return Bar(whole.left, whole.left + part * whole.width, whole.bottom, whole.top, high=high, bound=quantity.bound)


def _labels(request: Request, sheet: Sheet, value: Block, part: float, whole: Box, named: bool) -> None:
    """The value above the end of its part; the rest's name at the right, where there is room."""
    wide = sheet.ruler.block(value)[0]
    end = whole.left + part * whole.width
    x = min(max(end - wide, whole.left), whole.right - wide)
    sheet.write(value, x, whole.top + 4, va="bottom")
    rest = set_text(remainder(request), request.theme.type["chart_note"], whole.width, sheet.ruler, 1)
    wide_rest, high_rest = sheet.ruler.block(rest)
    if named and part < 1:
        frame = Box(whole.left, -1e6, sheet.width, 1e6)
        above = Box(whole.right - wide_rest, whole.top + 4, whole.right, whole.top + 4 + high_rest)
        if sheet.try_write(rest, (above,), frame, pad=3) is None and wide_rest <= whole.right - end - 10:
            sheet.write(rest, whole.right - 4, (whole.bottom + whole.top) / 2, "right", "middle")
