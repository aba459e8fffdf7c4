"""Which sections a brief has, and in which order: one row a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefpress.model.story import Element
from briefpress.model.text import plain
from briefpress.pages.blocks import Block, Paragraph, Rule
from briefpress.pages.desk import Desk
from briefpress.pages.flow import Section
from briefpress.pages.front import front
from briefpress.pages.gallery import gallery
from briefpress.pages.headings import title_of
from briefpress.pages.method import method
from briefpress.pages.prose import text_sections
from briefpress.pages.statistics import statistics
from briefpress.pages.timeline import timeline
from briefpress.pages.voices import voices

Compose = Callable[[Desk, Element], list[Section]]

#: Name in brief.toml, and what makes it. A section without data makes nothing. "front" and "text/..." are made below.
SECTIONS: dict[str, Compose] = {
    "charts": gallery,
    "timeline": timeline,
    "statistics": statistics,
    "voices": voices,
    "method": method,
}

#: The catalog's key of each section's title.
TITLES = {
    "charts": "charts",
    "timeline": "timeline",
    "statistics": "statistics",
    "voices": "voices",
    "method": "method",
}


def order(desk: Desk) -> list[str]:
    """The sections that brief.toml asks for, else all there are: front, texts, then the rows of SECTIONS."""
    brief = desk.dataset.brief
    texts = [f"text/{written.id}" for written in desk.dataset.texts]
    if not brief.sections:
        return ["front", *texts, *SECTIONS]
    return [name.replace(".md", "") for name in brief.sections]


def compose_sections(desk: Desk, document: Element) -> list[Section]:
    """All sections, the front page first knowing the titles of those that follow."""
    names = order(desk)
    opening = Element("Sect")
    rest: list[Section] = []
    holder = Element("Document")
    for name in names:
        if name == "front":
            continue
        rest += _joined(desk, holder, name)
    titled = [_titled(desk, section) for section in rest]
    if "front" not in names:
        document.kids.extend(holder.kids)
        return titled
    first = front(desk, opening, [(section.name, section.title) for section in titled])
    document.kids.extend([*opening.kids, *holder.kids])
    return _in_order(names, [first, *titled])


def _joined(desk: Desk, holder: Element, name: str) -> list[Section]:
    """The section of a name, or of several joined with "+": the first gives the heading, the others stand under it."""
    found: list[Section] = []
    for part in name.split("+"):
        found += SECTIONS[part](desk, holder) if part in SECTIONS else text_sections(desk, holder, part)
    if len(found) < 2:
        return found
    blocks = [*found[0].blocks, *(block for section in found[1:] for block in _demoted(desk, section))]
    return [replace(found[0], blocks=blocks)]


def _demoted(desk: Desk, section: Section) -> list[Block]:
    """The section's blocks with its heading one level down."""
    made: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.level == 0 and block.element is not None:
            block.element.tag = "H2"
            made.append(replace(block, style=desk.style("h2"), level=1, before=24.5, after=5.25))
        elif not (isinstance(block, Rule) and not made):
            made.append(block)
    return made


def _titled(desk: Desk, section: Section) -> Section:
    """A section of ours takes its title from brief.toml or the catalog; a text brings its own."""
    if section.title and section.name not in TITLES:
        return section
    title = title_of(desk.dataset.brief, section.name, desk.words(TITLES[section.name]))
    return replace(section, title=plain(title))


def _in_order(names: Sequence[str], sections: list[Section]) -> list[Section]:
    firsts = [name.partition("+")[0] for name in names]
    return sorted(sections, key=lambda section: firsts.index(section.name))
