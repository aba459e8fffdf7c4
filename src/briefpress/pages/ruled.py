"""Rules and tinted grounds, which differ from style to style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpress.model.story import Placed
from briefpress.pages.blocks import Block, DrawnRule, Rule
from briefpress.pages.desk import Desk


def ruled(desk: Desk, name: str, colour: str = "", gap: str = "", before: float = 0.0) -> Rule:
    """The style's rule of that name ("figure", "tile", "note", ...) with the gap under it; in the accent by default.

    A rule of no thickness is a style's way to have none: its gap goes too.
    """
    thick = desk.measure(f"{name}_rule")
    below = desk.theme.measures.get(gap or f"{name}_gap", desk.measure("figure_gap"))
    return Rule(thick, colour or desk.theme.colours.accent, gap=below if thick else 0.0, before=before)


@dataclass(eq=False)
class Grounded(Block):
    """A block on a tint that reaches `padding` points beyond it on the left and right, below a rule of its own."""

    inner: Block
    tint: str
    padding: float

    def height(self, width: float) -> float:
        return self.inner.height(width - 2 * self.padding)

    def place(self, x: float, top: float, width: float) -> Iterator[Placed]:
        if self.tint:
            yield Placed(DrawnRule(width, self.height(width), self.tint), x, top)
        yield from self.inner.place(x + self.padding, top, width - 2 * self.padding)
