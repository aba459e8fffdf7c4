"""Line numbers of the keys of a TOML file, which `tomllib` does not keep."""

from __future__ import annotations

import re
from collections.abc import Mapping

Keys = tuple[str, ...]

_KEY = r'(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|\'[^\']*\')'
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"^\s*\[\[?\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?$")
_ENTRY = re.compile(rf"^\s*({_DOTTED})\s*=")


def key_lines(source: str) -> dict[Keys, int]:
    """The line, from 1, on which each table and key begins; where one is set twice, the first."""
    lines: dict[Keys, int] = {}
    table: Keys = ()
    fence = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if fence:
            fence = "" if line.count(fence) % 2 else fence
            continue
        if header := _HEADER.match(line):
            table = _parts(header[1])
            _note(lines, table, number)
        elif entry := _ENTRY.match(line):
            _note(lines, table + _parts(entry[1]), number)
            fence = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
    return lines


def line_of(lines: Mapping[Keys, int], path: Keys) -> int:
    """The line of a key, or of the nearest table or key that holds it; 0 where none does."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def _note(lines: dict[Keys, int], path: Keys, number: int) -> None:
    for length in range(1, len(path) + 1):
        lines.setdefault(path[:length], number)


def _parts(dotted: str) -> Keys:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))
