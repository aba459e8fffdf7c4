"""The strip: events in proportion to time over the bands of the phases; from 31 events on, how dense they lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpress.charts import captions, wording
from briefpress.charts.density import draw_density
from briefpress.charts.ink import Sheet
from briefpress.charts.landmarks import Spot, write_landmarks
from briefpress.charts.marks import bracket
from briefpress.charts.placing import Box
from briefpress.charts.request import Request, chosen_events, colour_of, extent, fact, fail, refs
from briefpress.charts.setting import restyle, set_text
from briefpress.charts.stacking import Placed, draw_stack, moments, plan_stack
from briefpress.charts.strip import Strip, draw_phases, draw_strip, lanes_of, lay_strip, scale_bars
from briefpress.language.edtf import midpoint
from briefpress.model.chart import Chart
from briefpress.model.dataset import Event
from briefpress.model.dates import Edtf
from briefpress.model.marks import mark_of, numbered
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Text, claimed, text

MANY = 31  #: from this many events on, single marks give way to their density
TALL = 6  #: rows of marks past which parts of a broken axis get scales of their own


@dataclass(frozen=True, slots=True)
class Duration:
    fact: Fact
    start: float
    end: float


def draw(request: Request) -> Chart:
    events = ordered(chosen_events(request) or request.summary.dataset.events)
    if not events:
        fail(request, "is a timeline, but the dataset has no events", "Add rows to timeline.csv")
    sheet = Sheet(request.theme, request.width)
    strip, placed = _lay(request, sheet, events)
    draw_strip(request, sheet, strip)
    base = draw_phases(request, sheet, strip)
    caption = captions.Caption(rows=_rows(request, events), marks={mark_of(event.date) for event in events})
    if placed is None:
        draw_density(request, sheet, strip, events, base)
        caption.subtitle_end = wording.phrase(request, "drawing-density")
        caption.marks = set()
    else:
        drawn = draw_stack(request, sheet, placed, base)
        spots = [Spot(p.moment.event, p.moment.x, p.mark, p.moment.colour, p.number) for p in drawn]
        write_landmarks(request, sheet, sorted(spots, key=lambda spot: spot.x))
    durations = [_duration(request, ref) for ref in refs(request, "durations")]
    _draw_durations(request, sheet, strip, durations)
    scale_bars(request, sheet, strip)
    caption.title = _title(request, events)
    caption.measure = _measure(request, events)
    caption.sentences = _sentences(request, events, durations)
    caption.sources = tuple(event.source for event in events)
    return captions.chart(request, sheet, caption, sheet.finish())


def _lay(request: Request, sheet: Sheet, events: Sequence[Event]) -> tuple[Strip, list[Placed] | None]:
    """A strip on one scale, if the marks find room on it; else a scale for each part; else no single marks."""
    fair = lay_strip(request, sheet, events)
    base = lanes_of(request) * (request.theme.chart["timeline_band"] + 1.0)
    if len(events) >= MANY:
        return fair, None
    plan = plan_stack(request, sheet, moments(request, fair, events), base)
    if len(fair.parts) > 1 and _rows_of(plan) > TALL:
        own = lay_strip(request, sheet, events, fair=False)
        other = plan_stack(request, sheet, moments(request, own, events), base)
        if _rows_of(other) <= _rows_of(plan):
            return own, other
    return fair, plan


def _rows_of(placed: list[Placed] | None) -> int:
    return len({item.y for item in placed}) if placed is not None else 1000


def ordered(events: Sequence[Event]) -> tuple[Event, ...]:
    """By the first day that the date can mean, then by the last."""
    return tuple(event for _, event in numbered(events))


def _period(request: Request, events: Sequence[Event]) -> Text:
    first, last = events[0], max(events, key=lambda event: event.date.last_point.last)
    start = wording.axis_year(request, extent(first.date)[0].__floor__())
    year = last.date.last_point.last.year
    if year == first.date.start.first.year:
        return wording.event_date(request, first, "year")
    end = wording.axis_year(request, year)
    return text(start, "–", end)


def _count(request: Request, events: Sequence[Event]) -> Text:
    return wording.count(request, len(events))


def _title(request: Request, events: Sequence[Event]) -> Text:
    return wording.phrase(
        request, "chart-title-timeline", count=_count(request, events), period=_period(request, events)
    )


def _measure(request: Request, events: Sequence[Event]) -> Text:
    key = "drawing-strip" if len(events) < MANY else "drawing-strip-many"
    return wording.phrase(request, key)


def _duration(request: Request, ref: str) -> Duration:
    """A fact that spans the time between two dated things, which its formula names."""
    found = fact(request, ref)
    dates = [date for name in found.inputs if (date := _date_of(request, name)) is not None]
    dates += [term.date for term in found.formula if term.date is not None and len(dates) < 2]
    if len(dates) < 2:
        fail(request, f'cannot draw the duration "{ref}"', "Name a statistic such as days(first-event, last-event)")
    start, end = sorted(midpoint(date) for date in dates[:2])
    return Duration(found, start, end)


def _date_of(request: Request, ref: str) -> Edtf | None:
    if ref in request.events:
        return request.events[ref].date
    known = request.summary.facts.get(ref)
    return known.as_of if known else None


def _draw_durations(request: Request, sheet: Sheet, strip: Strip, durations: Sequence[Duration]) -> None:
    """Brackets under the axis, each with its length in words; dashed where that is about."""
    if not durations:
        return
    style = request.theme.type["chart_label"]
    sizes = sheet.sizes
    rows: list[tuple[float, list[tuple[float, float]]]] = []
    top = sheet.bottom - 11
    for item in sorted(durations, key=lambda duration: duration.start):
        left, right = strip.x(item.start), strip.x(item.end)
        colour = colour_of(request, item.fact) if item.fact.phase else request.theme.colours.muted
        own = wording.own_label(request, item.fact.ref)
        said = own or wording.value(request, item.fact)
        block = set_text(
            said, restyle(style, colour=colour, weight="semibold"), max(60.0, sheet.width / 4), sheet.ruler
        )
        wide, _ = sheet.ruler.block(block)
        middle = min(max((left + right) / 2, wide / 2), sheet.width - wide / 2)
        reach = (min(left, middle - wide / 2 - 3), max(right, middle + wide / 2 + 3))
        row = next((row for row in rows if all(reach[1] <= a + 1 or b <= reach[0] + 1 for a, b in row[1])), None)
        if row is None:
            row = (top - len(rows) * (2.6 * style.leading), [])
            rows.append(row)
        row[1].append(reach)
        dash = (sizes["estimate_on"], sizes["estimate_off"]) if item.fact.quantity.bound.is_approximate else None
        bracket(sheet, left, max(right, left + 1), row[0], colour, dash)
        sheet.write(block, middle, row[0] - sizes["bracket_end"] / 2 - 2.5, "center")
        sheet.take(Box(left, row[0] - 3, right, row[0] + 3))


def _sentences(request: Request, events: Sequence[Event], durations: Sequence[Duration]) -> list[Text]:
    """For the alternative text: how many events, from when to when, the longest gap, the durations."""
    first, last = events[0], events[-1]
    said = [
        wording.phrase(
            request,
            "drawing-alt-events",
            count=_count(request, events),
            first=wording.event_date(request, first, "short"),
            last=wording.event_date(request, last, "short"),
        )
    ]
    summary = request.summary.timeline
    gap = summary.facts.get("longest-gap") if summary else None
    if gap is not None:
        said.append(wording.phrase(request, "drawing-alt-gap", gap=wording.value(request, gap)))
    marked = [wording.event_name(request, event) for event in events if event.landmark][:5]
    if marked:
        said.append(wording.phrase(request, "drawing-alt-landmarks", names=wording.listed(request, marked)))
    return said


def _rows(request: Request, events: Sequence[Event]) -> tuple[tuple[Text, ...], ...]:
    head = [claimed(request.lexicon.word(key), Origin.CATALOG, key) for key in ("date", "event", "source")]
    rows = [tuple(head)]
    for event in events:
        words = claimed(event.event, Origin.CELL, f"timeline.csv:{event.id}:event")
        rows.append((wording.event_date(request, event), words, claimed(event.source, Origin.SOURCE, event.source)))
    return tuple(rows)
