"""CSV as spreadsheets write it, with the place of every cell (RFC 4180, and what Excel and LibreOffice do besides)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from briefpress.dataset.positions import Positions
from briefpress.dataset.report import Report
from briefpress.model.nearest import nearest
from briefpress.model.problem import Place

SEPARATORS = (",", ";", "\t")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The characters of a cell, without quotes and outer spaces, and where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column name. `place` is where the row begins; `broken` is set where it has more cells than the header:
    nobody knows then which cell belongs to which column."""

    cells: Mapping[str, Cell]
    place: Place
    broken: bool = False

    def cell(self, name: str) -> Cell:
        """The cell, or an empty one at the row's place where the row or the file has no such column."""
        return self.cells.get(name) or Cell("", self.place)

    def text(self, name: str) -> str:
        return self.cell(name).text

    @property
    def places(self) -> dict[str, Place]:
        return {name: cell.place for name, cell in self.cells.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are normalised names to the cell of the header, in order."""

    columns: Mapping[str, Cell]
    rows: tuple[Row, ...]
    separator: str
    place: Place


@dataclass(slots=True)
class _Line:
    cells: list[Cell] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        return not any(cell.text for cell in self.cells)


def column_name(header: str) -> str:
    """The name a header cell means: "As of " and "as-of" are "as_of"."""
    return re.sub(r"[\s\u00a0_-]+", "_", header.strip().casefold()).strip("_")


def read_table(text: str, file: str, known: Collection[str], report: Report) -> Table | None:
    """Cells of `text`. `known` are the column names expected; they settle which separator the file uses.

    Returns None where there is no header row. Blank rows and blank trailing columns are no rows and no columns.
    """
    separator, start = _separator(text, known)
    lines = [line for line in _lines(text, file, separator, start, report) if not line.blank]
    if not lines:
        report.error(
            Place(file), "the file has no header row", f"Write the column names in the first line: {','.join(known)}."
        )
        return None
    columns = _header(lines[0], lines[1:], report)
    rows = tuple(_row(line, tuple(columns), separator, report) for line in lines[1:])
    named = {name: cell for name, cell in columns.items() if not name.startswith(" ")}
    return Table(named, rows, separator, lines[0].cells[0].place)


def unknown_columns(table: Table, known: Collection[str], report: Report) -> None:
    """Warn of columns that nobody reads."""
    for name, cell in table.columns.items():
        if name not in known:
            guess = nearest(name, [k for k in known if k not in table.columns])
            hint = f"Did you mean {guess!r}?" if guess else "Delete it, or keep it as a comment."
            report.warn(cell.place, f"the column {cell.text!r} is not known and is not read", hint)


def _separator(text: str, known: Collection[str]) -> tuple[str, int]:
    """The separator and the offset at which the header begins."""
    first, _, _ = text.partition("\n")
    # Excel reads and writes "sep=;" as a first line that belongs to no table.
    mark = re.fullmatch(r'"?sep=(.)"?[,;\t]*', first.strip(" \ufeff"), re.IGNORECASE)
    if mark and mark[1] in SEPARATORS:
        return mark[1], len(first) + 1
    header = next((line for line in text.split("\n") if line.strip(" ,;\t")), "")

    def fitness(separator: str) -> tuple[int, int]:
        names = [column_name(part.strip(' "')) for part in header.split(separator)]
        return len({name for name in names if name in known}), len(names)

    return max(SEPARATORS, key=fitness), 0


def _lines(text: str, file: str, separator: str, start: int, report: Report) -> list[_Line]:
    pattern = re.compile(rf'( *)"([^"]*(?:""[^"]*)*)"([^{separator}\n]*)|([^{separator}\n]*)')
    positions = Positions(text, file)
    lines = [_Line()]
    offset = start
    while offset <= len(text):
        match = pattern.match(text, offset)
        assert match is not None, "the second alternative matches the empty string"
        lines[-1].cells.append(_cell(match, positions, report))
        offset = match.end()
        if offset < len(text) and text[offset] == "\n":
            lines.append(_Line())
        offset += 1
    return lines


def _cell(match: re.Match[str], positions: Positions, report: Report) -> Cell:
    indent, quoted, after, bare = match.groups()
    if quoted is None:
        text = _tidy(bare)
        place = positions.place(match.start() + len(bare) - len(bare.lstrip(" \u00a0")))
        if text.startswith('"'):
            report.error(place, "the quotation mark that opens here is never closed", 'End the value with another ".')
        return Cell(text, place)
    place = positions.place(match.start() + len(indent))
    if after.strip():
        hint = 'Put the whole value between quotation marks and write "" for one inside it.'
        report.error(positions.place(match.end() - len(after)), "text follows the closing quotation mark", hint)
    return Cell(_tidy(quoted.replace('""', '"')), place)


def _tidy(text: str) -> str:
    """Outer spaces go, and line breaks and tabs inside a cell become spaces: a cell is one line of words."""
    return re.sub(r" *[\n\t][ \n\t]*", " ", text.strip(" \n\t\u00a0\ufeff"))


def _header(line: _Line, rest: list[_Line], report: Report) -> dict[str, Cell]:
    """Names to cells, in the order of the file; a column without a name gets a name that starts with a blank."""
    columns: dict[str, Cell] = {}
    for index, cell in enumerate(line.cells):
        name = column_name(cell.text)
        if name and name in columns:
            report.error(cell.place, f"two columns are called {cell.text!r}", "Rename or delete one of them.")
        elif not name:
            filled = next((row.cells[index] for row in rest if index < len(row.cells) and row.cells[index].text), None)
            if filled:
                report.error(
                    filled.place,
                    "the value stands in a column without a name",
                    "Name the column in the first line, or empty it.",
                )
        columns[name if name and name not in columns else f" {index}"] = cell
    return columns


def _row(line: _Line, columns: tuple[str, ...], separator: str, report: Report) -> Row:
    extra = next((cell for cell in line.cells[len(columns) :] if cell.text), None)
    if extra:
        hint = f"Put a value that holds a {NAMES[separator]} between quotation marks."
        report.error(extra.place, f"the row has more values than there are columns ({len(columns)})", hint)
    cells = {name: cell for name, cell in zip(columns, line.cells, strict=False) if not name.startswith(" ")}
    return Row(cells, line.cells[0].place, broken=extra is not None)
