"""Hatching as clipped lines: no pattern objects, so that a hatch prints as any other line does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from matplotlib.transforms import Affine2D

from briefpress.plotting.ink import alphas, colour_operands, overlap
from briefpress.plotting.paths import number, operators, rectangle

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.transforms import Bbox

    from briefpress.plotting.ink import Ink

#: Edge in points of the square that matplotlib repeats a hatch by, counted from the figure's upper left corner.
_TILE = 72.0


def draw_hatch(ink: Ink, gc: GraphicsContextBase, outline: str, extents: Bbox) -> None:
    """Hatch the inside of `outline`, operators of a path with those extents in the figure's points.

    The colour of the lines keeps its own opacity unless the artist has one.
    """
    pattern = gc.get_hatch_path()
    if pattern is None or not outline:
        return
    colour = gc.get_hatch_color()
    colour = gc.get_rgb() if colour is None else colour
    ink.scope("shapes", gc)
    ink.alpha(*(alphas(gc, colour)[0],) * 2)
    mark = operators(pattern, Affine2D().scale(_TILE))
    ink.write("q", f"{outline} W n", f"{colour_operands(colour)} RG {colour_operands(colour)} rg")
    ink.write(f"{number(gc.get_hatch_linewidth())} w 0 J 0 j [] 0 d")
    for x, y in _tiles(overlap(ink.window(gc), extents), ink):
        ink.write(f"q {rectangle(x, y, _TILE, _TILE)} W n 1 0 0 1 {number(x)} {number(y)} cm", f"{mark} B", "Q")
    ink.write("Q")


def _tiles(box: Bbox, ink: Ink) -> list[tuple[float, float]]:
    left, top = ink.origin[0], ink.origin[1] + ink.size[1]
    columns, rows = _span(*box.intervalx), _span(*(box.intervaly - ink.size[1]))
    return [(left + column * _TILE, top + row * _TILE) for row in rows for column in columns]


def _span(low: Any, high: Any) -> range:
    return range(math.floor(low / _TILE), math.ceil(high / _TILE))
