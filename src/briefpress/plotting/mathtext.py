"""Mathematical text: set in the page's own faces where they have the characters, outlined in matplotlib's where not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.mathtext import MathTextParser

from briefpress.errors import BriefpressError
from briefpress.plotting.typefaces import file_of, glyph_outline, weight_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.font_manager import FontProperties

    from briefpress.pdf.fonts import Face, FontBook

#: matplotlib rounds the measures of a formula to whole dots; at this fineness that is a tenth of a point.
_DPI = 720
_RAISED = str.maketrans("0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

#: What has a meaning of its own in a value of a fontconfig pattern, the form in which rcParams take a file.
_PATTERN_SIGNS, _ESCAPE = re.compile(r"(?=[\\=_:,])"), r"\\"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a formula in one face and size, from (x, y) in points of the formula's baseline start."""

    text: str
    face: Face
    size: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Formula:
    """A laid out formula: its measures in points, its text, and what can only be drawn.

    `shapes` are (vertices, codes) relative to the baseline's start; `reading` are the characters for who can't see it.
    """

    width: float
    height: float
    descent: float
    pieces: tuple[Piece, ...]
    shapes: tuple[tuple[Any, list[int]], ...]
    reading: str


class MathSetter:
    """Lays out formulas with the faces of one font book."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        # matplotlib keeps what a parser has parsed without regard to the fonts that were set, hence one of our own.
        self._parser = MathTextParser("path")
        self._known: dict[tuple[str, int], Formula] = {}

    def formula(self, source: str, prop: FontProperties) -> Formula:
        """Raises BriefpressError when matplotlib cannot read the source."""
        key = (source, hash(prop))
        if key not in self._known:
            self._known[key] = self._laid_out(source, prop.copy())
        return self._known[key]

    def _laid_out(self, source: str, prop: FontProperties) -> Formula:
        faces = self._faces(prop)
        settings: Any = _settings(faces)
        try:
            with mpl.rc_context(settings):
                prop.set_math_fontfamily("custom")
                prop.set_file(file_of(faces["rm"]))
                parsed = self._parser.parse(source, _DPI, prop)
        except ValueError as error:
            raise BriefpressError(
                f"matplotlib cannot read the formula {source!r}: {error}", "Correct the formula."
            ) from error
        scale = 72 / _DPI
        glyphs = [_Glyph(*glyph[:4], float(glyph[4]) * scale, float(glyph[5]) * scale) for glyph in parsed.glyphs]
        by_file = {file_of(face): face for face in faces.values()}
        shapes = [_shape(glyph) for glyph in glyphs if glyph.face(by_file) is None]
        shapes += [_bar(*(side * scale for side in bar)) for bar in parsed.rects]
        measures = (parsed.width * scale, parsed.height * scale, parsed.depth * scale)
        pieces = tuple(_joined(glyphs, by_file))
        return Formula(*measures, pieces, tuple(shapes), _reading(source, glyphs, bool(parsed.rects)))

    def _faces(self, prop: FontProperties) -> dict[str, Face]:
        family = "text" if "briefpress-text" in prop.get_family() else "label"
        weight = weight_name(prop)
        slanted = prop.get_style() in ("italic", "oblique")
        upright = self._fonts.face(family, weight, slanted)
        italic = self._fonts.face(family, weight, True)
        bold = self._fonts.face(family, "bold")
        plain = dict.fromkeys(("rm", "sf", "tt"), upright)
        return {**plain, "it": italic, "cal": italic, "bf": bold, "bfit": self._fonts.face(family, "bold", True)}


@lru_cache(maxsize=4)
def math_setter(fonts: FontBook) -> MathSetter:
    """One for all figures of a document: reading a formula takes milliseconds, and tick labels repeat."""
    return MathSetter(fonts)


@dataclass(frozen=True, slots=True)
class _Glyph:
    font: Any
    size: float
    code: int
    index: int
    x: float
    y: float

    def face(self, by_file: dict[str, Face]) -> Face | None:
        """The face of the page that can show this glyph by its character, if one can."""
        face = by_file.get(str(self.font.fname))
        return face if face is not None and face.glyphs.get(self.code) == self.index else None


def _settings(faces: dict[str, Face]) -> dict[str, str]:
    files = {
        f"mathtext.{style}": f":file={_PATTERN_SIGNS.sub(_ESCAPE, file_of(face))}" for style, face in faces.items()
    }
    return {"mathtext.fontset": "custom", "mathtext.fallback": "stixsans", **files}


def _shape(glyph: _Glyph) -> tuple[Any, list[int]]:
    vertices, codes = glyph_outline(glyph.font, glyph.index)
    return vertices * glyph.size + (glyph.x, glyph.y), codes


def _bar(x: float, y: float, width: float, height: float) -> tuple[Any, list[int]]:
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return corners, [1, 2, 2, 2, 79]


def _joined(glyphs: Sequence[_Glyph], by_file: dict[str, Face]) -> Iterator[Piece]:
    """Glyphs that stand where the face itself would set them become one text, so that a number stays whole."""
    piece: Piece | None = None
    for glyph in glyphs:
        face = glyph.face(by_file)
        if face is None:
            continue
        char = chr(glyph.code)
        if piece is not None and (piece.face, piece.size, piece.y) == (face, glyph.size, glyph.y):
            longer = piece.text + char
            expected = piece.x + face.width(longer, glyph.size) - face.width(char, glyph.size)
            if abs(expected - glyph.x) < 0.02 * glyph.size:
                piece = Piece(longer, face, piece.size, piece.x, piece.y)
                continue
        if piece is not None:
            yield piece
        piece = Piece(char, face, glyph.size, glyph.x, glyph.y)
    if piece is not None:
        yield piece


def _reading(source: str, glyphs: Sequence[_Glyph], barred: bool) -> str:
    """The characters in order, raised and lowered ones as Unicode has them; a fraction or a root is read as written."""
    written = re.sub(r"\\math(default|regular|rm|it)\{(.*?)\}|\$", r"\2", source).strip()
    if barred or not glyphs or any(0xE000 <= glyph.code <= 0xF8FF for glyph in glyphs):
        return written
    largest = max(glyph.size for glyph in glyphs)
    read = ""
    for glyph in glyphs:
        char = chr(glyph.code)
        if glyph.size < largest and abs(glyph.y) > 0.05 * largest:
            changed = char.translate(_RAISED if glyph.y > 0 else _LOWERED)
            if changed == char:
                return written
            char = changed
        read += char
    return read
