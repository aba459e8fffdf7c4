"""Marks of events above a strip: stacked where moments are near, each with its number, the landmarks in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpress.charts import wording
from briefpress.charts.colours import phase_colour
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import date_mark
from briefpress.charts.placing import Box, first_free
from briefpress.charts.request import Request
from briefpress.charts.setting import Block, Span, restyle, set_text
from briefpress.charts.strip import Strip
from briefpress.language.edtf import midpoint
from briefpress.model.dataset import Event
from briefpress.model.dates import Edtf, Precision
from briefpress.model.text import Origin, Run, Text, claimed, plain

NUMBER_GAP, LANDMARK_GAP = 1.6, 3.0
MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on the strip, before it has a row."""

    number: int
    event: Event
    key: str
    colour: str
    x: float
    half: float  #: of its mark, in points


def mark_key(date: Edtf) -> str:
    """How sure a date is, as the list of events shows it too."""
    if date.uncertain:
        return "uncertain"
    if date.approximate:
        return "about-day"
    if date.open_end or date.open_start:
        return "open"
    return "day" if date.end is None and date.start.precision is Precision.DAY else "month"


def moments(request: Request, strip: Strip, events: Sequence[Event]) -> list[Moment]:
    """The events in order of time, counted from 1 as the list counts them."""
    brief = request.summary.dataset.brief
    found = []
    for number, event in enumerate(events, 1):
        key = mark_key(event.date)
        left, right = strip.reach(event.date)
        x, half = strip.x(midpoint(event.date)), request.theme.chart["timeline_dot"]
        if key in ("month", "open"):
            half = max((right - left) / 2, 2.2)
            x = (left + right) / 2
        reach = half + (6 if key == "open" else 1)
        x = min(max(x, reach if key != "month" else half), strip.parts[-1].end + 7 - reach)
        found.append(Moment(number, event, key, phase_colour(request.theme, brief, event.phase), x, half))
    return found


def stack(request: Request, sheet: Sheet, found: Sequence[Moment], base: float) -> dict[int, Box]:
    """Give each moment the lowest row in which its mark and number are free; gives the boxes of the marks by number."""
    sizes = request.theme.chart
    pitch = max(sizes["timeline_stack"], request.theme.type["chart_label"].size + 2.5)
    style = restyle(request.theme.type["chart_label"], weight="semibold")
    numbers: list[Box] = []
    marks: dict[int, Box] = {}
    stems: list[tuple[tuple[float, float], tuple[float, float]]] = []
    placed = []
    for moment in found:
        label: Block = ((Span(_number(moment), style),),)
        wide, high = sheet.ruler.block(label)
        for row in range(MOST_ROWS):
            y = base + 9.0 + row * pitch
            fit = _fit(sheet, moment, (y, wide, high), (numbers, list(marks.values()), stems), base)
            if fit is not None:
                mark, number = fit
                numbers.append(number)
                marks[moment.number] = mark
                if moment.key not in ("month", "open"):
                    stems.append(((moment.x, base), (moment.x, y)))
                placed.append((moment, y, label, number))
                break
    ink = [((moment, y)) for moment, y, _, _ in placed if moment.key not in ("month", "open")]
    for moment, y in ink:
        sheet.line((moment.x, base), (moment.x, y), moment.colour, sizes["timeline_stem"])
    for moment, y, label, number in placed:
        date_mark(sheet, moment.key, (moment.x, y), moment.half, moment.colour)
        sheet.write(label, number.left, number.top)
        _hedge(request, sheet, moment, y, number)
    sheet.take(*marks.values())
    sheet.bar_lines(*stems)
    return marks


Taken = tuple[list[Box], list[Box], list[tuple[tuple[float, float], tuple[float, float]]]]


def _fit(
    sheet: Sheet, moment: Moment, sizes: tuple[float, float, float], taken: Taken, base: float
) -> tuple[Box, Box] | None:
    """The mark and its number in this row, the number to the right or to the left; None where something is in the way."""
    y, wide, high = sizes
    numbers, marks, stems = taken
    tail = 6.0 if moment.key == "open" else 0.6
    mark = Box(moment.x - moment.half - 0.6, y - 3.4, moment.x + moment.half + tail, y + 3.4)
    if any(mark.meets(other, 0.8) for other in (*numbers, *marks)):
        return None
    hedged = 9.0 if moment.key in ("about-day", "uncertain") else 0.0
    if moment.key not in ("month", "open") and any(box.crossed((moment.x, base), (moment.x, y), 0.4) for box in numbers):
        return None
    for left in (mark.right + NUMBER_GAP, mark.left - NUMBER_GAP - wide):
        number = Box(left, y - high / 2, left + wide, y + high / 2)
        wanted = [number]
        if hedged:
            other = mark.left - hedged if left > moment.x else mark.right
            wanted.append(Box(other, y - high / 2, other + hedged, y + high / 2))
        if all(_open(sheet, box, numbers, marks, stems) for box in wanted):
            return mark, (number if not hedged else number)
    return None


def _open(
    sheet: Sheet, box: Box, numbers: list[Box], marks: list[Box], stems: list[tuple[tuple[float, float], tuple[float, float]]]
) -> bool:
    if box.left < 0 or box.right > sheet.width:
        return False
    if any(box.meets(other, 0.8) for other in (*numbers, *marks)):
        return False
    return not any(box.crossed(start, end, 0.4) for start, end in stems)


def _number(moment: Moment) -> Text:
    return claimed(str(moment.number), Origin.STRUCTURE, f"event:{moment.event.id}")


def _hedge(request: Request, sheet: Sheet, moment: Moment, y: float, number: Box) -> None:
    """ "c." or "?" in italics on the other side of a ring, where the language's word for it is short."""
    if moment.key not in ("about-day", "uncertain"):
        return
    said = "?" if moment.key == "uncertain" else request.lexicon.word("date-approximate").replace("{date}", "").strip()
    block: Block = ((Span((Run(said, italic=True),), request.theme.type["chart_label"]),),)
    wide, _ = sheet.ruler.block(block)
    if wide > 9.0:
        return
    right = number.left > moment.x
    x = moment.x - moment.half - 1.4 if right else moment.x + moment.half + 1.4
    sheet.write(block, x, y, "right" if right else "left", "middle")


def write_landmarks(request: Request, sheet: Sheet, found: Sequence[Moment], marks: dict[int, Box]) -> None:
    """The few words of landmark events near their marks: beside them, else above with a stem that leads up."""
    style = request.theme.type["chart_landmark"]
    for moment in found:
        named = wording.own_label(request, moment.event.id) or claimed(
            moment.event.landmark, Origin.CELL, f"timeline.csv:{moment.event.id}:landmark"
        )
        if not plain(named) or moment.number not in marks:
            continue
        width = max(110.0, sheet.width * 0.3)
        block = set_text(named, restyle(style, colour=moment.colour), width, sheet.ruler, 2)
        mark = marks[moment.number]
        frame = Box(0, mark.bottom, sheet.width, 1e6)
        free = first_free(_near(sheet, mark, sheet.ruler.block(block)), frame, sheet.taken, _other_stems(sheet, moment), 1.2)
        if free is None:
            continue
        if free.bottom > mark.top + 6:
            start = (moment.x, mark.top - 0.6)
            sheet.line(start, (moment.x, free.bottom - 1), moment.colour, sheet.sizes["timeline_stem"])
            sheet.bar_lines((start, (moment.x, free.bottom - 1)))
        middle = (free.left + free.right) / 2
        ha = "center" if abs(middle - moment.x) < 1 else "left" if free.left >= moment.x - 8 else "right"
        sheet.write(block, {"center": middle, "left": free.left, "right": free.right}[ha], free.top, ha)


def _other_stems(sheet: Sheet, moment: Moment) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [stroke for stroke in sheet.strokes if abs(stroke[0][0] - moment.x) > 0.01]


def _near(sheet: Sheet, mark: Box, size: tuple[float, float]) -> Iterator[Box]:
    wide, high = size
    middle = (mark.left + mark.right) / 2
    centre = (mark.bottom + mark.top) / 2
    for gap in (12.0, 17.0):
        for left in (mark.right + gap - 2, mark.left - gap + 2 - wide):
            yield Box(left, centre - high / 2, left + wide, centre + high / 2)
    for lift in (LANDMARK_GAP, *range(8, 240, 4)):
        for share in (0.5, 0.06, 0.94, 0.25, 0.75):
            left = min(max(middle - wide * share, 0.0), sheet.width - wide)
            if left - 4 <= middle <= left + wide + 4:
                yield Box(left, mark.top + lift, left + wide, mark.top + lift + high)
