"""EDTF dates (ISO 8601-2:2019, levels 0 and 1) to values."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpress.language.calendar import days_between, days_in_month, midpoint, next_day, ordinal, position
from briefpress.model.dates import DatePoint, Day, Edtf, Precision

__all__ = ["days_between", "midpoint", "next_day", "ordinal", "parse_edtf", "position"]

_EXAMPLES = "write 2011, 2011-12, 2011-12-18, 2003/2011, 2011-12-18~ (about), 2014? (uncertain) or 2014/.. (open)"
_POINT = re.compile(r"(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%]?)")
_LONG_YEAR = re.compile(r"Y(?P<year>-?[0-9]{5,15})(?P<mark>[?~%]?)")
_UNSPECIFIED = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)")
_DAY_FIRST = re.compile(r"(?P<a>[0-9]{1,2})[./-](?P<b>[0-9]{1,2})[./-](?P<year>[0-9]{4})")
_LOOSE = re.compile(r"(?P<year>[0-9]{4})[-./ ](?P<month>[0-9]{1,2})(?:[-./ ](?P<day>[0-9]{1,2}))?")
_YEARS = re.compile(r"(?P<a>[0-9]{4}) ?[-–—] ?(?P<b>[0-9]{4})")
# ISO 8601-2 gives the seasons no days; these are the meteorologist's northern ones, so that a place on an axis exists.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def parse_edtf(written: str) -> Edtf:
    """Read a date or an interval. Raises ValueError that says what is wrong and what to write instead."""
    string = written.strip()
    if not string:
        raise ValueError(f"the date is empty: {_EXAMPLES}")
    if _DAY_FIRST.fullmatch(string):
        raise ValueError(_refusal(string))
    head, slash, tail = string.partition("/")
    if not slash:
        return Edtf(string, _point(string))
    if "/" in tail:
        raise ValueError(f"{string!r} has more than one slash: an interval is written 2003/2011")
    return _interval(string, head, tail)


def _interval(string: str, head: str, tail: str) -> Edtf:
    open_start, open_end = head in ("", ".."), tail in ("", "..")
    if open_start and open_end:
        raise ValueError(f"{string!r} has no date in it: at least one end of an interval must be known")
    start = _point(tail if open_start else head)
    end = _point(head if open_end else tail)
    if start.first > end.last:
        raise ValueError(f"{string!r} ends before it begins: write the earlier date first")
    return Edtf(string, start, end, open_start, open_end)


def _point(string: str) -> DatePoint:
    if match := _POINT.fullmatch(string):
        return _qualified(_exact(string, match["year"], match["month"], match["day"]), match["mark"])
    if match := _LONG_YEAR.fullmatch(string):
        year = int(match["year"])
        return _qualified(_span(year, year, Precision.YEAR), match["mark"])
    if match := _UNSPECIFIED.fullmatch(string):
        return _qualified(_masked(string, match["year"], match["month"], match["day"]), match["mark"])
    raise ValueError(_refusal(string))


def _qualified(point: DatePoint, mark: str) -> DatePoint:
    return replace(point, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")) if mark else point


def _span(first: int, last: int, precision: Precision) -> DatePoint:
    return DatePoint(Day(first, 1, 1), Day(last, 12, 31), precision)


def _exact(string: str, year_digits: str, month_digits: str | None, day_digits: str | None) -> DatePoint:
    year = _year(string, year_digits)
    if month_digits is None:
        return _span(year, year, Precision.YEAR)
    month = int(month_digits)
    if month in _SEASON_MONTHS and day_digits is None:
        first, last = _SEASON_MONTHS[month]
        end_year = year if last > first else year + 1
        return DatePoint(Day(year, first, 1), Day(end_year, last, days_in_month(end_year, last)), Precision.SEASON)
    _check_month(string, year_digits, month)
    if day_digits is None:
        return DatePoint(Day(year, month, 1), Day(year, month, days_in_month(year, month)), Precision.MONTH)
    day = Day(year, month, int(day_digits))
    if not 1 <= day.day <= days_in_month(year, month):
        count = days_in_month(year, month)
        raise ValueError(f"{string!r} names a day that its month does not have: write one from 01 to {count}")
    return DatePoint(day, day, Precision.DAY)


def _year(string: str, digits: str) -> int:
    if digits == "-0000":
        raise ValueError(f"{string!r}: the year 0 has no sign: write 0000 (it is 1 BC)")
    return int(digits)


def _check_month(string: str, year_digits: str, month: int) -> None:
    if 1 <= month <= 12:
        return
    raise ValueError(
        f"{string!r} has {month:02d} where a month from 01 to 12 or a season from 21 to 24 belongs: "
        f"for a span of years write {year_digits}/{year_digits[:-2]}{month:02d}"
    )


def _masked(string: str, year_digits: str, month_digits: str | None, day_digits: str | None) -> DatePoint:
    """Unspecified digits of level 1: 201X, 19XX, 2004-XX, 2004-XX-XX and 1985-04-XX."""
    known = year_digits.rstrip("X")
    hidden = len(year_digits) - len(known)
    parts_hidden = [part for part in (month_digits, day_digits) if part is not None]
    if "X" in known or hidden > 2 or (hidden and parts_hidden):
        raise ValueError(_refusal(string))
    if hidden:
        sign, digits = (-1, known[1:]) if known.startswith("-") else (1, known)
        near = int(digits) * 10**hidden
        years = sorted((sign * near, sign * (near + 10**hidden - 1)))
        return _span(years[0], years[1], Precision.DECADE if hidden == 1 else Precision.CENTURY)
    if month_digits == "XX" and day_digits in (None, "XX"):
        return _exact(string, year_digits, None, None)
    if day_digits == "XX" and month_digits is not None and month_digits.isdigit():
        _check_month(string, year_digits, int(month_digits))
        return _exact(string, year_digits, month_digits, None)
    raise ValueError(_refusal(string))


def _refusal(string: str) -> str:
    """Why `string` is no date, and what was probably meant."""
    if re.search(r"[0-9]T[0-9]", string):
        date = string.partition("T")[0]
        return f"{string!r} has a time of day, which a briefing does not print: write the date alone, {date}"
    if match := _DAY_FIRST.fullmatch(string):
        a, b, year = int(match["a"]), int(match["b"]), match["year"]
        guesses = [f"{year}-{m:02d}-{d:02d}" for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= 31]
        meant = " or ".join(dict.fromkeys(guesses)) or "2011-12-18"
        return f"{string!r} is not in the order year-month-day: write {meant}"
    if match := _YEARS.fullmatch(string):
        return f"{string!r} is no date: a span of years is written {match['a']}/{match['b']}"
    if match := _LOOSE.fullmatch(string):
        tail = f"-{int(match['day']):02d}" if match["day"] else ""
        return f"{string!r} is no date: write {match['year']}-{int(match['month']):02d}{tail}"
    if "x" in string and string.upper() != string:
        return f"{string!r}: unspecified digits are written with a capital X"
    if re.fullmatch(r"[0-9]{2}", string):
        return f"{string!r} is no date: a century is written {string}XX and a year with four digits"
    if re.fullmatch(r"Y-?[0-9]{1,4}", string):
        return f"{string!r}: Y is for years of more than four digits: write {int(string[1:]):04d}"
    return f"{string!r} is no date: {_EXAMPLES}"
