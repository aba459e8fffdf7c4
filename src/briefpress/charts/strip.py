"""The ground of a timeline: time in proportion, parted where nothing happened for long, with bands for the phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor
from statistics import median

from briefpress.charts import wording
from briefpress.charts.colours import phase_colour
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box
from briefpress.charts.request import Request, extent
from briefpress.charts.scales import Scale
from briefpress.charts.setting import Block, Span, restyle, set_text
from briefpress.charts.under import draw_ticks, time_ticks
from briefpress.language.edtf import midpoint, parse_edtf
from briefpress.model.dataset import Event, Phase
from briefpress.model.dates import Edtf
from briefpress.model.text import Origin, Text, claimed
from briefpress.theme import readable

#: A gap this many times the median one breaks the axis (pages.md); no more than so many breaks.
LONG, MOST_BREAKS = 20, 2
BREAK_WIDTH, SLASH = 46.0, 5.0
ARROW = 7.0
SHARED = 1.01  #: years that two phases may share because their border is known by the year


@dataclass(frozen=True, slots=True)
class Strip:
    """Parts of the axis in order."""

    parts: tuple[Scale, ...]

    @property
    def fair(self) -> bool:
        """All parts have one scale."""
        pitches = [(part.end - part.start) / (part.high - part.low) for part in self.parts]
        return max(pitches) < min(pitches) * 1.01

    def x(self, moment: float) -> float:
        """The place of a moment; one that was left out stands in the middle of its break."""
        for part in self.parts:
            if part.low - 1e-9 <= moment <= part.high + 1e-9:
                return part(moment)
        for one, other in pairwise(self.parts):
            if one.high < moment < other.low:
                return (one.end + other.start) / 2
        return self.parts[0].start if moment < self.parts[0].low else self.parts[-1].end

    def reach(self, date: Edtf) -> tuple[float, float]:
        start, end = extent(date)
        return self.x(start), self.x(end)


def lay_strip(request: Request, sheet: Sheet, events: Sequence[Event], fair: bool = True) -> Strip:
    """Cut the axis at long gaps. All parts have one scale, or (not `fair`) room for their number of events as well."""
    spans = _parts(request, events)
    room = sheet.width - 1 - ARROW - (len(spans) - 1) * BREAK_WIDTH
    total = sum(high - low for low, high in spans)
    counts = [sum(low <= midpoint(event.date) <= high for event in events) / len(events) for low, high in spans]
    x, parts = 0.5, []
    for (low, high), count in zip(spans, counts, strict=True):
        share = (high - low) / total
        wide = (share if fair else 0.4 * share + 0.6 * count) * room
        parts.append(Scale(low, high, x, x + wide))
        x += wide + BREAK_WIDTH
    return Strip(tuple(parts))


def _parts(request: Request, events: Sequence[Event]) -> list[tuple[float, float]]:
    """Stretches of time between breaks, in decimal years, with a little air at their ends."""
    spans = sorted(extent(event.date) for event in events)
    merged: list[tuple[float, float]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    middles = sorted(midpoint(event.date) for event in events)
    gaps = [b - a for a, b in pairwise(middles) if b > a]
    usual = median(gaps) if gaps else 0.0
    holes = [(_around(middles, a[1], b[0]), a[1], b[0]) for a, b in pairwise(merged)]
    long = [hole for hole in holes if hole[0] > LONG * usual and not _within_phase(request, hole[1], hole[2])]
    long = sorted(sorted(long, reverse=True)[:MOST_BREAKS], key=lambda hole: hole[1])
    low, high = merged[0][0], _end(request, merged[-1][1])
    cuts = [low, *(edge for hole in long for edge in hole[1:]), high]
    air = sum(b - a for a, b in zip(cuts[::2], cuts[1::2], strict=True)) * 0.012 or 0.05
    return [(a - air, b + air) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _around(middles: Sequence[float], start: float, end: float) -> float:
    """From the middle of the last date before a hole to that of the first after it."""
    return min(m for m in middles if m >= end) - max(m for m in middles if m <= start)


def _end(request: Request, last: float) -> float:
    """The axis reaches to the end of the last phase, if that is known and not far off."""
    ends = [
        extent(phase.end)[1] for phase in request.summary.dataset.brief.phases if phase.end and not phase.end.open_end
    ]
    return max([last, *(end for end in ends if end < last + 1)])


def _within_phase(request: Request, start: float, end: float) -> bool:
    """A phase that goes on through a gap is one thing: its band is not broken."""
    for phase in request.summary.dataset.brief.phases:
        low, high = phase_reach(request, phase)
        if low <= start + 0.02 and end <= high + 0.02:
            return True
    return False


def phase_reach(request: Request, phase: Phase) -> tuple[float, float]:
    """First and last moment of a phase; one that has not ended reaches to the date of the brief."""
    low = extent(phase.start)[0] if phase.start and not phase.start.open_start else float("-inf")
    if phase.end is not None and not phase.end.open_end:
        return low, extent(phase.end)[1]
    brief = request.summary.dataset.brief
    return low, extent(brief.date)[1] if brief.date else float("inf")


def draw_strip(request: Request, sheet: Sheet, strip: Strip) -> None:
    """The axis with its ticks, the slashes of each break, and the time left out printed between them."""
    colours, sizes = request.theme.colours, request.theme.chart
    for part in strip.parts:
        draw_ticks(request, sheet, part, 0.0, time_ticks(request, sheet, part))
    for one, other in pairwise(strip.parts):
        for x in (one.end, other.start):
            sheet.line((x - SLASH / 2, -SLASH), (x + SLASH / 2, SLASH), colours.ink, sizes["baseline"])
        label = set_text(
            left_out(request, one.high, other.low), request.theme.type["chart_note"], BREAK_WIDTH + 10, sheet.ruler
        )
        middle = (one.end + other.start) / 2
        box = sheet.box(label, middle, -6.0, "center")
        lower = request.theme.type["chart_note"].leading + 2
        for drop in (0.0, lower, 2 * lower):
            moved = Box(box.left, box.bottom - drop, box.right, box.top - drop)
            if sheet.try_write(label, (moved,), Box(0, -1e6, sheet.width, 0), "center", 1.5):
                break


def left_out(request: Request, start: float, end: float) -> Text:
    """The time between two parts: whole years where there are any, else from month to month."""
    first, last = ceil(start - 0.05), floor(end + 0.05) - 1
    if last < first:
        first, last = floor(start), floor(end)
    written = f"{_year(first)}/{_year(last)}" if last > first else _year(first)
    return claimed(request.lexicon.date(parse_edtf(written), "axis"), Origin.AXIS, f"{request.spec.id}:{written}")


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def draw_phases(request: Request, sheet: Sheet, strip: Strip) -> float:
    """A band for each phase with its name in white; gives the top of the bands. A phase that has not ended has an
    arrow, one whose end is about known a dashed end. Phases that run side by side have bands above one another."""
    high = request.theme.chart["timeline_band"]
    brief = request.summary.dataset.brief
    nameless: list[tuple[Phase, str]] = []
    spans = _lanes(request)
    lanes = 0
    for phase, low, end, lane in spans:
        colour = phase_colour(request.theme, brief, phase.id)
        foot = lane * (high + 1.0)
        boxes = _bands(strip, (low, end), (foot + 0.4, foot + high))
        if boxes:
            lanes = max(lanes, lane + 1)
            sheet.rects(boxes, fill=colour)
            _ending(request, sheet, phase, boxes[-1], colour)
            widest = max(boxes, key=lambda box: box.width)
            if not _band_name(request, sheet, phase, widest, colour):
                nameless.append((phase, colour))
    top = lanes * (high + 1.0) - 1.0 if lanes else 0.0
    sheet.take(*([Box(0, 0, sheet.width, top + 2)] if lanes else []))
    _key(request, sheet, nameless)
    return top


def lanes_of(request: Request) -> int:
    """How many bands stand above one another at most."""
    return max((lane + 1 for *_, lane in _lanes(request)), default=0)


def _lanes(request: Request) -> list[tuple[Phase, float, float, int]]:
    """Each phase with its first and last moment and the row of its band. Where one phase ends in the year or month in
    which the next begins, the next one's start is the border."""
    spans = [(phase, *phase_reach(request, phase)) for phase in request.summary.dataset.brief.phases]
    placed: list[tuple[Phase, float, float, int]] = []
    ends: list[float] = []
    for phase, low, high in sorted(spans, key=lambda span: (span[1], span[2])):
        lane = next((n for n, end in enumerate(ends) if end <= low + SHARED and high > end), len(ends))
        if lane == len(ends):
            ends.append(high)
        else:
            placed = [(p, a, min(b, low) if row == lane else b, row) for p, a, b, row in placed]
            ends[lane] = high
        placed.append((phase, low, high, lane))
    return placed


def _bands(strip: Strip, span: tuple[float, float], rows: tuple[float, float]) -> list[Box]:
    low, end = span
    boxes = []
    for part in strip.parts:
        start, stop = max(low, part.low), min(end, part.high)
        if stop > start:
            boxes.append(Box(part(start), rows[0], part(stop), rows[1]))
    return boxes


def _ending(request: Request, sheet: Sheet, phase: Phase, band: Box, colour: str) -> None:
    sizes = sheet.sizes
    if phase.end is None or phase.end.open_end:
        tip = min(band.right + 1.5 + ARROW, sheet.width)
        middle = (band.bottom + band.top) / 2
        sheet.shape([(tip, middle), (tip - ARROW, band.top), (tip - ARROW, band.bottom)], colour)
    elif phase.end.approximate:
        paper = request.theme.colours.paper
        x = band.right
        sheet.rect(Box(x - 3.2, band.bottom, x + 0.5, band.top + 0.2), paper)
        sheet.line((x - 0.75, band.bottom), (x - 0.75, band.top), colour, 1.5, (sizes["about_on"], sizes["about_off"]))


def _band_name(request: Request, sheet: Sheet, phase: Phase, band: Box, colour: str) -> bool:
    colours = request.theme.colours
    ink = readable(colours.paper, colour, colours.ink)
    style = restyle(request.theme.type["chart_label"], weight="semibold", colour=ink)
    name = claimed(phase.name, Origin.CELL, f"brief.toml:{phase.id}:name")
    block: Block = ((Span(name, style),),)
    if sheet.ruler.block(block)[0] > band.width - 6:
        return False
    sheet.write(block, (band.left + band.right) / 2, (band.bottom + band.top) / 2, "center", "middle")
    return True


def _key(request: Request, sheet: Sheet, phases: Sequence[tuple[Phase, str]]) -> None:
    """The names of phases whose bands are too short to hold them, below the axis."""
    style = request.theme.type["chart_label"]
    x, y = 0.0, sheet.bottom - 6
    for phase, colour in phases:
        name = claimed(phase.name, Origin.CELL, f"brief.toml:{phase.id}:name")
        block = set_text(name, style, sheet.width - 12, sheet.ruler, 1)
        wide, high = sheet.ruler.block(block)
        if x and x + 11 + wide > sheet.width:
            x, y = 0.0, y - style.leading - 1
        sheet.rect(Box(x, y - high / 2 - 3.5, x + 7, y - high / 2 + 3.5), colour)
        sheet.write(block, x + 11, y)
        x += 25 + wide


def scale_bars(request: Request, sheet: Sheet, strip: Strip) -> None:
    """How long so much time is, where the axis is broken: once, or under each part that has its own scale."""
    if len(strip.parts) < 2:
        return
    style = request.theme.type["chart_note"]
    y = sheet.bottom - 5 - style.size / 2
    for part in strip.parts[:1] if strip.fair else strip.parts:
        year = (part.end - part.start) / (part.high - part.low)
        count = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if n * year >= 16), 1000)
        long = min(count * year, part.end - part.start)
        sheet.line((part.start, y), (part.start + long, y), request.theme.colours.rule, 2.0)
        number = claimed(request.lexicon.number(Decimal(count)), Origin.AXIS, f"{request.spec.id}:{count}")
        label = wording.phrase(request, "unit-year-one" if count == 1 else "unit-year-other", number=number)
        block: Block = ((Span(label, style),),)
        right = part.start + long + 5
        frame = Box(0, -1e6, sheet.width, 1e6)
        places = (sheet.box(block, right, y, va="middle"), sheet.box(block, part.start - 5, y, "right", "middle"))
        sheet.try_write(block, places, frame)
