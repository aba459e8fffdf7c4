"""Time between dates that say no more than they say: a month has no day, "about" has no edge.

The coarser of two dates sets the level. From one day to another, days are counted and months and years may end in a
fraction. From March 2003 to December 2011 is 105 months, as a reader counts them on the calendar; from 2003 to 2011 is
8 years. Where a date can mean several of what is counted, the time lies between two ends; where a date is approximate
or uncertain, the time is about the middle.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from briefpress.language.calendar import days_between, days_in_month
from briefpress.model.dates import DatePoint, Day, Edtf, Precision
from briefpress.summary.arithmetic import Interval, RefusedError, describe
from briefpress.summary.units import parse_unit
from briefpress.summary.values import Value, magnitude

UNITS = ("days", "months", "years")
_DAY, _MONTH, _YEAR = range(3)
_LEVELS = {Precision.DAY: _DAY, Precision.MONTH: _MONTH, Precision.SEASON: _MONTH}
_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time, and the dates at the precision with which it was counted."""

    value: Value
    start: Edtf
    end: Edtf


def elapsed(unit: str, start: Edtf, end: Edtf) -> Elapsed:
    """The time from one date to another in "days", "months" or "years".

    Raises RefusedError where the dates overlap or stand the wrong way round, and where no end of the time is known.
    """
    level = _DAY if unit == "days" else max(_level(start), _level(end))
    count = _counter(unit, level)
    low = None if start.open_end or end.open_start else count(start.last_point.last, end.start.first)
    high = None if start.open_start or end.open_end else count(start.start.first, end.last_point.last)
    if low is None and high is None:
        raise RefusedError(f"{unit} from {start.written} to {end.written} are unknown", "An end of a date is open.")
    _refuse_backwards(start, end, low, high)
    interval = Interval(low, low is None, high, high is None, not_negative=True)
    if any(date.approximate or date.uncertain for date in (start, end)):
        if low is not None and high is not None:
            low = high = (low + high) / 2
        interval = replace(interval, low=low, high=high, approximate=True)
    name = f"{unit}({start.written}, {end.written})"
    whole = all(bound is None or bound.denominator == 1 for bound in (low, high))
    full = whole and not interval.approximate
    digits = None if full else _digits(interval, unit)
    value = Value(interval, parse_unit(unit), digits, full, name=name)
    return Elapsed(value, _at(start, level, unit), _at(end, level, unit))


def length(unit: str, period: Edtf) -> Elapsed:
    """The time that an interval lasts. Raises RefusedError for a single date and for an open end."""
    if period.end is None or period.open_start or period.open_end:
        raise RefusedError(
            f"{period.written} has no beginning and end of which {unit} could be counted",
            f"Name two dates, {unit}(a, b), or one that is an interval with both ends, such as 2003/2011.",
        )
    return elapsed(unit, single(period.start), single(period.end))


def single(point: DatePoint) -> Edtf:
    """One end of a date as a date of its own."""
    return Edtf(_written(point), point)


def months_between(first: Day, last: Day) -> Fraction:
    """Calendar months and the part of a month left over: from 19 March to 18 April is 30/31 of a month."""
    whole = _month_number(last) - _month_number(first)
    if _on(first, whole) > last:
        whole -= 1
    begun, ended = _on(first, whole), _on(first, whole + 1)
    return whole + Fraction(days_between(begun, last), days_between(begun, ended))


def _on(day: Day, months: int) -> Day:
    """The same day of the month so many months later, or the last day of a month that is too short."""
    year, month = divmod(_month_number(day) + months, 12)
    return Day(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def _month_number(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _level(date: Edtf) -> int:
    return max(_LEVELS.get(end.precision, _YEAR) for end in (date.start, date.last_point))


def _counter(unit: str, level: int) -> Callable[[Day, Day], Fraction]:
    size = 12 if unit == "years" else 1
    if unit == "days":
        return lambda a, b: Fraction(days_between(a, b))
    if level == _DAY:
        return lambda a, b: months_between(a, b) / size
    if level == _MONTH or unit == "months":
        return lambda a, b: Fraction(_month_number(b) - _month_number(a), size)
    return lambda a, b: Fraction(b.year - a.year)


def _refuse_backwards(start: Edtf, end: Edtf, low: Fraction | None, high: Fraction | None) -> None:
    if high is not None and high < 0:
        raise RefusedError(f"{end.written} comes before {start.written}", "Name the earlier date first.")
    vague = any(date.approximate or date.uncertain for date in (start, end))
    middle = high if low is None or high is None or not vague else (low + high) / 2
    if low is not None and low < 0 and (not vague or middle is None or middle < 0):
        span = describe(Interval(low, False, high))
        raise RefusedError(
            f"{start.written} and {end.written} overlap, so the time between them is unknown ({span})",
            "Use dates that say which came first.",
        )


def _digits(interval: Interval, unit: str) -> int:
    """About so many days have two digits; months are told in whole ones, years to one decimal."""
    before_point = max(1, magnitude(interval.known) + 1)
    if unit == "days":
        return 2 if interval.approximate else before_point
    if unit == "months":
        return before_point if interval.approximate else max(2, before_point)
    return max(2, before_point) if interval.approximate else before_point + 1


def _at(date: Edtf, level: int, unit: str) -> Edtf:
    """The date as it was counted: its month or its year alone, where no more was used."""
    if date.end is not None or _level(date) >= level or unit == "days":
        return date
    wide = Precision.MONTH if level == _MONTH or unit == "months" else Precision.YEAR
    if wide is Precision.YEAR:
        first, last = Day(date.start.first.year, 1, 1), Day(date.start.last.year, 12, 31)
    else:
        first, day = replace(date.start.first, day=1), date.start.last
        last = replace(day, day=days_in_month(day.year, day.month))
    return single(replace(date.start, first=first, last=last, precision=wide))


def _written(point: DatePoint) -> str:
    """The point in EDTF."""
    first, mark = point.first, _MARKS[point.approximate, point.uncertain]
    year = f"{first.year:0{5 if first.year < 0 else 4}d}" if abs(first.year) <= 9999 else f"Y{first.year}"
    month = f"{year}-{first.month:02d}"
    if point.precision is Precision.DAY:
        return f"{month}-{first.day:02d}{mark}"
    if point.precision is Precision.SEASON:
        return f"{year}-{21 + first.month // 3 - 1:02d}{mark}"
    masked = {Precision.MONTH: month, Precision.DECADE: year[:-1] + "X", Precision.CENTURY: year[:-2] + "XX"}
    return masked.get(point.precision, year) + mark
