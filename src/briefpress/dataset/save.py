"""A Dataset written as the folder that `load` reads back."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from briefpress.dataset.amount import AmountError, read_amount
from briefpress.dataset.columns import FIGURES, QUOTES, TIMELINE, Column
from briefpress.dataset.describe import document
from briefpress.dataset.toml import write_toml
from briefpress.dataset.unparse import unparse_blocks
from briefpress.errors import BriefpressError
from briefpress.model.dataset import Dataset, Event, Figure, Quote, Series, SeriesPoint
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Bound

#: Names by which `load` finds a file without being told of it.
_FOUND = ("figures.csv", "timeline.csv", "quotes.csv", "sources.json", "text/*.md")


def save(dataset: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the dataset into `folder`, which is made where it is missing; give the files written.

    `load` then reads an equal dataset, places and the folder's own name aside; comments of a brief.toml that stood
    there are lost. Raises BriefpressError where the folder cannot be written, or holds a file that would be read
    besides.
    """
    root = Path(folder)
    files = _files(dataset)
    extra = sorted(
        path for pattern in _FOUND for path in root.glob(pattern) if path.relative_to(root).as_posix() not in files
    )
    if extra:
        message = f"{extra[0].as_posix()} stands in the folder and is no part of the dataset to be saved"
        raise BriefpressError(message, "Name an empty folder, or move that file away.")
    written = []
    try:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            written.append(path)
    except OSError as error:
        message = f"{root.as_posix()} cannot be written: {error.strerror or error}"
        raise BriefpressError(message, "Name a folder that can be written, with room on its disk.") from error
    return tuple(written)


def _files(dataset: Dataset) -> dict[str, str]:
    """The text of each file, by its path in the folder."""
    language = dataset.brief.language
    files = {"brief.toml": write_toml(document(dataset))}
    for name, columns, rows in (
        ("figures.csv", FIGURES, [_figure(figure, language) for figure in dataset.figures]),
        ("timeline.csv", TIMELINE, [_event(event) for event in dataset.events]),
        ("quotes.csv", QUOTES, [_quote(quote) for quote in dataset.quotes]),
    ):
        if rows:
            files[name] = _csv(_used(columns, rows), rows)
    for series in dataset.series:
        files[series.file or f"series/{series.id}.csv"] = _series(series, language)
    if dataset.sources:
        files["sources.json"] = (
            json.dumps([dict(source.csl) for source in dataset.sources], ensure_ascii=False, indent=2) + "\n"
        )
    for section in dataset.texts:
        files[f"text/{section.id}.md"] = unparse_blocks(section.blocks)
    return files


def _used(columns: Iterable[Column], rows: Sequence[Mapping[str, str]]) -> list[str]:
    return [column.name for column in columns if column.required or any(row[column.name] for row in rows)]


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    return out.getvalue()


def _figure(figure: Figure, language: str) -> dict[str, str]:
    stated = figure.quantity
    names = ("id", "label", "source", "locator", "note", "short", "group", "phase")
    return {
        **{name: getattr(figure, name) for name in names},
        "value": _number(stated.value, language),
        "high": _number(stated.high, language),
        "unit": stated.unit,
        "bound": stated.bound.value,
        "as_of": _date(figure.as_of),
    }


def _event(event: Event) -> dict[str, str]:
    names = ("id", "event", "source", "locator", "phase", "group", "landmark")
    return {**{name: getattr(event, name) for name in names}, "date": _date(event.date)}


def _quote(quote: Quote) -> dict[str, str]:
    names = ("id", "speaker", "role", "quote", "source", "locator", "context", "lang")
    return {**{name: getattr(quote, name) for name in names}, "date": _date(quote.date)}


def _series(series: Series, language: str) -> str:
    """One hedge column for one measure, a hedge column for each of several."""
    prefix = {column.name: "" if len(series.columns) == 1 else f"{column.name}_" for column in series.columns}
    rows = [_point(point, prefix, language) for point in series.points]
    columns = ["date", *prefix]
    for start in prefix.values():
        columns += [start + office for office in ("bound", "high")]
    columns = [name for name in columns if name in ("date", *prefix) or any(row[name] for row in rows)]
    columns += [name for name in ("estimated", "source", "note") if name == "source" or any(row[name] for row in rows)]
    return _csv(columns, rows)


def _point(point: SeriesPoint, prefix: Mapping[str, str], language: str) -> dict[str, str]:
    row = {
        "date": point.date.written,
        "estimated": "yes" if point.estimated else "",
        "source": point.source,
        "note": point.note,
    }
    for name, start in prefix.items():
        value = point.values[name]
        row[name] = _number(value.value, language) if value else ""
        row[f"{start}bound"] = value.bound.value if value and value.bound is not Bound.EXACT else ""
        row[f"{start}high"] = _number(value.high, language) if value else ""
    return row


def _number(value: Decimal | None, language: str) -> str:
    """Plain digits; with an exponent where a language that groups by points could take them for a thousandfold."""
    if value is None:
        return ""
    plain = format(value, "f")
    try:
        read_amount(plain, language, ",")
    except AmountError:
        exponent = -int(value.as_tuple().exponent)
        return f"{value.scaleb(exponent):f}e-{exponent}"
    return plain


def _date(date: Edtf | None) -> str:
    return date.written if date else ""
