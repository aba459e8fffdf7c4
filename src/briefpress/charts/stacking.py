"""Marks of events above a strip: stacked where moments are near, each with its number beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpress.charts.colours import phase_colour
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import date_mark
from briefpress.charts.placing import Box, Point
from briefpress.charts.request import Request
from briefpress.charts.setting import Block, Span, restyle
from briefpress.charts.strip import Strip
from briefpress.language.edtf import midpoint
from briefpress.model.dataset import Event
from briefpress.model.marks import mark_of
from briefpress.model.text import Origin, Run, claimed

NUMBER_GAP, AIR, HEDGE = 1.4, 0.8, 8.5
MOST_ROWS = 16
LONG = 8.0  #: half the length from which a bar is one
STEMLESS = ("month", "open")


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on the strip, before it has a row."""

    number: int
    event: Event
    key: str
    colour: str
    x: float
    half: float  #: of its mark, in points


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment in its row: the centre of its mark, the mark's box, its number and where that stands."""

    moment: Moment
    y: float
    mark: Box
    label: Block
    number: Box


def moments(request: Request, strip: Strip, events: Sequence[Event]) -> list[Moment]:
    """The events, counted from 1 as the list counts them, from left to right."""
    brief = request.summary.dataset.brief
    found = []
    for number, event in enumerate(events, 1):
        key = mark_of(event.date)
        left, right = strip.reach(event.date)
        x, half = strip.x(midpoint(event.date)), request.theme.chart["timeline_dot"]
        if key in STEMLESS:
            half = max((right - left) / 2, 2.2)
            x = (left + right) / 2
        x = min(max(x, half), max(strip.parts[-1].end + 6 - half - (6 if key == "open" else 0), half))
        found.append(Moment(number, event, key, phase_colour(request.theme, brief, event.phase), x, half))
    return sorted(found, key=lambda moment: (moment.x, moment.number))


def plan_stack(request: Request, sheet: Sheet, found: Sequence[Moment], base: float) -> list[Placed] | None:
    """Give each moment the lowest row in which its mark and number are free; None where that would grow too high.

    A number stands to the right of its mark unless the stem of a later event rises there; then to the left, where,
    since rows are filled from the bottom, nothing later can come.
    """
    pitch = max(request.theme.chart["timeline_stack"], request.theme.type["chart_label"].size + 2.5)
    style = restyle(request.theme.type["chart_label"], weight="semibold")
    placed: list[Placed] = []
    # Long bars lie at the bottom, where stems may pass over them.
    order = sorted(found, key=lambda moment: moment.half <= LONG or moment.key not in STEMLESS)
    for index, moment in enumerate(order):
        label: Block = ((Span(claimed(str(moment.number), Origin.STRUCTURE, f"event:{moment.event.id}"), style),),)
        wide, high = sheet.ruler.block(label)
        later = [other.x for other in order[index + 1 :] if other.key not in STEMLESS]
        for row in range(MOST_ROWS):
            fit = _fit(sheet, moment, (base + 9.0 + row * pitch, wide, high), placed, (base, later))
            if fit is not None:
                placed.append(Placed(moment, base + 9.0 + row * pitch, fit[0], label, fit[1]))
                break
        else:
            return None
    return placed


def _stem(item: Placed, base: float) -> tuple[Point, Point] | None:
    return None if item.moment.key in STEMLESS else ((item.moment.x, base), (item.moment.x, item.y))


def _fit(
    sheet: Sheet,
    moment: Moment,
    sizes: tuple[float, float, float],
    placed: Sequence[Placed],
    room: tuple[float, list[float]],
) -> tuple[Box, Box] | None:
    """The boxes of the mark and of its number in this row; None where something is in the way."""
    y, wide, high = sizes
    base, later = room
    tail = 6.0 if moment.key == "open" else 0.5
    mark = Box(moment.x - moment.half - 0.5, y - 3.4, moment.x + moment.half + tail, y + 3.4)
    boxes = [box for item in placed for box in (item.mark, item.number)]
    if any(mark.meets(box, AIR) for box in boxes):
        return None
    if moment.key not in STEMLESS and any(i.number.crossed((moment.x, base), (moment.x, y), 0.4) for i in placed):
        return None
    stems = [stem for item in placed if (stem := _stem(item, base)) is not None]
    for left in (mark.right + NUMBER_GAP, mark.left - NUMBER_GAP - wide):
        number = Box(left, y - high / 2, left + wide, y + high / 2)
        blocked = number.left < 0 or number.right > sheet.width or any(number.meets(box, AIR) for box in boxes)
        blocked = blocked or any(number.crossed(start, end, 0.4) for start, end in stems)
        if not blocked and not any(number.left - 1 <= x <= number.right + 1 for x in later):
            return mark, number
    return None


def draw_stack(request: Request, sheet: Sheet, placed: Sequence[Placed], base: float) -> list[Placed]:
    """Stems, marks and numbers; gives the same with the boxes that the numbers took."""
    sizes = request.theme.chart
    for item in placed:
        stem = _stem(item, base)
        if stem is not None:
            sheet.line(*stem, item.moment.colour, sizes["timeline_stem"])
            sheet.bar_lines(stem)
    drawn = []
    for item in placed:
        date_mark(sheet, item.moment.key, (item.moment.x, item.y), item.moment.half, item.moment.colour)
        drawn.append(replace(item, number=sheet.write(item.label, item.number.left, item.number.top)))
    sheet.take(*(item.mark for item in placed))
    for item in placed:
        _hedge(request, sheet, item)
    return drawn


def _hedge(request: Request, sheet: Sheet, item: Placed) -> None:
    """ "c." or "?" in italics on the other side of a ring, where there is room and the language's word is short."""
    if item.moment.key not in ("about-day", "uncertain"):
        return
    uncertain = item.moment.key == "uncertain"
    said = "?" if uncertain else request.lexicon.word("date-approximate").replace("{date}", "").strip()
    block: Block = ((Span((Run(said, italic=True),), request.theme.type["chart_label"]),),)
    wide, high = sheet.ruler.block(block)
    if wide > HEDGE:
        return
    left = item.mark.left - 0.8 - wide if item.number.left > item.moment.x else item.mark.right + 0.8
    box = Box(left, item.y - high / 2, left + wide, item.y + high / 2)
    others = [stroke for stroke in sheet.strokes if stroke[0][0] != item.moment.x]
    kept, sheet.strokes = sheet.strokes, others
    sheet.try_write(block, (box,), Box(0, 0, sheet.width, 1e6), pad=0.2)
    sheet.strokes = kept
