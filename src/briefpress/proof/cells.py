"""The words of a dataset's files, by the cell they stand in."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Any

from briefpress.language.lexicon import Lexicon
from briefpress.proof.wording import loose

_PARTS = re.compile(r"[:.]")


@dataclass(frozen=True, slots=True)
class Cell:
    """`names` are the ids, columns and keys on the way to the cell; `text` is as `loose` makes it."""

    file: str
    names: frozenset[str]
    text: str


class Cells:
    """Every text of the files, and every phrase of the catalog."""

    def __init__(self, files: Mapping[str, bytes], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cells: dict[str, list[Cell]] = {}
        for name, data in files.items():
            self._cells[name] = [Cell(name, frozenset(names), loose(text)) for names, text in _texts(name, data)]

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """What the catalog prints between its holes."""
        entries = self._lexicon.entries.values()
        return tuple({loose(literal) for entry in entries for literal in _literals(entry)})

    def holds(self, ref: str, text: str) -> bool:
        """Tell whether the cell that `ref` names says `text`, whole or in part. A reference that names no file of the
        dataset may mean any of its cells."""
        wanted = loose(text)
        return any(_says(cell.text, wanted) for cell in self.named(ref)) or (
            ref.partition(":")[0] not in self._cells and any(_says(phrase, wanted) for phrase in self.phrases)
        )

    def says(self, text: str) -> bool:
        """Tell whether `text` stands anywhere in the dataset or in the catalog."""
        wanted = loose(text)
        everything = (cell.text for cells in self._cells.values() for cell in cells)
        return not wanted or any(wanted in said for said in (*everything, *self.phrases))

    def named(self, ref: str) -> list[Cell]:
        """The cells whose names agree best with the reference's parts."""
        file, _, rest = ref.partition(":")
        cells = self._cells.get(file)
        if cells is None:
            cells, rest = [cell for own in self._cells.values() for cell in own], ref
        parts = {*_PARTS.split(rest), rest, rest.rpartition(":")[0]} - {""}
        best = max((len(cell.names & parts) for cell in cells), default=0)
        found = [cell for cell in cells if len(cell.names & parts) == best]
        if best > 1 and not any(cell.text for cell in found):
            # A short label that is blank is the long one of its row.
            row = rest.partition(":")[0]
            found = [cell for cell in cells if row in cell.names]
        return found


def _says(said: str, wanted: str) -> bool:
    """`wanted` stands in `said`, and does not begin or end inside a number."""
    at = said.find(wanted)
    while at >= 0:
        before, after = said[at - 1 : at], said[at + len(wanted) : at + len(wanted) + 1]
        if not (before.isdigit() and wanted[:1].isdigit()) and not (after.isdigit() and wanted[-1:].isdigit()):
            return True
        at = said.find(wanted, at + 1)
    return not wanted


def _literals(entry: str) -> Iterator[str]:
    for literal, _, _, _ in Formatter().parse(entry):
        if literal.strip():
            yield literal


def _texts(name: str, data: bytes) -> Iterator[tuple[Iterable[str], str]]:
    text = data.decode("utf-8-sig", errors="replace")
    if name == "brief.toml":
        yield from _walk(tomllib.loads(text), ())
    elif name.endswith(".json"):
        yield from _walk(json.loads(text), ())
    elif name.endswith(".csv"):
        yield from _rows(text)
    else:
        yield (), text


def _walk(value: Any, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        own = (*names, str(value["id"])) if "id" in value else names
        for key, inner in value.items():
            yield from _walk(inner, (*own, str(key)))
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, names)
    else:
        yield names, str(value)


def _rows(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Cells of a table; a row is named by its id and its first cell."""
    lines = text.splitlines()
    if lines and lines[0].strip('"').casefold().startswith("sep="):
        text = "\n".join(lines[1:])
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=separator), 1):
        cells = {str(key).strip(): str(value or "") for key, value in row.items() if isinstance(value, str)}
        own = [
            cells.get("id", "").strip(),
            next(iter(cells.values()), "").strip(),
            f"event-{number}",
            f"quote-{number}",
        ]
        for column, said in cells.items():
            yield (*own, column), said
