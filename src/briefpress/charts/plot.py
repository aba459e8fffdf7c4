"""What columns, lines and steps share: where a value stands, the reach of an axis of values, and its gridlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import Bar
from briefpress.charts.placing import Box
from briefpress.charts.request import Cell, Request
from briefpress.charts.scales import Scale, needs_zero, ticks
from briefpress.charts.setting import Block, Span
from briefpress.model.quantity import Quantity

HEIGHTS = {"full": 190.0, "main": 160.0, "side": 140.0}


@dataclass(frozen=True, slots=True)
class Standing:
    """One column drawn. `item` tells a figure appended to the series; `part` is the split shown inside, up to `cut`."""

    cell: Cell
    box: Box
    colour: str
    bar: Bar
    item: bool = False
    part: Cell | None = None
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class Stack:
    """The reach of values on an axis, and their unit."""

    low: Decimal
    high: Decimal
    unit: str

    @staticmethod
    def of(quantities: Sequence[Quantity], zero: bool = True) -> Stack:
        """All of the quantities, with zero where bars stand on it or a line's values are not far from it."""
        values = [value for q in quantities for value in (q.value, q.high) if value is not None]
        if zero or needs_zero(values):
            values.append(Decimal(0))
        low, high = min(values), max(values)
        if low == high:
            low, high = min(low, Decimal(0)), max(high, Decimal(0)) or Decimal(1)
        return Stack(low, high, quantities[0].unit)

    def ticks(self, count: int) -> tuple[Decimal, ...]:
        return ticks(self.low, self.high, count)

    @property
    def holds_zero(self) -> bool:
        return self.low <= 0 <= self.high


def value_axis(
    request: Request,
    sheet: Sheet,
    scale: Scale,
    marks: Sequence[Decimal],
    ends: tuple[float, float],
    unit: str,
) -> None:
    """Horizontal gridlines between `ends`, and their values flush right before them."""
    sizes, colours = request.theme.chart, request.theme.colours
    left, right = ends
    rows = [(tick, scale(tick)) for tick in marks]
    sheet.lines((((left, y), (right, y)) for tick, y in rows if tick != 0), colours.grid, sizes["grid"])
    if marks[0] < 0 < marks[-1]:
        sheet.line((left, scale(0)), (right, scale(0)), colours.ink, sizes["axis"])
    style = request.theme.type["chart_axis"]
    edge = None
    for tick, y in rows:
        block: Block = ((Span(wording.axis(request, tick, unit), style),),)
        box = sheet.box(block, left - 6, y, "right", "middle")
        if edge is None or box.bottom > edge + 1:
            sheet.write(block, left - 6, y, "right", "middle")
            edge = box.top


def axis_width(request: Request, sheet: Sheet, marks: Sequence[Decimal], unit: str) -> float:
    """The room that the labels of an axis of values take, with the gap after them."""
    style = request.theme.type["chart_axis"]
    return max(sheet.ruler.text(wording.axis(request, tick, unit), style) for tick in marks) + 6
