"""How to read the figures, where sources disagree, the sources, and what the file is."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefpress.model.dataset import Entry
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, claimed
from briefpress.pages.bibliography import sources
from briefpress.pages.blocks import Block, Paragraph, Row, Stack, grid
from briefpress.pages.desk import Desk
from briefpress.pages.flow import Section
from briefpress.pages.headings import heading, opening
from briefpress.pages.legend import legend
from briefpress.pages.qr import qr_code
from briefpress.pages.ruled import ruled

ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,;)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def method(desk: Desk, document: Element) -> list[Section]:
    """Always one section: a brief says how it was made, even a small one."""
    parent = document.add("Sect")
    blocks = opening(desk, parent, "method", "method")
    blocks += _headed(desk, parent, "how-to-read", legend, 7.0)
    blocks += _headed(desk, parent, "disagreements", _notes, 5.25)
    blocks += _headed(desk, parent, "sources", sources, 7.0)
    blocks += _colophon(desk, parent)
    return [Section("method", "", blocks)]


def _headed(
    desk: Desk, parent: Element, key: str, compose: Callable[[Desk, Element], list[Block]], below: float
) -> list[Block]:
    """Blocks under a heading, or nothing where there are none."""
    head = heading(desk, parent, 2, desk.words(key), f"method-{key}")
    blocks = compose(desk, parent)
    if not blocks:
        return []
    head.before, head.after = 21.0, below
    return [head, *blocks]


def _notes(desk: Desk, parent: Element) -> list[Block]:
    notes = desk.dataset.brief.notes
    return grid(desk, [_note(desk, parent, note) for note in notes], 3, 8.75)


def _note(desk: Desk, parent: Element, note: Entry) -> Stack:
    holder = parent.add("Note")
    head = Paragraph(desk.resolve_heading(note.head), desk.style("note_head"), desk, holder.add("Lbl"), keep=True)
    body = Paragraph(desk.resolve(note.body), desk.style("note"), desk, holder.add("P"))
    return Stack([ruled(desk, "note", desk.theme.colours.rule), head, body], whole=True)


def _colophon(desk: Desk, parent: Element) -> list[Block]:
    """QR code and address, contact, how to check the file, version and licence."""
    brief = desk.dataset.brief
    cells: list[Block] = []
    if brief.url:
        address = (Run(brief.url, claimed(brief.url, Origin.CELL, "brief.toml:url")[0].claim, href=brief.url),)
        online = _cell(desk, parent, "online", address)
        contact = _cell(desk, parent, "contact", _given(brief.contact, "contact"))
        cells.append(Stack([*online, *contact], whole=True))
    elif brief.contact:
        cells.append(Stack(_cell(desk, parent, "contact", _given(brief.contact, "contact")), whole=True))
    cells.append(Stack(_cell(desk, parent, "how-to-check", desk.words("how-to-check-text")), whole=True))
    licence = _version(desk)
    if licence:
        cells.append(Stack(_cell(desk, parent, "version-and-licence", licence), whole=True))
    return [ruled(desk, "colophon", before=17.5), _row(desk, parent, cells)]


def _row(desk: Desk, parent: Element, cells: list[Block]) -> Row:
    geometry = desk.geometry
    url = desk.dataset.brief.url
    placed: list[tuple[float, float, Block]] = []
    left = 0.0
    if url:
        code = qr_code(desk, parent, url)
        placed.append((0.0, code.wide, code))
        left = code.wide + geometry.gutter + 2.0
    wide = (geometry.width - left - (len(cells) - 1) * geometry.gutter) / len(cells)
    placed += [(left + i * (wide + geometry.gutter), wide, cell) for i, cell in enumerate(cells)]
    return Row(placed)


def _given(words: str, key: str) -> Text:
    """Words of brief.toml, with the addresses in them as links."""
    claim = Claim(Origin.CELL, f"brief.toml:{key}")
    made: list[Run] = []
    at = 0
    for match in ADDRESS.finditer(words):
        made.append(Run(words[at : match.start()], claim))
        href = match.group() if "://" in match.group() else f"mailto:{match.group()}"
        made.append(Run(match.group(), claim, href=href))
        at = match.end()
    made.append(Run(words[at:], claim))
    return tuple(run for run in made if run.text)


def _version(desk: Desk) -> Text:
    """ "1.0, December 2016. CC BY 4.0." """
    brief = desk.dataset.brief
    when = desk.date(brief.date, "brief.toml:date") if brief.date else ()
    version = _given(brief.version, "version")
    first = (*version, *((Run(", "),) if version and when else ()), *when)
    stop = (Run(". "),) if first else ()
    return (*first, *stop, *_given(brief.licence, "licence"))


def _cell(desk: Desk, parent: Element, key: str, words: Text) -> list[Block]:
    if not words:
        return []
    head = Paragraph(desk.words(key), desk.style("colophon_head"), desk, parent.add("P"), keep=True)
    return [head, Paragraph(words, desk.style("colophon"), desk, parent.add("P"), after=3.5)]
