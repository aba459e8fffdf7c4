"""figures.csv, timeline.csv and quotes.csv to nouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from briefpress.dataset.columns import FIGURES, QUOTES, TIMELINE, Column, names
from briefpress.dataset.report import Report
from briefpress.dataset.table import Row, Table, read_table, unknown_columns
from briefpress.dataset.values import Columns, Habits, date, identifier, quantity, refuse_twins, required, tidy_unit
from briefpress.model.dataset import Event, Figure, Quote
from briefpress.model.nearest import nearest

Noun = TypeVar("Noun", Figure, Event, Quote)
#: RFC 5646, 2.1: a language, then subtags of up to eight letters or digits.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def read_figures(text: str, file: str, language: str, report: Report) -> tuple[Figure, ...]:
    """The rows of figures.csv that can be used; the ids of the others go to `report.unread`."""
    return _read(
        text, file, FIGURES, "", report, lambda row, _, table: _figure(row, Habits(language, table.separator), report)
    )


def read_events(text: str, file: str, report: Report) -> tuple[Event, ...]:
    """The rows of timeline.csv that can be used, in the order of the file."""
    return _read(text, file, TIMELINE, "event", report, lambda row, default, _: _event(row, default, report))


def read_quotes(text: str, file: str, report: Report) -> tuple[Quote, ...]:
    """The rows of quotes.csv that can be used."""
    return _read(text, file, QUOTES, "quote", report, lambda row, default, _: _quote(row, default, report))


def missing_columns(table: Table, columns: tuple[Column, ...], report: Report) -> bool:
    """Report the required columns that the file has not."""
    missing = [column.name for column in columns if column.required and column.name not in table.columns]
    for name in missing:
        guess = nearest(name, [cell.text for key, cell in table.columns.items() if key not in names(columns)])
        hint = (
            f"Is it the one called {guess!r}? Rename it to {name}."
            if guess
            else f"Add {name} to the first line, and its values below."
        )
        report.error(table.place, f"the column {name!r} is missing", hint)
    return bool(missing)


def _read(
    text: str,
    file: str,
    columns: tuple[Column, ...],
    prefix: str,
    report: Report,
    build: Callable[[Row, str, Table], Noun | None],
) -> tuple[Noun, ...]:
    """Nouns of the rows; a row without an id is called by `prefix` and its number, where there is a prefix."""
    table = read_table(text, file, names(columns), report)
    if table is None:
        return ()
    ids = [row.text("id") or (f"{prefix}-{number}" if prefix else "") for number, row in enumerate(table.rows, start=1)]
    if missing_columns(table, columns, report):
        report.unread.update(ids)
        return ()
    unknown_columns(table, names(columns), report)
    refuse_twins(
        [(name, row.cell("id").place) for name, row in zip(ids, table.rows, strict=True) if name], "rows", report
    )
    built = []
    for name, row in zip(ids, table.rows, strict=True):
        noun = None if row.broken else build(row, name, table)
        if noun is None:
            report.unread.add(name)
        else:
            built.append(noun)
    return tuple(built)


def _figure(row: Row, habits: Habits, report: Report) -> Figure | None:
    if not required(row, "id", report):
        return None
    stated = quantity(row, Columns(), tidy_unit(row.text("unit")), habits, report)
    figure_id = identifier(row.cell("id"), "", report)
    label, source = required(row, "label", report), required(row, "source", report)
    as_of = date(row.cell("as_of"), report)
    if stated is None:
        return None
    others = {name: row.text(name) for name in ("locator", "note", "short", "group", "phase")}
    return Figure(figure_id, label, stated, source, as_of, **others, place=row.place, places=row.places)


def _event(row: Row, default: str, report: Report) -> Event | None:
    event_id = identifier(row.cell("id"), default, report)
    required(row, "date", report)
    when = date(row.cell("date"), report)
    words, source = required(row, "event", report), required(row, "source", report)
    if when is None:
        return None
    others = {name: row.text(name) for name in ("locator", "phase", "group", "landmark")}
    return Event(event_id, when, words, source, **others, place=row.place, places=row.places)


def _quote(row: Row, default: str, report: Report) -> Quote | None:
    quote_id = identifier(row.cell("id"), default, report)
    speaker, quote, source = (required(row, name, report) for name in ("speaker", "quote", "source"))
    when = date(row.cell("date"), report)
    lang = row.cell("lang")
    if lang.text and not _LANGUAGE_TAG.fullmatch(lang.text):
        report.error(lang.place, f"{lang.text!r} is no language tag", "Write a BCP 47 tag such as en, fr or pt-BR.")
    others = {name: row.text(name) for name in ("role", "context", "locator", "lang")}
    return Quote(quote_id, speaker, quote, source, date=when, **others, place=row.place, places=row.places)
