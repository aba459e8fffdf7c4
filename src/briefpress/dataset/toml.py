"""Tables to TOML, in the order given: plain values first, then tables, then lists of tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write_toml(document: Mapping[str, Any]) -> str:
    """TOML 1.0 that tomllib reads back to an equal document. Values are strings, numbers, booleans, dates, lists and
    tables; raises TypeError for others. Tables inside values are written inline."""
    return "\n".join(_table(document, ())).lstrip("\n") + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    inner = {name: value for name, value in table.items() if isinstance(value, Mapping) or _is_tables(value)}
    for name, value in table.items():
        if name not in inner:
            yield f"{_key(name)} = {_value(value)}"
    for name, value in inner.items():
        here = (*path, name)
        header = ".".join(_key(part) for part in here)
        if isinstance(value, Mapping):
            yield from ("", f"[{header}]")
            yield from _table(value, here)
        else:
            for item in value:
                yield from ("", f"[[{header}]]")
                yield from _table(item, here)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(name)} = {_value(item)}' for name, item in value.items())} }}" if value else "{}"
    raise TypeError(f"TOML has no way to write {type(value).__name__}")


def _string(text: str) -> str:
    # The escapes of JSON are escapes of TOML; only U+007F is refused bare by TOML and not escaped by JSON.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
