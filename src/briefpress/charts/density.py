"""Many events: a small square for each, stacked over its stretch of time; the landmarks in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import floor

from briefpress.charts import wording
from briefpress.charts.colours import phase_colour
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box
from briefpress.charts.request import Request
from briefpress.charts.setting import restyle, set_text
from briefpress.charts.stacking import LANDMARK_GAP, mark_key
from briefpress.charts.strip import Strip
from briefpress.language.edtf import midpoint
from briefpress.model.dataset import Event
from briefpress.model.text import plain

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
            sure = mark_key(event.date) not in ("about-day", "uncertain")
            kind = solid if sure else hollow
            kind[phase_colour(request.theme, brief, event.phase)].append(Box(x - side / 2, y, x + side / 2, y + side))
        tops[number] = foot + len(stacked) * pitch
        sheet.take(Box(x - side / 2, foot, x + side / 2, tops[number]))
    for colour, boxes in solid.items():
        sheet.rects(boxes, fill=colour)
    line = sheet.sizes["outline"]
    for colour, boxes in hollow.items():
        sheet.rects([_inner(box, line) for box in boxes], edge=colour, line=line)
    _landmarks(request, sheet, events, {event.id: (strip.x((n + 0.5) * stretch), tops[n]) for n, s in bins.items() for event in s})


def _inner(box: Box, line: float) -> Box:
    half = min(line / 2, box.width / 2)
    return Box(box.left + half, box.bottom + half, box.right - half, box.top - half)


def _landmarks(
    request: Request, sheet: Sheet, events: Sequence[Event], places: dict[str, tuple[float, float]]
) -> None:
    brief = request.summary.dataset.brief
    ceiling = max(top for _, top in places.values())
    for event in events:
        words = wording.own_label(request, event.id) or (wording.event_name(request, event) if event.landmark else ())
        if not plain(words):
            continue
        x, top = places[event.id]
        colour = phase_colour(request.theme, brief, event.phase)
        style = restyle(request.theme.type["chart_landmark"], colour=colour)
        block = set_text(words, style, max(90.0, sheet.width * 0.22), sheet.ruler, 2)
        wide, high = sheet.ruler.block(block)
        boxes = [
            Box(left, y, left + wide, y + high)
            for y in (top + LANDMARK_GAP, *(ceiling + lift for lift in range(4, 90, 4)))
            for share in (0.5, 0.06, 0.94)
            for left in (min(max(x - wide * share, 0.0), sheet.width - wide),)
        ]
        strokes = [stroke for stroke in sheet.strokes if abs(stroke[0][0] - x) > 0.01]
        kept, sheet.strokes = sheet.strokes, strokes
        box = sheet.try_write(block, boxes, Box(0, 0, sheet.width, 1e6), pad=1.5)
        sheet.strokes = kept
        if box is not None and box.bottom > top + 6:
            at = min(max(x, box.left + 1), box.right - 1)
            sheet.line((at, top + 1), (at, box.bottom - 1), colour, sheet.sizes["timeline_stem"])
            sheet.bar_lines(((at, top + 1), (at, box.bottom)))
