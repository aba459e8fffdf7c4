"""Bars from zero, a row for each figure; how a number was put shows at the bar's end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefpress.charts import captions, tables, wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, draw_bar, outreach
from briefpress.charts.request import Request, items
from briefpress.charts.rows import Layout, Row, crowded, lay_rows, left_out, with_values
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.quantity import Quantity

#: From this many rows on, bars are half and then a third as thick.
MANY, VERY_MANY = 5, 13
LABEL_SHARE = 0.42
ROW_AIR, LABEL_GAP = 6.0, 6.0


@dataclass(frozen=True, slots=True)
class Span:
    """Where values stand along the rows: `zero` in points, and `k` points a unit."""

    zero: float
    k: float

    def at(self, value: float) -> float:
        return self.zero + value * self.k


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    layout = lay_rows(request, sheet, 0.3)
    labels = {row.fact.ref: _label(request, sheet, row) for row in layout.rows}
    if layout.above and (_both_signs(layout) or crowded(request, sheet, layout, LABEL_SHARE)):
        # Labels on both sides, or very long ones, would leave no room for bars.
        layout, labels = with_values(request, sheet, layout), dict.fromkeys(labels, ())
    draw_rows(request, sheet, layout, labels)
    return close(request, sheet, layout)


def _both_signs(layout: Layout) -> bool:
    return len({row.fact.quantity.value > 0 for row in layout.rows if row.fact.quantity.value}) > 1


def close(request: Request, sheet: Sheet, layout: Layout) -> Chart:
    """The caption of a chart of rows, and the cut of its sheet."""
    facts = tuple(row.fact for row in layout.rows)
    caption = captions.Caption(facts=facts, rows=tables.fact_rows(request, items(request)))
    caption.marks = {OF_BOUND[fact.quantity.bound] for fact in facts}
    note_left_out(request, caption)
    return captions.chart(request, sheet, caption, sheet.finish())


def note_left_out(request: Request, caption: captions.Caption) -> None:
    """Say how many rows did not fit."""
    count = left_out(request)
    if count:
        caption.notes.append(wording.phrase(request, "drawing-more", count=wording.count(request, count)))


def _label(request: Request, sheet: Sheet, row: Row) -> Block:
    style = restyle(request.theme.type["chart_value"], colour=row.colour)
    said = wording.value(request, row.fact)
    second = wording.second_currency(request, row.fact)
    width = sheet.width * (LABEL_SHARE if request.narrow else 0.24)
    block = set_text(said, style, width, sheet.ruler)
    return (*block, *set_text(second, request.theme.type["chart_note"], width, sheet.ruler)) if second else block


def thickness(request: Request, layout: Layout) -> float:
    full = request.theme.chart["bar_height"]
    count = len(layout.rows)
    return full if count < MANY else full * 0.62 if count < VERY_MANY else full * 0.45


def bar_of(quantity: Quantity, at: Callable[[float], float], middle: float, thick: float) -> Bar:
    value = float(quantity.value)
    high = at(float(quantity.high)) if quantity.high is not None else None
    return Bar(at(0.0), at(value), middle - thick / 2, middle + thick / 2, high=high, bound=quantity.bound)


def draw_rows(request: Request, sheet: Sheet, layout: Layout, labels: dict[str, Block]) -> None:
    """Bars and what they come to, from the top down, and the line at zero."""
    thick = thickness(request, layout)
    span = _span(request, sheet, layout, labels, thick)
    top, first = 0.0, 0.0
    for row in layout.rows:
        middle, top = _row_place(sheet, layout, row, labels[row.fact.ref], thick, top)
        first = first or middle
        box = draw_bar(sheet, bar_of(row.fact.quantity, span.at, middle, thick), row.colour)
        label = labels[row.fact.ref]
        if row.fact.quantity.value < 0:
            sheet.write(label, min(box.left, span.zero) - LABEL_GAP, middle, "right", "middle")
        else:
            sheet.write(label, max(box.right, span.zero) + LABEL_GAP, middle, "left", "middle")
    colours, sizes = request.theme.colours, request.theme.chart
    reach = (first + thick / 2 + 3, middle - thick / 2 - 3)
    strokes = [((span.zero, reach[0]), (span.zero, reach[1]))]
    if layout.above:
        strokes = [
            ((span.zero, y + thick / 2 + 2), (span.zero, y - thick / 2 - 2))
            for y in _middles(sheet, layout, labels, thick)
        ]
    sheet.lines(strokes, colours.ink, sizes["baseline"])


def _middles(sheet: Sheet, layout: Layout, labels: dict[str, Block], thick: float) -> list[float]:
    top, found = 0.0, []
    for row in layout.rows:
        head = sheet.ruler.block(row.head)[1]
        height = max(thick + 6, sheet.ruler.block(labels[row.fact.ref])[1])
        found.append(top - head - 3 - height / 2)
        top -= head + 3 + height + ROW_AIR
    return found


def _row_place(sheet: Sheet, layout: Layout, row: Row, label: Block, thick: float, top: float) -> tuple[float, float]:
    """Set the row's head; gives the middle of its bar and the top of the next row."""
    head = sheet.ruler.block(row.head)[1]
    height = max(thick + 6, sheet.ruler.block(label)[1])
    if layout.above:
        sheet.write(row.head, 0, top)
        middle = top - head - 3 - height / 2
        return middle, top - head - 3 - height - ROW_AIR
    height = max(height, head)
    air = ROW_AIR * (2 if thick > 14 else 0.6)
    sheet.write(row.head, 0, top - height / 2, va="middle")
    return top - height / 2, top - height - air


def _span(request: Request, sheet: Sheet, layout: Layout, labels: dict[str, Block], thick: float) -> Span:
    """The largest scale at which every bar stands in the sheet with its label beyond its end."""
    left, right = layout.left + 0.5, sheet.width - 0.5
    sides: dict[bool, list[tuple[float, float]]] = {False: [(0.0, 0.0)], True: [(0.0, 0.0)]}
    for row in layout.rows:
        quantity = row.fact.quantity
        far = max((quantity.value, quantity.high or quantity.value), key=abs)
        beyond = outreach(bar_of(quantity, float, 0.0, thick), request.theme.chart) + LABEL_GAP
        sides[far < 0].append((abs(float(far)), beyond + sheet.ruler.block(labels[row.fact.ref])[0]))
        if far < 0 and quantity.bound.is_floor:
            sides[False].append((0.0, 0.0))
    longest = max(size for side in sides.values() for size, _ in side) or 1.0

    def room(k: float) -> tuple[float, float]:
        return max(size * k + more for size, more in sides[True]), max(size * k + more for size, more in sides[False])

    low, high = 0.0, (right - left) / longest
    for _ in range(40):
        k = (low + high) / 2
        if sum(room(k)) <= right - left:
            low = k
        else:
            high = k
    return Span(left + room(low)[0], low)
