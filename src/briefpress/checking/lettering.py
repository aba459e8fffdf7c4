"""Characters that the style cannot print, told with the place where each first stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from briefpress.errors import BriefpressError
from briefpress.model.dataset import Dataset, Source
from briefpress.model.problem import Place, Problem

#: Fields whose words are not printed, or only as part of what another field prints.
_UNPRINTED = frozenset(
    {"csl", "file", "folder", "formula", "group", "id", "kind", "locator", "phase", "place", "places", "ref"}
)

#: What a bibliography prints of a CSL-JSON item; reference managers export much that is not printed, such as abstracts.
_PRINTED_CSL = ("title", "author", "editor", "publisher", "publisher-place", "container-title", "collection-title")


def check_lettering(dataset: Dataset, objection: Callable[[str], BriefpressError | None]) -> tuple[Problem, ...]:
    """A problem for each character of the dataset that `objection`, which knows the fonts, says cannot be printed."""
    places: dict[str, Place] = {}
    for words, place in _strings(dataset, Place(dataset.folder)):
        if not words.isascii():
            for char in unicodedata.normalize("NFC", words):
                places.setdefault(char, place)
    problems = []
    for char, place in places.items():
        error = None if char.isascii() else objection(char)
        if error is not None:
            problems.append(Problem(error.message, error.hint, place))
    return tuple(sorted(problems, key=lambda problem: problem.place))


def _strings(noun: Any, place: Place) -> Iterator[tuple[str, Place]]:
    """Every text under a noun, with the nearest place that is known for it."""
    if isinstance(noun, str):
        yield noun, place
    elif isinstance(noun, Mapping):
        for value in noun.values():
            yield from _strings(value, place)
    elif isinstance(noun, tuple | list):
        for value in noun:
            yield from _strings(value, place)
    elif is_dataclass(noun):
        yield from _strings_of(noun, getattr(noun, "place", place))


def _strings_of(noun: Any, place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(noun, Source):
        for key in _PRINTED_CSL:
            yield from _strings(noun.csl.get(key), place)
    cells = getattr(noun, "places", {})
    for field in fields(noun):
        if field.name not in _UNPRINTED:
            yield from _strings(getattr(noun, field.name), cells.get(field.name, place))
