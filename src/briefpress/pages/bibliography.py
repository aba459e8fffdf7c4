"""The list of sources: CSL-JSON in, one entry a source out, in the brief's language and the chosen citation style."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefpress.errors import BriefpressError
from briefpress.model.dataset import Source
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, text
from briefpress.pages.blocks import Block, Paragraph, Row
from briefpress.pages.columns import Columns
from briefpress.pages.desk import Desk
from briefpress.theme.finding import styles_folder

NUMBER_WIDTH = 14.0
ENTRY_GAP = 3.5
_TAG = re.compile(r"<(/?)(i|b|sup|sub)>")
_ADDRESS = re.compile(r"https?://\S+[^\s.,;)]")


def sources(desk: Desk, parent: Element) -> list[Block]:
    """Numbered entries in two columns, each with its address and the pages that cite it."""
    cited = sorted(desk.references.sources, key=lambda ref: desk.references.sources[ref])
    by_id = {source.id: source for source in desk.dataset.sources}
    known = [by_id[ref] for ref in cited if ref in by_id]
    holder = parent.add("L", attributes={"ListNumbering": "Decimal"})
    entries = formatted(desk, known)
    wide = desk.geometry.span(6)
    blocks = [_entry(desk, holder, source, entry, wide) for source, entry in zip(known, entries, strict=True)]
    return [Columns(blocks, 2, desk.geometry.gutter)] if blocks else []


def _entry(desk: Desk, holder: Element, source: Source, entry: Text, wide: float) -> Row:
    item = holder.add("LI")
    claim = Claim(Origin.STRUCTURE, f"citation:{source.id}")
    number = (Run(str(desk.references.sources[source.id]), claim, bold=True),)
    label = Paragraph(number, desk.style("source_number"), desk, item.add("Lbl"), target=f"source-{source.id}")
    body = Paragraph(text(entry, " ", _cited(desk, source.id)), desk.style("source"), desk, item.add("LBody"))
    row = Row([(0.0, NUMBER_WIDTH, label), (NUMBER_WIDTH, wide - NUMBER_WIDTH, body)])
    row.before = row.after = ENTRY_GAP
    return row


def _cited(desk: Desk, source: str) -> Text:
    """ "Cited on pages 1–3, 5.", each page linked to where it cites; it never breaks."""
    pages = desk.references.cited.get(source, ())
    if not pages:
        return ()
    parts: list[str | Run | Text] = []
    for first, last in _runs(pages):
        parts += [", " if parts else "", _page(first, source)]
        if last > first:
            parts += ["–" if last > first + 1 else ", ", _page(last, source)]
    key = "cited-on-page" if len(pages) == 1 else "cited-on-pages"
    told = desk.lexicon.phrase(key, pages=text(*parts))
    told = text(told, ".")
    return tuple(Run(r.text.replace(" ", "\u00a0"), r.claim, muted=True, href=r.href) for r in told)


def _page(page: int, source: str) -> Run:
    return Run(str(page), Claim(Origin.STRUCTURE, f"page:{page}"), href=f"#cite-{source}-{page}")


def _runs(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of pages that follow one another."""
    first = last = pages[0]
    for page in pages[1:]:
        if page != last + 1:
            yield first, last
            first = page
        last = page
    yield first, last


def formatted(desk: Desk, known: Sequence[Source]) -> list[Text]:
    """Each source as runs; claims point to its entry in sources.json."""
    if not known:
        return []
    entries = _processed(desk, known)
    return [_entry_text(desk, source, entry) for source, entry in zip(known, entries, strict=True)]


def _processed(desk: Desk, known: Sequence[Source]) -> list[str]:
    """Entries as HTML from the CSL processor, in the order given."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        # The processor warns of CSL fields that it does not print; the entry is complete without them.
        warnings.simplefilter("ignore")
        items = CiteProcJSON([dict(source.csl) for source in known])
        style = CitationStylesStyle(str(_style_file(desk)), locale=_locale(desk.lexicon.language), validate=False)
        bibliography = CitationStylesBibliography(style, items, formatter.html)
        for source in known:
            bibliography.register(Citation([CitationItem(source.id.lower())]))
        return [str(entry) for entry in bibliography.bibliography()]


def _style_file(desk: Desk) -> Path:
    """The CSL file: one of ours by name, or a file of the dataset folder."""
    name = desk.dataset.brief.citation_style or "numeric"
    ours = styles_folder() / "csl" / f"{name}.csl"
    file = ours if ours.exists() else Path(desk.dataset.folder) / name
    if not file.exists():
        hint = "use numeric, author-date, or the name of a .csl file in the dataset folder"
        raise BriefpressError(f"no citation style {name!r}", hint)
    return file


def _locale(language: str) -> str:
    """The CSL locale nearest to the brief's language (the processor knows languages by region)."""
    regions = {"en": "en-GB", "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-PT", "nl": "nl-NL"}
    from citeproc import LOCALES_PATH

    if (Path(LOCALES_PATH) / f"locales-{language}.xml").exists():
        return language
    return regions.get(language.split("-", maxsplit=1)[0], "en-GB")


def _entry_text(desk: Desk, source: Source, entry: str) -> Text:
    """HTML to runs: italics kept, the address a link printed without its scheme, its absence said."""
    claim = Claim(Origin.SOURCE, source.id)
    runs: list[Run] = []
    italic = False
    parts = _TAG.split(entry)  # words, slash, tag, words, slash, tag, ..., words
    for index in range(0, len(parts), 3):
        if index and parts[index - 1] == "i":
            italic = parts[index - 2] == ""
        runs += _linked(html.unescape(parts[index]), claim, italic)
    has_address = any(run.href for run in runs)
    missing = () if has_address else (Run(" "), *_muted(desk.words("no-address")), Run(".", muted=True))
    return text(tuple(runs), missing)


def _muted(words: Text) -> Text:
    return tuple(Run(run.text, run.claim, muted=True) for run in words)


def _linked(part: str, claim: Claim, italic: bool) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for match in _ADDRESS.finditer(part):
        runs.append(Run(part[at : match.start()], claim, italic=italic))
        shown = re.sub(r"^https?://(www\.)?", "", match.group()).rstrip("/")
        runs.append(Run(shown, claim, href=match.group()))
        at = match.end()
    rest = part[at:]
    if runs and rest.startswith("/"):
        rest = rest[1:]
    runs.append(Run(rest, claim, italic=italic))
    return [run for run in runs if run.text]
