"""Marked content while drawing: which element, or which kind of artifact, owns each operator of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import SupportsIndex

from briefpress.model.story import Element
from briefpress.model.text import Claim

_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"))


class UntaggedError(TypeError):
    """Something was drawn that neither a structure element nor an artifact owns (ISO 14289-1, 7.1)."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """Content that is no part of the document's text: "Layout", "Pagination" or "Background", and perhaps a subtype."""

    kind: str
    subtype: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: owner, page from 0, its MCID there, and its place in the order of drawing."""

    element: Element
    page: int
    mcid: int
    order: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link annotation; `rect` is (left, bottom, right, top) in points; `href` is an address or "#destination"."""

    element: Element
    page: int
    order: int
    rect: tuple[float, float, float, float]
    href: str
    contents: str


@dataclass(slots=True)
class Destination:
    """A place that links name; `element` is what stands there, for structure destinations (ISO 32000-2, 12.3.2.3)."""

    name: str
    page: int
    x: float
    y: float
    element: Element | None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A run with a claim as it was drawn: page from 1, baseline start and advance in points of the page, and the tag
    (or "Artifact") that owns it."""

    text: str
    claim: Claim
    page: int
    x: float
    y: float
    size: float
    width: float
    role: str


@dataclass(frozen=True, slots=True)
class WordsEntry:
    """A run without a claim as it was drawn: page from 1 and baseline start in points of the page."""

    text: str
    page: int
    x: float
    y: float


class MarkedCode(list[str]):
    """The operators of one page. A sequence in which nothing is painted is dropped."""

    def __init__(self, page: int, order: Iterator[int]) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self.owners: list[Element | Artifact] = []
        self._page = page
        self._order = order
        self._opened: int | None = None
        self._painted = False

    def append(self, code: str, /) -> None:
        if _paints(code):
            if self._opened is None:
                raise UntaggedError(f"drawn outside any tag() or artifact() on page {self._page + 1}: {code[-60:]!r}")
            self._painted = True
        super().append(code)

    def enter(self, owner: Element | Artifact) -> None:
        """Content that follows belongs to `owner`; the outer owner's sequence ends here."""
        if isinstance(owner, Element) and any(isinstance(outer, Artifact) for outer in self.owners):
            raise UntaggedError(f"a {owner.tag} element inside an artifact would be lost to a reader")
        self._close()
        self.owners.append(owner)
        self._open()

    def leave(self) -> None:
        """End the innermost owner's content; the outer owner's goes on in a sequence of its own."""
        self._close()
        self.owners.pop()
        if self.owners:
            self._open()

    def _open(self) -> None:
        self._opened = len(self)
        self._painted = False
        super().append("")

    def _close(self) -> None:
        if self._opened is None:
            return
        if self._painted:
            self[self._opened] = self._begin(self.owners[-1])
            super().append("EMC")
        self._opened = None

    def _begin(self, owner: Element | Artifact) -> str:
        if isinstance(owner, Artifact):
            subtype = f" /Subtype /{owner.subtype}" if owner.subtype else ""
            return f"/Artifact <</Type /{owner.kind}{subtype}>> BDC"
        mark = Mark(owner, self._page, len(self.marks), next(self._order))
        self.marks.append(mark)
        return f"/{owner.tag} <</MCID {mark.mcid}>> BDC"

    def __delitem__(self, at: SupportsIndex | slice, /) -> None:
        if self.owners:
            raise UntaggedError("operators cannot be taken back inside a tag() or artifact()")
        super().__delitem__(at)


def _paints(code: str) -> bool:
    last = code.rstrip()
    last = last[last.rfind(" ") + 1 :]
    return last in _PAINTING or (last == "ET" and ("TJ" in code or "Tj" in code))
