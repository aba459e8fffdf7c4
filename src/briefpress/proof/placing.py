"""Ledger entries found on the page, and numbers of the page that no entry accounts for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefpress.model.text import holds_digit
from briefpress.proof.book import Entry
from briefpress.proof.reading import PageText
from briefpress.proof.wording import NumberWords, printed


@dataclass(frozen=True, slots=True)
class Found:
    """A number on a page: its characters' indices, and its text."""

    text: str
    x: float
    y: float
    indices: range


@dataclass(slots=True)
class Placed:
    """`owners` maps a character to the entries that account for it; `missing` are entries that the page does not print
    where it should, each with what stands there."""

    owners: dict[int, list[Entry]] = field(default_factory=dict)
    missing: list[tuple[Entry, str]] = field(default_factory=list)


def place(entries: Sequence[Entry], page: PageText) -> Placed:
    """Find each entry's characters on the page."""
    placed = Placed()
    for entry in entries:
        wanted = printed(entry.text)
        if not wanted:
            continue
        starts = page.starts(entry.x, entry.y, entry.text[:1].isspace())
        read = [_read(page, start, len(wanted)) for start in starts]
        found = next((indices for indices, said in read if said == wanted), None)
        if found is None:
            placed.missing.append((entry, read[0][1] if read else ""))
        for index in found or ():
            placed.owners.setdefault(index, []).append(entry)
    return placed


def _read(page: PageText, start: int, length: int) -> tuple[list[int], str]:
    """The next `length` marks from a character on."""
    indices: list[int] = []
    said = ""
    index = start
    while index < len(page.chars) and len(said) < length:
        mark = printed(page.chars[index].text)
        if mark:
            said += mark
            indices.append(index)
        index += 1
    return indices, said


def numbers_on(page: PageText, words: NumberWords) -> list[Found]:
    """Every number that a reader of the page finds, spelled-out ones too."""
    steps = sorted(page.steps())
    found = []
    for start, end in words.spans(page.text):
        for low, high in _parted(start, end, steps):
            text = page.text[low:high]
            if (low == start and high == end) or holds_digit(text):
                first = page.chars[low]
                found.append(Found(text, first.x, first.y, range(low, high)))
    return found


def _parted(start: int, end: int, steps: Sequence[int]) -> list[tuple[int, int]]:
    cuts = [start, *(step for step in steps if start < step < end), end]
    return list(pairwise(cuts))


def accounted(number: Found, page: PageText, placed: Placed, wrong: Collection[int]) -> bool:
    """Tell whether good entries account for every mark of a number; `wrong` are the identities of entries found bad."""
    for index in number.indices:
        if page.chars[index].text.isspace():
            continue
        if not any(id(entry) not in wrong for entry in placed.owners.get(index, ())):
            return False
    return True
