"""Days of the proleptic Gregorian calendar as whole numbers, for any year."""

from __future__ import annotations

from briefpress.model.dates import Day, Edtf

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Tell whether `year` (astronomical: 0 is 1 BC) has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def _days_before_year(year: int) -> int:
    # Floor division keeps this right for years before 1, which the datetime module does not know.
    last = year - 1
    return last * 365 + last // 4 - last // 100 + last // 400


def day_of_year(day: Day) -> int:
    """1 to 366."""
    return sum(days_in_month(day.year, month) for month in range(1, day.month)) + day.day


def ordinal(day: Day) -> int:
    """Days since 31 December of the year 0, so that 1 January of the year 1 is 1 (as `date.toordinal`)."""
    return _days_before_year(day.year) + day_of_year(day)


def days_between(first: Day, last: Day) -> int:
    """Days from `first` to `last`; negative when `last` is the earlier one."""
    return ordinal(last) - ordinal(first)


def next_day(day: Day) -> Day:
    """The day after."""
    if day.day < days_in_month(day.year, day.month):
        return Day(day.year, day.month, day.day + 1)
    return Day(day.year, day.month + 1, 1) if day.month < 12 else Day(day.year + 1, 1, 1)


def position(day: Day) -> float:
    """The moment at which `day` begins, in decimal years: 1 July 2003 is about 2003.4959."""
    return day.year + (day_of_year(day) - 1) / (366 if is_leap(day.year) else 365)


def midpoint(date: Edtf) -> float:
    """The middle of everything that `date` can mean, in decimal years; an open end counts as its known end."""
    return (position(date.start.first) + position(next_day(date.last_point.last))) / 2
