"""Headings, decks and the opening of a section."""

from __future__ import annotations

from briefpress.model.dataset import Brief
from briefpress.model.story import Element
from briefpress.model.text import Origin as From
from briefpress.model.text import Text, claimed
from briefpress.pages.blocks import Block, Paragraph
from briefpress.pages.desk import Desk
from briefpress.pages.ruled import ruled

#: Gaps above and below a heading of each level, in points.
GAPS = {1: (0.0, 3.5), 2: (14.0, 0.0), 3: (10.5, 0.0)}


def heading(desk: Desk, parent: Element, level: int, content: Text, target: str) -> Paragraph:
    """A heading of level 1 to 3 that stays with what follows and stands in the outline."""
    before, after = GAPS[level]
    style = desk.style(f"h{level}")
    element = parent.add(f"H{level}")
    return Paragraph(content, style, desk, element, before, after, keep=True, target=target, lead=9, level=level - 1)


def deck(desk: Desk, parent: Element, content: Text) -> Paragraph:
    """The line or two under a section's heading, over eight columns."""
    return Paragraph(
        content, desk.style("deck"), desk, parent.add("P"), 0.0, 21.0, keep=True, most=desk.geometry.span(8)
    )


def section_rule(desk: Desk) -> list[Block]:
    """The rule above a section's heading, in styles that have one."""
    return [ruled(desk, "section")] if desk.measure("section_rule") else []


def title_of(brief: Brief, section: str, otherwise: Text) -> Text:
    """The section's title from brief.toml, or the fixed phrase."""
    given = brief.titles.get(section)
    return claimed(given, From.CELL, f"brief.toml:titles.{section}") if given else otherwise


def opening(desk: Desk, parent: Element, section: str, otherwise: str) -> list[Block]:
    """The section's heading of the first level and its deck."""
    brief = desk.dataset.brief
    blocks: list[Block] = [
        *section_rule(desk),
        heading(desk, parent, 1, title_of(brief, section, desk.words(otherwise)), f"section-{section}"),
    ]
    if section in brief.decks:
        blocks.append(deck(desk, parent, desk.resolve(brief.decks[section])))
    else:
        blocks[-1].after = 14.0
    return blocks
