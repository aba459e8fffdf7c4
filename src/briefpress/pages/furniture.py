"""What stands outside the text block: running header and footer, drawn as artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpress.model.story import Placed
from briefpress.model.text import Claim, Origin, Run, Text, claimed
from briefpress.pages.blocks import DrawnLines, DrawnRule
from briefpress.pages.desk import Desk
from briefpress.pages.setting import Setter

HEADER_RULE = 43.5  # points below the page's top edge
FOOTER_RULE = 56.0  # points above the page's bottom edge
HEADER_LEADING = 14.0
HAIRLINE = 0.5


def furniture(desk: Desk, page: int, section: str) -> Iterator[Placed]:
    """Header (from the second page on) and footer of one page."""
    geometry = desk.geometry
    brief = desk.dataset.brief
    colour = desk.theme.colours.grid
    if page > 1:
        rule = geometry.page_height - HEADER_RULE
        left = claimed(brief.short_title or brief.title, Origin.CELL, "brief.toml:short_title")
        right = claimed(section, Origin.CELL, "section-title")
        yield from _line(desk, ("header_title", "header", "header"), rule + HEADER_LEADING + 1.0, (left, (), right))
        yield Placed(DrawnRule(geometry.width, HAIRLINE, colour), geometry.left, rule)
    yield Placed(DrawnRule(geometry.width, HAIRLINE, colour), geometry.left, FOOTER_RULE)
    middle = desk.date(brief.date, "brief.toml:date") if brief.date else ()
    publisher = claimed(brief.publisher, Origin.CELL, "brief.toml:publisher")
    yield from _line(desk, ("footer",) * 3, FOOTER_RULE - 2.0, (publisher, middle, page_of(desk, page)))


def page_of(desk: Desk, page: int) -> Text:
    """ "Page 3 of 6" in the brief's language."""
    total = desk.references.pages
    return desk.lexicon.phrase(
        "page",
        page=Run(str(page), Claim(Origin.STRUCTURE, f"page:{page}")),
        pages=Run(str(total), Claim(Origin.STRUCTURE, f"pages:{total}")),
    )


def _line(desk: Desk, roles: Sequence[str], top: float, texts: tuple[Text, Text, Text]) -> Iterator[Placed]:
    """Three texts on one line: left, centred and right. One that does not fit its share shows the words that do."""
    geometry = desk.geometry
    shares = (0.5, 0.3, 0.5) if not texts[1] else (0.36, 0.26, 0.36)
    for text, role, share, place in zip(texts, roles, shares, (0.0, 0.5, 1.0), strict=True):
        style = desk.style(role)
        lines = Setter(desk, style).lines(text, geometry.width * share)
        if not lines:
            continue
        shift = (geometry.width - lines[0].width) * place
        yield Placed(DrawnLines(lines[:1], style.leading, None, (shift,)), geometry.left, top)
