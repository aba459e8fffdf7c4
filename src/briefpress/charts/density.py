"""Many events: a small square for each, stacked over its stretch of time; the landmarks in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import floor

from briefpress.charts.colours import phase_colour
from briefpress.charts.ink import Sheet
from briefpress.charts.landmarks import Spot, write_landmarks
from briefpress.charts.placing import Box
from briefpress.charts.request import Request
from briefpress.charts.strip import Strip
from briefpress.language.edtf import midpoint
from briefpress.model.dataset import Event
from briefpress.model.marks import mark_of

#: Stretches of time that one stack may stand for, in years; a stack is at least so wide.
STRETCHES = (1 / 12, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
LEAST, MOST, TALLEST = 4.2, 7.0, 130.0
AIR = 0.9


def draw_density(request: Request, sheet: Sheet, strip: Strip, events: Sequence[Event], base: float) -> None:
    """Stack the squares; solid where the date is sure, outlined where it is about or uncertain."""
    part = strip.parts[0]
    year = (part.end - part.start) / (part.high - part.low)
    stretch = next((size for size in STRETCHES if size * year >= LEAST), STRETCHES[-1])
    bins: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        bins[floor(midpoint(event.date) / stretch + 1e-9)].append(event)
    pitch = min(stretch * year, MOST, TALLEST / max(len(stacked) for stacked in bins.values()))
    side = max(pitch - AIR, 0.6)
    foot = base + 3.0
    tops: dict[int, float] = {}
    solid: dict[str, list[Box]] = defaultdict(list)
    hollow: dict[str, list[Box]] = defaultdict(list)
    brief = request.summary.dataset.brief
    for number, stacked in sorted(bins.items()):
        x = min(max(strip.x((number + 0.5) * stretch), side / 2), sheet.width - side / 2)
        for level, event in enumerate(stacked):
            y = foot + level * pitch
            sure = mark_of(event.date) not in ("about-day", "uncertain")
            kind = solid if sure else hollow
            kind[phase_colour(request.theme, brief, event.phase)].append(Box(x - side / 2, y, x + side / 2, y + side))
        tops[number] = foot + len(stacked) * pitch
        sheet.take(Box(x - side / 2, foot, x + side / 2, tops[number]))
    for colour, boxes in solid.items():
        sheet.rects(boxes, fill=colour)
    line = sheet.sizes["outline"]
    for colour, boxes in hollow.items():
        sheet.rects([_inner(box, line) for box in boxes], edge=colour, line=line)
    spots = []
    for number, stacked in sorted(bins.items()):
        x = strip.x((number + 0.5) * stretch)
        mark = Box(x - side / 2, foot, x + side / 2, tops[number])
        spots += [Spot(event, x, mark, phase_colour(request.theme, brief, event.phase)) for event in stacked]
    write_landmarks(request, sheet, spots)


def _inner(box: Box, line: float) -> Box:
    half = min(line / 2, box.width / 2)
    return Box(box.left + half, box.bottom + half, box.right - half, box.top - half)
