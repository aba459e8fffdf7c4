"""From matplotlib's FontProperties to a face of the page, with the measures and outlines that matplotlib asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.font_manager import get_font, weight_dict
from matplotlib.ft2font import LoadFlags

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

    from briefpress.pdf.fonts import Face, FontBook

#: Family names by which figures ask for the families of the style; every other name gets the label family.
LABEL, TEXT = "briefpress-label", "briefpress-text"
#: Size in points at which glyphs are measured and outlined, to be scaled.
_EM = 100.0


def face_for(fonts: FontBook, prop: FontProperties) -> Face:
    """The face for a family name, a weight (400, 600 or 700, or what lies nearest) and a slant."""
    family = "text" if TEXT in prop.get_family() else "label"
    return fonts.face(family, weight_name(prop), prop.get_style() in ("italic", "oblique"))


def weight_name(prop: FontProperties) -> str:
    weight = prop.get_weight()
    value = weight_dict[weight] if isinstance(weight, str) else weight
    return "regular" if value <= 500 else "semibold" if value < 650 else "bold"


def file_of(face: Face) -> str:
    return str(face.font.face.filename)


def extents(fonts: FontBook, text: str, face: Face, size: float) -> tuple[float, float, float]:
    """Kerned advance, height of the ink and its depth below the baseline, in points."""
    top = bottom = 0.0
    for piece, own in fonts.cover(text, face):
        for char in piece:
            low, high = _reach(file_of(own), char)
            bottom, top = min(bottom, low), max(top, high)
    scale = size / _EM
    return fonts.width(text, face, size), (top - bottom) * scale, -bottom * scale


def outline(fonts: FontBook, text: str, face: Face, size: float) -> tuple[Any, list[int]]:
    """Vertices (n, 2) in points and path codes of the text, its baseline beginning at the origin."""
    vertices, codes = [np.empty((0, 2))], []
    start = 0.0
    for piece, own in fonts.cover(text, face):
        for at, char in enumerate(piece):
            points, kinds = _glyph(file_of(own), char)
            # The kerning before a character is part of the advance of what precedes it.
            x = start + own.width(piece[: at + 1], size) - own.width(char, size)
            vertices.append(points * (size / _EM) + (x, 0.0))
            codes.extend(kinds)
        start += own.width(piece, size)
    return np.concatenate(vertices), codes


def glyph_outline(font: FT2Font, glyph: Any) -> tuple[Any, list[int]]:
    """Vertices and codes of one glyph at one point."""
    font.set_size(_EM, 72)
    font.load_glyph(glyph, flags=LoadFlags.NO_HINTING)
    points, kinds = font.get_path()
    return np.asarray(points, float).reshape(-1, 2) / _EM, list(kinds)


@lru_cache(maxsize=4096)
def _reach(path: str, char: str) -> tuple[float, float]:
    font = get_font(path)
    font.set_size(_EM, 72)
    bounds = font.load_char(ord(char), flags=LoadFlags.NO_HINTING).bbox
    return bounds[1] / 64, bounds[3] / 64


@lru_cache(maxsize=1024)
def _glyph(path: str, char: str) -> tuple[Any, list[int]]:
    font = get_font(path)
    points, kinds = glyph_outline(font, font.get_char_index(ord(char)))
    return points * _EM, kinds
