"""Blocks in columns of equal width, filled one after the other and balanced on the last page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpress.model.story import Placed
from briefpress.pages.blocks import EPSILON, Block, Stack

STEP = 3.5  #: points by which the height of balanced columns is tried


@dataclass(eq=False)
class Columns(Block):
    """`count` columns with `gutter` points between them."""

    blocks: Sequence[Block]
    count: int
    gutter: float
    before: float = 0.0
    after: float = 0.0

    def _wide(self, width: float) -> float:
        return (width - (self.count - 1) * self.gutter) / self.count

    def _fill(self, width: float, room: float) -> tuple[list[Block], Block | None]:
        """What goes into the columns when each may be `room` high, and what is left over."""
        rest: Block | None = Stack(self.blocks)
        made: list[Block] = []
        while rest is not None and len(made) < self.count:
            head, rest = rest.split(self._wide(width), room)
            if head is None:
                break
            made.append(head)
        return made, rest

    def _balanced(self, width: float) -> tuple[list[Block], float]:
        """The least height at which everything fits, found by halving."""
        wide = self._wide(width)
        low, high = 0.0, Stack(self.blocks).height(wide) + STEP
        while high - low > STEP:
            middle = (low + high) / 2
            made, rest = self._fill(width, middle)
            low, high = (low, middle) if rest is None and made else (middle, high)
        made, _ = self._fill(width, high)
        return made, max((block.height(wide) for block in made), default=0.0)

    def height(self, width: float) -> float:
        return self._balanced(width)[1]

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room + EPSILON:
            return self, None
        made, rest = self._fill(width, room)
        if not made or rest is None:
            return None, self
        tail = Columns(_inner(rest), self.count, self.gutter, 0.0, self.after)
        return _Filled(made, self._wide(width), self.gutter, self.before), tail

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        made, _ = self._balanced(width)
        yield from _Filled(made, self._wide(width), self.gutter).place(x, top, width)


def _inner(block: Block) -> Sequence[Block]:
    return block.blocks if isinstance(block, Stack) else (block,)


@dataclass(eq=False)
class _Filled(Block):
    columns: Sequence[Block]
    wide: float
    gutter: float
    before: float = 0.0

    def height(self, width: float) -> float:
        return max(block.height(self.wide) for block in self.columns)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        for index, block in enumerate(self.columns):
            yield from block.place(x + index * (self.wide + self.gutter), top, self.wide)
