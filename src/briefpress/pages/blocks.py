"""What a page is made of: blocks that know their height, can part at a page's end, and place what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefpress.model.story import Element, Placed
from briefpress.model.text import Text, plain
from briefpress.pages.desk import Desk
from briefpress.pages.setting import BASELINE, Line, Setter
from briefpress.pages.showing import draw_line
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.theme import TypeStyle

TALLEST = 560.0  #: points: what is taller than this, most of a page of either paper, is not kept whole
EPSILON = 0.01  # points: sums of leadings must not push a line off the page


class Block:
    """A rectangle in the flow. `before` and `after` are the least gaps to its neighbours; a page's top has none.

    `keep` holds it on the page of the block that follows. `floats` lets text that follows go ahead of it when it does
    not fit the rest of a page.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    floats: bool = False

    def height(self, width: float) -> float:
        raise NotImplementedError

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """Part that fits `room` points of height, and the rest; a block that cannot part moves as a whole."""
        return (self, None) if self.height(width) <= room + EPSILON else (None, self)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        raise NotImplementedError


@dataclass(eq=False)
class Space(Block):
    points: float

    def height(self, width: float) -> float:
        return self.points

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        return iter(())


@dataclass(frozen=True, slots=True)
class DrawnRule:
    width: float
    thickness: float
    colour: str

    def draw(self, canvas: TaggingCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.set_fill(self.colour)
            canvas.rect(x, top - self.thickness, self.width, self.thickness, stroke=0, fill=1)


@dataclass(eq=False)
class Rule(Block):
    """A horizontal line as wide as its column, and the space under it."""

    thickness: float
    colour: str
    gap: float = 0.0
    keep: bool = True
    before: float = 0.0

    def height(self, width: float) -> float:
        return self.thickness + self.gap

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        yield Placed(DrawnRule(width, self.thickness, self.colour), x, top)


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """Set lines and the element they belong to (None: an artifact). `shifts` moves each line right, for centred or
    right-aligned text."""

    lines: tuple[Line, ...]
    leading: float
    element: Element | None
    shifts: tuple[float, ...] = ()
    target: str = ""
    bookmark: tuple[int, str] | None = None
    subtype: str = ""  #: of a running artifact: "Header" or "Footer"

    def draw(self, canvas: TaggingCanvas, x: float, top: float) -> None:
        if self.target:
            canvas.destination(self.target, x, top)
        artifact = canvas.artifact("Pagination", self.subtype or None)
        opened = canvas.tag(self.element) if self.element is not None else artifact
        with opened:
            for index, line in enumerate(self.lines):
                shift = self.shifts[index] if self.shifts else 0.0
                baseline = top - (index + BASELINE) * self.leading
                draw_line(canvas, line, x + shift, baseline, self.element)

    def cites(self) -> Iterator[str]:
        for line in self.lines:
            for _, word in line.words:
                yield from (f.cite for f in word.fragments if f.cite)


@dataclass(eq=False)
class Paragraph(Block):
    """A text in one style. `align` is "left", "right" or "centre"; `lead` lines at the least stand on either side of a
    page break (no widows, no orphans)."""

    text: Text
    style: TypeStyle
    desk: Desk
    element: Element | None
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    align: str = "left"
    target: str = ""
    lead: int = 2
    most: float | None = None  #: widest measure, for text that would run too wide
    level: int | None = None  #: of a heading: its depth in the outline, from 0
    _lines: tuple[Line, ...] | None = None
    _set_for: float = -1.0

    def lines(self, width: float) -> tuple[Line, ...]:
        measure = min(width, self.most) if self.most else width
        if self._set_for != measure or self._lines is None:
            if self._set_for >= 0 and self._lines is not None and not self.text:
                return self._lines
            self._lines = Setter(self.desk, self.style).lines(self.text, measure)
            self._set_for = measure
        return self._lines

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        lines = self.lines(width)
        fit = int((room + EPSILON) / self.style.leading)
        if fit >= len(lines):
            return self, None
        fit = min(fit, len(lines) - self.lead)
        if fit < self.lead:
            return None, self
        return self._part(lines[:fit], self.before, 0.0, self.target), self._part(lines[fit:], 0.0, self.after, "")

    def _part(self, lines: tuple[Line, ...], before: float, after: float, target: str) -> Paragraph:
        part = Paragraph(
            (), self.style, self.desk, self.element, before, after, self.keep, self.align, target, self.lead
        )
        part._lines, part._set_for = lines, 0.0
        return part

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        lines = self.lines(width)
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[self.align]
        shifts = tuple((width - line.width) * share for line in lines) if share else ()
        if lines:
            bookmark = (self.level, plain(self.text)) if self.level is not None else None
            drawn = DrawnLines(lines, self.style.leading, self.element, shifts, self.target, bookmark)
            yield Placed(drawn, x, top)


@dataclass(eq=False)
class Drawing(Block):
    """Something of a fixed size that draws itself: `draw(canvas, x, bottom)`; it opens its own marked content."""

    wide: float
    high: float
    drawn: Callable[[TaggingCanvas, float, float], None]
    element: Element | None = None
    floats: bool = False

    def height(self, width: float) -> float:
        return self.high

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        yield Placed(DrawnFigure(self.high, self.drawn, self.element), x, top)


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    high: float
    drawn: Callable[[TaggingCanvas, float, float], None]
    element: Element | None

    def draw(self, canvas: TaggingCanvas, x: float, top: float) -> None:
        self.drawn(canvas, x, top - self.high)


def gap(above: Block, below: Block) -> float:
    """Points between two neighbours. What is kept with the next block, such as a heading, sets the gap itself."""
    return above.after if above.keep else max(above.after, below.before)


@dataclass(eq=False)
class Stack(Block):
    """Blocks one under the other. `whole` keeps them on one page."""

    blocks: Sequence[Block]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    whole: bool = False
    floats: bool = False

    def tops(self, width: float) -> list[float]:
        """Distance of each block's top from the stack's."""
        y, made = 0.0, []
        for index, block in enumerate(self.blocks):
            y += gap(self.blocks[index - 1], block) if index else 0.0
            made.append(y)
            y += block.height(width)
        return made

    def height(self, width: float) -> float:
        return self.tops(width)[-1] + self.blocks[-1].height(width) if self.blocks else 0.0

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room + EPSILON:
            return self, None
        if self.whole and self.height(width) <= TALLEST:
            return None, self
        tops = self.tops(width)
        index = next(i for i, top in enumerate(tops) if top + self.blocks[i].height(width) > room + EPSILON)
        head, tail = self.blocks[index].split(width, room - tops[index])
        first = list(self.blocks[:index]) + ([head] if head else [])
        if head is None:
            while first and first[-1].keep:
                first.pop()
        rest = (
            list(self.blocks[len(first) :]) if head is None else [*([tail] if tail else []), *self.blocks[index + 1 :]]
        )
        return self._with(first, self.before, 0.0), self._with(rest, 0.0, self.after)

    def _with(self, blocks: Sequence[Block], before: float, after: float) -> Stack | None:
        return Stack(blocks, before, after, self.keep) if blocks else None

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        for offset, block in zip(self.tops(width), self.blocks, strict=True):
            yield from block.place(x, top - offset, width)


@dataclass(eq=False)
class Row(Block):
    """Blocks side by side, each with its offset and width in points; tops aligned."""

    cells: Sequence[tuple[float, float, Block]]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    def height(self, width: float) -> float:
        return max((block.height(wide) for _, wide, block in self.cells), default=0.0)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        """A row moves as a whole, unless no page could hold it; then each of its cells parts."""
        if self.height(width) <= TALLEST or self.height(width) <= room + EPSILON:
            return super().split(width, room)
        parts = [(x, wide, block.split(wide, room)) for x, wide, block in self.cells]
        head = [(x, wide, part[0]) for x, wide, part in parts if part[0] is not None]
        tail = [(x, wide, part[1]) for x, wide, part in parts if part[1] is not None]
        if not any(isinstance(block, Paragraph | Stack) for _, _, block in head):
            return None, self
        return replace(self, cells=head, after=0.0), replace(self, cells=tail, before=0.0) if tail else None

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        for offset, wide, block in self.cells:
            yield from block.place(x + offset, top, wide)


def grid(desk: Desk, blocks: Sequence[Block], across: int, between: float) -> list[Block]:
    """Rows of `across` equal cells on the style's columns, `between` points apart."""
    span = desk.geometry.columns // across
    wide = desk.geometry.span(span)
    rows: list[Block] = []
    for start in range(0, len(blocks), across):
        cells = [(i * (wide + desk.geometry.gutter), wide, b) for i, b in enumerate(blocks[start : start + across])]
        rows.append(Row(cells, before=between if start else 0.0))
    return rows
