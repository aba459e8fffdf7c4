"""From sections to pages: what goes on which page, and where a section or a figure may start."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefpress.model.story import Placed
from briefpress.pages.blocks import EPSILON, Block, gap
from briefpress.theme import Geometry

#: A section starts a new page when the one before is at least this full; else a page would end half empty.
FULL = 0.70
#: A section that starts lower on a page must have at least this share of the page left for it.
LEAST_ROOM = 0.22
#: Space above a section that starts lower on a page, in baselines: the generous one, or the close one where that saves
#: a page.
SECTION_GAPS = (3.0, 1.5)


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of blocks with one heading of the first level."""

    name: str
    title: str
    blocks: Sequence[Block]


@dataclass(slots=True)
class Sheet:
    """A page being filled: `y` is how far it is filled, `placed` what stands on it, `sections` those it shows."""

    placed: list[Placed] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    y: float = 0.0
    last: Block | None = None


class Flow:
    """Fills pages of one geometry with sections, in order; a figure that does not fit lets text go ahead of it."""

    def __init__(self, geometry: Geometry, section_gap: float = SECTION_GAPS[0]) -> None:
        self.geometry = geometry
        self.section_gap = section_gap * geometry.baseline
        self.sheets: list[Sheet] = []
        self.starts: dict[str, int] = {}

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    @property
    def room(self) -> float:
        return self.geometry.height - self.sheet.y

    def run(self, sections: Sequence[Section]) -> list[Sheet]:
        for section in sections:
            self._start(section)
            self._fill(section)
        return self.sheets

    def _start(self, section: Section) -> None:
        if not self.sheets:
            self._turn(section)
            return
        heights = self._height(section.blocks)
        left = self.room - self.section_gap
        fits_whole = heights <= left + EPSILON
        has_room = left >= LEAST_ROOM * self.geometry.height and self.sheet.y < FULL * self.geometry.height
        if fits_whole or has_room:
            self.sheet.y += self.section_gap
            self.sheet.last = None
            self.sheet.sections.append(section)
        else:
            self._turn(section)

    def _turn(self, section: Section) -> None:
        self.sheets.append(Sheet(sections=[section]))

    def _height(self, blocks: Sequence[Block]) -> float:
        width, total = self.geometry.width, 0.0
        for index, block in enumerate(blocks):
            total += block.height(width) + (gap(blocks[index - 1], block) if index else 0.0)
        return total

    def _fill(self, section: Section) -> None:
        waiting: list[Block] = []
        queue = list(section.blocks)
        while queue or waiting:
            if waiting and (not queue or self._fits(waiting[0])):
                self._put(waiting.pop(0), section)
                continue
            block = queue.pop(0)
            if block.floats and not self._fits(block) and self.sheet.last is not None and _text_follows(queue):
                waiting.append(block)
                continue
            self._put_with_followers(block, queue, section)

    def _fits(self, block: Block) -> bool:
        return self._lead(block) + block.height(self.geometry.width) <= self.room + EPSILON

    def _lead(self, block: Block) -> float:
        return gap(self.sheet.last, block) if self.sheet.last is not None else 0.0

    def _put_with_followers(self, block: Block, queue: list[Block], section: Section) -> None:
        """A block that is kept with the next one turns the page when not even the next one's beginning fits."""
        if block.keep and queue and self.sheet.y > 0:
            held = [block]
            while held[-1].keep and len(held) <= len(queue):
                held.append(queue[len(held) - 1])
            needed = self._lead(block) + sum(b.height(self.geometry.width) for b in held[:-1])
            needed += sum(gap(a, b) for a, b in itertools.pairwise(held))
            head, _ = held[-1].split(self.geometry.width, self.room - needed)
            if head is None:
                self._turn(section)
        self._put(block, section)

    def _put(self, block: Block | None, section: Section) -> None:
        while block is not None:
            head, tail = block.split(self.geometry.width, self.room - self._lead(block))
            if head is None and self.sheet.last is None and not self.sheet.placed:
                head, tail = block, None  # taller than a page: drawn as it is rather than looping for ever
            if head is not None:
                self._set(head)
                self.starts.setdefault(section.name, len(self.sheets))
            block = tail
            if block is not None:
                self._turn(section)

    def _set(self, block: Block) -> None:
        sheet, geometry = self.sheet, self.geometry
        sheet.y += self._lead(block)
        top = geometry.page_height - geometry.top - sheet.y
        sheet.placed.extend(block.place(geometry.left, top, geometry.width))
        sheet.y += block.height(geometry.width)
        sheet.last = block


def _text_follows(queue: Sequence[Block]) -> bool:
    """Whether something other than a figure may go ahead of one that waits."""
    return bool(queue) and not queue[0].floats


def filled(geometry: Geometry, sections: Sequence[Section]) -> Flow:
    """The sections on pages, with the closest gaps only where they save a page."""
    flows = [Flow(geometry, gap) for gap in SECTION_GAPS]
    for flow in flows:
        flow.run(sections)
    return min(flows, key=lambda flow: len(flow.sheets))
