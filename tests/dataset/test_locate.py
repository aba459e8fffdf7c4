from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.dataset.locate import Locator, string_offsets
from briefpress.dataset.toml import write_toml
from briefpress.model.problem import Place
from dataset.test_round_trip import TOML_VALUES

DOCUMENT = '''# a comment = "no key"
title = "A \\" ] } # title"   # and more
tiles = [
  "one", # first
  'two]',
]
titles = { timeline = "T", "odd key" = """x
y""" }
when = 2003-01-02 10:00:00
a.b.c = 1

[[charts]]
id = "one"
[charts.labels]
"troops@2008" = "label"
[[charts.gaps]]
from = "2003"

[[charts]]
id = "two"
[[charts.gaps]]
from = """
\\"2004"""
[[charts.gaps]]
from = "2005"
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), (2, 1), (2, 9)),
        (("tiles",), (3, 1), (3, 9)),
        (("tiles", 0), (4, 3), (4, 3)),
        (("tiles", 1), (5, 3), (5, 3)),
        (("titles", "timeline"), (7, 12), (7, 23)),
        (("titles", "odd key"), (7, 28), (7, 40)),
        (("when",), (9, 1), (9, 8)),
        (("a", "b", "c"), (10, 1), (10, 9)),
        (("charts", 0), (12, 1), (12, 1)),
        (("charts", 0, "labels", "troops@2008"), (15, 1), (15, 17)),
        (("charts", 0, "gaps", 0, "from"), (17, 1), (17, 8)),
        (("charts", 1, "id"), (20, 1), (20, 6)),
        (("charts", 1, "gaps", 0, "from"), (22, 1), (22, 8)),
        (("charts", 1, "gaps", 1, "from"), (25, 1), (25, 8)),
        (("charts", 1, "missing"), (19, 1), (19, 1)),
    ],
)
def test_keys_and_values_are_found(path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]) -> None:
    """Every way that TOML has of writing a key leads to the line and column where it stands."""
    tomllib.loads(DOCUMENT)
    locator = Locator(DOCUMENT, "f")
    assert locator.key(path) == Place("f", *key)
    assert locator.value(path) == Place("f", *value)


def test_what_stands_nowhere_is_in_the_file() -> None:
    """A key that is not in the document has the file for its place."""
    assert Locator(DOCUMENT, "f").key(("nothing",)) == Place("f")


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=6), TOML_VALUES, max_size=5))
def test_the_value_found_is_the_value_that_stands_there(document: dict[str, object]) -> None:
    """The text at the place found for a key is the key's value, in any document."""
    text = write_toml(document)
    locator = Locator(text, "f")
    for name, value in document.items():
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            continue
        place = locator.value((name,))
        rest = text.split("\n")[place.line - 1][place.column - 1 :]
        assert tomllib.loads(f"k = {rest}")["k"] == value


STRINGS = (
    '"plain"',
    "'lit\\eral'",
    '"a\\tb\\u00e9\\U0001F600\\\\\\""',
    '"""one\ntwo"""',
    '"""\nafter"""',
    "'''\nit's'''",
    '"""a \\\n   b"""',
    '"""quoted\\"""\n"""',
    '"""""two"""""',
    '""',
)


@pytest.mark.parametrize("raw", STRINGS)
def test_each_character_of_a_string_is_found(raw: str) -> None:
    """Characters of a value, escapes and line breaks among them, are traced to where they were typed."""
    value = tomllib.loads(f"k = {raw}")["k"]
    offsets = string_offsets(raw)
    assert len(offsets) == len(value) + 1
    for char, offset in zip(value, offsets, strict=False):
        assert raw[offset] in (char, "\\")
    assert raw[offsets[-1] :] in ('"', "'", '"""', "'''")
