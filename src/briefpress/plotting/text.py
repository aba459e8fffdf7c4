"""Draws the text of a figure as text of the page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path
from matplotlib.text import TextToPath
from matplotlib.transforms import Affine2D

from briefpress.errors import BriefpressError
from briefpress.model.text import Claim, Run, holds_digit
from briefpress.plotting.ink import alphas, hexadecimal
from briefpress.plotting.mathtext import Formula, math_setter
from briefpress.plotting.paths import operators
from briefpress.plotting.typefaces import extents, face_for, outline

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.font_manager import FontProperties

    from briefpress.pdf.fonts import FontBook
    from briefpress.plotting.claims import Claims
    from briefpress.plotting.ink import Ink


class Label(NamedTuple):
    """What matplotlib hands to draw_text: a line of text whose baseline starts at (x, y), turned by `angle` degrees."""

    gc: GraphicsContextBase
    x: float
    y: float
    s: str
    prop: FontProperties
    angle: float
    ismath: Any = False
    mtext: Artist | None = None


def refuse_tex() -> BriefpressError:
    return BriefpressError(
        "a figure asks for its text to be set by LaTeX (usetex)", "Leave usetex out; $...$ is set without LaTeX."
    )


class TextSetter:
    """Measures and draws text with one font book."""

    def __init__(self, fonts: FontBook, ink: Ink, claims: Claims) -> None:
        self.fonts = fonts
        self._ink = ink
        self._claims = claims
        self.mathematics = math_setter(fonts)

    def measure(self, text: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        """Width, height and depth below the baseline, in points. Raises BriefpressError for TeX."""
        if ismath == "TeX":
            raise refuse_tex()
        if ismath:
            formula = self.mathematics.formula(text, prop)
            return formula.width, formula.height, formula.descent
        return extents(self.fonts, text, face_for(self.fonts, prop), prop.get_size_in_points())

    def line(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascent, descent (positive) and gap of the face's lines, in points."""
        face, size = face_for(self.fonts, prop), prop.get_size_in_points()
        return face.ascent(size), -face.descent(size), 0.0

    def draw(self, label: Label) -> None:
        """Raises BriefpressError for TeX, FontError for a character that no font has."""
        if label.ismath == "TeX":
            raise refuse_tex()
        opacity = alphas(label.gc, label.gc.get_rgb())[0]
        if opacity == 0 or not label.s:
            return
        run = self._claims.run(label.s, label.prop, label.mtext)
        if label.ismath:
            self._draw_formula(label, run.claim, opacity)
            return
        face, size = face_for(self.fonts, label.prop), label.prop.get_size_in_points()
        pen = self._pen(label, opacity)
        pen(run, (0.0, 0.0), face, size)

    def _pen(self, label: Label, opacity: float) -> Any:
        """A function that shows a run at a place given along and across the label's baseline."""
        ink, canvas, colour = self._ink, self._ink.canvas, hexadecimal(label.gc.get_rgb())
        ink.scope("text", label.gc)
        # A colour set anew sets the opacity anew, so it comes first.
        canvas.set_fill(colour)
        ink.alpha(opacity, opacity)
        x, y = float(label.x) + ink.origin[0], float(label.y) + ink.origin[1]
        cosine, sine = math.cos(math.radians(label.angle)), math.sin(math.radians(label.angle))

        def show(run: Run, place: tuple[float, float], face: Any, size: float) -> None:
            right = x + place[0] * cosine - place[1] * sine
            up = y + place[0] * sine + place[1] * cosine
            if label.angle % 360:
                canvas.show_rotated(run, (right, up), face, size, colour, label.angle)
            else:
                canvas.show(run, right, up, face, size, colour)

        return show

    def _draw_formula(self, label: Label, claim: Claim | None, opacity: float) -> None:
        formula = self.mathematics.formula(label.s, label.prop)
        pen = self._pen(label, opacity)
        spoken = formula.reading.encode("utf-16-be").hex().upper()
        self._ink.write(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
        whole = Run(formula.reading, claim if holds_digit(formula.reading) else None)
        at = (float(label.x) + self._ink.origin[0], float(label.y) + self._ink.origin[1])
        with self._ink.canvas.read_as(whole, at, label.prop.get_size_in_points(), formula.width):
            for piece in formula.pieces:
                run = Run(piece.text, claim if holds_digit(piece.text) else None)
                pen(run, (piece.x, piece.y), piece.face, piece.size)
        turned = Affine2D().rotate_deg(label.angle).translate(label.x, label.y)
        shapes = [operators(Path(*shape), turned, self._ink.origin) for shape in formula.shapes]
        if any(shapes):
            self._ink.write(f"{' '.join(shapes)} f")
        self._ink.write("EMC")


class Outlines(TextToPath):
    """Text as paths in the page's faces, which matplotlib asks for when a text has path effects such as a halo.

    It remembers what each path spells: when the path comes back to be filled, the text itself is drawn in its stead.
    """

    def __init__(self, setter: TextSetter) -> None:
        super().__init__()
        self._setter = setter
        self._spelled: dict[int, tuple[Any, str, FontProperties, bool]] = {}

    def get_text_path(self, prop: FontProperties, s: str, ismath: Any = False, **_: Any) -> Any:
        """Vertices for a size of 100 points, as matplotlib scales what it gets here. Raises BriefpressError for TeX."""
        if ismath == "TeX":
            raise refuse_tex()
        if ismath:
            large = prop.copy()
            large.set_size(self.FONT_SCALE)
            vertices, codes = self._formula(self._setter.mathematics.formula(s, large))
        else:
            face = face_for(self._setter.fonts, prop)
            vertices, codes = outline(self._setter.fonts, s, face, self.FONT_SCALE)
        self._spelled[id(vertices)] = (vertices, s, prop, bool(ismath))
        return vertices, codes

    def _formula(self, formula: Formula) -> tuple[Any, list[int]]:
        parts = [np.empty((0, 2))]
        codes: list[int] = []
        for piece in formula.pieces:
            points, kinds = outline(self._setter.fonts, piece.text, piece.face, piece.size)
            parts.append(np.add(points, (piece.x, piece.y)))
            codes += kinds
        for points, kinds in formula.shapes:
            parts.append(np.asarray(points, float))
            codes += kinds
        return np.concatenate(parts), codes

    def label(self, gc: GraphicsContextBase, path: Path, transform: Any) -> Label | None:
        """The text that a path made here spells, where the transform puts it; None for any other path."""
        known = self._spelled.get(id(path.vertices))
        if known is None or known[0] is not path.vertices:
            return None
        a, b, _, _, x, y = transform.frozen().to_values()
        own = GraphicsContextBase()
        own.copy_properties(gc)
        return Label(own, x, y, known[1], known[2], math.degrees(math.atan2(b, a)), known[3])
