"""EDTF dates in words, saying no more than the source: a month has no day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from babel.dates import tokenize_pattern

from briefpress.language.catalog import Catalog
from briefpress.model.dates import DatePoint, Day, Edtf, Precision

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


@dataclass(frozen=True, slots=True)
class _Style:
    """`width` is Babel's name for the length of a month; `tight` joins an interval with a dash whatever its parts."""

    width: str
    tight: bool
    years_only: bool


_STYLES = {
    "long": _Style("wide", False, False),
    "short": _Style("abbreviated", False, False),
    "axis": _Style("abbreviated", True, False),
    "year": _Style("wide", False, True),
}


def print_date(catalog: Catalog, date: Edtf, form: str = "long") -> str:
    """The date in words. Raises KeyError for an unknown form."""
    style = _STYLES[form]
    start, end = (_years(date.start), _years(date.last_point)) if style.years_only else (date.start, date.last_point)
    if date.open_end:
        key = f"since-{_level(start)}" if date.written.endswith("..") else "end-unknown"
        return catalog.fill(f"date-{key}", date=_qualified(catalog, start, style))
    if date.open_start:
        key = f"until-{_level(end)}" if date.written.startswith("..") else "start-unknown"
        return catalog.fill(f"date-{key}", date=_qualified(catalog, end, style))
    if date.end is None or start == end:
        return _qualified(catalog, start, style)
    return _interval(catalog, start, end, style)


def _level(point: DatePoint) -> str:
    """ "day", "month" or "year": what decides a preposition (French "depuis le 3 mai", "depuis mai")."""
    if point.precision is Precision.DAY:
        return "day"
    return "month" if point.precision in (Precision.MONTH, Precision.SEASON) else "year"


def _years(point: DatePoint) -> DatePoint:
    if point.precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY):
        return point
    year = point.first.year
    return replace(point, first=Day(year, 1, 1), last=Day(year, 12, 31), precision=Precision.YEAR)


def _qualified(catalog: Catalog, point: DatePoint, style: _Style) -> str:
    words = _point(catalog, point, style)
    if point.approximate:
        key = "date-approximate-day" if point.precision is Precision.DAY else "date-approximate"
        words = catalog.fill(key, date=words)
    if point.uncertain:
        words = catalog.fill("date-uncertain", date=words)
    return words


def _point(catalog: Catalog, point: DatePoint, style: _Style) -> str:
    first = point.first
    match point.precision:
        case Precision.DAY:
            return _pattern(catalog, "day", style, first, _day_number(catalog, first.day))
        case Precision.MONTH:
            return _pattern(catalog, "month", style, first)
        case Precision.SEASON:
            season = catalog.word(f"date-{_SEASONS[first.month]}")
            return catalog.fill("date-season", season=season, year=year_words(catalog, first.year))
        case Precision.YEAR:
            return year_words(catalog, first.year)
        case Precision.DECADE if first.year >= 0:
            return catalog.fill("date-decade", decade=str(first.year))
        case Precision.DECADE:
            ends = (year_words(catalog, first.year), year_words(catalog, point.last.year))
            return catalog.fill("date-range-years", start=ends[0], end=ends[1])
        case Precision.CENTURY:
            return _century(catalog, point)


def _century(catalog: Catalog, point: DatePoint) -> str:
    before_christ = point.first.year < 0
    number = (-point.last.year if before_christ else point.first.year) // 100 + 1
    style = catalog.word("date-century-style")
    first = catalog.word("date-century-first")
    if style == "roman":
        numeral = "".join(_roman(number))
    else:
        numeral = f"{number}{_ordinal_ending(number)}" if style == "ordinal" else str(number)
    words = first if first and number == 1 else catalog.fill("date-century", century=numeral)
    return catalog.fill("date-bc", year=words) if before_christ else words


def _roman(number: int) -> list[str]:
    letters = []
    for size, letter in _ROMAN:
        count, number = divmod(number, size)
        letters.append(letter * count)
    return letters


def _ordinal_ending(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def year_words(catalog: Catalog, year: int) -> str:
    """A year: plain digits to 9999, grouped beyond, "44 BC" for the astronomical year -43."""
    if year <= 0:
        return catalog.fill("date-bc", year=year_words(catalog, 1 - year))
    if year <= 9999:
        return str(year)
    signs = catalog.signs
    digits = str(year)
    head = len(digits) % 3 or 3
    return signs.group.join([digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))])


def _day_number(catalog: Catalog, day: int) -> str:
    return (catalog.word("format-first-day") if day == 1 else "") or str(day)


def month_name(catalog: Catalog, month: int, width: str, alone: bool = False) -> str:
    """A month's name; `alone` is the form that stands without a day. `width` is "wide" or "abbreviated"."""
    return str(catalog.locale.months["stand-alone" if alone else "format"][width][month])


def _tokens(catalog: Catalog, kind: str, style: _Style) -> list[tuple[str, str | tuple[str, int]]]:
    """CLDR's pattern for a day, a month or a day without year, in the width of `style`."""
    skeletons = catalog.locale.datetime_skeletons
    if kind == "day":
        pattern = str(catalog.locale.date_formats["long"].pattern)
    else:
        pattern = str(skeletons["yMMMM" if kind == "month" else "MMMMd"].pattern)
    if style.width == "abbreviated":
        short = str(skeletons[{"day": "yMMMd", "month": "yMMM", "day-month": "MMMd"}[kind]].pattern)
        # Some locales' short dates are digits alone (pt-PT 18/12/2011), which do not tell day from month.
        pattern = short if "MMM" in short else pattern
    return [(str(token), value) for token, value in tokenize_pattern(pattern)]


def _pattern(catalog: Catalog, kind: str, style: _Style, day: Day, day_words: str = "", months: str = "") -> str:
    """CLDR's pattern with these parts; `months` replaces the month's own name."""
    parts = []
    for token, value in _tokens(catalog, kind, style):
        if token == "chars":
            parts.append(str(value))
            continue
        field = value[0]
        if field in "ML":
            parts.append(months or month_name(catalog, day.month, style.width, kind == "month"))
        else:
            parts.append(day_words if field == "d" else year_words(catalog, day.year))
    return "".join(parts)


def _interval(catalog: Catalog, start: DatePoint, end: DatePoint, style: _Style) -> str:
    plain = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
    both = {start.precision, end.precision}
    same_year = start.first.year == end.first.year and start.first.year > 0
    join = _joiner(catalog, style.tight, Precision.DAY in both)
    if plain and both == {Precision.YEAR}:
        return _joiner(catalog, True)(_point(catalog, start, style), _point(catalog, end, style))
    if plain and same_year and both == {Precision.MONTH}:
        months = [month_name(catalog, point.first.month, style.width, True) for point in (start, end)]
        return _pattern(catalog, "month", style, end.first, months=join(*months))
    if plain and same_year and both == {Precision.DAY}:
        if start.first.month == end.first.month:
            return _days_of_month(catalog, start.first, end.first, style)
        head = _pattern(catalog, "day-month", style, start.first, _day_number(catalog, start.first.day))
        return join(head, _point(catalog, end, style))
    return join(_qualified(catalog, start, style), _qualified(catalog, end, style))


def _joiner(catalog: Catalog, tight: bool, days: bool = False) -> Callable[[str, str], str]:
    key = "date-range-years" if tight else "date-range-days" if days else "date-range"
    return lambda start, end: catalog.fill(key, start=start, end=end)


def _days_of_month(catalog: Catalog, start: Day, end: Day, style: _Style) -> str:
    """ "16 to 30 June 2014"; a point that belongs to the day's number (German "16.") is kept with both numbers."""
    point = "." if re.search(r"\bd\.", str(catalog.locale.date_formats["long"].pattern)) else ""
    days = _joiner(catalog, style.tight, True)(_day_number(catalog, start.day) + point, _day_number(catalog, end.day))
    return _pattern(catalog, "day", style, end, days)
