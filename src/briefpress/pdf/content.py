"""The text of a page by marked-content id, read from its operators alone; knows nothing of how the file was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Dictionary, Object, Page, String, parse_content_stream

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>|(\[)|(\])")
_CODESPACE = re.compile(rb"begincodespacerange\s*<\s*([0-9A-Fa-f]+)\s*>")

#: Shares of the type size: a step back or ahead along the line, or off it, that parts words as a space does.
_GAP, _OFF_LINE = 0.25, 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown at once: where it starts and ends in points of the page, and its size there."""

    text: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float


def joined(pieces: Iterable[Piece]) -> str:
    """The pieces as one string, with a space where the page has one that the text lacks (at the end of a line)."""
    out = ""
    before: Piece | None = None
    for piece in pieces:
        if before is not None and out and not out[-1].isspace() and piece.text[:1].strip() and _apart(before, piece):
            out += " "
        out += piece.text
        before = piece
    return out


def _apart(before: Piece, after: Piece) -> bool:
    size = max(before.size, after.size)
    along, across = after.start[0] - before.end[0], after.start[1] - before.end[1]
    if abs(before.end[1] - before.start[1]) > abs(before.end[0] - before.start[0]):
        along, across = across, along
    return abs(across) > _OFF_LINE * size or abs(along) > _GAP * size


class _Font:
    """Codes to text and advance, from ToUnicode and Widths (ISO 32000-1, 9.7 to 9.10)."""

    def __init__(self, font: Object) -> None:
        cmap = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        space = _CODESPACE.search(cmap)
        self.bytes_per_code = len(space[1]) // 2 if space else 1
        self._text = _unicode_map(cmap)
        self._first = int(font.get("/FirstChar", 0))
        self._widths = [float(width) for width in font.get("/Widths", [])]

    def decode(self, codes: bytes) -> tuple[str, float]:
        """The text, U+FFFD where none is mapped, and the advance in units of the size."""
        step = self.bytes_per_code
        numbers = [int.from_bytes(codes[at : at + step]) for at in range(0, len(codes), step)]
        text = "".join(self._text.get(number, "\ufffd") for number in numbers)
        return text, sum(self._width(number) for number in numbers) / 1000

    def _width(self, code: int) -> float:
        at = code - self._first
        return self._widths[at] if 0 <= at < len(self._widths) else 500.0


def _unicode_map(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(cmap):
        items = [digits.strip() or begin or end for digits, begin, end in _HEX.findall(body)]
        if kind == b"bfchar":
            found |= {int(code, 16): _utf16(text) for code, text in zip(items[::2], items[1::2], strict=False)}
        else:
            _add_ranges(found, items)
    return found


def _add_ranges(found: dict[int, str], items: list[bytes]) -> None:
    at = 0
    while at + 2 < len(items):
        first, last = int(items[at], 16), int(items[at + 1], 16)
        if items[at + 2] == b"[":
            end = items.index(b"]", at)
            texts = items[at + 3 : end]
            found |= {first + n: _utf16(text) for n, text in enumerate(texts)}
            at = end + 1
        else:
            start = _utf16(items[at + 2])
            found |= {code: start[:-1] + chr(ord(start[-1]) + code - first) for code in range(first, last + 1)}
            at += 3


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")


@dataclass
class _State:
    ctm: Matrix = _IDENTITY
    font: _Font | None = None
    size: float = 0.0
    rise: float = 0.0
    leading: float = 0.0


@dataclass
class _Reader:
    """Walks the operators that move, show and mark text."""

    fonts: dict[str, _Font]
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)
    line: Matrix = _IDENTITY
    text: Matrix = _IDENTITY

    def step(self, operands: Sequence[Any], operator: str) -> None:
        state = self.state
        match operator:
            case "q":
                self.saved.append(_State(state.ctm, state.font, state.size, state.rise, state.leading))
            case "Q":
                self.state = self.saved.pop() if self.saved else _State()
            case "cm":
                state.ctm = _times(_matrix(operands), state.ctm)
            case "BT":
                self.line = self.text = _IDENTITY
            case "Tf":
                state.font, state.size = self.fonts.get(str(operands[0])), float(operands[1])
            case "Ts":
                state.rise = float(operands[0])
            case "BDC" | "BMC":
                self.marks.append(_mcid(operands))
            case "EMC":
                self.marks.pop()
            case _:
                self._move_or_show(operands, operator)

    def _move_or_show(self, operands: Sequence[Any], operator: str) -> None:
        match operator:
            case "Tm":
                self.line = self.text = _matrix(operands)
            case "Td" | "TD":
                if operator == "TD":
                    self.state.leading = -float(operands[1])
                self._next_line(float(operands[0]), float(operands[1]))
            case "TL":
                self.state.leading = float(operands[0])
            case "T*":
                self._next_line(0.0, -self.state.leading)
            case "Tj":
                self._show(operands)
            case "TJ":
                self._show(operands[0])
            case "'":
                self._next_line(0.0, -self.state.leading)
                self._show(operands)

    def _next_line(self, right: float, up: float) -> None:
        self.line = self.text = _times((1.0, 0.0, 0.0, 1.0, right, up), self.line)

    def _show(self, items: Iterable[Any]) -> None:
        state = self.state
        if state.font is None:
            return
        text, advance = "", 0.0
        for item in items:
            if not isinstance(item, String):
                advance -= float(item) / 1000 * state.size
                continue
            more, width = state.font.decode(bytes(item))
            text += more
            advance += width * state.size
        start = _times(self.text, state.ctm)
        self.text = _times((1.0, 0.0, 0.0, 1.0, advance, 0.0), self.text)
        end = _times(self.text, state.ctm)
        mcid = next((mark for mark in reversed(self.marks) if mark is not None), None)
        if mcid is not None and text:
            piece = Piece(text, (start[4], start[5]), (end[4], end[5]), state.size)
            self.pieces.setdefault(mcid, []).append(piece)


def page_pieces(page: Page) -> dict[int, list[Piece]]:
    """What a page shows, by marked-content id, in the order of its operators."""
    resources = page.obj.get("/Resources", Dictionary())
    fonts = {str(name): _Font(font) for name, font in resources.get("/Font", Dictionary()).items()}
    reader = _Reader(fonts)
    for instruction in parse_content_stream(page):
        reader.step(list(instruction.operands), str(instruction.operator))
    return reader.pieces


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """m applied first, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _mcid(operands: Sequence[Any]) -> int | None:
    """-1 stands for an artifact, so that nothing inside one is taken for text."""
    if operands and str(operands[0]) == "/Artifact":
        return -1
    properties = operands[1] if len(operands) > 1 else {}
    return int(properties["/MCID"]) if "/MCID" in properties else None
