"""Offsets in a text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from briefpress.model.problem import Place


class Positions:
    """Turns character offsets of `text` (whose line ends are "\\n") into places of `file`."""

    __slots__ = ("_starts", "file")

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1
