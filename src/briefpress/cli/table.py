"""A small table for standard output, when no terminal is there to draw it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, and rows with a cell per column; `note` stands under them."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def plain_lines(table: Table) -> Iterator[str]:
    """Yield the table's lines: columns as wide as their widest cell and two spaces between them."""
    lines = [table.header, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.header))]
    yield table.title
    for line in lines:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
    if table.note:
        yield f"  {table.note}"
