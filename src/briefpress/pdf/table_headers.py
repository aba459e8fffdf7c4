"""Which header cells speak for a cell: those it names, else those of its column and row (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Dictionary, Object

#: A cell's element, whether it is a header, and its text.
Cell = tuple[Object, bool, str]


class Grid:
    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._places: dict[tuple[int, int], tuple[int, int]] = {}
        self._named: dict[bytes, str] = {}
        self._columns: list[tuple[range, str]] = []
        self._rows: list[tuple[range, str]] = []
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            x = 0
            for cell, is_header, text in row:
                while (x, y) in taken:
                    x += 1
                wide, high = _count(cell, "ColSpan"), _count(cell, "RowSpan")
                taken |= {(x + dx, y + dy) for dx in range(wide) for dy in range(high)}
                self._places[cell.objgen] = (x, y)
                if is_header:
                    self._add_header(cell, text, range(x, x + wide), range(y, y + high))
                x += wide

    def _add_header(self, cell: Object, text: str, columns: range, rows: range) -> None:
        if "/ID" in cell:
            self._named[bytes(cell.ID)] = text
        scope = str(attribute(cell, "Scope"))
        if scope in ("/Column", "/Both"):
            self._columns.append((columns, text))
        if scope in ("/Row", "/Both"):
            self._rows.append((rows, text))

    def headers(self, cell: Object) -> tuple[str, ...]:
        """The texts of the header cells, column headers first."""
        named = attribute(cell, "Headers")
        if named is not None:
            return tuple(self._named.get(bytes(key), "") for key in named)
        x, y = self._places[cell.objgen]
        columns = [text for span, text in self._columns if x in span]
        return tuple(text for text in columns + [text for span, text in self._rows if y in span] if text)


def _count(cell: Object, name: str) -> int:
    value = attribute(cell, name)
    return 1 if value is None else int(value)


def attribute(element: Object, name: str) -> Any:
    """An attribute of any owner, or None."""
    owners = element.get("/A")
    if owners is None:
        return None
    for owner in [owners] if isinstance(owners, Dictionary) else list(owners):
        if f"/{name}" in owner:
            return owner[f"/{name}"]
    return None
