"""One series: its [[series]] table in brief.toml and its CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefpress.dataset.amount import AmountError, read_amount
from briefpress.dataset.columns import SERIES, names
from briefpress.dataset.locate import Locator, Path
from briefpress.dataset.report import Report
from briefpress.dataset.table import Row, Table, column_name, read_table
from briefpress.dataset.values import Columns, Habits, date, quantity, required, tidy_unit, yes_no
from briefpress.model.dataset import Series, SeriesColumn, SeriesPoint
from briefpress.model.nearest import nearest
from briefpress.model.problem import Place
from briefpress.model.quantity import Quantity

_SUFFIXES = ("_bound", "_high")
_RESERVED = tuple(name for name in names(SERIES) if not name.startswith("<"))


@dataclass(frozen=True, slots=True)
class Declared:
    """A [[series]] table: what it says and where it stands."""

    table: Mapping[str, Any]
    path: Path
    locator: Locator

    def text(self, name: str) -> str:
        return str(self.table.get(name, "")).strip()

    @property
    def id(self) -> str:
        return self.text("id")

    @property
    def file(self) -> str:
        """The CSV file, within the folder."""
        return self.text("file") or f"series/{self.id}.csv"

    @property
    def date(self) -> str:
        return column_name(self.text("date") or "date")

    @property
    def place(self) -> Place:
        return self.locator.key(self.path)

    def place_of(self, *path: str | int) -> Place:
        return self.locator.value((*self.path, *path))

    @property
    def named(self) -> tuple[SeriesColumn, ...]:
        """The columns that brief.toml names."""
        rows = self.table.get("columns", ())
        return tuple(
            SeriesColumn(row["name"].strip(), row.get("label", "").strip() or row["name"].strip().replace("_", " "))
            for row in rows
            if row.get("name", "").strip()
        )


def read_series(declared: Declared, text: str, file: str, language: str, report: Report) -> Series | None:
    """The series with the rows that can be used, or None; what is left out is told in `report.unread`."""
    known = (declared.date, *(column_name(column.name) for column in declared.named), *_RESERVED)
    table = read_table(text, file, known, report)
    columns = _columns(declared, table, language, report) if table else ()
    if table is None or not columns:
        report.unread.add(declared.id)
        return None
    unit = tidy_unit(declared.text("unit")) or _percent(table, columns)
    reader = _Reader(declared, table, columns, unit, Habits(language, table.separator), report)
    rows = _of_different_dates(table, declared.date, report)
    points = tuple(point for point in (reader.point(row) for row in rows if not row.broken) if point)
    if not table.rows:
        report.error(table.place, "the series has no rows", "Write a row for each date under the header.")
    if len(points) < len(table.rows) or not points:
        report.unread.add(declared.id)
    return Series(
        id=declared.id,
        label=declared.text("label"),
        unit=unit,
        columns=columns,
        points=points,
        note=declared.text("note"),
        date_prefix=declared.text("date_prefix"),
        file=declared.file,
        place=declared.place,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    declared: Declared
    table: Table
    columns: tuple[SeriesColumn, ...]
    unit: str
    habits: Habits
    report: Report

    def point(self, row: Row) -> SeriesPoint | None:
        written = required(row, self.declared.date, self.report)
        when = date(row.cell(self.declared.date), self.report) if written else None
        before = len(self.report.problems)
        values = {column.name: self.value(row, column) for column in self.columns}
        broken = len(self.report.problems) > before
        source = row.text("source") or self.declared.text("source")
        if not source and "source" in self.table.columns:
            required(row, "source", self.report)
        estimated = yes_no(row.cell("estimated"), self.report)
        if when is None or broken:
            return None
        return SeriesPoint(when, values, source, estimated, row.text("note"), row.place, row.places)

    def value(self, row: Row, column: SeriesColumn) -> Quantity | None:
        name = column_name(column.name)
        if not row.text(name):
            return None
        alone = len(self.columns) == 1
        own = {suffix: f"{name}{suffix}" for suffix in _SUFFIXES}
        bound = own["_bound"] if own["_bound"] in self.table.columns else "bound"
        high = own["_high"] if own["_high"] in self.table.columns or not alone else "high"
        return quantity(row, Columns(name, high, bound), self.unit, self.habits, self.report)


def _columns(declared: Declared, table: Table, language: str, report: Report) -> tuple[SeriesColumn, ...]:
    """The value columns, after a report of every column that is missing or not read."""
    present = table.columns
    if declared.date not in present:
        hint = f'Name the column of dates date, or write date = "…" in line {declared.place.line} of brief.toml.'
        report.error(table.place, f"the column {declared.date!r} is missing", hint)
    if "source" not in present and not declared.text("source"):
        hint = 'Add a column source to the file, or write source = "…" in brief.toml.'
        report.error(declared.place, f"the series {declared.id!r} names no source", hint)
    wanted = declared.named or _numeric(declared, table, language)
    found = []
    for index, column in enumerate(wanted):
        if _taken(column_name(column.name), declared, wanted[:index]):
            hint = "Rename the column in the file and here."
            report.error(
                declared.place_of("columns", index, "name"),
                f"the name {column.name!r} is taken in {declared.file}",
                hint,
            )
            continue
        if column_name(column.name) in present:
            found.append(column)
            continue
        guess = nearest(column.name, [cell.text for cell in present.values()])
        hint = (
            f"Did you mean {guess!r}?" if guess else f"Columns are {', '.join(cell.text for cell in present.values())}."
        )
        report.error(
            declared.place_of("columns", index, "name"), f"{declared.file} has no column {column.name!r}", hint
        )
    if not wanted:
        report.error(table.place, "the file has no column of numbers", "Add a column of values beside the dates.")
    if wanted and len(found) == len(wanted):
        _warn_unread(declared, table, found, report)
    return tuple(found) if declared.date in present else ()


def _taken(name: str, declared: Declared, before: tuple[SeriesColumn, ...]) -> bool:
    """A column of values cannot be the date, a hedge or another column as well."""
    stem = next((name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)), "")
    names = {column_name(column.name) for column in before}
    return name in (declared.date, *_RESERVED) or name in names or bool(stem and stem in names)


def _warn_unread(declared: Declared, table: Table, found: list[SeriesColumn], report: Report) -> None:
    values = {column_name(column.name) for column in found}
    read = values | {declared.date, *_RESERVED} | {f"{name}{suffix}" for name in values for suffix in _SUFFIXES}
    for name, cell in table.columns.items():
        if name not in read:
            hint = f"Name it in columns of the series {declared.id!r}, or delete it."
            report.warn(cell.place, f"the column {cell.text!r} is not known and is not read", hint)


def _numeric(declared: Declared, table: Table, language: str) -> tuple[SeriesColumn, ...]:
    """Every column that holds a number and has no other office."""
    habits = Habits(language, table.separator)
    offices = {declared.date, *_RESERVED, *(f"{name}{suffix}" for name in table.columns for suffix in _SUFFIXES)}
    return tuple(
        SeriesColumn(name, cell.text.replace("_", " "))
        for name, cell in table.columns.items()
        if name not in offices and any(_is_number(row.text(name), habits) for row in table.rows)
    )


def _is_number(text: str, habits: Habits) -> bool:
    try:
        read_amount(text, habits.language, habits.separator)
    except AmountError:
        return False
    return True


def _percent(table: Table, columns: tuple[SeriesColumn, ...]) -> str:
    cells = (row.text(column_name(column.name)) for row in table.rows for column in columns)
    return "percent" if any(cell.endswith("%") for cell in cells) else ""


def _of_different_dates(table: Table, column: str, report: Report) -> list[Row]:
    """The rows without those whose date an earlier row has, which are reported: a cell is named by its date."""
    seen: dict[str, Row] = {}
    rows = []
    for row in table.rows:
        written = row.text(column)
        twin = seen.setdefault(written, row) if written else row
        if twin is row:
            rows.append(row)
            continue
        hint = (
            f"The other stands in line {twin.place.line}; keep one, or put another source's rows into another series."
        )
        report.error(row.cell(column).place, f"two rows have the date {written!r}", hint)
    return rows
