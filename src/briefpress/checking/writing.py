"""What stands in prose: braces that name something, and numbers that the dataset holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefpress.checking.subject import Subject, proses, unknown
from briefpress.language.prose import match_typed
from briefpress.model.problem import Problem
from briefpress.model.prose import Piece

#: Tables that a brace may name as {table:NAME}: pages/ gives none a number of its own.
TABLES: tuple[str, ...] = ()


def check_braces(subject: Subject) -> Iterator[Problem]:
    """Braces that name nothing in the dataset."""
    for prose in proses(subject.dataset):
        for piece in prose.pieces:
            if piece.ref:
                yield from _brace(subject, piece)


def check_typed(subject: Subject) -> Iterator[Problem]:
    """Numbers typed without braces that the dataset does not hold, in value and hedge. Nothing is said while rows are
    unread, since the number may stand in one of them."""
    if subject.dataset.unread:
        return
    for prose in proses(subject.dataset):
        yield from match_typed(prose, subject.summary, subject.lexicon)


def _brace(subject: Subject, piece: Piece) -> Iterator[Problem]:
    kind, colon, name = piece.ref.partition(":")
    if subject.unread(piece.ref):
        return
    if not colon:
        if piece.ref not in subject.facts:
            yield _unknown_fact(subject, piece)
        return
    known = {
        "figure": subject.charts,
        "event": subject.events,
        "source": subject.sources,
        "page": {section.removeprefix("text/") for section in subject.sections} | set(subject.sections),
        "table": set(TABLES),
    }.get(kind, set())
    if name not in known:
        what = {"figure": "chart", "page": "section"}.get(kind, kind)
        yield unknown(what, name, known, piece.place, _otherwise(kind))


def _unknown_fact(subject: Subject, piece: Piece) -> Problem:
    if piece.ref in subject.events:
        return Problem(
            f"{piece.ref!r} is an event and has no number", f"Write {{event:{piece.ref}}} for its date.", piece.place
        )
    if piece.ref in subject.charts:
        return Problem(f"{piece.ref!r} is a chart", f"Write {{figure:{piece.ref}}} for its number.", piece.place)
    if piece.ref in subject.sources:
        return Problem(f"{piece.ref!r} is a source", f"Write {{source:{piece.ref}}} to cite it.", piece.place)
    if piece.ref in subject.series:
        hint = f"Name a row ({{{piece.ref}@2016}}) or a statistic of it ({{{piece.ref}#max}})."
        return Problem(f"{piece.ref!r} is a series, not a number", hint, piece.place)
    return unknown("figure or statistic", piece.ref, _alike(piece.ref, subject.facts), piece.place, _NO_FACT)


def _alike(ref: str, facts: Iterable[str]) -> list[str]:
    """Facts of the same sort: rows of series are no guess for a plain id, nor plain ids for a row."""
    mark = next((mark for mark in "@#" if mark in ref), "")
    return [fact for fact in facts if (mark in fact if mark else "@" not in fact and "#" not in fact)]


_NO_FACT = "Add a row to figures.csv or a [[statistics]] table, or mend the name."


def _otherwise(kind: str) -> str:
    return {
        "figure": "Describe the chart in a [[charts]] table; charts that the program chooses cannot be named.",
        "table": "Tables have no names in prose; name the page: {page:statistics}.",
    }.get(kind, "")
