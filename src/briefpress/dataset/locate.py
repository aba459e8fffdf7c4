"""Where the keys and values of a TOML file stand: tomllib tells positions only of what it refuses."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from briefpress.dataset.positions import Positions
from briefpress.model.problem import Place

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
#: TOML 1.0: a multi-line string may end with one or two quotation marks of its own before the closing three.
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n]*")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Offsets: of the key (or the table's header), and of the value's first character and the one after its last."""

    key: int
    start: int
    end: int


class Locator:
    """Places in a TOML document that tomllib has accepted. A path is keys and list indexes: ("charts", 0, "kind")."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.positions = Positions(text, file)
        self.file = file
        self._spots: dict[Path, _Spot] = {}
        self._counts: dict[Path, int] = {}
        self._scan()

    def key(self, path: Path) -> Place:
        """Where the key stands, or the nearest table around it that is written out."""
        spot = self._spot(path)
        return self.positions.place(spot.key) if spot else Place(self.file)

    def value(self, path: Path) -> Place:
        spot = self._spot(path)
        return self.positions.place(spot.start) if spot else Place(self.file)

    def under(self, path: Path) -> dict[str, Place]:
        """The places of all values below a table: "formula", "items.0", "labels.us-troops"."""
        depth = len(path)
        return {
            ".".join(map(str, inner[depth:])): self.positions.place(spot.start)
            for inner, spot in self._spots.items()
            if len(inner) > depth and inner[:depth] == path
        }

    def characters(self, path: Path) -> list[int] | None:
        """The offset in the file of each character of a string value, and of the string's end."""
        spot = self._spots.get(path)
        raw = self.text[spot.start : spot.end] if spot else ""
        if spot is None or not raw.startswith(('"', "'")):
            return None
        return [spot.start + offset for offset in string_offsets(raw)]

    def _spot(self, path: Path) -> _Spot | None:
        while path and path not in self._spots:
            path = path[:-1]
        return self._spots.get(path)

    def _scan(self) -> None:
        offset, table = self._skip(0), ()  # type: tuple[int, Path]
        while offset < len(self.text):
            if self.text[offset] == "[":
                table, offset = self._header(offset)
            else:
                offset = self._pair(table, offset)
            offset = self._skip(offset)

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self.text, offset)
        return match.end() if match else offset

    def _header(self, start: int) -> tuple[Path, int]:
        double = self.text.startswith("[[", start)
        parts, offset = self._keys(self._skip(start + 1 + double))
        path: Path = ()
        for index, part in enumerate(parts):
            path = (*path, part)
            if double and index == len(parts) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
                self._spots.setdefault(path, _Spot(start, start, start))
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        end = self._skip(offset) + 1 + double
        self._spots.setdefault(path, _Spot(start, start, end))
        return path, end

    def _keys(self, offset: int) -> tuple[list[str], int]:
        """The parts of a dotted key and the offset after it."""
        parts: list[str] = []
        while True:
            offset = self._skip(offset)
            quoted = _STRING.match(self.text, offset)
            match = quoted or _BARE.match(self.text, offset)
            if match is None:
                return parts, offset
            parts.append(tomllib.loads(f"k = {match[0]}")["k"] if quoted else match[0])
            offset = self._skip(match.end())
            if self.text[offset : offset + 1] != ".":
                return parts, offset
            offset += 1

    def _pair(self, table: Path, start: int) -> int:
        parts, offset = self._keys(start)
        path = (*table, *parts)
        for depth in range(len(table) + 1, len(path)):
            self._spots.setdefault(path[:depth], _Spot(start, start, start))
        offset = self._skip(offset) + 1  # the equals sign
        value = self._skip(offset)
        end = self._value(path, value)
        self._spots[path] = _Spot(start, value, end)
        return max(end, start + 1)

    def _value(self, path: Path, offset: int) -> int:
        """Record what is inside the value and return the offset after it."""
        opening = self.text[offset : offset + 1]
        if opening == "[":
            return self._items(path, offset + 1)
        if opening == "{":
            return self._inline(path, offset + 1)
        match = _STRING.match(self.text, offset) or _SCALAR.match(self.text, offset)
        return match.end() if match else offset

    def _items(self, path: Path, offset: int) -> int:
        index = 0
        offset = self._skip(offset)
        while offset < len(self.text) and self.text[offset] != "]":
            if self.text[offset] == ",":
                index += 1
                offset += 1
            else:
                end = self._value((*path, index), offset)
                self._spots[(*path, index)] = _Spot(offset, offset, end)
                offset = max(end, offset + 1)
            offset = self._skip(offset)
        return offset + 1

    def _inline(self, path: Path, offset: int) -> int:
        offset = self._skip(offset)
        while offset < len(self.text) and self.text[offset] != "}":
            offset = offset + 1 if self.text[offset] == "," else self._pair(path, offset)
            offset = self._skip(offset)
        return offset + 1


def string_offsets(raw: str) -> list[int]:
    """For a TOML string with its quotation marks: where in `raw` each character of its value begins, and its end."""
    quote = raw[0]
    width = 3 if raw.startswith(quote * 3) and len(raw) >= 6 else 1
    offset, end = width, len(raw) - width
    if width == 3 and raw[offset] == "\n":
        offset += 1  # TOML 1.0: a newline right after the opening marks is trimmed
    if quote == "'":
        return list(range(offset, end + 1))
    offsets: list[int] = []
    while offset < end:
        if raw[offset] != "\\":
            offsets.append(offset)
            offset += 1
            continue
        follow = raw[offset + 1]
        if follow in " \t\n":  # a line-ending backslash swallows all blanks up to the next words
            offset += 1
            while offset < end and raw[offset] in " \t\n":
                offset += 1
            continue
        offsets.append(offset)
        offset += {"u": 6, "U": 10}.get(follow, 2)
    return [*offsets, end]
