"""The timeline section: the strip, what it comes to, and the list of events that the strip's numbers refer to."""

from __future__ import annotations

from dataclasses import replace

from briefpress.language.telling import tell
from briefpress.model.dataset import Event, Group
from briefpress.model.marks import mark_of, numbered
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, claimed, text
from briefpress.pages.blocks import Block, Drawing, Paragraph, Row, Stack
from briefpress.pages.columns import Columns
from briefpress.pages.desk import Desk
from briefpress.pages.figure import figure_block
from briefpress.pages.flow import Section
from briefpress.pages.gallery import charts_in_texts
from briefpress.pages.headings import heading, opening
from briefpress.pages.legend import sample
from briefpress.pages.ruled import ruled
from briefpress.pages.spread import Spread

FEW = 5  #: with fewer events than this their sum says nothing that the list does not show
MANY = 31  #: from this many events on, the list runs in two columns
WHOLE = 8  #: a group of up to so many events never parts over two pages
ROW_GAP = 3.5

# Where the parts of a row stand, as shares of the text block: group, mark, number, date, words.
LIST = (0.0, 0.255, 0.295, 0.330, 0.522)


def timeline(desk: Desk, document: Element) -> list[Section]:
    """One section, or none where the dataset has no events."""
    events = desk.dataset.events
    if not events:
        return []
    parent = document.add("Sect")
    blocks = opening(desk, parent, "timeline", "timeline")
    in_text = charts_in_texts(desk.dataset.texts)
    strips = [c for c in desk.charts.values() if c.spec.kind == "timeline" and c.spec.id not in in_text | desk.shown]
    blocks += [figure_block(desk, strip, parent) for strip in strips]
    blocks += _came_to(desk, parent)
    blocks += _list(desk, parent, numbered(events))
    return [Section("timeline", desk.lexicon.word("timeline"), blocks)]


def _came_to(desk: Desk, parent: Element) -> list[Block]:
    """One line of what the timeline comes to: events, span, gaps, busiest year."""
    summary = desk.summary.timeline
    if summary is None or len(desk.dataset.events) < FEW:
        return []
    parts: list[str | Run | Text] = []
    for key in ("count", "span", "longest-gap", "median-gap", "busiest-year"):
        fact = summary.facts.get(key)
        if fact is not None:
            value = tell(fact, desk.lexicon, cite=False)
            if key == "busiest-year" and fact.as_of:
                value = text(desk.date(fact.as_of, "timeline#busiest-year"), " (", value, ")")
            parts += ["; " if parts else "", desk.lexicon.phrase(f"timeline-{key}", value=value)]
    parts.append(".")
    return [Paragraph(text(*parts), desk.style("figure_subtitle"), desk, parent.add("P"), before=3.5, after=10.5)]


def _list(desk: Desk, parent: Element, events: list[tuple[int, Event]]) -> list[Block]:
    narrow = len(events) >= MANY
    made: list[Block] = []
    for group, rows in _grouped(desk, events):
        if narrow:
            made += _narrow_group(desk, parent, group, rows)
        else:
            made.append(_wide_group(desk, parent, group, rows))
    return [Columns(made, 2, desk.geometry.gutter)] if narrow else made


def _grouped(desk: Desk, events: list[tuple[int, Event]]) -> list[tuple[Group | None, list[tuple[int, Event]]]]:
    """Runs of neighbouring events of one group; without groups, by phase; without either, one run."""
    groups = {group.id: group for group in desk.dataset.brief.groups}
    phases = {phase.id: Group(phase.id, phase.name, "", phase.note) for phase in desk.dataset.brief.phases}
    made: list[tuple[Group | None, list[tuple[int, Event]]]] = []
    by_group = any(event.group in groups for _, event in events)
    for number, event in events:
        group = groups.get(event.group) if by_group else phases.get(event.phase)
        if not made or made[-1][0] != group:
            made.append((group, []))
        made[-1][1].append((number, event))
    return made


def _head(desk: Desk, parent: Element, group: Group, phase: str, first: int) -> list[Block]:
    """Name, dates and note of a group."""
    colour = desk.phase_ink(phase)
    cell = f"brief.toml:groups.{group.id}"
    name = heading(desk, parent, 2, claimed(group.name, Origin.CELL, cell), f"events-{group.id}-{first}")
    name.style = replace(desk.style("group_head"), colour=colour)
    name.before = 0.0
    made: list[Block] = [name]
    if group.dates:
        when = desk.written_date(group.dates, f"{cell}.dates")
        made.append(Paragraph(when, desk.style("group_dates"), desk, parent.add("P"), keep=True))
    if group.note:
        note = claimed(group.note, Origin.CELL, f"{cell}.note")
        made.append(Paragraph(note, desk.style("group_note"), desk, parent.add("P"), before=2.0))
    return made


def _wide_group(desk: Desk, parent: Element, group: Group | None, rows: list[tuple[int, Event]]) -> Stack:
    """Group head on the left, rows of mark, number, date and words on the right."""
    width = desk.geometry.width
    phase = rows[0][1].phase
    side = [(0, Stack(_head(desk, parent, group, phase, rows[0][0]), whole=True))] if group else []
    holder = parent.add("L", attributes={"ListNumbering": "Decimal"})
    offset = LIST[1] * width if group else 0.0
    main = [_wide_row(desk, holder, number, event, offset) for number, event in rows]
    listed = Spread(main, side, width - offset, 0.0, offset - 12.0, main_offset=offset)
    rule = ruled(desk, "group", desk.phase_colour(phase), gap="table_parting")
    return Stack([rule, listed], before=10.5, after=10.5, whole=len(rows) <= WHOLE)


def _wide_row(desk: Desk, holder: Element, number: int, event: Event, offset: float) -> Row:
    width = desk.geometry.width
    marks, numbers, dates, words = (x * width - LIST[1] * width for x in LIST[1:])
    item = holder.add("LI")
    label = Paragraph(_number(number, event), desk.style("event_number"), desk, item.add("Lbl"))
    body = item.add("LBody")
    date = Paragraph(_date(desk, event), desk.style("event_date"), desk, body.add("P"))
    content = Paragraph(_words(event), desk.style("event"), desk, body.add("P"))
    return Row(
        [
            (marks, numbers - marks, _mark(desk, event)),
            (numbers, dates - numbers - 2.0, label),
            (dates, words - dates - 4.0, date),
            (words, width - offset - words, content),
        ]
    )


def _narrow_group(desk: Desk, parent: Element, group: Group | None, rows: list[tuple[int, Event]]) -> list[Block]:
    """A head, then entries of a date over words, for one of two columns."""
    made: list[Block] = []
    phase = rows[0][1].phase
    if group:
        colour = desk.phase_colour(phase)
        rule = ruled(desk, "group", colour)
        made.append(Stack([rule, *_head(desk, parent, group, phase, rows[0][0])], before=10.5, keep=True, whole=True))
    holder = parent.add("L", attributes={"ListNumbering": "Decimal"})
    for number, event in rows:
        made.append(_narrow_row(desk, holder, number, event))
    return made


def _narrow_row(desk: Desk, holder: Element, number: int, event: Event) -> Row:
    width = desk.geometry.span(6)
    item = holder.add("LI")
    label = Paragraph(_number(number, event), desk.style("event_number"), desk, item.add("Lbl"))
    body = item.add("LBody")
    date = Paragraph(_date(desk, event), desk.style("event_date"), desk, body.add("P"))
    words = Paragraph(_words(event), desk.style("legend"), desk, body.add("P"))
    left = 46.0
    row = Row([(0.0, 22.0, _mark(desk, event)), (24.0, 20.0, label), (left, width - left, Stack([date, words]))])
    row.before = row.after = ROW_GAP
    return row


def _number(number: int, event: Event) -> Text:
    return (Run(str(number), Claim(Origin.STRUCTURE, f"event:{event.id}")),)


def _date(desk: Desk, event: Event) -> Text:
    return desk.date(event.date, f"timeline.csv:{event.id}:date")


def _words(event: Event) -> Text:
    return (Run(event.event, Claim(Origin.CELL, f"timeline.csv:{event.id}:event"), cites=(event.source,)),)


def _mark(desk: Desk, event: Event) -> Drawing:
    high = desk.style("event").leading
    colour = desk.phase_colour(event.phase)
    return sample(desk, mark_of(event.date), 20.0, high, colour)
