from __future__ import annotations

import copy
import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.dataset import schema
from briefpress.dataset.conform import conform
from briefpress.dataset.keys import BRIEF, Key, Kind
from briefpress.dataset.locate import Locator
from briefpress.dataset.report import Report
from briefpress.dataset.toml import write_toml
from briefpress.model.problem import Severity
from dataset.kit import mistakes

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(schema.brief_schema())
BRIEFS = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("data/*/brief.toml"))]
BRIEFS += [(Path(schema.__file__).parent / "template" / "brief.toml").read_text(encoding="utf-8")]
WRONG = [files["brief.toml"] for files, _ in mistakes(Path(__file__).parent / "mistakes" / "brief.txt").values()]


def loader_accepts(document: dict[str, Any]) -> bool:
    report = Report()
    conform(document, BRIEF, Locator(write_toml(document), "brief.toml"), report)
    return not any(problem.severity is Severity.ERROR for problem in report.problems)


def schema_accepts(document: dict[str, Any]) -> bool:
    return VALIDATOR.is_valid(_as_editors_see(document))


def _as_editors_see(value: Any) -> Any:
    """Dates become strings before an editor validates."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _as_editors_see(item) for name, item in value.items()}
    return [_as_editors_see(item) for item in value] if isinstance(value, list) else value


def test_the_schema_file_is_the_one_that_the_keys_make() -> None:
    """brief.schema.json is up to date, and is a valid schema of draft 2020-12."""
    assert schema.FILE.read_text(encoding="utf-8") == schema.written()
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.FILE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("text", BRIEFS, ids=range(len(BRIEFS)))
def test_schema_and_loader_accept_every_brief_of_the_project(text: str) -> None:
    """The datasets of the project and the template please both."""
    document = tomllib.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(_as_editors_see(document))] == []
    assert loader_accepts(document)


def test_schema_and_loader_refuse_the_same_golden_mistakes() -> None:
    """Where a golden mistake is one of keys and kinds, the schema refuses it, and where not, it does not."""
    refused = 0
    for text in WRONG:
        assert isinstance(text, str)
        try:
            document = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        if "\\u202e" in text:
            continue  # what may stand in a text is the loader's to say
        assert schema_accepts(document) == loader_accepts(document), text
        refused += not schema_accepts(document)
    assert refused > 10


VALUES: list[Any] = [
    *("", " ", "a", "A b", "full", "a4", "disagreement", "words", "2003"),
    *(0, 1, -1, 2.5, 0.0, 2.0, 10_000, True, False),
    *(
        [],
        ["a"],
        [1],
        [{}],
        [{"id": "a", "name": "b"}],
        [{"id": "a", "label": "b", "formula": "c", "kind": "d", "text": "e"}],
    ),
    *({}, {"a": "b"}, {"a": 1}, {"a": {"b": "c"}}, {"a": {"b": 1}}),
]
PLACES = [(key.name, inner.name if inner else None) for key in BRIEF for inner in (None, *key.rows)] + [("zzz", None)]


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(BRIEFS) - 1), st.sampled_from(PLACES), st.sampled_from(VALUES), st.booleans())
def test_schema_and_loader_agree_on_any_change(
    brief: int, place: tuple[str, str | None], value: Any, drop: bool
) -> None:
    """Whatever value is put in the place of any key, or left out, both accept it or both refuse it."""
    document = copy.deepcopy(tomllib.loads(BRIEFS[brief]))
    outer, inner = place
    table: Any = document
    if inner is not None:
        rows = document.setdefault(outer, [])
        rows.append({})
        table, outer = rows[-1], inner
    if drop:
        table.pop(outer, None)
    else:
        table[outer] = copy.deepcopy(value)
    assert schema_accepts(document) == loader_accepts(document)


@pytest.mark.parametrize("value", [date(2003, 1, 2), 2003, "2003-01~"])
def test_dates_may_be_typed_as_toml_has_them(value: Any) -> None:
    """A date, a bare year and a text in EDTF are all dates to both."""
    document = {"title": "A", "date": value, "phases": [{"id": "a", "name": "A", "from": value}]}
    assert schema_accepts(document)
    assert loader_accepts(document)


def test_every_key_is_described_and_every_example_fits() -> None:
    """Each key has words for editors, and its example is one that the loader takes."""

    def keys(rows: tuple[Key, ...]) -> list[Key]:
        return [inner for key in rows for inner in (key, *keys(key.rows))]

    for key in keys(BRIEF):
        assert key.about, key.name
        if key.example:
            value = tomllib.loads(f"k = {key.example}")["k"]
            shape = schema._key(key)
            assert jsonschema.Draft202012Validator({**shape, "$defs": schema.brief_schema()["$defs"]}).is_valid(
                value
            ), key.name
        if key.kind is Kind.CHOICE:
            assert key.choices, key.name
