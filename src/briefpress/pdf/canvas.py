"""The canvas that pages and charts draw on: every operator has an owner, every number shown has a claim."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any, NoReturn

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from briefpress.model.story import Element
from briefpress.model.text import Run
from briefpress.pdf.face import Face, number
from briefpress.pdf.fonts import FontBook
from briefpress.pdf.marking import (
    Artifact,
    Destination,
    LedgerEntry,
    LinkArea,
    Mark,
    MarkedCode,
    UntaggedError,
    WordsEntry,
)

__all__ = ["LedgerEntry", "TaggingCanvas", "UntaggedError"]

_HEX = re.compile("#[0-9A-Fa-f]{6}")
_ARTIFACTS = frozenset(("Layout", "Pagination", "Background"))


class TaggingCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas of pages `width` x `height` points, whose paths, colours and transforms are used as usual.

    Text goes through `show`. Painting outside `tag` and `artifact` raises UntaggedError.
    """

    def __init__(self, fonts: FontBook, width: float, height: float) -> None:
        self.fonts = fonts
        self.ledger: list[LedgerEntry] = []
        self.words: list[WordsEntry] = []
        self.marks: list[Mark] = []
        self.links: list[LinkArea] = []
        self.destinations: dict[str, Destination] = {}
        self._order = itertools.count()
        self._waiting: list[Destination] = []
        self._pageNumber = 1
        base = fonts.face("text").font.fontName
        # Both must be ours, or each page carries a Helvetica that is not embedded.
        rl_config.canvas_basefontname = base
        rl_config.useA85 = 0  # binary streams; text encoding would add a quarter
        super().__init__(
            BytesIO(),
            pagesize=(width, height),
            pageCompression=0,
            invariant=1,
            initialFontName=base,
            initialFontSize=10,
        )

    def _restartAccumulators(self) -> None:  # noqa: N802 - ReportLab's name
        super()._restartAccumulators()
        self._code = MarkedCode(self._pageNumber - 1, self._order)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        if self._code.owners:
            raise UntaggedError(f"page {self._pageNumber} ended inside a tag() or artifact()")
        self.marks.extend(self._code.marks)
        self._waiting.clear()
        super().showPage()

    @contextmanager
    def tag(self, element: Element, bbox: tuple[float, float, float, float] | None = None) -> Iterator[None]:
        """What is drawn inside is content of `element`. A nested tag interrupts the outer one's content.

        `bbox` (left, bottom, right, top in points of the page) is written as the element's BBox, which a Figure needs.
        """
        if bbox is not None:
            element.attributes = {**element.attributes, "BBox": bbox}
        for place in self._waiting:
            place.element = element
        self._waiting.clear()
        self._code.enter(element)
        try:
            yield
        finally:
            self._code.leave()

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str | None = None) -> Iterator[None]:
        """What is drawn inside is no content: rules, tints, running headers and footers."""
        if kind not in _ARTIFACTS:
            raise ValueError(f"no such kind of artifact: {kind!r}; use one of {', '.join(sorted(_ARTIFACTS))}")
        self._code.enter(Artifact(kind, subtype))
        try:
            yield
        finally:
            self._code.leave()

    def show(self, run: Run, x: float, y: float, face: Face, size: float, colour: str) -> float:
        """Draw the run from (x, y) on its baseline; returns its advance in points.

        Raises FontError for a character that no font of the theme has, UntaggedError outside tag() and artifact().
        """
        return self._show(run, f"{number(x)} {number(y)} Td", (x, y), (face, size, colour))

    def show_rotated(
        self, run: Run, at: tuple[float, float], face: Face, size: float, colour: str, degrees: float
    ) -> float:
        """As `show`, with the baseline turned anticlockwise about the point `at`."""
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        matrix = " ".join(number(value, 6) for value in (cosine, sine, -sine, cosine))
        return self._show(run, f"{matrix} {number(at[0])} {number(at[1])} Tm", at, (face, size, colour))

    def _show(self, run: Run, place: str, at: tuple[float, float], look: tuple[Face, float, str]) -> float:
        if not isinstance(run, Run):
            raise TypeError(f"only a Run can be shown, which says where its numbers come from: {run!r}")
        face, size, colour = look
        pieces = self.fonts.cover(run.text, face)
        if not any(piece for piece, _ in pieces):
            return 0.0
        ops = " ".join(own.show_ops(piece, size, self) for piece, own in pieces)
        advance = sum(own.width(piece, size) for piece, own in pieces)
        self.set_fill(colour)
        self._code.append(f"BT {place} {ops} ET")
        self._record("".join(piece for piece, _ in pieces), run, at, size, advance)
        return advance

    @contextmanager
    def read_as(self, run: Run, at: tuple[float, float], size: float, width: float) -> Iterator[None]:
        """What is shown inside is read as this run, which its ActualText says: the ledger gets the run alone."""
        entries, words = len(self.ledger), len(self.words)
        yield
        del self.ledger[entries:], self.words[words:]
        self._record(run.text, run, at, size, width)

    def _record(self, shown: str, run: Run, at: tuple[float, float], size: float, advance: float) -> None:
        """Enter a run in the ledger, or among the words where it has no claim."""
        x, y = self.absolutePosition(*at)
        if run.claim is None:
            self.words.append(WordsEntry(shown, self._pageNumber, x, y))
        else:
            owner = self._code.owners[-1]
            role = owner.tag if isinstance(owner, Element) else "Artifact"
            self.ledger.append(LedgerEntry(shown, run.claim, self._pageNumber, x, y, size, advance, role))

    def set_fill(self, colour: str) -> None:
        """Fill colour from here on, "#RRGGBB" in sRGB."""
        wanted = _colour(colour)
        if self._fillColorObj is not wanted:
            self.setFillColor(wanted)

    def set_stroke(self, colour: str) -> None:
        """Stroke colour from here on, "#RRGGBB" in sRGB."""
        wanted = _colour(colour)
        if self._strokeColorObj is not wanted:
            self.setStrokeColor(wanted)

    def destination(self, name: str, x: float, y: float, element: Element | None = None) -> None:
        """Name a place of this page for links and bookmarks.

        What stands there is `element`, else the element open now, else the next one opened on the page.
        """
        if name in self.destinations:
            raise ValueError(f"two places of the document have the name {name!r}")
        x, y = self.absolutePosition(x, y)
        open_now = [owner for owner in self._code.owners if isinstance(owner, Element)]
        place = Destination(name, self._pageNumber - 1, x, y, element or (open_now[-1] if open_now else None))
        self.destinations[name] = place
        if place.element is None:
            self._waiting.append(place)

    def link(self, rect: tuple[float, float, float, float], href: str, element: Element, contents: str) -> None:
        """Make `rect` (left, bottom, right, top) a link to an address or "#destination"; `contents` tells where to.

        Raises ValueError unless `element` is a Link (ISO 14289-1, 7.18.5) and `contents` says something.
        """
        if element.tag != "Link":
            raise ValueError(f"a link belongs to a Link element, not to {element.tag}")
        if not contents.strip():
            raise ValueError(f"the link to {href} does not say where it leads")
        left, bottom = self.absolutePosition(rect[0], rect[1])
        right, top = self.absolutePosition(rect[2], rect[3])
        area = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        self.links.append(LinkArea(element, self._pageNumber - 1, next(self._order), area, href, contents))

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise UntaggedError("text is drawn with show() and forms are not used: they would escape tags and ledger")

    drawString = drawRightString = drawCentredString = drawAlignedString = _refuse  # noqa: N815
    beginText = drawText = beginForm = doForm = addLiteral = drawInlineImage = _refuse  # noqa: N815


@lru_cache(maxsize=256)
def _colour(colour: str) -> tuple[float, float, float]:
    """The same tuple each time, so that identity tells whether it is set; a Color object would reset opacity."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f"a colour is written #RRGGBB, not {colour!r}")
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255
