"""A main column with a margin: notes and small charts stand beside what they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpress.model.story import Placed
from briefpress.pages.blocks import EPSILON, TALLEST, Block, Stack


@dataclass(eq=False)
class Spread(Block):
    """A main column and a margin beside it.

    Each margin block has the index of the main block whose top it starts at, or as soon after as those above it end.
    """

    main: Sequence[Block]
    side: Sequence[tuple[int, Block]]
    main_width: float
    side_offset: float
    side_width: float
    before: float = 0.0
    after: float = 0.0
    between: float = 7.0  #: least gap of two margin blocks
    keep: bool = False
    main_offset: float = 0.0

    def _column(self) -> Stack:
        return Stack(self.main)

    def _side_tops(self) -> list[float]:
        tops = self._column().tops(self.main_width)
        made: list[float] = []
        floor = 0.0
        for anchor, block in self.side:
            start = max(tops[min(anchor, len(tops) - 1)] if tops else 0.0, floor)
            made.append(start)
            floor = start + block.height(self.side_width) + self.between
        return made

    def height(self, width: float) -> float:
        heights = [
            top + block.height(self.side_width) for top, (_, block) in zip(self._side_tops(), self.side, strict=True)
        ]
        return max([self._column().height(self.main_width), *heights], default=0.0)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room + EPSILON:
            return self, None
        ahead = self._text_ahead(room)
        if ahead is not None:
            return ahead.split(width, room)
        head, tail = self._column().split(self.main_width, room)
        if not isinstance(head, Stack) and self.main:
            return None, self
        count = len(head.blocks) if isinstance(head, Stack) else 0
        stay: list[tuple[int, Block]] = []
        move: list[tuple[int, Block]] = []
        for top, (anchor, block) in zip(self._side_tops(), self.side, strict=True):
            here = not move and anchor < max(count, 1)
            head_part, tail_part = self._side_split(block, room - top) if here else (None, block)
            stay += [(anchor, head_part)] if head_part is not None else []
            move += [(anchor, tail_part)] if tail_part is not None else []
        rest = tail.blocks if isinstance(tail, Stack) else ()
        skipped = len(self.main) - len(rest)
        moved = [(max(anchor - skipped, 0), block) for anchor, block in move]
        if not count and not stay:
            return None, self
        return (
            self._with(head.blocks if isinstance(head, Stack) else (), stay, self.before, 0.0),
            self._with(rest, moved, 0.0, self.after) if rest or moved else None,
        )

    def _with(self, main: Sequence[Block], side: list[tuple[int, Block]], before: float, after: float) -> Spread:
        return Spread(
            main,
            side,
            self.main_width,
            self.side_offset,
            self.side_width,
            before,
            after,
            self.between,
            main_offset=self.main_offset,
        )

    def _side_split(self, block: Block, room: float) -> tuple[Block | None, Block | None]:
        """A margin block moves as a whole, unless no page could hold it."""
        if block.height(self.side_width) <= room + EPSILON:
            return block, None
        return block.split(self.side_width, room) if block.height(self.side_width) > TALLEST else (None, block)

    def _text_ahead(self, room: float) -> Spread | None:
        """The same with a figure that does not fit set behind the text that follows it, when some of that text fits."""
        tops = self._column().tops(self.main_width)
        late = (i for i, top in enumerate(tops) if top + self.main[i].height(self.main_width) > room + EPSILON)
        index = next(late, len(self.main))
        end = index + 1
        while end < len(self.main) and not self.main[end].floats:
            end += 1
        if index == len(self.main) or not self.main[index].floats or end == index + 1:
            return None
        follower = Stack(self.main[index + 1 : end]).split(
            self.main_width, room - tops[index] - self.main[index + 1].before
        )
        if follower[0] is None:
            return None
        order = [*range(index), *range(index + 1, end), index, *range(end, len(self.main))]
        side = sorted(
            ((order.index(min(anchor, len(order) - 1)), block) for anchor, block in self.side), key=lambda s: s[0]
        )
        return self._with([self.main[i] for i in order], side, self.before, self.after)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        yield from self._column().place(x + self.main_offset, top, self.main_width)
        for offset, (_, block) in zip(self._side_tops(), self.side, strict=True):
            yield from block.place(x + self.side_offset, top - offset, self.side_width)
