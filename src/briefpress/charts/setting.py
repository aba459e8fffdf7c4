"""Text measured, broken into lines and cut, in the theme's own fonts, without a canvas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

from briefpress.model.text import Run, Text, holds_digit, plain
from briefpress.theme import Theme, TypeStyle

ELLIPSIS = "…"
NO_BREAK = "\u00a0"
_EM = 1000
#: Of the size: how far letters with accents reach above the baseline, and how far descenders hang below it.
ABOVE, BELOW = 0.76, 0.23


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style; several on a line share its baseline."""

    text: Text
    style: TypeStyle


Line = tuple[Span, ...]
Block = tuple[Line, ...]


@lru_cache(maxsize=64)
def _font(path: Path) -> FT2Font:
    font = FT2Font(str(path))
    font.set_size(_EM, 72)
    return font


@lru_cache(maxsize=8192)
def _advance(path: Path, char: str) -> float | None:
    """Width in ems, or None where the font lacks the character."""
    font = _font(path)
    if not font.get_char_index(ord(char)):
        return None
    glyph = font.load_char(ord(char), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / _EM


def face_key(style: TypeStyle, run: Run) -> str:
    """The name of the face in a family: the style's weight, made bold or italic by the run."""
    weight = "bold" if run.bold else style.weight
    if not (style.italic or run.italic):
        return weight
    return "italic" if weight == "regular" else f"{weight}-italic"


class Ruler:
    """Measures in one theme. Kerning is left out: it makes words narrower, so what fits here fits on the page."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._cache: dict[tuple[str, str, str], float] = {}

    def _faces(self, family: str, key: str) -> Iterator[Path]:
        order = [family, *(name for name in sorted(self.theme.families) if name.startswith("fallback"))]
        for name in order:
            faces = self.theme.families[name].faces if name in self.theme.families else {}
            path = faces.get(key) or faces.get(key.removesuffix("-italic")) or faces.get("regular")
            if path is not None:
                yield path

    def _em(self, family: str, key: str, char: str) -> float:
        known = self._cache.get((family, key, char))
        if known is None:
            widths = (_advance(path, char) for path in self._faces(family, key))
            known = next((width for width in widths if width is not None), 1.0)
            self._cache[family, key, char] = known
        return known

    def run(self, run: Run, style: TypeStyle) -> float:
        key = face_key(style, run)
        return style.size * sum(self._em(style.family, key, char) for char in run.text)

    def text(self, text: Text, style: TypeStyle) -> float:
        return sum(self.run(run, style) for run in text)

    def line(self, line: Line) -> float:
        return sum(self.text(span.text, span.style) for span in line)

    def block(self, block: Block) -> tuple[float, float]:
        """Width and height from the top of the first line's letters to the bottom of the last line's descenders."""
        if not block:
            return 0.0, 0.0
        width = max(self.line(line) for line in block)
        drop = sum(step(above, below) for above, below in pairwise(block))
        return width, drop + ABOVE * size_of(block[0]) + BELOW * size_of(block[-1])


def size_of(line: Line) -> float:
    return max((span.style.size for span in line), default=0.0)


def leading_of(line: Line) -> float:
    return max((span.style.leading for span in line), default=0.0)


def step(above: Line, below: Line) -> float:
    """From one baseline to the next: a quarter of the upper line's leading and three of the lower's."""
    return 0.25 * leading_of(above) + 0.75 * leading_of(below)


def _words(text: Text, space: str = " ") -> list[list[Run]]:
    """Split at ordinary spaces (a no-break space holds); each word keeps its runs and so its claims."""
    words: list[list[Run]] = [[]]
    for run in text:
        for index, part in enumerate(run.text.split(space)):
            if index:
                words.append([])
            if part:
                words[-1].append(replace(run, text=part))
    return [word for word in words if word]


def _parts(word: list[Run], style: TypeStyle, width: float, ruler: Ruler) -> Iterator[list[Run]]:
    """Break a word that is wider than the line at its no-break spaces ("4.86 million"), and what is still too wide
    between characters."""
    for part in _words(tuple(word), NO_BREAK):
        if ruler.text(tuple(part), style) <= width:
            yield part
        else:
            yield from _pieces(part, style, width, ruler)


def _pieces(word: list[Run], style: TypeStyle, width: float, ruler: Ruler) -> Iterator[list[Run]]:
    """Break a word that is wider than the line between characters: ugly, but nothing is lost."""
    piece: list[Run] = []
    used = 0.0
    for run in word:
        for char in run.text:
            one = replace(run, text=char, claim=run.claim)
            advance = ruler.run(one, style)
            if piece and used + advance > width:
                yield piece
                piece, used = [], 0.0
            if piece and replace(piece[-1], text="") == replace(one, text=""):
                piece[-1] = replace(piece[-1], text=piece[-1].text + char)
            else:
                piece.append(one)
            used += advance
    if piece:
        yield piece


def _joined(words: Sequence[list[Run]]) -> Text:
    runs: list[Run] = []
    for index, word in enumerate(words):
        for place, run in enumerate(word):
            lead = " " if index and not place else ""
            whole = replace(run, text=lead + run.text)
            if runs and replace(runs[-1], text="") == replace(whole, text=""):
                runs[-1] = replace(whole, text=runs[-1].text + whole.text)
            else:
                runs.append(whole)
    return tuple(runs)


def wrap(text: Text, style: TypeStyle, width: float, ruler: Ruler, most: int = 0) -> tuple[Text, ...]:
    """Break into lines no wider than `width`; past `most` lines (0: no limit) whole words give way to an ellipsis."""
    space = style.size * ruler._em(style.family, style.weight, " ")
    lines: list[list[list[Run]]] = []
    used = 0.0
    for word in _words(text):
        wide = ruler.text(tuple(word), style)
        parts = [word] if wide <= width else list(_parts(word, style, width, ruler))
        for part in parts:
            advance = ruler.text(tuple(part), style)
            if lines and parts == [word] and used + space + advance <= width:
                lines[-1].append(part)
                used += space + advance
            else:
                lines.append([part])
                used = advance
    if most and len(lines) > most:
        lines = lines[:most]
        lines[-1] = _cut(lines[-1], style, width, ruler)
    return tuple(_joined(line) for line in lines)


def _cut(words: list[list[Run]], style: TypeStyle, width: float, ruler: Ruler) -> list[list[Run]]:
    mark = Run(ELLIPSIS)
    while len(words) > 1 and ruler.text((*_joined(words), mark), style) > width:
        words = words[:-1]
    if ruler.text((*_joined(words), mark), style) > width:
        # One word alone, too wide with its ellipsis. A number is never cut: a part of it would be another number.
        return [[mark]] if holds_digit(plain(words[0])) else [[*_shorter(words[0], style, width, ruler), mark]]
    return [*words[:-1], [*words[-1], mark]]


def _shorter(word: list[Run], style: TypeStyle, width: float, ruler: Ruler) -> list[Run]:
    room = width - ruler.run(Run(ELLIPSIS), style)
    return next(iter(_pieces(word, style, max(room, 0), ruler)), [])


def set_text(text: Text, style: TypeStyle, width: float, ruler: Ruler, most: int = 0) -> Block:
    """A block of lines in one style, wrapped to `width`."""
    return tuple((Span(line, style),) for line in wrap(text, style, width, ruler, most))


def restyle(
    style: TypeStyle, *, colour: str | None = None, weight: str | None = None, size: float | None = None
) -> TypeStyle:
    """The style with another colour, weight or size."""
    return replace(style, colour=colour or style.colour, weight=weight or style.weight, size=size or style.size)
