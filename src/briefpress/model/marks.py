"""Shape means certainty: the names of the marks, and which one stands for a date."""

from __future__ import annotations

from collections.abc import Iterable

from briefpress.model.dataset import Event
from briefpress.model.dates import Edtf, Precision

#: Keys of all marks, in the order of a legend: those of numbers, then those of dates.
MARKS = (
    *(
        "stated",
        "floor",
        "ceiling",
        "about",
        "about-or-more",
        "about-or-less",
        "range",
        "about-range",
        "estimate",
        "gap",
    ),
    *("day", "month", "about-day", "uncertain", "open"),
)


def mark_of(date: Edtf) -> str:
    """The key of the mark that shows how sure a date is, on a strip and in a list alike."""
    if date.uncertain:
        return "uncertain"
    if date.approximate:
        return "about-day"
    if date.open_end or date.open_start:
        return "open"
    return "day" if date.end is None and date.start.precision is Precision.DAY else "month"


def numbered(events: Iterable[Event]) -> list[tuple[int, Event]]:
    """Events in order of time, counted from 1: the numbers that join a strip to its list."""
    ordered = sorted(events, key=lambda event: (event.date.start.first, event.date.last_point.last))
    return list(enumerate(ordered, 1))
