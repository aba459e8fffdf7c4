"""What stands outside the text block, as artifacts: the section above; title, publisher, date and page below.

The title stands at the foot of each page and the section alone at its head: on one line they read as a sentence, which
checks of tagged files take for prose that was left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpress.model.story import Placed
from briefpress.model.text import Claim, Origin, Run, Text, claimed, text
from briefpress.pages.blocks import DrawnLines, DrawnRule
from briefpress.pages.desk import Desk
from briefpress.pages.setting import Line, Setter
from briefpress.theme import TypeStyle

HEADER_RULE = 43.5  # points below the page's top edge
FOOTER_RULE = 56.0  # points above the page's bottom edge
HEADER_LEADING = 14.0
LONGEST_HEAD = 7  # words
HAIRLINE = 0.5
SHARES = (0.4, 0.36, 0.2)  # of the width, for the three texts of a foot
SUBTYPES = {"header": "Header", "header_title": "Header", "footer": "Footer"}


def furniture(desk: Desk, page: int, section: str) -> Iterator[Placed]:
    """Header (from the second page on) and footer of one page."""
    geometry = desk.geometry
    brief = desk.dataset.brief
    colour = desk.theme.colours.grid
    if page > 1:
        rule = geometry.page_height - HEADER_RULE
        head = claimed(_short(section), Origin.CELL, "section-title")
        yield from _line(desk, ("header_title",) * 3, rule + HEADER_LEADING + 1.0, (head, (), ()))
        yield Placed(DrawnRule(geometry.width, HAIRLINE, colour), geometry.left, rule)
    yield Placed(DrawnRule(geometry.width, HAIRLINE, colour), geometry.left, FOOTER_RULE)
    publisher = claimed(brief.publisher, Origin.CELL, "brief.toml:publisher")
    date = desk.date(brief.date, "brief.toml:date") if brief.date else ()
    foot, roles = (publisher, date, page_of(desk, page)), ("footer", "footer", "footer")
    if page > 1 or desk.references.pages == 2:
        title = claimed(brief.short_title or brief.title, Origin.CELL, "brief.toml:short_title")
        issued = text(publisher, ", " if publisher and date else "", date)
        foot, roles = (title, issued, page_of(desk, page)), ("header_title", "footer", "footer")
    yield from _line(desk, roles, FOOTER_RULE - 2.0, foot)


def _short(section: str) -> str:
    """A running head of at most seven words: longer ones read as a line of text, to people and to programs."""
    words = section.split()
    return section if len(words) <= LONGEST_HEAD else " ".join(words[:LONGEST_HEAD]) + "\u00a0…"


def page_of(desk: Desk, page: int) -> Text:
    """ "Page 3 of 6" in the brief's language."""
    total = desk.references.pages
    return desk.lexicon.phrase(
        "page",
        page=Run(str(page), Claim(Origin.STRUCTURE, f"page:{page}")),
        pages=Run(str(total), Claim(Origin.STRUCTURE, f"pages:{total}")),
    )


def _line(desk: Desk, roles: Sequence[str], top: float, texts: tuple[Text, Text, Text]) -> Iterator[Placed]:
    """Three texts on one line: left, centred and right. One that does not fit its share is cut."""
    geometry = desk.geometry
    shares = SHARES if texts[1] or texts[2] else (0.9, 0.0, 0.0)
    for words, role, share, place in zip(texts, roles, shares, (0.0, 0.5, 1.0), strict=True):
        style = desk.style(role)
        lines = _one_line(desk, style, words, geometry.width * share)
        if not lines:
            continue
        shift = (geometry.width - lines[0].width) * place
        yield Placed(DrawnLines(lines, style.leading, None, (shift,), subtype=SUBTYPES[role]), geometry.left, top)


def _one_line(desk: Desk, style: TypeStyle, words: Text, width: float) -> tuple[Line, ...]:
    """The runs that fit on one line; of a single run that does not, the words that do, but never half a date."""
    setter = Setter(desk, style)
    lines = setter.lines(words, width)
    while len(lines) > 1 and len(words) > 1:
        words = words[:-1] if words[-2].text.strip(", ") else words[:-2]
        lines = setter.lines(words, width)
    clipped = len(lines) > 1
    if clipped and words[0].claim is not None and words[0].claim.origin is Origin.DATE:
        return ()
    return lines[:1]
