"""`datapackage.json`: a Frictionless descriptor (specs.frictionlessdata.io/data-package) of the files of a dataset."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from briefpress.model.dataset import Dataset, Source

DESCRIPTOR = "datapackage.json"
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_TRUTH = ({"yes", "true"}, {"no", "false"})
_MEANINGS = {
    "value": "The number as the source gives it; the lower end of a range",
    "high": "The upper end of a range",
    "bound": "How the source put the number; blank for exact",
    "as_of": "EDTF (ISO 8601-2)",
    "date": "EDTF (ISO 8601-2)",
    "source": "An id of sources.json",
    "locator": "Where in the source",
    "estimated": "The source itself calls the number an estimate",
}
#: Media types of the files that a dataset can hold.
MIMES = {
    ".csv": "text/csv",
    ".csl": "application/vnd.citationstyles.style+xml",
    ".json": "application/json",
    ".md": "text/markdown",
    ".otf": "font/otf",
    ".py": "text/x-python",
    ".toml": "application/toml",
    ".ttf": "font/ttf",
}


def descriptor(dataset: Dataset, files: Mapping[str, bytes], build: Mapping[str, str], version: str) -> bytes:
    """The descriptor's bytes: the same for the same files. `build` is what was asked beside what brief.toml says."""
    brief = dataset.brief
    said: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _slug(brief.short_title or brief.title) or "briefing",
        "title": brief.title,
        "version": brief.version,
        "homepage": brief.url if brief.url.startswith(("http://", "https://")) else "",
        "language": brief.language,
        "created": brief.date.written if brief.date is not None else "",
        "contributors": [{"title": brief.publisher, "roles": ["publisher"]}] if brief.publisher else [],
        "licenses": [{"name": _licence_name(brief.licence), "title": brief.licence}] if brief.licence else [],
        "keywords": [brief.topic] if brief.topic else [],
        "sources": [_source(source) for source in dataset.sources],
        "resources": _resources(files),
        "briefpress": {"version": version, "build": dict(build)},
    }
    return (json.dumps({k: v for k, v in said.items() if v}, ensure_ascii=False, indent=1) + "\n").encode()


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.casefold()))


def _licence_name(words: str) -> str:
    """An identifier as SPDX writes those of Creative Commons, or a name made of the words."""
    found = re.search(r"\bCC[ -](BY(?:-[A-Z]{2})*|0)(?:[ -]([0-9]\.[0-9]))?", words)
    return "-".join(part for part in ("CC", *found.groups()) if part).replace("CC-0", "CC0") if found else _slug(words)


def _source(source: Source) -> dict[str, str]:
    title = str(source.csl.get("title") or source.id)
    address = str(source.csl.get("URL") or "")
    return {"title": title, "path": address} if address else {"title": title}


def _resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for path, data in files.items():
        name = re.sub(r"[^a-z0-9._-]+", "-", path.casefold().rpartition(".")[0] or path.casefold())
        taken = {resource["name"] for resource in made}
        ending = PurePosixPath(path).suffix.lower()
        made.append(
            {
                "name": name if name not in taken else f"{name}{ending.replace('.', '-')}",
                "path": path,
                "format": ending.removeprefix("."),
                "mediatype": MIMES.get(ending, "application/octet-stream"),
                "bytes": len(data),
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                **(_table(data) if ending == ".csv" else {}),
            }
        )
    return made


def _table(data: bytes) -> dict[str, Any]:
    """Type, dialect and schema of a CSV file."""
    text = data.decode("utf-8-sig", errors="replace")
    lines = text.splitlines()
    skipped = 1 if lines and lines[0].strip('"').casefold().startswith("sep=") else 0
    body = "\n".join(lines[skipped:])
    separator = max(",;\t", key=body.partition("\n")[0].count)
    rows = [row for row in csv.reader(io.StringIO(body), delimiter=separator) if any(cell.strip() for cell in row)]
    header, cells = (rows[0], rows[1:]) if rows else ([], [])
    fields = [
        _field(name.strip(), [row[at].strip() for row in cells if at < len(row)]) for at, name in enumerate(header)
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if any(field["name"] == "id" for field in fields) and all(row[0].strip() for row in cells):
        schema["primaryKey"] = ["id"]
    dialect = {"delimiter": separator, "headerRows": [1 + skipped]} if separator != "," or skipped else {}
    return {"type": "table", "encoding": "utf-8", **({"dialect": dialect} if dialect else {}), "schema": schema}


def _field(name: str, cells: Sequence[str]) -> dict[str, Any]:
    filled = [cell for cell in cells if cell]
    said: dict[str, Any] = {"name": name, "type": "string"}
    if filled and name not in ("id", "date", "as_of", "source", "locator"):
        if all(_INTEGER.fullmatch(cell) for cell in filled):
            said["type"] = "integer"
        elif all(_NUMBER.fullmatch(cell) for cell in filled):
            said["type"] = "number"
        elif {cell.casefold() for cell in filled} <= _TRUTH[0] | _TRUTH[1]:
            said |= {"type": "boolean", "trueValues": sorted(_TRUTH[0]), "falseValues": sorted(_TRUTH[1])}
    if name in _MEANINGS:
        said["description"] = _MEANINGS[name]
    return said
