"""A ledger as read from a file, whoever wrote it: every field is checked before it is believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefpress.model.text import Claim, Origin
from briefpress.proof.ledger import VERSION, WORDS, seal


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed text: page from 1 (0 for an alternative text), role, claim (None for words of a sentence), baseline
    start in points, and the characters."""

    page: int
    role: str
    claim: Claim | None
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class BookPage:
    entries: tuple[Entry, ...]
    letters: str
    drawing: str
    links: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """An alternative text: all of it, and the runs that hold numbers, whose `x` is the count of characters before."""

    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """`sealed` tells whether the seal fits; `behind` is what the ledger says of each claim."""

    language: str
    pages: tuple[BookPage, ...]
    alternatives: tuple[Spoken, ...]
    document: Mapping[str, Any]
    files: Mapping[str, str]
    behind: tuple[tuple[Claim, Mapping[str, Any] | None], ...]
    sealed: bool


def read_book(data: bytes) -> Book:
    """Raises ValueError, with the reason, for what is no ledger of this kind."""
    content = json.loads(data)
    if not isinstance(content, dict) or content.get("briefpress-ledger") != VERSION:
        raise ValueError(f"it is no ledger of version {VERSION}")
    try:
        return _Reader(content).book()
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"it is no whole ledger ({type(error).__name__}: {error})") from error


class _Reader:
    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self._roles = [str(role) for role in content["roles"]]
        self._claims = [_claim(str(origin), str(ref)) for origin, ref in content["claims"]]

    def book(self) -> Book:
        content = self._content
        pages = tuple(self._page(number, page) for number, page in enumerate(content["pages"], 1))
        said = zip(self._claims, content["behind"], strict=True)
        return Book(
            language=str(content["language"]),
            pages=pages,
            alternatives=tuple(self._spoken(runs) for runs in content["alternatives"]),
            document=dict(content["document"]),
            files={str(name): str(digest) for name, digest in content["files"].items()},
            behind=tuple((claim, behind) for claim, behind in said if claim is not None),
            sealed=content.get("seal") == seal(content),
        )

    def _page(self, number: int, page: Mapping[str, Any]) -> BookPage:
        entries = tuple(
            Entry(number, self._roles[_index(role)], self._claims[_index(claim)], float(x), float(y), str(text))
            for role, claim, x, y, text in page["entries"]
        )
        return BookPage(entries, str(page["letters"]), str(page["drawing"]), str(page["links"]))

    def _spoken(self, runs: list[list[Any]]) -> Spoken:
        entries: list[Entry] = []
        text = ""
        for run in runs:
            said = str(run[0])
            if len(run) > 1:
                entries.append(Entry(0, "Alt", self._claims[_index(run[1])], len(text), 0, said))
            text += said
        return Spoken(text, tuple(entries))


def _index(value: Any) -> int:
    number = int(value)
    if number < 0:
        raise IndexError(f"{number} is no place in a list")
    return number


def _claim(origin: str, ref: str) -> Claim | None:
    if origin == WORDS:
        return None
    try:
        return Claim(Origin(origin), ref)
    except ValueError as error:
        raise KeyError(f"the origin {origin!r}") from error
