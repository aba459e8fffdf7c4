"""The text of pages as PDFium reads it, independently of what wrote them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefpress.errors import BriefpressError

NEAR = 0.75  # points: the ledger rounds to tenths, and PDFium counts in single precision
_LEAD = 16.0  # points: spaces before the first mark of a run


@dataclass(frozen=True, slots=True)
class Char:
    """A character, and where its baseline starts, in points from the page's lower left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class PageText:
    """The characters of a page in the order of PDFium, spaces that it guesses among them."""

    number: int
    chars: tuple[Char, ...]

    @cached_property
    def text(self) -> str:
        """One string; character n of it is character n of the page."""
        return "".join(char.text for char in self.chars)

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[int]]:
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, char in enumerate(self.chars):
            cells[round(char.x), round(char.y)].append(index)
        return cells

    def starts(self, x: float, y: float, leading: bool) -> list[int]:
        """Characters that may be the first mark of a run that starts at (x, y), the nearest first. `leading` tells that
        spaces stand before it, which are wider than nothing."""
        reach = _LEAD if leading else NEAR
        found = [
            index
            for column in range(round(x) - 1, round(x + reach) + 2)
            for row in range(round(y) - 1, round(y) + 2)
            for index in self._cells.get((column, row), ())
            if abs(self.chars[index].y - y) <= NEAR
            and x - NEAR <= self.chars[index].x <= x + reach
            and not self.chars[index].text.isspace()
        ]
        return sorted(found, key=lambda index: (abs(self.chars[index].x - x), index))

    def steps(self) -> Iterator[int]:
        """Indices at which the text leaves its line: a raised number is no part of the one before it."""
        for index in range(1, len(self.chars)):
            before, char = self.chars[index - 1], self.chars[index]
            if abs(before.y - char.y) > NEAR and not before.text.isspace() and not char.text.isspace():
                yield index


def read_pages(data: bytes, name: str) -> list[PageText]:
    """Every page's text. Raises BriefpressError for what PDFium cannot read."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BriefpressError(f"{name} cannot be read: {error}", "Give the file as it was built") from error
    try:
        return [PageText(number, tuple(_chars(page))) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def _chars(page: pdfium.PdfPage) -> Iterator[Char]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    try:
        high = 0
        for index in range(text.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(text, index)
            pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            # What has no Unicode value is no space: it must not vanish from the comparison.
            yield Char(chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd", x.value, y.value)
    finally:
        text.close()
        page.close()
