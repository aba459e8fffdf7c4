"""The faces of a theme: found by family and weight, with fallbacks for characters that a face lacks."""

from __future__ import annotations

from pathlib import Path

from briefpress.errors import FontError, ThemeError
from briefpress.pdf.characters import named, normalised
from briefpress.pdf.face import Face, load_face
from briefpress.theme import Family, Theme

__all__ = ["Face", "FontBook"]

#: Which face stands in, in order, for one that a family does not hold.
_HEAVIER = {"semibold": "bold", "bold": "semibold"}


class FontBook:
    """The fonts of one theme. Font files are read when first asked for."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fallbacks = sorted(
            (name for name in theme.families if name.startswith("fallback-")), key=lambda name: (len(name), name)
        )
        self._looks: dict[int, tuple[str, bool]] = {}
        self._faces: dict[tuple[str, str, bool], Face] = {}
        self._covers: dict[tuple[str, Face], tuple[tuple[str, Face], ...]] = {}

    def face(self, family: str, weight: str = "regular", italic: bool = False) -> Face:
        """The face, or the nearest that the family holds. Raises ThemeError for a family that the theme lacks."""
        key = (family, weight, italic)
        if key not in self._faces:
            if family not in self._theme.families:
                message = f"the style {self._theme.name} has no font family {family!r}"
                raise ThemeError(message, "Add it under [families].")
            face = load_face(_nearest(self._theme.families[family], weight, italic))
            self._faces[key] = face
            self._looks.setdefault(id(face), (weight, italic))
        return self._faces[key]

    def cover(self, text: str, face: Face) -> tuple[tuple[str, Face], ...]:
        """The text in NFC, split where a fallback face has to step in.

        Raises FontError, naming the character, when no face has it or it cannot be set at all.
        """
        key = (text, face)
        pieces = self._covers.get(key)
        if pieces is None:
            clean = normalised(text)
            pieces = ((clean, face),) if face.characters.issuperset(clean) else self._split(clean, face)
            self._covers[key] = pieces
        return pieces

    def width(self, text: str, face: Face, size: float) -> float:
        """Kerned advance in points, fallback faces included."""
        return sum(own.width(piece, size) for piece, own in self.cover(text, face))

    def _split(self, text: str, face: Face) -> tuple[tuple[str, Face], ...]:
        pieces: list[tuple[str, Face]] = []
        for char in text:
            own = self._having(char, face)
            if pieces and pieces[-1][1] is own:
                pieces[-1] = (pieces[-1][0] + char, own)
            else:
                pieces.append((char, own))
        return tuple(pieces)

    def _having(self, char: str, face: Face) -> Face:
        if face.has(char):
            return face
        weight, italic = self._looks.get(id(face), ("regular", False))
        for family in self._fallbacks:
            other = self.face(family, weight, italic)
            if other.has(char):
                return other
        raise FontError(
            f"no font of the style {self._theme.name} has the character {named(char)}",
            "Use another character, or add a fallback family that has it to the style.",
        )


def _nearest(family: Family, weight: str, italic: bool) -> Path:
    weights = [weight, *([_HEAVIER[weight]] if weight in _HEAVIER else [])]
    upright = [*weights, "regular"]
    slanted = [*(f"{name}-italic" for name in weights if name != "regular"), "italic"] if italic else []
    for name in [*slanted, *upright]:
        if name in family.faces:
            return family.faces[name]
    raise ThemeError(f"the font family {family.name} has no regular face", "Name its file in the style.")
