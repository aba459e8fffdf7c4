"""One font file: its measures, its kerning by HarfBuzz, and the operators that show text in it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from briefpress.errors import FontError
from briefpress.pdf.characters import named
from briefpress.pdf.embedding import SubsetFont

if TYPE_CHECKING:
    from briefpress.pdf.canvas import TaggingCanvas

#: Only positions are taken from the shaper; a substituted glyph would have no character code of its own in the subset.
_FEATURES = {"kern": True, "mark": True, "mkmk": True} | dict.fromkeys(
    ("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "rclt"), False
)
_TOKEN = re.compile(" +|[^ ]+")
#: A correction below this many thousandths of the size is a rounding of the font's own units, not kerning.
_LEAST_STEP = 0.01


@dataclass(frozen=True, slots=True)
class _Word:
    """Thousandths of the size: the advance, per character what its drawn advance exceeds the wanted one by, and the
    places where combining marks sit off the baseline origin, as character index to (right, up)."""

    advance: float
    steps: tuple[float, ...]
    shifts: dict[int, tuple[float, float]]


class Face:
    """A font file as pages measure and draw it. Texts are NFC and hold only characters of the face."""

    def __init__(self, path: Path) -> None:
        self.font = SubsetFont(f"briefpress:{path.stem}", path)
        face = self.font.face
        self.name: str = face.name.decode("latin-1")
        self.glyphs: dict[int, int] = face.charToGlyph
        self.characters = frozenset(map(chr, self.glyphs))
        self._widths: dict[int, float] = face.charWidths
        self._scale: float = 1000 / face.unitsPerEm
        self._shaper: Any = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
        self._words: dict[str, _Word] = {}
        self._ascent, self._descent = float(face.ascent), float(face.descent)
        self._x_height, self._cap_height = self._heights(face.get_table("OS/2", lean=False))

    def _heights(self, table: bytes) -> tuple[float, float]:
        """x-height and capital height out of OS/2 version 2 or later, else in the usual proportion to the ascent."""
        (version,) = struct.unpack_from(">H", table)
        if version < 2:
            return self._ascent * 0.5, self._ascent * 0.7
        x_height, cap_height = struct.unpack_from(">hh", table, 86)
        return x_height * self._scale, cap_height * self._scale

    def has(self, char: str) -> bool:
        return char in self.characters

    def ascent(self, size: float) -> float:
        return self._ascent * size / 1000

    def descent(self, size: float) -> float:
        """Below the baseline: a negative number."""
        return self._descent * size / 1000

    def cap_height(self, size: float) -> float:
        return self._cap_height * size / 1000

    def x_height(self, size: float) -> float:
        return self._x_height * size / 1000

    def width(self, text: str, size: float) -> float:
        """Kerned advance in points. Raises FontError for a character that the face lacks."""
        return sum(self._word(token).advance for token in _TOKEN.findall(text)) * size / 1000

    def show_ops(self, text: str, size: float, canvas: TaggingCanvas) -> str:
        """Operators that show the text from the current text position (ISO 32000-1, 9.4.3)."""
        steps: list[float] = []
        shifts: dict[int, tuple[float, float]] = {}
        for token in _TOKEN.findall(text):
            word = self._word(token)
            shifts |= {len(steps) + at: shift for at, shift in word.shifts.items()}
            steps.extend(word.steps)
        ops: list[str] = []
        position = 0
        document = canvas._doc
        for subset, codes in self.font.splitString(text, document):
            ops.append(f"{self.font.getSubsetInternalName(subset, document)} {number(size)} Tf")
            end = position + len(codes)
            ops.extend(_shown(codes, steps[position:end], {at - position: shifts[at] for at in shifts}, size))
            position = end
        return " ".join(ops)

    def _word(self, token: str) -> _Word:
        word = self._words.get(token)
        if word is None:
            word = self._words[token] = self._shaped(token)
        return word

    def _shaped(self, token: str) -> _Word:
        for char in token:
            if char not in self.characters:
                raise FontError(f"the font {self.name} lacks {named(char)}", "Use another character or font.")
        codes = [32 if char == "\xa0" else ord(char) for char in token]
        drawn = [self._widths[code] for code in codes]
        glyphs, positions = self._positions("".join(map(chr, codes)))
        if glyphs != [self.glyphs[code] for code in codes]:
            return _Word(sum(drawn), (0.0,) * len(drawn), {})
        wanted = [p.x_advance * self._scale for p in positions]
        steps = tuple(d - w if abs(d - w) >= _LEAST_STEP else 0.0 for d, w in zip(drawn, wanted, strict=True))
        shifts = {
            at: (p.x_offset * self._scale, p.y_offset * self._scale)
            for at, p in enumerate(positions)
            if p.x_offset or p.y_offset
        }
        return _Word(sum(drawn) - sum(steps), steps, shifts)

    def _positions(self, token: str) -> tuple[list[int], list[Any]]:
        buffer = hb.Buffer()
        buffer.add_str(token)
        # Left unset, the language would come from the environment and could change the bytes.
        buffer.language = "en"
        buffer.direction = "ltr"
        buffer.guess_segment_properties()
        hb.shape(self._shaper, buffer, _FEATURES)
        return [info.codepoint for info in buffer.glyph_infos], list(buffer.glyph_positions)


def number(value: float, decimals: int = 3) -> str:
    """A number for a content stream, which knows no exponents: nothing superfluous."""
    string = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if string in ("-0", "") else string


def _shown(codes: bytes, steps: list[float], shifts: dict[int, tuple[float, float]], size: float) -> Iterator[str]:
    """TJ arrays for codes of one subset; marks off the baseline are raised with Ts and moved within the array."""
    array: list[str] = []
    literal = bytearray()
    for at, (code, step) in enumerate(zip(codes, steps, strict=True)):
        right, up = shifts.get(at, (0.0, 0.0))
        if right or up:
            yield _array([*array, _hex(literal), number(-right)])
            yield f"{number(up * size / 1000)} Ts {_array([_hex(bytes([code])), number(right + step)])} 0 Ts"
            array, literal = [], bytearray()
            continue
        literal.append(code)
        if step:
            array += [_hex(literal), number(step)]
            literal = bytearray()
    if literal or array:
        yield _array([*array, _hex(literal)])


def _hex(codes: bytes | bytearray) -> str:
    return f"<{codes.hex()}>" if codes else ""


def _array(parts: list[str]) -> str:
    return f"[{''.join(_spaced(parts))}] TJ"


def _spaced(parts: list[str]) -> Iterator[str]:
    before = ""
    for part in filter(None, parts):
        if before and part[0] != "<" and before[0] != "<":
            yield " "
        yield part
        before = part


@lru_cache(maxsize=64)
def load_face(path: Path) -> Face:
    """The face of a font file, read once a process. Raises FontError when the file is not a TrueType font."""
    try:
        face = Face(path)
    except (OSError, ValueError, LookupError, struct.error) as error:
        raise FontError(f"cannot read the font file {path}: {error}", "Use a TrueType (.ttf) file.") from error
    pdfmetrics.registerFont(face.font)
    return face
