"""The ground of lines and steps: an axis of values on the left, true time along the foot, gaps and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from briefpress.charts import wording
from briefpress.charts.gaps import draw_gap
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box, Point, around, first_free
from briefpress.charts.plot import HEIGHTS, Stack, axis_width, value_axis
from briefpress.charts.request import Request, chosen_events, extent
from briefpress.charts.scales import Scale
from briefpress.charts.setting import Block
from briefpress.charts.under import draw_events, draw_ticks, time_ticks
from briefpress.language.edtf import midpoint
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact

LEAST_HEIGHT = 52.0
MOST_HEDGED = 6
LEAST_GAP, GAP_LIFT = 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Ground:
    """`time` turns decimal years into x and `value` numbers into y, both in points."""

    time: Scale
    value: Scale
    frame: Box
    starts_at_zero: bool

    def x(self, date: Edtf) -> float:
        return self.time(midpoint(date))

    def reach(self, date: Edtf) -> tuple[float, float]:
        start, end = extent(date)
        return self.time(start), self.time(end)


def lay_ground(
    request: Request,
    sheet: Sheet,
    quantities: Sequence[Quantity],
    dates: Sequence[Edtf],
    room: tuple[float, float] = (0.0, 0.0),
    zero: bool = False,
) -> Ground:
    """Draw axes and events for these values and dates, leaving `room[0]` at the right and being `room[1]` high."""
    stack = Stack.of(quantities, zero)
    count = 4 if request.spec.width == "full" else 3
    marks = stack.ticks(count)
    left = axis_width(request, sheet, marks, stack.unit) + 4
    low, high = _span([*dates, *(event.date for event in chosen_events(request))])
    time = Scale(low, high, left, sheet.width - max(room[0], 1.0))
    draw_ticks(request, sheet, time, 0.0, time_ticks(request, sheet, time))
    draw_events(request, sheet, lambda date: time(midpoint(date)), sheet.bottom - 5)
    headroom = request.theme.type["chart_value"].size * 2.1
    total = request.spec.height or HEIGHTS.get(request.spec.width, 160.0)
    height = max(LEAST_HEIGHT, room[1] - headroom, total + sheet.bottom - headroom)
    value = Scale(float(marks[0]), float(marks[-1]), 0.0, height)
    value_axis(request, sheet, value, marks, (left, sheet.width), stack.unit)
    frame = Box(0.0, 1.0, sheet.width, height + headroom)
    sheet.top = max(sheet.top, frame.top - 2)
    return Ground(time, value, frame, marks[0] <= 0 <= marks[-1])


def _span(dates: Iterable[Edtf]) -> tuple[float, float]:
    """The years from the first date to the last: whole years over a long time, else with a little air."""
    ends = [extent(date) for date in dates]
    low, high = min(start for start, _ in ends), max(end for _, end in ends)
    if high - low > 12:
        return floor(low), ceil(high - 1e-9)
    air = max((high - low) * 0.03, 0.02)
    return low - air, high + air * 0.3


def gap_stretches(request: Request) -> list[tuple[float, float]]:
    """The chart's gaps as decimal years."""
    return [(extent(gap.start)[0], extent(gap.end)[1]) for gap in request.spec.gaps]


def in_gap(stretches: Sequence[tuple[float, float]], start: Edtf, end: Edtf) -> tuple[float, float] | None:
    """The gap that lies between two dates, if any."""
    first, last = midpoint(start), midpoint(end)
    return next((gap for gap in stretches if first <= (gap[0] + gap[1]) / 2 <= last), None)


def draw_ground_gaps(request: Request, sheet: Sheet, ground: Ground) -> bool:
    """Bracket the chart's gaps in the foot of the plot, below the lines where that is free."""
    for gap in request.spec.gaps:
        left, right = _reach(ground, gap.start, gap.end)
        if right - left >= LEAST_GAP:
            draw_gap(request, sheet, (left, right), GAP_LIFT, request.resolve(gap.words))
    return bool(request.spec.gaps)


def _reach(ground: Ground, start: Edtf, end: Edtf) -> tuple[float, float]:
    return max(ground.reach(start)[0], ground.time.start), min(ground.reach(end)[1], ground.time.end)


def keep_off(sheet: Sheet, path: Sequence[Point]) -> None:
    """No label may cross the polyline."""
    sheet.bar_lines(*pairwise(path))


def date_bar(sheet: Sheet, ground: Ground, date: Edtf, y: float, colour: str) -> Box:
    """A point whose day is not known: a bar as wide as the month or year, with a white edge."""
    left, right = ground.reach(date)
    least = 2 * sheet.sizes["dot"]
    if right - left < least:
        left, right = (left + right - least) / 2, (left + right + least) / 2
    half, ring = sheet.sizes["month_bar"] / 2, sheet.sizes["dot_ring"]
    sheet.rect(Box(left - ring, y - half - ring, right + ring, y + half + ring), sheet.theme.colours.paper)
    box = Box(left, y - half, right, y + half)
    sheet.rect(box, colour)
    return box


def name_point(
    request: Request, sheet: Sheet, ground: Ground, mark: Box, said: wording.Said, above: bool = True
) -> Box | None:
    """Beside a point its value and words: on one line, else on two, else the value alone, else nothing."""
    value, words, colour = said
    narrow = min(sheet.width, max(70.0, sheet.width * 0.3))
    blocks: list[Block] = [(wording.value_line(request, said),)]
    if words:
        blocks.append(wording.value_block(request, said, narrow, sheet.ruler))
        blocks.append((wording.value_line(request, (value, (), colour)),))
    for block in blocks:
        size = sheet.ruler.block(block)
        plot = Box(ground.time.start - 5, ground.frame.bottom, ground.frame.right, ground.frame.top)
        free = first_free(around(mark, size, 2.5, above_first=above), plot, sheet.taken, sheet.strokes, 1.2)
        if free is not None:
            middle = (mark.left + mark.right) / 2
            ha = "right" if free.right <= middle + 1 else "left"
            x = free.right if ha == "right" else free.left
            return sheet.write(block, x, free.top, ha, ground=True)
    return None


def telling(facts: Sequence[Fact], most: int) -> list[int]:
    """Which points to label: all where they are few, else the last, the first, the ends and the hedged ones."""
    count = len(facts)
    if count <= most:
        return [count - 1, *range(count - 1)] if count else []
    sizes = [float(fact.quantity.value) for fact in facts]
    order = [count - 1, 0, sizes.index(max(sizes)), sizes.index(min(sizes))]
    order += [index for index, fact in enumerate(facts) if fact.quantity.bound != "exact"][:MOST_HEDGED]
    return list(dict.fromkeys(order))
