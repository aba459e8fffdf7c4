"""Quotations, word for word, with speaker, role, date, source and what they were about."""

from __future__ import annotations

from briefpress.model.dataset import Quote
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, claimed, text
from briefpress.pages.blocks import Block, Paragraph, Stack, grid
from briefpress.pages.desk import Desk
from briefpress.pages.flow import Section
from briefpress.pages.headings import heading, section_rule, title_of
from briefpress.pages.ruled import ruled

SHORT = 60  #: characters: quotes up to here stand three across in display type
MIDDLE = 180  #: characters: quotes up to here stand two across


def voices(desk: Desk, document: Element) -> list[Section]:
    """One section, or none where nobody is quoted."""
    quotes = _chosen(desk)
    if not quotes:
        return []
    parent = document.add("Sect")
    title = title_of(desk.dataset.brief, "voices", desk.words("voices"))
    head = heading(desk, parent, 1, title, "section-voices")
    head.after = 10.5
    longest = max(len(quote.quote) for quote in quotes)
    across = 3 if longest <= SHORT else 2 if longest <= MIDDLE else 1
    across = min(across, max(len(quotes), 1) if len(quotes) != 1 else 1)
    blocks = [_quote(desk, parent, quote, longest) for quote in quotes]
    return [Section("voices", "", [*section_rule(desk), head, *grid(desk, blocks, across, 14.0)])]


def _chosen(desk: Desk) -> list[Quote]:
    """The quotes that brief.toml names, in its order; all of them where it names none."""
    named = desk.dataset.brief.voices
    by_id = {quote.id: quote for quote in desk.dataset.quotes}
    return [by_id[ref] for ref in named if ref in by_id] if named else list(desk.dataset.quotes)


def _quote(desk: Desk, parent: Element, quote: Quote, longest: int) -> Stack:
    block = parent.add("BlockQuote")
    opening, closing = desk.lexicon.word("quote-open"), desk.lexicon.word("quote-close")
    claim = Claim(Origin.CELL, f"quotes.csv:{quote.id}:quote")
    words = text(opening, Run(quote.quote, claim, lang=quote.lang or None), closing)
    style = desk.style("quote" if longest <= MIDDLE else "quote_long")
    blocks: list[Block] = [
        ruled(desk, "quote", gap="table_parting"),
        Paragraph(words, style, desk, block.add("P"), after=3.5),
        Paragraph(_cell(quote, "speaker", quote.speaker), desk.style("quote_speaker"), desk, parent.add("P")),
        Paragraph(_about(desk, quote), desk.style("quote_role"), desk, parent.add("P")),
    ]
    return Stack(blocks, whole=True)


def _cell(quote: Quote, column: str, words: str) -> Text:
    return claimed(words, Origin.CELL, f"quotes.csv:{quote.id}:{column}")


def _about(desk: Desk, quote: Quote) -> Text:
    """ "President of the United States, December 2011.¹ On the end of the war." """
    role = _cell(quote, "role", quote.role)
    when = desk.date(quote.date, f"quotes.csv:{quote.id}:date") if quote.date else ()
    said = text(role, ", " if role and when else "", when, "." if role or when else "")
    context = _cell(quote, "context", quote.context)
    return text(said, Run("", cites=(quote.source,)), " " if context else "", context)
