from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefpress.checking.subject import KINDS
from briefpress.dataset.columns import FIGURES, QUOTES, SERIES, TIMELINE, Column
from briefpress.dataset.keys import BRIEF, Key
from briefpress.model.prose import Form
from briefpress.model.quantity import STATED_BOUNDS

ROOT = Path(__file__).parents[2]
MANUAL = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("README*.md")))


def key_row(key: Key) -> str:
    """A row of the manual for a key: its name, whether it must be there, what it is, an example."""
    example = f"`{key.example}`" if key.example else ""
    return f"| `{key.name}`{' *' if key.required else ''} | {key.kind.value} | {key.about} | {example} |"


def column_row(column: Column) -> str:
    return f"| `{column.name}`{' *' if column.required else ''} | {column.about} |"


def all_keys(keys: tuple[Key, ...] = BRIEF) -> Iterator[Key]:
    for key in keys:
        yield key
        yield from all_keys(key.rows)


ROWS = [key_row(key) for key in all_keys()]
ROWS += [column_row(column) for table in (FIGURES, TIMELINE, QUOTES, SERIES) for column in table]


@pytest.mark.parametrize("row", ROWS)
def test_the_manual_has_every_key_and_column_in_the_words_of_the_program(row: str) -> None:
    """The README's tables say of each key and column what the loader and the schema say."""
    assert row in MANUAL


def test_the_manual_names_every_bound_form_and_chart_kind() -> None:
    """What may be written in a bound, in a brace or for a kind of chart stands in the README."""
    for word in (*STATED_BOUNDS, *(form for form in Form if form), *KINDS):
        assert re.search(rf"`[^`\n]*\b{word}\b[^`\n]*`", MANUAL), word
