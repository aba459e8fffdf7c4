"""A QR code drawn as vectors (ISO/IEC 18004); its quiet zone hangs in the margin, so that the black aligns."""

from __future__ import annotations

import segno

from briefpress.model.story import Element
from briefpress.model.text import Origin, Text, claimed, text
from briefpress.pages.blocks import Drawing
from briefpress.pages.desk import Desk
from briefpress.pdf.canvas import TaggingCanvas

LEAST_MODULE = 1.134  # points: 0.4 mm, below which a phone's camera fails on laser print


def qr_code(desk: Desk, parent: Element, address: str) -> Drawing:
    """The address at level M. The code grows beyond 25 mm where its modules would be under 0.4 mm."""
    matrix = tuple(tuple(bool(cell) for cell in row) for row in segno.make_qr(address, error="m").matrix)
    count = len(matrix)
    module = max(desk.measure("qr") / count, LEAST_MODULE)
    side = module * count
    element = parent.add("Figure", spoken=_alt(desk, address))

    def draw(canvas: TaggingCanvas, x: float, bottom: float) -> None:
        element.attributes = {"Placement": "Block", "BBox": (x, bottom, x + side, bottom + side)}
        with canvas.tag(element):
            canvas.set_fill("#000000")
            path = canvas.beginPath()
            for row, cells in enumerate(matrix):
                for start, length in _stretches(cells):
                    path.rect(x + start * module, bottom + side - (row + 1) * module, length * module, module)
            canvas.drawPath(path, stroke=0, fill=1)

    return Drawing(side, side, draw, element)


def _alt(desk: Desk, address: str) -> Text:
    return text(desk.words("qr-leads-to"), ": ", claimed(address, Origin.CELL, "brief.toml:url"))


def _stretches(cells: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules: one rectangle a run leaves no hairlines between modules."""
    made: list[tuple[int, int]] = []
    start: int | None = None
    for index, dark in enumerate((*cells, False)):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            made.append((start, index - start))
            start = None
    return made
