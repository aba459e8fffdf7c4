"""What stands in a PDF besides the text of its pages, against its ledger."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Object, Pdf

from briefpress.pdf.recording import PageDigests
from briefpress.proof.book import Book
from briefpress.proof.enclosed import Enclosed
from briefpress.proof.ledger import NAME as LEDGER
from briefpress.proof.report import Finding, Kind

#: Entries of the catalog by which a file does or shows something that no page holds.
_ACTIVE = ("/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Collection")
_DEEP = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the file: its number from 1, its digests, and the number of the page of the ledger that it is (0 where
    it is none)."""

    number: int
    drawing: str
    links: str
    meant: int


def sheets(pdf: Pdf, book: Book) -> list[Sheet]:
    """Pages of the file with the pages that they were: those drawn alike first, the rest in their order."""
    digests = PageDigests()
    found = [(number, digests.drawing(page), digests.links(page)) for number, page in enumerate(pdf.pages, 1)]
    free = {number: page.drawing for number, page in enumerate(book.pages, 1)}
    meant: dict[int, int] = {}
    for number, drawing, _ in found:
        same = [page for page, other in free.items() if other == drawing]
        if same:
            meant[number] = number if number in same else same[0]
            del free[meant[number]]
    changed = [number for number, drawing, _ in found if number not in meant]
    known = {page.drawing for page in book.pages}
    twice = [number for number, drawing, _ in found if number not in meant and drawing in known]
    meant |= dict(zip((number for number in changed if number not in twice), sorted(free), strict=False))
    return [Sheet(number, drawing, links, meant.get(number, 0)) for number, drawing, links in found]


def page_findings(found: Sequence[Sheet], book: Book) -> Iterator[Finding]:
    """Pages missing, added, moved or drawn otherwise."""
    if len(found) != len(book.pages):
        yield Finding(Kind.PAGES, f"the file has {len(found)} pages and its ledger {len(book.pages)}")
    there = {sheet.meant for sheet in found}
    for number in range(1, len(book.pages) + 1):
        if number not in there:
            yield Finding(Kind.PAGES, f"page {number} of the ledger is missing")
    last = 0
    for sheet in found:
        if not sheet.meant:
            yield Finding(Kind.PAGES, "the page is in no ledger, or stands there once and here twice", sheet.number)
            continue
        if sheet.meant < last:
            yield Finding(Kind.PAGES, f"page {sheet.meant} of the ledger stands behind page {last}", sheet.number)
        last = max(last, sheet.meant)
        page = book.pages[sheet.meant - 1]
        if page.drawing != sheet.drawing:
            yield Finding(Kind.DRAWING, "what is drawn is not what was drawn when the ledger was made", sheet.number)
        if page.links != sheet.links:
            yield Finding(Kind.LINK, "links or other annotations are not those of the ledger", sheet.number)


def file_findings(files: Sequence[Enclosed], book: Book) -> Iterator[Finding]:
    """Attached files that were added, changed or taken away."""
    for file in files:
        digest = hashlib.sha256(file.data).hexdigest()
        if not file.sound:
            yield Finding(Kind.LEDGER if file.name == LEDGER else Kind.FILE, f"{file.name} is not the file attached")
        if file.name != LEDGER and file.name not in book.files:
            yield Finding(Kind.FILE, f"{file.name} is attached, and the ledger does not know it")
        elif file.name != LEDGER and book.files[file.name] != digest:
            yield Finding(Kind.FILE, f"{file.name} was changed")
    counted = Counter(file.name for file in files)
    yield from (Finding(Kind.FILE, f"{name} is missing") for name in book.files if name not in counted)
    yield from (Finding(Kind.FILE, f"{name} is attached twice") for name, count in counted.items() if count > 1)


def spoken_findings(pdf: Pdf, book: Book) -> Iterator[Finding]:
    """Alternative texts that are not those of the ledger."""
    said = [spoken.text for spoken in book.alternatives]
    found = [str(element.Alt) for element in elements(pdf) if "/Alt" in element]
    for number, (there, known) in enumerate(zip(found, said, strict=False), 1):
        if there != known:
            message = f"alternative text {number} is {_short(there)!r}, and in the ledger {_short(known)!r}"
            yield Finding(Kind.SPOKEN, message, text=there)
    if len(found) != len(said):
        yield Finding(Kind.SPOKEN, f"the file has {len(found)} alternative texts and its ledger {len(said)}")
    for element in elements(pdf):
        if "/ActualText" in element:
            yield Finding(Kind.SPOKEN, f"a replacement text is not in the ledger: {_short(str(element.ActualText))!r}")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def elements(pdf: Pdf) -> Iterator[Object]:
    """Structure elements in reading order."""
    if "/StructTreeRoot" in pdf.Root:
        yield from _below(pdf.Root.StructTreeRoot, 0)


def _below(element: Object, depth: int) -> Iterator[Object]:
    kids = element.get("/K")
    if kids is None or depth > _DEEP:
        return
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, int) and "/S" in kid:
            yield kid
            yield from _below(kid, depth + 1)


def document_findings(pdf: Pdf, book: Book) -> Iterator[Finding]:
    """What the file says of itself as a whole: information, metadata, bookmarks, actions."""
    for place, said in (("document information", _information(pdf)), ("metadata", _metadata(pdf))):
        for key, value in said.items():
            if value is not None and value != book.document.get(key):
                yield Finding(Kind.DOCUMENT, f"the {key} in the {place} is {_short(value)!r}", text=value)
    if _bookmarks(pdf) != list(book.document.get("bookmarks", [])):
        yield Finding(Kind.DOCUMENT, "the bookmarks are not those of the ledger")
    for key in _ACTIVE:
        if key in pdf.Root:
            yield Finding(Kind.DOCUMENT, f"the file has an entry {key[1:]}, which no briefing has")


def _information(pdf: Pdf) -> Mapping[str, str | None]:
    """None for what an edition of PDF leaves out: version 2.0 has no document information."""
    info: Any = pdf.trailer.get("/Info")
    if info is None:
        return {}
    keys = {"title": "/Title", "author": "/Author", "subject": "/Subject", "keywords": "/Keywords"}
    return {name: str(info.get(key, "")) for name, key in keys.items()}


def _metadata(pdf: Pdf) -> Mapping[str, str | None]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        authors: Any = packet.get("dc:creator", "")
        named = {"title": packet.get("dc:title", ""), "subject": packet.get("dc:description", "")}
        author = authors if isinstance(authors, str) else ", ".join(authors)
        return {**{key: str(value) for key, value in named.items()}, "author": author}


def _bookmarks(pdf: Pdf) -> list[str]:
    """Titles in the order in which they are shown."""
    outlines = pdf.Root.get("/Outlines")
    return list(_titles(outlines, 0)) if outlines is not None else []


def _titles(parent: Object, depth: int) -> Iterator[str]:
    item, seen = parent.get("/First"), 0
    while item is not None and seen < 10_000 and depth < _DEEP:
        yield str(item.get("/Title", ""))
        yield from _titles(item, depth + 1)
        item, seen = item.get("/Next"), seen + 1
