"""Every row cites a source that there is, and every source is cited."""

from __future__ import annotations

from collections.abc import Iterator

from briefpress.checking.subject import Subject, proses, unknown, warning
from briefpress.model.dataset import Dataset, Event, Figure, Quote, SeriesPoint, place_of
from briefpress.model.problem import Problem

Row = Figure | Event | Quote | SeriesPoint


def check_citations(subject: Subject) -> Iterator[Problem]:
    """Unknown sources."""
    rows = [row for row in _rows(subject.dataset) if row.source]
    if rows and not subject.sources:
        hint = "Write them into sources.json, a list of CSL-JSON entries; reference managers such as Zotero export it."
        yield Problem(
            f"rows cite sources, first {rows[0].source!r}, and there are none", hint, place_of(rows[0], "source")
        )
        return
    for row in rows:
        if row.source not in subject.sources:
            yield unknown("source", row.source, subject.sources, place_of(row, "source"))


def check_unused(subject: Subject) -> Iterator[Problem]:
    """Sources that nothing cites. Nothing is said while a row is unread or cites no known source: it may mean this."""
    used = {row.source for row in _rows(subject.dataset)}
    if subject.dataset.unread or not used <= subject.sources:
        return
    used |= {piece.ref.removeprefix("source:") for prose in proses(subject.dataset) for piece in prose.pieces}
    for source in subject.dataset.sources:
        if source.id not in used:
            hint = "Cite it in a row or with {source:" + source.id + "} in a text, or delete it."
            yield warning(f"the source {source.id!r} is cited nowhere", hint, source.place)


def _rows(dataset: Dataset) -> Iterator[Row]:
    yield from dataset.figures
    yield from dataset.events
    yield from dataset.quotes
    for series in dataset.series:
        yield from series.points
