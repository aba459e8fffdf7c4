"""sources.json: CSL-JSON, as Zotero and other reference managers export it."""

from __future__ import annotations

import json
import re
from typing import Any

from briefpress.dataset.decode import is_forbidden, report_forbidden
from briefpress.dataset.positions import Positions
from briefpress.dataset.report import Report
from briefpress.dataset.values import refuse_twins
from briefpress.model.dataset import Source
from briefpress.model.problem import Place

_HINTS = (
    ("Expecting ',' delimiter", "Put a comma between the entries, and none after the last."),
    ("Expecting property name", "Names stand between double quotation marks; no comma follows the last."),
    ("Expecting value", "A value is missing; text stands between quotation marks."),
    ("Unterminated string", 'Close the text with ".'),
    ("Invalid \\escape", "Write \\\\ for a backslash."),
    ("Extra data", "Nothing may follow the last ]."),
)
_WHITE = re.compile(r"[ \t\n]*")


def read_sources(text: str, file: str, report: Report) -> tuple[Source, ...]:
    """The entries that can be used."""
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except _ConstantError as error:
        place = Positions(text, file).place(text.index(str(error)))
        report.error(place, f"the file is not valid JSON: {error} is no value", "Write null, or delete the entry.")
        return ()
    except (json.JSONDecodeError, RecursionError) as error:
        _report_syntax(error, text, file, report)
        return ()
    positions = Positions(text, file)
    if not isinstance(document, list):
        place = positions.place(_after_white(text, 0))
        hint = 'Write a list of entries: [{"id": "…", "type": "…", "title": "…"}]; Zotero exports it as "CSL JSON".'
        report.error(place, "the file is not a list of sources", hint)
        return ()
    spans = _spans(text, len(document))
    sources = []
    for item, (start, end) in zip(document, spans, strict=True):
        source = _source(item, text[start:end], start, positions, report)
        if source:
            sources.append(source)
    refuse_twins([(source.id, source.place) for source in sources], "sources", report)
    return tuple(sources)


def _refuse_constant(name: str) -> Any:
    """NaN and Infinity are no JSON (RFC 8259, 6), though Python reads them."""
    raise _ConstantError(name)


class _ConstantError(ValueError):
    """A word that JSON does not know."""


def _report_syntax(error: json.JSONDecodeError | RecursionError, text: str, file: str, report: Report) -> None:
    if isinstance(error, RecursionError):
        report.error(Place(file), "the file is nested too deeply to be read", "Export it again as CSL JSON.")
        return
    comma = _last_comma(text, error.pos)
    if comma is not None:
        place = Positions(text, file).place(comma)
        report.error(place, "the file is not valid JSON: a comma stands after the last entry", "Delete it.")
        return
    hint = next(
        (hint for start, hint in _HINTS if error.msg.startswith(start)), 'Export it again: in Zotero as "CSL JSON".'
    )
    message = f"the file is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    report.error(Place(file, error.lineno, error.colno), message, hint)


def _last_comma(text: str, offset: int) -> int | None:
    """The comma before a closing bracket at which Python stopped; which of the two it names depends on its version."""
    start = offset if text[offset : offset + 1] == "," else len(text[:offset].rstrip()) - 1
    match = re.compile(r",\s*[\]}]").match(text, max(start, 0))
    return match.start() if match else None


def _after_white(text: str, offset: int) -> int:
    match = _WHITE.match(text, offset)
    return match.end() if match else offset


def _spans(text: str, count: int) -> list[tuple[int, int]]:
    """Where each entry of the outer list begins and ends."""
    decoder = json.JSONDecoder()
    spans = []
    offset = _after_white(text, 0) + 1
    for _ in range(count):
        start = _after_white(text, offset)
        _, end = decoder.raw_decode(text, start)
        spans.append((start, end))
        offset = _after_white(text, end) + 1
    return spans


def _source(item: Any, raw: str, start: int, positions: Positions, report: Report) -> Source | None:
    here = positions.place(start)
    if not isinstance(item, dict):
        report.error(here, "the entry is not a source", 'Write {"id": "…", "type": "…", "title": "…"}.')
        return None
    _forbidden(item, (raw, start), positions, report)
    written = item.get("id")
    source_id = str(written).strip() if isinstance(written, str | int) and not isinstance(written, bool) else ""
    if not source_id:
        report.error(here, "the source has no id", 'Write "id": "…", the name that the CSV files cite it by.')
        return None
    match = re.search(r'"id"\s*:\s*', raw)
    place = positions.place(start + match.end()) if match else here
    _require(item, source_id, place, report)
    return Source(source_id, item, place)


def _require(item: dict[str, Any], source_id: str, place: Place, report: Report) -> None:
    title = item.get("title")
    if not isinstance(title, str) or not title.strip():
        report.error(
            place,
            f"the source {source_id!r} has no title",
            'Write "title": "…"; a work without one is described in a few words.',
        )
    if not isinstance(item.get("type"), str) or not item["type"].strip():
        hint = 'Write "type": "…", such as article-newspaper, report, book or webpage.'
        report.error(place, f"the source {source_id!r} has no type", hint)
    issued = item.get("issued")
    if issued is not None and not isinstance(issued, dict):
        report.error(
            place,
            f"the date of the source {source_id!r} is not CSL-JSON",
            'Write "issued": {"date-parts": [[2016, 12, 31]]}.',
        )


def _forbidden(value: Any, source: tuple[str, int], positions: Positions, report: Report) -> None:
    """Report forbidden characters that an escape brought in; those typed as they are were reported with the file.
    `source` is the entry as written, and where it begins."""
    raw, start = source
    if isinstance(value, str):
        for char in dict.fromkeys(value):
            if is_forbidden(char) and char not in raw:
                escape = re.search(rf"\\u{ord(char):04x}", raw, re.IGNORECASE)
                report_forbidden(char, positions.place(start + (escape.start() if escape else 0)), report)
    elif isinstance(value, dict):
        for name, item in value.items():
            _forbidden(name, source, positions, report)
            _forbidden(item, source, positions, report)
    elif isinstance(value, list):
        for item in value:
            _forbidden(item, source, positions, report)
