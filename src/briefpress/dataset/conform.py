"""A TOML document held against the rows of `keys`: what does not conform is reported and left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from difflib import SequenceMatcher
from typing import Any

from briefpress.dataset.decode import is_forbidden, report_forbidden
from briefpress.dataset.keys import ID_PATTERN, Key, Kind
from briefpress.dataset.locate import Locator, Path
from briefpress.dataset.report import Report
from briefpress.model.nearest import did_you_mean, nearest

#: How like a listed key the option of a chart must be to be taken for a slip of the pen ("tittle", "sub_title").
SLIP = 0.82
_NAMED = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list", dict: "a table"}
_WANTED = {
    Kind.TEXT: "text",
    Kind.PROSE: "text",
    Kind.ID: "text",
    Kind.DATE: "a date",
    Kind.FLAG: "true or false",
    Kind.COUNT: "a whole number from 1",
    Kind.LENGTH: "a number above 0",
    Kind.NAMES: "a list of texts",
    Kind.CHOICE: "text",
    Kind.TEXTS: "a table of texts",
    Kind.PROSES: "a table of texts",
    Kind.WORDS: "a table of texts",
    Kind.TABLES: "a list of tables",
}


def _texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _words(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) or _words(item) for item in value.values())


_TESTS: dict[Kind, Callable[[Any], bool]] = {
    Kind.FLAG: lambda value: isinstance(value, bool),
    # 2.0 is a whole number to JSON Schema (2020-12, validation, 6.1.1), by which editors judge.
    Kind.COUNT: lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and value % 1 == 0 and value >= 1
    ),
    Kind.LENGTH: lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < float("inf")
    ),
    Kind.NAMES: lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
    Kind.TEXTS: _texts,
    Kind.PROSES: _texts,
    Kind.WORDS: _words,
    Kind.TABLES: lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
}


def conform(table: Mapping[str, Any], keys: tuple[Key, ...], locator: Locator, report: Report) -> dict[str, Any]:
    """The part of the document that is of the right keys and kinds; dates have become strings."""
    return _table(table, Key("", Kind.TABLES, "", rows=keys), (), locator, report)


def _table(table: Mapping[str, Any], home: Key, path: Path, locator: Locator, report: Report) -> dict[str, Any]:
    known = {key.name: key for key in home.rows}
    fine: dict[str, Any] = {}
    for name, value in table.items():
        here = (*path, name)
        _forbidden(name, here, locator, report)
        if name in known:
            kept = _value(value, known[name], here, locator, report)
            if kept is not None:
                fine[name] = kept
        elif home.open:
            _suspect(name, known, here, locator, report)
            fine[name] = _plain(value, here, locator, report)
        else:
            where = f" in {_named(path)}" if path else ""
            hint = did_you_mean(name, known) or "Delete it; the manual lists the keys."
            report.error(locator.key(here), f"the key {name!r} is not known{where}", hint)
    _require(table, home, path, locator, report)
    return fine


def _named(path: Path) -> str:
    """The header that a table stands under: [[charts.gaps]]."""
    return f"[[{'.'.join(part for part in path if isinstance(part, str))}]]"


def _require(table: Mapping[str, Any], home: Key, path: Path, locator: Locator, report: Report) -> None:
    for key in home.rows:
        blank = isinstance(table.get(key.name), str) and not table[key.name].strip()
        if key.required and (key.name not in table or blank):
            where = f" of this {_named(path)}" if path else ""
            shown = key.example or '"…"'
            hint = f"Write {key.name} = {shown}."
            report.error(
                locator.key((*path, key.name)),
                f"the key {key.name!r}{where} is {'empty' if blank else 'missing'}",
                hint,
            )


def _suspect(name: str, known: Mapping[str, Key], path: Path, locator: Locator, report: Report) -> None:
    guess = nearest(name, known)
    if guess and SequenceMatcher(None, name, guess).ratio() >= SLIP:
        report.warn(
            locator.key(path),
            f"the key {name!r} is taken for an option of the chart's kind",
            f"Did you mean {guess!r}?",
        )


def _value(value: Any, key: Key, path: Path, locator: Locator, report: Report) -> Any:
    """The value as the loader wants it, or None where it is of the wrong kind, which has been reported."""
    if key.kind is Kind.DATE:
        value = _date(value)
    fits = _TESTS.get(key.kind, lambda found: isinstance(found, str))
    if not fits(value):
        _report_kind(value, key, path, locator, report)
        return None
    if key.kind is Kind.TABLES:
        return [_table(item, key, (*path, index), locator, report) for index, item in enumerate(value)]
    value = _plain(value, path, locator, report)
    if key.kind is Kind.ID and value and not re.match(ID_PATTERN, value):
        hint = "Begin with a small letter a to z; go on with small letters, digits and hyphens."
        report.error(locator.value(path), f"{value!r} cannot be an id", hint)
    if key.kind is Kind.CHOICE and value not in key.choices:
        report.error(
            locator.value(path),
            f"{value!r} is not a value of {key.name!r}",
            did_you_mean(value, filter(None, key.choices)),
        )
        return None
    return value


def _report_kind(value: Any, key: Key, path: Path, locator: Locator, report: Report) -> None:
    found = next((name for kind, name in _NAMED.items() if isinstance(value, kind)), "a date or time")
    wanted = _WANTED[key.kind]
    if found == wanted.removesuffix(" of texts").removesuffix(" of tables"):
        found = f"{found} with other things in it"
    if key.kind in (Kind.COUNT, Kind.LENGTH) and isinstance(value, int | float):
        found = str(value)
    hint = f"Write {key.name} = {key.example}." if key.example else f"See the manual for {key.name!r}."
    if key.kind is Kind.TABLES and found == "a table":
        hint = f"Write [[{key.name}]] in place of [{key.name}]."
    if wanted == "text" and not isinstance(value, list | dict):
        hint = f"Put it between quotation marks: {key.name} = {_quoted(value)}."
    report.error(locator.value(path), f"{key.name!r} must be {wanted}, not {found}", hint)


def _quoted(value: Any) -> str:
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{shown}"'


def _date(value: Any) -> Any:
    """A TOML date or a bare year, as EDTF writes it. 2016.0 is a whole number to JSON Schema, and so it is here."""
    if isinstance(value, datetime | time):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and value % 1 == 0 and 0 <= value <= 9999:
        return f"{int(value):04d}"
    return value


def _plain(value: Any, path: Path, locator: Locator, report: Report) -> Any:
    """The value with its forbidden characters, which only an escape can have brought in, reported and replaced."""
    if isinstance(value, str):
        return _forbidden(value, path, locator, report)
    if isinstance(value, list):
        return [_plain(item, (*path, index), locator, report) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {name: _plain(item, (*path, name), locator, report) for name, item in value.items()}
    return value


def _forbidden(text: str, path: Path, locator: Locator, report: Report) -> str:
    bad = [index for index, char in enumerate(text) if is_forbidden(char)]
    if not bad:
        return text
    offsets = locator.characters(path)
    value = offsets if offsets is not None and len(offsets) == len(text) + 1 else None
    for index in bad:
        place = locator.positions.place(value[index]) if value else locator.key(path)
        report_forbidden(text[index], place, report)
    return "".join("\ufffd" if is_forbidden(char) else char for char in text)
