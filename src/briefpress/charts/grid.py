"""A share as a grid of a hundred squares, filled from the bottom; what is not filled is the named remainder."""

from __future__ import annotations

from math import floor

from briefpress.charts import captions, wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, arrowhead, hatching
from briefpress.charts.placing import Box, spread
from briefpress.charts.request import Request, colour_of, fail, items
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.charts.share import fraction, remainder
from briefpress.model.chart import Chart
from briefpress.model.quantity import Bound
from briefpress.model.summary import Fact
from briefpress.model.text import Text, styled

SIDE, SMALLEST = 10, 5.0


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    facts = items(request)
    if len(facts) != 1:
        fail(request, "is a grid, which shows one share", 'Name one item, or use kind = "share"')
    shown = facts[0]
    part = fraction(request, shown)
    pitch = request.theme.chart["cell_pitch"]
    size = request.theme.chart["cell"]
    colour = colour_of(request, shown)
    cells = [_cell(index, pitch, size) for index in range(SIDE * SIDE)]
    _fill(request, sheet, shown, part * SIDE * SIDE, cells)
    edge = pitch * (SIDE - 1) + size
    _words(request, sheet, shown, part, edge, colour)
    caption = captions.Caption(facts=facts, marks={OF_BOUND[shown.quantity.bound]})
    caption.subtitle_end = wording.phrase(request, "chart-square-is", n=_one_in_hundred(request))
    return captions.chart(request, sheet, caption, sheet.finish())


def _one_in_hundred(request: Request) -> Text:
    from decimal import Decimal

    return wording.axis(request, Decimal(1), "percent")


def _cell(index: int, pitch: float, size: float) -> Box:
    line, place = divmod(index, SIDE)
    return Box(place * pitch, line * pitch, place * pitch + size, line * pitch + size)


def _fill(request: Request, sheet: Sheet, shown: Fact, count: float, cells: list[Box]) -> None:
    """Whole squares solid; a part of one cut; about: the last one dashed; at least: the next ones hatched."""
    sizes, colours, bound = request.theme.chart, request.theme.colours, shown.quantity.bound
    colour = colour_of(request, shown)
    half = sizes["outline"] / 2
    inner = [Box(c.left + half, c.bottom + half, c.right - half, c.top - half) for c in cells]
    full = floor(count + 1e-9)
    solid = list(cells[:full])
    rest = list(inner[full:])
    share = count - full
    if share > 1e-6 and full < len(cells):
        cell = cells[full]
        solid.append(Box(cell.left, cell.bottom, cell.left + share * cell.width, cell.top))
    last = solid[-1:] if bound.is_approximate else []
    sheet.rects(rest, fill=colours.paper, edge=colours.rule, line=sizes["outline"])
    if bound.is_ceiling:
        sheet.rects(inner[: full + (share > 0)], fill=colours.paper, edge=colour, line=sizes["outline"] * 1.6)
    else:
        sheet.rects(solid[: len(solid) - len(last)], fill=colour)
    sheet.rects(last, fill=colours.paper, edge=colour, line=sizes["estimate_line"], dash=(1.5, 1.0))
    if bound.is_floor and full < len(cells):
        for cell in cells[full + (share > 1e-6) : full + 2 + (share > 1e-6)]:
            sheet.lines(list(hatching(cell, sizes["hatch_pitch"] * 0.7)), colour, sizes["hatch"])
        after = cells[min(full + 1, len(cells) - 1)]
        bar = Bar(0, 1, after.bottom, after.top, bound=Bound.AT_LEAST)
        if after.right + 6 < cells[-1].right:
            arrowhead(sheet, bar, after.right + 6.5, 1.0, colour, 3.4)
    if shown.quantity.high is not None:
        high = count * float(shown.quantity.high / shown.quantity.value) if shown.quantity.value else 0
        sheet.rects(inner[full : floor(high + 1e-9)], fill=colours.paper, edge=colour, line=sizes["outline"] * 1.6)
    sheet.take(Box(cells[0].left, cells[0].bottom, cells[-1].right, cells[-1].top))


def _words(request: Request, sheet: Sheet, shown: Fact, part: float, edge: float, colour: str) -> None:
    """The share beside what is filled and the remainder beside what is not."""
    room = sheet.width - edge - 8
    beside = room >= 38
    left = edge + 8 if beside else 0.0
    width = room if beside else sheet.width
    styles = request.theme.type
    value = wording.value(request, shown)
    big = styles["chart_big"]
    if sheet.ruler.text(value, big) > width:
        big = styles["chart_value"]
    note, label = styles["chart_note"], styles["chart_label"]
    name = wording.name(request, shown)
    block: Block = set_text(value, restyle(big, colour=colour), width, sheet.ruler)
    block += set_text(name, label, width, sheet.ruler, 6)
    rest = _rest(request, shown)
    other: Block = ()
    if part < 1:
        other = set_text(rest, restyle(big, weight="regular", colour=note.colour), width, sheet.ruler) if rest else ()
        other += set_text(styled(remainder(request), muted=True), note, width, sheet.ruler, 4)
    heights = [sheet.ruler.block(piece)[1] for piece in (block, other)]
    centres = [part * edge / 2, (1 + part) / 2 * edge]
    placed = spread(centres, heights, min(0.0, edge - sum(heights) - 8), edge, 8) if beside else None
    if placed is None:
        box = sheet.write(block, left, -6.0 if not beside else 0.0)
        sheet.write(other, left, box.bottom - 6)
        return
    sheet.write(block, left, placed[0] + heights[0] / 2)
    sheet.write(other, left, placed[1] + heights[1] / 2)


def _rest(request: Request, shown: Fact) -> Text:
    """What is left of a hundred per cent, where the share is given exactly; worked out, and claimed by the share."""
    if shown.quantity.bound is not Bound.EXACT:
        return ()
    return wording.rest_of_whole(request, shown)
