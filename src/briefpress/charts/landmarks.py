"""The few words of landmark events, near their marks or above them with a stem that leads up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box, Point, first_free
from briefpress.charts.request import Request
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.dataset import Event
from briefpress.model.text import Text, plain

GAP, HIGHEST, STEP = 3.0, 200, 5
APART, BESIDE = 8.0, 3.5
SKY = 1e4  #: above everything

Stroke = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Spot:
    """An event's moment at `x`, the box of its mark, and that of its number, if it has one."""

    event: Event
    x: float
    mark: Box
    colour: str
    number: Box | None = None


def write_landmarks(request: Request, sheet: Sheet, spots: Sequence[Spot]) -> None:
    """Set the words of those events that have any, from left to right; a place over a later one's mark is left free for
    its stem where that can be."""
    named = [(spot, words) for spot in spots if plain(words := _words(request, spot.event))]
    marks = frozenset(spot.mark for spot in spots)
    for index, (spot, words) in enumerate(named):
        pending = [((later.x, later.mark.top), (later.x, SKY)) for later, _ in named[index + 1 :]]
        style = restyle(request.theme.type["chart_landmark"], colour=spot.colour)
        block = set_text(words, style, max(100.0, sheet.width * 0.26), sheet.ruler, 2)
        free = _place(sheet, spot, sheet.ruler.block(block), marks, pending)
        if free is None:
            continue
        stem = _stem(spot, free)
        if stem is not None:
            sheet.line(*stem, spot.colour, sheet.sizes["timeline_stem"])
            sheet.bar_lines(stem)
        _write(sheet, block, free, spot.x)


def _words(request: Request, event: Event) -> Text:
    own = wording.own_label(request, event.id)
    return own or (wording.event_name(request, event) if event.landmark else ())


def _place(
    sheet: Sheet, spot: Spot, size: tuple[float, float], marks: frozenset[Box], pending: Sequence[Stroke]
) -> Box | None:
    """Beside the mark, where the words do not seem to belong to the next one, or else above it."""
    strokes = [stroke for stroke in sheet.strokes if abs(stroke[0][0] - spot.x) > 0.01]
    others = [box for box in sheet.taken if box not in (spot.mark, spot.number)]
    wide = (Box(box.left - APART, box.bottom, box.right + APART, box.top) for box in _beside(spot, size))
    found = first_free(wide, Box(-APART, 0, sheet.width + APART, SKY), others, strokes, 0.4)
    if found is not None:
        return Box(found.left + APART, found.bottom, found.right - APART, found.top)
    frame = Box(0, spot.mark.bottom - 4, sheet.width, SKY)
    # A stem may pass over marks, never over words or numbers.
    words = [box for box in sheet.taken if box not in marks]
    for kept in (pending, ()):
        free = first_free(_above(sheet, spot, size), frame, sheet.taken, [*strokes, *kept], 3.0, _clear_of(words, spot))
        if free is not None:
            return free
    return None


def _stem(spot: Spot, words: Box) -> Stroke | None:
    """What joins a mark to words well above it."""
    if words.bottom <= spot.mark.top + 6:
        return None
    at = min(max(spot.x, words.left + 1), words.right - 1)
    return (at, spot.mark.top + 0.4), (at, words.bottom - 1)


def _clear_of(words: Sequence[Box], spot: Spot) -> Callable[[Box], bool]:
    def clear(place: Box) -> bool:
        stem = _stem(spot, place)
        return stem is None or not any(box.crossed(*stem, 0.6) for box in words)

    return clear


def _write(sheet: Sheet, block: Block, free: Box, x: float) -> None:
    middle = (free.left + free.right) / 2
    if abs(middle - x) < 1:
        sheet.write(block, middle, free.top, "center")
    elif free.left >= x - 8:
        sheet.write(block, free.left, free.top)
    else:
        sheet.write(block, free.right, free.top, "right")


def _beside(spot: Spot, size: tuple[float, float]) -> Iterator[Box]:
    if spot.number is None:
        return
    wide, high = size
    mark, number = spot.mark, spot.number
    centre = (mark.bottom + mark.top) / 2
    for left in (max(mark.right, number.right) + BESIDE, min(mark.left, number.left) - BESIDE - wide):
        yield Box(left, centre - high / 2, left + wide, centre + high / 2)


def _above(sheet: Sheet, spot: Spot, size: tuple[float, float]) -> Iterator[Box]:
    wide, high = size
    for lift in (GAP, *range(8, HIGHEST, STEP)):
        for share in (0.5, 0.06, 0.94, 0.25, 0.75):
            left = min(max(spot.x - wide * share, 0.0), sheet.width - wide)
            if left - 4 <= spot.x <= left + wide + 4:
                yield Box(left, spot.mark.top + lift, left + wide, spot.mark.top + lift + high)
