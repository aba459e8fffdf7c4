"""Cells to values: each reader reports what is wrong with its cell and returns None."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefpress.dataset.amount import AmountError, apart, read_amount
from briefpress.dataset.keys import ID_PATTERN
from briefpress.dataset.report import Report
from briefpress.dataset.table import Cell, Row
from briefpress.language.edtf import parse_edtf
from briefpress.model.dates import Edtf
from briefpress.model.nearest import nearest
from briefpress.model.problem import Place
from briefpress.model.quantity import STATED_BOUNDS, Bound, Quantity

_EDTF_HINT = "Write a date as EDTF: 2011, 2011-12, 2011-12-18, 2003/2011, 2011-12-18~ (about), 2014? (uncertain)."
_YES = frozenset(["yes", "true", "1", "y", "x"])
_NO = frozenset(["no", "false", "0", "n"])


@dataclass(frozen=True, slots=True)
class Habits:
    """How numbers are written in one file: the brief's language and the separator of cells."""

    language: str
    separator: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that make up a quantity."""

    value: str = "value"
    high: str = "high"
    bound: str = "bound"


def read_edtf(written: str, place: Place, report: Report) -> Edtf | None:
    """A date of any file."""
    try:
        return parse_edtf(written)
    except ValueError as error:
        message, hint = apart(str(error))
        report.error(place, message, hint or _EDTF_HINT)
        return None


def date(cell: Cell, report: Report) -> Edtf | None:
    """The date in a cell; None, too, where the cell is blank."""
    return read_edtf(cell.text, cell.place, report) if cell.text else None


def required(row: Row, name: str, report: Report) -> str:
    """The words in a cell that must not be blank."""
    cell = row.cell(name)
    if not cell.text:
        report.error(cell.place, f"the row has no {name}", f"Write it in the column {name!r}, or delete the row.")
    return cell.text


def identifier(cell: Cell, default: str, report: Report) -> str:
    """An id, or `default` for a blank cell. A malformed one is reported and kept: references to it are found."""
    if cell.text and not re.match(ID_PATTERN, cell.text):
        hint = "Begin with a small letter a to z; go on with small letters, digits and hyphens."
        report.error(cell.place, f"{cell.text!r} cannot be an id", hint)
    return cell.text or default


def yes_no(cell: Cell, report: Report) -> bool:
    """Blank is no."""
    word = cell.text.casefold()
    if word and word not in _YES | _NO:
        report.error(cell.place, f"{cell.text!r} is neither yes nor no", "Write yes or no, or leave the cell blank.")
    return word in _YES


def bound(cell: Cell, report: Report) -> Bound | None:
    """Blank is exact."""
    word = re.sub(r"[\s_-]+", "_", cell.text.casefold())
    if not word:
        return Bound.EXACT
    if word in {known.value for known in STATED_BOUNDS}:
        return Bound(word)
    names = [known.value for known in STATED_BOUNDS]
    guess = nearest(word, names)
    hint = f"Did you mean {guess!r}? " if guess else ""
    report.error(cell.place, f"{cell.text!r} is no bound", f"{hint}Bounds are {', '.join(names)}.")
    return None


def tidy_unit(unit: str) -> str:
    """The unit's one name: the per cent sign and its words are "percent"."""
    return "percent" if unit.casefold() in ("%", "per cent", "percent") else unit


def quantity(row: Row, columns: Columns, unit: str, habits: Habits, report: Report) -> Quantity | None:
    """The quantity that a row states, or None after a report. The value's cell must not be blank."""
    cell, top, hedge = row.cell(columns.value), row.cell(columns.high), row.cell(columns.bound)
    how = bound(hedge, report)
    low, unit_read = _amount(cell, unit, habits, report)
    high, unit_high = _amount(top, unit, habits, report) if top.text else (None, unit_read)
    if low is None or how is None or (top.text and high is None):
        return None
    if unit_high != unit_read:
        report.error(
            top.place, "the two ends of the range have different units", "Write both with a per cent sign, or neither."
        )
        return None
    if not _ends_agree(how, low, high, (cell, top, hedge), columns, report):
        return None
    return Quantity(low, unit_read, how, high)


def _ends_agree(
    how: Bound, low: Decimal, high: Decimal | None, cells: tuple[Cell, Cell, Cell], columns: Columns, report: Report
) -> bool:
    cell, top, hedge = cells
    if how is Bound.BETWEEN and high is None:
        report.error(
            hedge.place,
            "the bound is between, and the upper end is missing",
            f"Write it in the column {columns.high!r}.",
        )
    elif how is not Bound.BETWEEN and high is not None:
        hint = f"Write between in the column {columns.bound!r}, or empty the cell."
        report.error(top.place, f"an upper end is given, and the bound is {how.value}", hint)
    elif high is not None and high <= low:
        hint = f"Write the smaller number in {columns.value!r}, the larger in {columns.high!r}."
        report.error(top.place, f"the upper end {top.text} is not above {cell.text}", hint)
    else:
        return True
    return False


def _amount(cell: Cell, unit: str, habits: Habits, report: Report) -> tuple[Decimal | None, str]:
    """The number in the unit of its column, and that unit: a percent sign gives one where the column has none."""
    if not cell.text:
        report.error(cell.place, "the row has no value", "Write the number the source gives, or delete the row.")
        return None, unit
    try:
        value, percent = read_amount(cell.text, habits.language, habits.separator)
    except AmountError as error:
        report.error(cell.place, str(error), error.hint)
        return None, unit
    if not percent or unit in ("", "percent"):
        return value, "percent" if percent else unit
    if unit == "share":
        return value.scaleb(-2), unit
    report.error(
        cell.place,
        f"{cell.text!r} is a percentage, and the unit is {unit!r}",
        "Write share or percent as the unit, or the number alone.",
    )
    return None, unit


def refuse_twins(rows: Iterable[tuple[str, Place]], what: str, report: Report) -> None:
    """Report the second and every later row of one id."""
    seen: dict[str, Place] = {}
    for name, place in rows:
        if name in seen:
            report.error(
                place, f"two {what} have the id {name!r}", f"The other stands in line {seen[name].line}; rename one."
            )
        seen.setdefault(name, place)
