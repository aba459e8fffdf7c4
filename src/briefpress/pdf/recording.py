"""What was written, for those who make a proof of it: texts as drawn, digests of what a page shows, links, files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Object, Page, Stream

from briefpress.model.story import Story
from briefpress.pdf.marking import LedgerEntry, WordsEntry

#: Resources that change what a page shows (ISO 32000-1, table 33), left out what only viewers and taggers need.
_SHOWN = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
_PASSED_OVER = frozenset(
    ("/Length", "/Filter", "/DecodeParms", "/Parent", "/StructParent", "/StructParents", "/Metadata")
)


@dataclass(frozen=True, slots=True)
class Record:
    """A document as written: runs with a claim and those without in the order of drawing, per page (from the first) a
    digest of what is drawn and one of where its links lead, and the SHA-256 of every attached file by name."""

    story: Story
    entries: Sequence[LedgerEntry]
    words: Sequence[WordsEntry]
    drawings: tuple[str, ...]
    links: tuple[str, ...]
    files: Mapping[str, str]


class PageDigests:
    """Digests of the pages of one document; what pages share is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def drawing(self, page: Page) -> str:
        """Changes with any operator, font, image or graphics state of the page, not with how the file stores them."""
        digest = hashlib.sha256()
        for part in _contents(page.obj):
            digest.update(part.read_bytes() + b"\n")
        digest.update(self._value(page.obj.MediaBox, 0))
        resources = page.obj.get("/Resources", Dictionary())
        for key in _SHOWN:
            if key in resources:
                digest.update(key.encode() + self._value(resources[key], 0))
        return digest.hexdigest()

    def links(self, page: Page) -> str:
        """Changes with the place, the target or the words of any annotation of the page."""
        found = sorted(_annotation(each) for each in page.obj.get("/Annots", []))
        return hashlib.sha256("\n".join(found).encode()).hexdigest()

    def _value(self, value: object, depth: int) -> bytes:
        if not isinstance(value, Object) or depth > 40:
            return repr(value).encode()
        if value.is_indirect:
            key = value.objgen
            if key not in self._known:
                self._known[key] = b"open"  # what leads back to itself adds nothing
                self._known[key] = hashlib.sha256(self._parts(value, depth)).digest()
            return self._known[key]
        return self._parts(value, depth)

    def _parts(self, value: Object, depth: int) -> bytes:
        if isinstance(value, Array):
            return b"[" + b" ".join(self._value(item, depth + 1) for item in value.as_list()) + b"]"
        if not isinstance(value, Dictionary | Stream):
            return repr(value).encode()
        keys = sorted(set(value.keys()) - _PASSED_OVER)
        parts = b"".join(key.encode() + b" " + self._value(value[key], depth + 1) for key in keys)
        data = hashlib.sha256(value.read_bytes()).digest() if isinstance(value, Stream) else b""
        return b"<" + parts + data + b">"


def _contents(page: Object) -> Iterable[Object]:
    contents = page.get("/Contents")
    if contents is None:
        return ()
    return list(contents.as_list()) if isinstance(contents, Array) else (contents,)


def _annotation(annotation: Object) -> str:
    rect = ",".join(f"{float(value):.1f}" for value in annotation.get("/Rect", []))
    kind, said = str(annotation.get("/Subtype", "")), str(annotation.get("/Contents", ""))
    action = annotation.get("/A", Dictionary())
    target = str(action.get("/URI", "")) or f"#{annotation.get('/Dest', '')}"
    return "|".join((kind, rect, target, said, str(action.get("/S", "")), str("/AP" in annotation)))
