"""A section of written text: eight columns of prose, notes and small charts in the margin, wide charts between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpress.model.dataset import TextSection
from briefpress.model.prose import Block as Written
from briefpress.model.prose import BlockKind
from briefpress.model.story import Element, Placed
from briefpress.model.text import Claim, Origin, Run, Text, plain, text
from briefpress.pages.blocks import Block, Paragraph, Row, Stack
from briefpress.pages.desk import Desk
from briefpress.pages.figure import figure_block
from briefpress.pages.flow import Section
from briefpress.pages.headings import deck, heading, section_rule, title_of
from briefpress.pages.ruled import ruled
from briefpress.pages.spread import Spread

PARAGRAPH_GAP = 7.0
BULLET_INDENT = 12.0


def text_sections(desk: Desk, document: Element, name: str) -> list[Section]:
    """The section of one text/*.md file; none when there is no such file."""
    found = [known for known in desk.dataset.texts if f"text/{known.id}" == name]
    return [TextComposer(desk, document.add("Sect"), one).section(name) for one in found]


class TextComposer:
    """Walks the blocks of one text and gathers them into spreads, parted by charts over the full width."""

    def __init__(self, desk: Desk, parent: Element, written: TextSection) -> None:
        self.desk = desk
        self.parent = parent
        self.written = written
        self.done: list[Block] = []
        self.main: list[Block] = []
        self.side: list[tuple[int, Block]] = []
        self.anchor = 0
        self.title = ""
        self.level = 0  #: of the last heading

    def section(self, name: str) -> Section:
        for index, block in enumerate(self.written.blocks):
            if not self.title and not (block.kind is BlockKind.HEADING and block.level == 1):
                self._open(self._own_title(), name)
            self._add(block, f"{name}-{index}", name)
        self._close()
        return Section(name, self.title, self.done)

    def _own_title(self) -> Text:
        """The title of a text that does not begin with one: from brief.toml, else its file's name in words."""
        words = self.written.id.replace("-", " ").replace("_", " ").strip()
        claim = Claim(Origin.CELL, f"text/{self.written.id}.md")
        return title_of(self.desk.dataset.brief, f"text/{self.written.id}", (Run(words.capitalize(), claim),))

    def _open(self, content: Text, name: str) -> None:
        self.title, self.level = plain(content), 1
        self.done += section_rule(self.desk)
        self.done.append(heading(self.desk, self.parent, 1, content, f"section-{name}"))
        self.done[-1].after = 14.0 if not self._has_deck() else self.done[-1].after

    def _add(self, block: Written, target: str, name: str) -> None:
        if block.kind is BlockKind.HEADING and block.level == 1 and block.prose and not self.title:
            self._open(self.desk.resolve_heading(block.prose), name)
        elif block.kind is BlockKind.DECK and block.prose:
            self._close()
            self.done.append(deck(self.desk, self.parent, self.desk.resolve(block.prose)))
        elif block.kind is BlockKind.CHART:
            self._chart(block.chart)
        elif block.kind is BlockKind.NOTE:
            self._note(block)
        else:
            self._body(block, target)

    def _has_deck(self) -> bool:
        return any(block.kind is BlockKind.DECK for block in self.written.blocks)

    def _body(self, block: Written, target: str) -> None:
        if block.kind is BlockKind.HEADING and block.prose:
            self.anchor = len(self.main)
            # Within a section no level is skipped and none is the section's own (ISO 14289-1, 7.4.2).
            self.level = min(max(block.level, 2), self.level + 1)
            self.main.append(
                heading(self.desk, self.parent, self.level, self.desk.resolve_heading(block.prose), target)
            )
        else:
            self.main.extend(body_blocks(self.desk, self.parent, block, "body"))

    def _note(self, block: Written) -> None:
        made = margin_note(self.desk, self.parent, block)
        if self.desk.theme.flags.get("margin_notes", True):
            self.side.append((self.anchor, made))
        else:
            made.before = made.after = 10.5
            self.main.append(made)

    def _chart(self, name: str) -> None:
        chart = self.desk.charts.get(name)
        if chart is None or name in self.desk.shown:
            return
        self.desk.shown.add(name)
        made = figure_block(self.desk, chart, self.parent)
        if chart.spec.width == "full":
            self._close()
            self.done.append(made)
        elif chart.spec.width == "main" or not self.desk.theme.flags.get("margin_notes", True):
            self.anchor = len(self.main)
            self.main.append(made)
        else:
            self.side.append((max(self.anchor, 0), made))

    def _close(self) -> None:
        """End the spread: what follows goes over the full width."""
        if self.main or self.side:
            self.done.append(spread(self.desk, self.main, self.side))
        self.main, self.side, self.anchor = [], [], 0


def spread(desk: Desk, main: Sequence[Block], side: Sequence[tuple[int, Block]]) -> Spread:
    """Eight columns and a margin of four."""
    geometry = desk.geometry
    wide = geometry.span(int(desk.measure("body_columns")))
    return Spread(main, side, wide, wide + geometry.gutter, geometry.width - wide - geometry.gutter, 14.0, 14.0)


def margin_note(desk: Desk, parent: Element, block: Written) -> Stack:
    """A thin rule, a bold head and small text; a Note of the structure."""
    note = parent.add("Note")
    blocks: list[Block] = [ruled(desk, "note", desk.theme.colours.rule)]
    if block.title:
        head = desk.resolve_heading(block.title)
        blocks.append(Paragraph(head, desk.style("note_head"), desk, note.add("Lbl"), keep=True))
    for inner in block.body:
        blocks.extend(body_blocks(desk, note, inner, "note"))
    return Stack(blocks, whole=True)


def body_blocks(desk: Desk, parent: Element, block: Written, role: str) -> list[Block]:
    """A paragraph or a list in the given type style."""
    if block.kind is BlockKind.LIST:
        numbering = "Decimal" if block.ordered else "Disc"
        holder = parent.add("L", attributes={"ListNumbering": numbering})
        return [
            list_item(desk, holder, _label(desk, index if block.ordered else 0), desk.resolve(item), role)
            for index, item in enumerate(block.items, 1)
        ]
    if block.prose is None:
        return []
    gap = PARAGRAPH_GAP if role == "body" else 3.5
    return [Paragraph(desk.resolve(block.prose), desk.style(role), desk, parent.add("P"), gap, gap)]


def _label(desk: Desk, number: int) -> Text:
    if not number:
        return text("•")
    return (Run(f"{number}.", Claim(Origin.STRUCTURE, f"item:{number}")),)


def list_item(desk: Desk, holder: Element, label: Text, content: Text, role: str, indent: float = BULLET_INDENT) -> Row:
    """A label hung to the left of its text."""
    item = holder.add("LI")
    style = desk.style(role)
    shown = Paragraph(label, style, desk, item.add("Lbl"))
    body = Paragraph(content, style, desk, item.add("LBody"))
    return HangingRow([(0.0, indent, shown), (indent, -indent, body)], before=3.5, after=3.5)


class HangingRow(Row):
    """A row whose last cell takes what the width leaves (a negative width is what to leave free)."""

    def _fixed(self, width: float) -> Row:
        return Row([(x, wide if wide > 0 else width + wide, block) for x, wide, block in self.cells])

    def height(self, width: float) -> float:
        return self._fixed(width).height(width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        head, tail = self._fixed(width).split(width, room)
        return (self, None) if tail is None else (None, self) if head is None else (head, tail)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        return self._fixed(width).place(x, top, width)
