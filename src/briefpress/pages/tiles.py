"""Key figures: a rule in the colour of the phase, the hedge, the number, what it counts, its date and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpress.language.telling import told
from briefpress.model.story import Element
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Run, Text, claimed, text
from briefpress.pages.blocks import Block, Paragraph, Row, Rule, Space, Stack
from briefpress.pages.desk import Desk
from briefpress.pages.figure import source_number
from briefpress.pages.ruled import Grounded
from briefpress.pages.setting import Setter
from briefpress.theme import TypeStyle

MOST = 6
ACROSS = 3
ROW_GAP = 7.0
SMALLEST = 0.55  # of the tile number's size: under this a number is broken over lines instead


def tile_facts(desk: Desk) -> list[Fact]:
    """The figures of the tiles: those that brief.toml names, else the first figures of the dataset."""
    brief = desk.dataset.brief
    refs = brief.tiles or tuple(figure.id for figure in desk.dataset.figures[:MOST])
    return [desk.summary.facts[ref] for ref in refs if ref in desk.summary.facts]


def tiles(desk: Desk, parent: Element) -> list[Block]:
    """Rows of up to three tiles, by phase in the order of the brief; facts of no phase come last."""
    made: list[Block] = []
    for phase, facts in _by_phase(desk):
        holder = parent.add("L")
        label = _row_label(desk, holder, phase)
        for start in range(0, len(facts), ACROSS):
            row = _row(desk, holder, facts[start : start + ACROSS])
            first = [label] if label is not None and start == 0 else []
            made.append(Stack([*first, row], before=ROW_GAP, after=ROW_GAP, whole=True))
    return made


def _by_phase(desk: Desk) -> list[tuple[str, list[Fact]]]:
    facts = tile_facts(desk)
    known = [phase.id for phase in desk.dataset.brief.phases]
    present = [phase for phase in known if any(fact.phase == phase for fact in facts)]
    groups = [(phase, [fact for fact in facts if fact.phase == phase]) for phase in present]
    rest = [fact for fact in facts if fact.phase not in known]
    return groups + ([("", rest)] if rest else [])


def _row_label(desk: Desk, holder: Element, phase: str) -> Block | None:
    found = next((known for known in desk.dataset.brief.phases if known.id == phase), None)
    if found is None:
        return None
    style = replace(desk.style("tile_row"), colour=desk.phase_ink(phase))
    name = claimed(found.name, Origin.CELL, f"brief.toml:phases.{found.id}.name")
    return Paragraph(text(name, _years(desk, found.id)), style, desk, holder.add("Caption"), keep=True)


def _years(desk: Desk, phase: str) -> Text:
    """ ", 2003–2011" or ", since 2014" in the brief's language."""
    found = next(known for known in desk.dataset.brief.phases if known.id == phase)
    if found.start is None:
        return ()
    return text(", ", desk.period(found.start, found.end, f"brief.toml:phases.{phase}"))


def _row(desk: Desk, holder: Element, facts: Sequence[Fact]) -> Row:
    wide = desk.geometry.span(desk.geometry.columns // ACROSS)
    cells = [
        (index * (wide + desk.geometry.gutter), wide, _tile(desk, holder.add("LI").add("LBody"), fact, wide))
        for index, fact in enumerate(facts)
    ]
    return Row(cells)


def _tile(desk: Desk, parent: Element, fact: Fact, width: float) -> Stack:
    colour = desk.phase_colour(fact.phase)
    parts = told(fact, desk.lexicon)
    hedge = " … ".join(part for part in (parts.before, parts.after) if part)
    said = Run(hedge, fact.claim) if hedge else Run(desk.lexicon.word("as-stated"))
    number = (Run(parts.number, fact.claim),)
    room = width - 2 * desk.measure("tile_padding")
    style = _fitted(desk, number, replace(desk.style("tile_number"), colour=desk.phase_ink(fact.phase)), room)
    gap, padding = desk.measure("tile_gap"), desk.measure("tile_padding")
    words = Stack(
        [
            Paragraph((said,), desk.style("tile_hedge"), desk, parent.add("P")),
            Paragraph(number, style, desk, parent.add("P")),
            Paragraph(_label(desk, fact), desk.style("tile_label"), desk, parent.add("P")),
            Paragraph(_date(desk, fact), desk.style("tile_date"), desk, parent.add("P")),
        ]
    )
    tint = desk.theme.colours.tint if desk.theme.flags.get("tile_tint") else ""
    return Stack(
        [Rule(desk.measure("tile_rule"), colour), Grounded(Stack([Space(gap), words]), tint, padding)], whole=True
    )


def _fitted(desk: Desk, number: Text, style: TypeStyle, width: float) -> TypeStyle:
    """The style, smaller where the number would not fit its tile on one line."""
    lines = Setter(desk, style).lines(number, 100000.0)
    share = max(min(1.0, (width - 2.0) / lines[0].width), SMALLEST) if lines else 1.0
    return replace(style, size=style.size * share)


def _label(desk: Desk, fact: Fact) -> Text:
    figure = next((known for known in desk.dataset.figures if known.id == fact.ref), None)
    short = figure.short if figure and figure.short else fact.label
    return claimed(short, Origin.CELL, f"figures.csv:{fact.ref}:short")


def _date(desk: Desk, fact: Fact) -> Text:
    """ "2003–2011, source 1"."""
    when = desk.date(fact.as_of, f"date:{fact.ref}") if fact.as_of else ()
    if not fact.sources:
        return when
    numbers: list[str | Run | Text] = []
    for index, source in enumerate(fact.sources):
        numbers += [", " if index else "", source_number(desk, source)]
    said = desk.words("tile-source" if len(fact.sources) == 1 else "tile-sources")
    return text(when, ", " if when else "", said, " ", *numbers)
