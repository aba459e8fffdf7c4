"""The JSON Schema of brief.toml, for editors: made from the rows of `keys` and kept beside this file.

python -m briefpress.dataset.schema
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from briefpress.dataset.keys import BRIEF, ID_PATTERN, Key, Kind

FILE = Path(__file__).with_name("brief.schema.json")
_TEXT: dict[str, Any] = {"type": "string"}
_SHAPES: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: _TEXT,
    Kind.PROSE: _TEXT,
    Kind.ID: {"type": "string", "pattern": ID_PATTERN},
    # An editor hands a TOML date to the schema as a string.
    Kind.DATE: {"type": ["string", "integer"], "minimum": 0, "maximum": 9999},
    Kind.FLAG: {"type": "boolean"},
    Kind.COUNT: {"type": "integer", "minimum": 1},
    Kind.LENGTH: {"type": "number", "exclusiveMinimum": 0},
    Kind.NAMES: {"type": "array", "items": _TEXT},
    Kind.CHOICE: _TEXT,
    Kind.TEXTS: {"type": "object", "additionalProperties": _TEXT},
    Kind.PROSES: {"type": "object", "additionalProperties": _TEXT},
    Kind.WORDS: {"$ref": "#/$defs/words"},
}


def brief_schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "brief.toml",
        "description": "What a briefpress dataset says of itself: prose, phases, series, charts and statistics.",
        **_table(BRIEF, is_open=False),
        "$defs": {"words": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"$ref": "#/$defs/words"}]}}},
    }


def written() -> str:
    """The text of brief.schema.json."""
    return json.dumps(brief_schema(), ensure_ascii=False, indent=2) + "\n"


def _table(keys: tuple[Key, ...], is_open: bool) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": "object", "properties": {key.name: _key(key) for key in keys}}
    required = [key.name for key in keys if key.required]
    if required:
        shape["required"] = required
    return shape if is_open else {**shape, "additionalProperties": False}


def _key(key: Key) -> dict[str, Any]:
    about: dict[str, Any] = {"description": f"{key.about[:1].upper()}{key.about[1:]}."}
    if key.example:
        about["examples"] = [tomllib.loads(f"example = {key.example}")["example"]]
    if key.kind is Kind.TABLES:
        return {**about, "type": "array", "items": _table(key.rows, key.open)}
    shape = dict(_SHAPES[key.kind])
    if key.kind is Kind.CHOICE:
        shape["enum"] = list(key.choices)
    if key.required and shape == _TEXT:
        shape["pattern"] = r"\S"
    return {**about, **shape}


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
