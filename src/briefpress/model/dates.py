"""Dates as sources give them: EDTF (ISO 8601-2:2019, level 1), no more precise than what was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar; `year` may be 0 or negative (astronomical numbering)."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One end of an EDTF date: the first and last day that it can mean, and how it was qualified."""

    first: Day
    last: Day
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. `end` is None for a single date; open ends are marked and `start`/`end` then repeat
    the end that is known, so that `start.first` and `(end or start).last` always exist."""

    written: str
    start: DatePoint
    end: DatePoint | None = None
    open_start: bool = False
    open_end: bool = False

    @property
    def last_point(self) -> DatePoint:
        return self.end or self.start

    @property
    def is_day(self) -> bool:
        return self.end is None and self.start.precision is Precision.DAY

    @property
    def approximate(self) -> bool:
        return self.start.approximate or self.last_point.approximate

    @property
    def uncertain(self) -> bool:
        return self.start.uncertain or self.last_point.uncertain
