"""Tables: three rules, no verticals, numbers on their decimal point, the header repeated on the next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefpress.model.story import Element, Placed
from briefpress.model.text import Run, Text, text
from briefpress.pages.blocks import EPSILON, Block, DrawnLines, DrawnRule
from briefpress.pages.desk import Desk
from briefpress.pages.setting import Line, Setter
from briefpress.theme import TypeStyle

GUTTER = 6.0
TIGHT = 0.75  # leading inside a cell, as a share of the row's: a single line then fills a row of 14 with lines of 10.5


@dataclass(frozen=True, slots=True)
class Column:
    """`align` is "left", "right" or "decimal"; `role` is the type style of its cells; `width` is in points."""

    head: Text
    width: float
    align: str = "left"
    role: str = "table"
    point: float = 0.0  #: for "decimal": where the decimal point stands, from the column's left


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Text, ...]
    parted: bool = False  #: a gap stands above it


@dataclass(frozen=True, slots=True)
class SetCell:
    lines: tuple[Line, ...]
    shifts: tuple[float, ...]
    leading: float


@dataclass(frozen=True, slots=True)
class Memory:
    """What all parts of one table share: its rows as set and as structure elements, by identity, and its header."""

    cells: dict[int, list[SetCell]]
    elements: dict[int, list[Element]]
    head: list[SetCell]


def natural_width(desk: Desk, cell: Text, role: str) -> float:
    """Width of a text on one line."""
    lines = Setter(desk, desk.style(role)).lines(cell, 100000.0)
    return lines[0].width if lines else 0.0


def decimal_parts(desk: Desk, cell: Text) -> tuple[Text, Text]:
    """The text before the decimal sign of the brief's language and the rest."""
    sign = desk.lexicon.signs.decimal
    before: list[Run] = []
    for index, run in enumerate(cell):
        at = run.text.find(sign)
        if at >= 0 and run.text[at + 1 : at + 2].isdigit():
            head = Run(run.text[:at], run.claim, run.bold, run.italic, run.muted)
            return text(*before, head), text(
                Run(run.text[at:], run.claim, run.bold, run.italic, run.muted), cell[index + 1 :]
            )
        before.append(run)
    return cell, ()


@dataclass(eq=False)
class Table(Block):
    """`structure` is a Table element that has no rows yet; each part of a parted table adds its own."""

    desk: Desk
    columns: Sequence[Column]
    rows: Sequence[TableRow]
    structure: Element
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    continued: bool = False
    whole: bool = False  #: never parted, unless it is taller than a page
    memory: Memory = field(default_factory=lambda: Memory({}, {}, []))

    @property
    def _row_leading(self) -> float:
        return self.desk.style("table").leading

    def _set(self, cell: Text, column: Column, style: TypeStyle) -> SetCell:
        leading = style.leading * TIGHT
        lines = Setter(self.desk, style).lines(cell, max(column.width, 4.0))
        if column.align == "decimal" and lines:
            whole, _ = decimal_parts(self.desk, cell)
            parts = Setter(self.desk, style).lines(whole, 100000.0)
            return SetCell(lines, (column.point - (parts[0].width if parts else 0.0),) * len(lines), leading)
        shift = 1.0 if column.align == "right" else 0.0
        return SetCell(lines, tuple(shift * (column.width - line.width) for line in lines), leading)

    def _cells(self, row: TableRow) -> list[SetCell]:
        if id(row) not in self.memory.cells:
            cells = zip(row.cells, self.columns, strict=True)
            self.memory.cells[id(row)] = [
                self._set(cell, column, self.desk.style(column.role)) for cell, column in cells
            ]
        return self.memory.cells[id(row)]

    def _head(self) -> list[SetCell]:
        if not self.memory.head:
            self.memory.head.extend(self._set_head())
        return self.memory.head

    def _set_head(self) -> list[SetCell]:
        style = self.desk.style("table_head")
        flush = [Column(k.head, k.width, "right" if k.align == "decimal" else k.align, k.role) for k in self.columns]
        return [self._set(k.head, self._head_column(k, f), style) for k, f in zip(self.columns, flush, strict=True)]

    def _head_column(self, column: Column, flush: Column) -> Column:
        """A number column's head ends where its whole numbers end."""
        return Column(flush.head, column.point, "right") if column.align == "decimal" else flush

    def _high(self, cells: Sequence[SetCell]) -> float:
        tall = max((len(cell.lines) * cell.leading for cell in cells), default=0.0)
        return max(tall + self._row_leading * (1 - TIGHT), self._row_leading)

    def _row_high(self, row: TableRow, first: bool) -> float:
        return self._high(self._cells(row)) + (self._parting if row.parted and not first else 0.0)

    @property
    def _parting(self) -> float:
        """The gap that parts groups of rows, without a line."""
        return self.desk.measure("table_parting")

    def _thick(self) -> float:
        return self.desk.measure("table_rule")

    def height(self, width: float) -> float:
        rows = sum(self._row_high(row, index == 0) for index, row in enumerate(self.rows))
        return self._high(self._head()) + rows + 3 * self._thick()

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        y = self._high(self._head()) + 3 * self._thick()
        fit = 0
        for index, row in enumerate(self.rows):
            y += self._row_high(row, index == 0)
            if y > room + EPSILON:
                break
            fit = index + 1
        if fit == len(self.rows):
            return self, None
        if self.whole and self.height(width) <= self.desk.geometry.height:
            return None, self
        fit = min(fit, len(self.rows) - 2)
        if fit < 2:
            return None, self
        return self._part(self.rows[:fit], self.before, self.continued), self._part(self.rows[fit:], 0.0, True)

    def _part(self, rows: Sequence[TableRow], before: float, continued: bool) -> Table:
        after = self.after if continued else 0.0
        keep = (before, after, False, continued, False, self.memory)
        return Table(self.desk, self.columns, rows, self.structure, *keep)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        thick, colour = self._thick(), self.desk.theme.colours.rule
        head = self._head()
        y = top - thick
        yield Placed(DrawnRule(width, thick, colour), x, top)
        yield from self._place_head(head, x, y)
        y -= self._high(head)
        yield Placed(DrawnRule(width, thick, colour), x, y)
        y -= thick
        body, banded = self._body(), self.desk.theme.flags.get("table_bands", False)
        for index, row in enumerate(self.rows):
            y -= self._parting if row.parted and index else 0.0
            cells = self._cells(row)
            if banded and index % 2 == 0:
                yield Placed(DrawnRule(width, self._high(cells), self.desk.theme.colours.tint), x, y)
            yield from self._place_row(cells, self._elements(row, body, len(cells)), x, y)
            y -= self._high(cells)
        yield Placed(DrawnRule(width, thick, colour), x, y)

    def _elements(self, row: TableRow, body: Element, count: int) -> list[Element]:
        """The row's cells in the structure, made once however often the table is placed to try a page."""
        if id(row) not in self.memory.elements:
            tag = body.add("TR")
            head = tag.add("TH", attributes={"Scope": "Row"})
            self.memory.elements[id(row)] = [head, *(tag.add("TD") for _ in range(count - 1))]
        return self.memory.elements[id(row)]

    def _body(self) -> Element:
        bodies = [kid for kid in self.structure.kids if kid.tag == "TBody"]
        return bodies[0] if bodies else self.structure.add("TBody")

    def _place_head(self, head: list[SetCell], x: float, top: float) -> Iterator[Placed]:
        """The header is content once; on the pages that follow it is an artifact (ISO 14289-1, 7.1)."""
        if self.continued:
            yield from self._place_row(head, [None] * len(head), x, top)
            return
        found = [kid for kid in self.structure.kids if kid.tag == "THead"]
        if not found:
            row = self.structure.add("THead").add("TR")
            row.kids.extend(Element("TH", attributes={"Scope": "Column"}) for _ in head)
            found = [kid for kid in self.structure.kids if kid.tag == "THead"]
        yield from self._place_row(head, found[0].kids[0].kids, x, top)

    def _place_row(
        self, cells: Sequence[SetCell], elements: Sequence[Element | None], x: float, top: float
    ) -> Iterator[Placed]:
        pad = self._row_leading * (1 - TIGHT) / 2
        for column, cell, element in zip(self.columns, cells, elements, strict=True):
            if cell.lines:
                yield Placed(DrawnLines(cell.lines, cell.leading, element, cell.shifts), x, top - pad)
            x += column.width + GUTTER
