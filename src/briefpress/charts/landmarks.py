"""The few words of landmark events, near their marks or above them with a stem that leads up."""

from __future__ import annotations

from collections.abc import Iterator

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box, Point, first_free
from briefpress.charts.request import Request
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.dataset import Event
from briefpress.model.text import plain

GAP, HIGHEST = 3.0, 260
APART, BESIDE = 8.0, 3.5


def write_landmark(
    request: Request, sheet: Sheet, event: Event, place: tuple[float, Box], colour: str, number: Box | None = None
) -> None:
    """Set the words of one landmark; `place` is the x of its moment and the box of its mark, `number` that of
    the number beside it (None: the words stand above in any case)."""
    words = wording.own_label(request, event.id) or (wording.event_name(request, event) if event.landmark else ())
    if not plain(words):
        return
    x, mark = place
    style = restyle(request.theme.type["chart_landmark"], colour=colour)
    block = set_text(words, style, max(100.0, sheet.width * 0.26), sheet.ruler, 2)
    frame = Box(0, mark.bottom - 4, sheet.width, 1e6)
    strokes = [stroke for stroke in sheet.strokes if abs(stroke[0][0] - x) > 0.01]
    size = sheet.ruler.block(block)
    # Beside a mark the words must not seem to belong to the next one.
    wide = (Box(box.left - APART, box.bottom, box.right + APART, box.top) for box in _beside(mark, number, size))
    others = [box for box in sheet.taken if box not in (mark, number)]
    found = first_free(wide, Box(-APART, frame.bottom, sheet.width + APART, 1e6), others, strokes, 0.4)
    free = Box(found.left + APART, found.bottom, found.right - APART, found.top) if found else None
    if free is None:
        clear = (
            box for box in _above(sheet, x, mark, size) if _stem_is_clear(sheet, _stem(x, mark, box), (mark, number))
        )
        free = first_free(clear, frame, sheet.taken, strokes, 1.4)
    if free is None:
        return
    stem = _stem(x, mark, free)
    if stem is not None:
        sheet.line(*stem, colour, sheet.sizes["timeline_stem"])
        sheet.bar_lines(stem)
    _write(sheet, block, free, x)


def _stem(x: float, mark: Box, words: Box) -> tuple[Point, Point] | None:
    """What joins a mark to words well above it."""
    if words.bottom <= mark.top + 6:
        return None
    at = min(max(x, words.left + 1), words.right - 1)
    return (at, mark.top + 0.4), (at, words.bottom - 1)


def _stem_is_clear(sheet: Sheet, stem: tuple[Point, Point] | None, own: tuple[Box | None, ...]) -> bool:
    return stem is None or not any(box.crossed(*stem, 0.6) for box in sheet.taken if box not in own)


def _write(sheet: Sheet, block: Block, free: Box, x: float) -> None:
    middle = (free.left + free.right) / 2
    if abs(middle - x) < 1:
        sheet.write(block, middle, free.top, "center")
    elif free.left >= x - 8:
        sheet.write(block, free.left, free.top)
    else:
        sheet.write(block, free.right, free.top, "right")


def _beside(mark: Box, number: Box | None, size: tuple[float, float]) -> Iterator[Box]:
    if number is None:
        return
    wide, high = size
    centre = (mark.bottom + mark.top) / 2
    for left in (max(mark.right, number.right) + BESIDE, min(mark.left, number.left) - BESIDE - wide):
        yield Box(left, centre - high / 2, left + wide, centre + high / 2)


def _above(sheet: Sheet, x: float, mark: Box, size: tuple[float, float]) -> Iterator[Box]:
    wide, high = size
    for lift in (GAP, *range(8, HIGHEST, 3)):
        for share in (0.5, 0.06, 0.94, 0.25, 0.75):
            left = min(max(x - wide * share, 0.0), sheet.width - wide)
            if left - 4 <= x <= left + wide + 4:
                yield Box(left, mark.top + lift, left + wide, mark.top + lift + high)
