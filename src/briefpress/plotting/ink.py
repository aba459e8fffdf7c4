"""Writes to the page's content stream and remembers the graphics state in force, so that only changes are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.transforms import Bbox

from briefpress.plotting.paths import number, operators, rectangle

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.transforms import BboxBase

    from briefpress.pdf.canvas import TaggingCanvas

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
#: Stroke, in points, of a fill's own colour around a fill that asks for no antialiasing: neighbouring cells of a mesh
#: or a filled contour otherwise show the page between them in every viewer that antialiases.
_SEAM = 0.2


def colour_operands(colour: Any) -> str:
    """Red, green and blue as operands of rg and RG."""
    return " ".join(f"{float(part):.4g}" for part in colour[:3])


def hexadecimal(colour: Any) -> str:
    """Red, green and blue as "#RRGGBB"."""
    return "#" + "".join(f"{round(float(part) * 255):02X}" for part in colour[:3])


def alphas(gc: GraphicsContextBase, face: Any) -> tuple[float, float]:
    """Opacity of fill and of stroke: matplotlib's alpha of an artist overrules the one of its colours."""
    if gc.get_forced_alpha():
        return gc.get_alpha(), gc.get_alpha()
    rgb = gc.get_rgb()
    return (face[3] if face is not None and len(face) > 3 else 1.0), (rgb[3] if len(rgb) > 3 else 1.0)


def is_stroked(gc: GraphicsContextBase) -> bool:
    """A line of no width is not drawn: in PDF it would be the thinnest that the device has."""
    rgb = gc.get_rgb()
    return gc.get_linewidth() > 0 and (len(rgb) < 4 or rgb[3] > 0 or gc.get_forced_alpha()) and gc.get_alpha() != 0


def is_filled(face: Any) -> bool:
    return face is not None and (len(face) < 4 or face[3] > 0)


class Ink:
    """The canvas with a figure of `size` whose lower left corner is at `origin` of the user space, all in points.

    Drawing happens in scopes, each a saved graphics state with one clipping path. A scope is of text or of shapes: the
    canvas keeps its own account of the fill colour of text, shapes set theirs without it.
    """

    def __init__(self, canvas: TaggingCanvas, origin: tuple[float, float], size: tuple[float, float]) -> None:
        self.canvas = canvas
        self.origin = origin
        self.size = size
        self._scope: tuple[str, str] | None = None
        self._state: dict[str, str] = {}

    def write(self, *codes: str) -> None:
        for code in codes:
            self.canvas._code.append(code)

    def scope(self, kind: str, gc: GraphicsContextBase) -> None:
        """Go on in a scope of that kind ("text" or "shapes") with the clipping that `gc` asks for."""
        wanted = (kind, self._clipping(gc))
        if wanted == self._scope:
            return
        self.close()
        self.canvas.saveState()
        self._scope = wanted
        if wanted[1]:
            self.write(wanted[1])

    def close(self) -> None:
        """End the scope that is open, if any: the graphics state is again what it was before."""
        if self._scope is not None:
            self.canvas.restoreState()
        self._scope = None
        self._state.clear()

    def alpha(self, fill: float, stroke: float) -> None:
        self.canvas.setFillAlpha(round(float(fill), 4))
        self.canvas.setStrokeAlpha(round(float(stroke), 4))

    def set(self, operator: str, operands: str) -> None:
        """Write a state operator unless it is in force already."""
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self.write(f"{operands} {operator}")

    def prepare(self, gc: GraphicsContextBase, face: Any) -> str:
        """Set what fill and stroke need and return the painting operator: "f", "S", "B", or "n" for nothing."""
        self.scope("shapes", gc)
        filled, stroked = is_filled(face), is_stroked(gc)
        fill_alpha, stroke_alpha = alphas(gc, face)
        if filled and not stroked and not gc.get_antialiased() and fill_alpha == 1:
            self.alpha(1, 1)
            self.set("rg", colour_operands(face))
            self.line(face, _SEAM)
            return "B"
        self.alpha(fill_alpha, stroke_alpha)
        if filled:
            self.set("rg", colour_operands(face))
        if stroked:
            self.line(gc.get_rgb(), gc.get_linewidth(), gc)
        return {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}[filled, stroked]

    def line(self, colour: Any, width: float, gc: GraphicsContextBase | None = None) -> None:
        """Set stroke colour, width in points, and cap, join and dashes as `gc` says (without: butt, mitre, solid)."""
        self.set("RG", colour_operands(colour))
        self.set("w", number(width))
        self.set("J", str(_CAPS[gc.get_capstyle()] if gc else 0))
        self.set("j", str(_JOINS[gc.get_joinstyle()] if gc else 0))
        self.set("d", _dashes(gc) if gc else "[] 0")

    def window(self, gc: GraphicsContextBase) -> Bbox:
        """The part of the figure that the clipping rectangle leaves, in the figure's points."""
        whole = Bbox.from_bounds(0, 0, *self.size)
        box = gc.get_clip_rectangle()
        return whole if box is None else overlap(whole, box)

    def _clipping(self, gc: GraphicsContextBase) -> str:
        x, y = self.origin
        codes = []
        box = gc.get_clip_rectangle()
        if box is not None:
            codes.append(f"{rectangle(box.x0 + x, box.y0 + y, box.width, box.height)} W n")
        path: Any
        transform: Any
        path, transform = gc.get_clip_path()
        if path is not None:
            codes.append(f"{operators(path, transform, self.origin) or '0 0 0 0 re'} W n")
        return " ".join(codes)


def overlap(first: Bbox, second: BboxBase) -> Bbox:
    """What two boxes share; a box without extent when they share nothing."""
    low = np.maximum((first.xmin, first.ymin), (second.xmin, second.ymin))
    high = np.minimum((first.xmax, first.ymax), (second.xmax, second.ymax))
    return Bbox([low, np.maximum(low, high)])


def _dashes(gc: GraphicsContextBase) -> str:
    offset: Any
    lengths: Any
    offset, lengths = gc.get_dashes()
    if lengths is None or not len(lengths) or not any(lengths):
        return "[] 0"
    # A negative phase is no valid operand (ISO 32000-1, 8.4.3.6); an odd pattern repeats after twice its length.
    period = float(sum(lengths)) * (2 if len(lengths) % 2 else 1)
    return f"[{' '.join(number(length) for length in lengths)}] {number(float(offset) % period)}"
