"""Numbers that the document gives itself: pages, figures, tables, events, citations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefpress.model.text import Origin
from briefpress.proof.book import Entry
from briefpress.proof.origins import Origins

Fault = tuple[Entry, str]
_ONE_TO_ONE = ("figure", "table", "citation", "event")
_DIGITS = re.compile(r"\d+")


def numbering_faults(entries: Sequence[Entry], pages: int, origins: Origins) -> Iterator[Fault]:
    """Structural numbers that contradict the document or one another; `pages` is the count of its pages."""
    numbered: dict[str, dict[str, int]] = defaultdict(dict)
    for entry in entries:
        if entry.claim is None or entry.claim.origin is not Origin.STRUCTURE:
            continue
        kind, _, name = entry.claim.ref.partition(":")
        found = _DIGITS.findall(entry.text)
        if len(found) != 1:
            yield entry, "is not one number"
            continue
        number = int(found[0])
        if kind in _ONE_TO_ONE:
            yield from _named(entry, kind, name, number, numbered[kind])
            if not _exists(kind, name, origins):
                yield entry, f"names the {kind} {name!r}, which the dataset does not hold"
        elif name.isdigit():
            yield from _counted(entry, kind, int(name), number, pages)
    for kind, numbers in numbered.items():
        if sorted(numbers.values()) != list(range(1, len(numbers) + 1)):
            first = next(e for e in entries if e.claim is not None and e.claim.ref.startswith(f"{kind}:"))
            yield first, f"belongs to {kind} numbers that do not run from 1 without a gap"


def _named(entry: Entry, kind: str, name: str, number: int, known: dict[str, int]) -> Iterator[Fault]:
    if known.setdefault(name, number) != number:
        yield entry, f"is the number of the {kind} {name!r}, which is {known[name]} elsewhere"
    other = next((other for other, taken in known.items() if taken == number and other != name), None)
    if other is not None:
        yield entry, f"is the number of two: the {kind} {name!r} and the {kind} {other!r}"


def _counted(entry: Entry, kind: str, wanted: int, number: int, pages: int) -> Iterator[Fault]:
    if number != wanted:
        yield entry, f"should be {wanted}"
    elif kind == "page" and not 1 <= number <= pages:
        yield entry, f"is no page of {pages}"
    elif kind == "page" and entry.role == "Artifact" and number != entry.page:
        yield entry, f"stands on page {entry.page}"
    elif kind == "pages" and number != pages:
        yield entry, f"is not the count of pages, which is {pages}"


def _exists(kind: str, name: str, origins: Origins) -> bool:
    if kind == "citation":
        return name in origins.sources
    return kind != "event" or name in origins.events


def citation_faults(entries: Sequence[Entry]) -> Iterator[Fault]:
    """The list of sources against the pages: each source that a page cites is listed with that page, and no other."""
    cited: dict[str, set[int]] = defaultdict(set)
    listed: dict[str, list[Entry]] = {}
    current = ""
    for entry in entries:
        if entry.claim is None or entry.claim.origin not in (Origin.STRUCTURE, Origin.SOURCE):
            continue
        kind, _, name = entry.claim.ref.partition(":")
        if entry.role == "Lbl" and kind == "citation":
            current = name
            listed[name] = [entry]
        elif entry.role == "Link" and kind == "citation":
            cited[name].add(entry.page)
        elif entry.role == "Link" and kind == "page" and current and entry.page >= listed[current][0].page:
            listed[current].append(entry)
    for name, own in listed.items():
        ends = [int(entry.claim.ref.partition(":")[2]) for entry in own[1:] if entry.claim is not None]
        if cited[name] and not (set(ends) <= cited[name] and min(cited[name]) == min(ends, default=0)):
            yield own[0], f"is said to be cited on pages {sorted(set(ends))}, but is on pages {sorted(cited[name])}"
    for name in cited.keys() - listed.keys() if listed else ():
        first = next(e for e in entries if e.claim is not None and e.claim.ref == f"citation:{name}")
        yield first, f"cites {name!r}, which the list of sources does not hold"
