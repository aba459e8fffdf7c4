"""A horizontal axis of values under rows: gridlines, and round numbers below them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.request import Request
from briefpress.charts.scales import Scale, ticks
from briefpress.charts.setting import Block, Span
from briefpress.model.text import Text


def percent_like(unit: str) -> bool:
    return unit in ("share", "percent")


def value_ticks(
    request: Request, sheet: Sheet, ends: tuple[Decimal, Decimal], width: float, unit: str
) -> tuple[Decimal, ...]:
    """As many round values, five at most, as leave room between their labels."""
    for count in (5, 4, 3, 2, 1):
        found = ticks(*ends, count)
        wide = max(_width(request, sheet, wording.axis(request, tick, unit)) for tick in found)
        if (wide + 8) * len(found) <= width or count == 1:
            return found
    return ()


def _width(request: Request, sheet: Sheet, label: Text) -> float:
    return sheet.ruler.text(label, request.theme.type["chart_axis"])


def draw_grid(
    request: Request,
    sheet: Sheet,
    scale: Scale,
    marks: Sequence[Decimal],
    rows: Sequence[tuple[float, float]],
    unit: str,
) -> None:
    """Vertical gridlines from the top to the bottom of each of `rows`; below the last their values, as labels fit."""
    sizes, colours = request.theme.chart, request.theme.colours
    bottom = min(foot for _, foot in rows)
    strokes = [((scale(tick), top), (scale(tick), foot)) for tick in marks for top, foot in rows]
    sheet.lines(strokes, colours.grid, sizes["grid"])
    style = request.theme.type["chart_axis"]
    edge = -1.0
    for tick in marks:
        block: Block = ((Span(wording.axis(request, tick, unit), style),),)
        wide = sheet.ruler.block(block)[0]
        left = min(max(scale(tick) - wide / 2, 0.0), sheet.width - wide)
        if left > edge:
            sheet.write(block, left, bottom - 3)
            edge = left + wide + 3
