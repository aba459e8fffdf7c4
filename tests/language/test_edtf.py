"""Dates as sources write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.language.calendar import day_of_year, days_between, days_in_month, midpoint, next_day, ordinal, position
from briefpress.language.edtf import parse_edtf
from briefpress.model.dates import Day, Precision

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
YEARS = st.integers(-9999, 9999)


def _written(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


@settings(deadline=None)
@given(DAYS)
def test_days_agree_with_the_standard_library(date: dt.date) -> None:
    """A day written in full is that day, and counting days agrees with Python's calendar."""
    point = parse_edtf(date.isoformat()).start
    assert point.first == point.last == Day(date.year, date.month, date.day)
    assert point.precision is Precision.DAY
    assert ordinal(point.first) == date.toordinal()
    tomorrow = date + dt.timedelta(days=1)
    assert next_day(point.first) == Day(tomorrow.year, tomorrow.month, tomorrow.day)
    assert day_of_year(point.first) == date.timetuple().tm_yday


@settings(deadline=None)
@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_days_are_counted_without_a_gap_in_any_year(year: int, month: int, day: int) -> None:
    """The day after is one day later, also across the year 0 and before it."""
    here = Day(year, month, day)
    assert days_between(here, next_day(here)) == 1
    assert year <= position(here) < position(next_day(here)) <= year + 1


@settings(deadline=None)
@given(YEARS, st.sampled_from(["", "?", "~", "%"]))
def test_years_keep_their_marks(year: int, mark: str) -> None:
    """A year with its qualifier spans that year and says what the qualifier means."""
    date = parse_edtf(_written(year) + mark)
    assert (date.start.first, date.start.last) == (Day(year, 1, 1), Day(year, 12, 31))
    assert date.approximate is (mark in {"~", "%"})
    assert date.uncertain is (mark in {"?", "%"})
    assert date.written == _written(year) + mark


@settings(deadline=None)
@given(DAYS, DAYS)
def test_intervals_hold_both_ends_or_are_refused(a: dt.date, b: dt.date) -> None:
    """An interval runs from the first day of one end to the last of the other, and never backwards."""
    string = f"{a.isoformat()}/{b.isoformat()}"
    if a > b:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_edtf(string)
    else:
        date = parse_edtf(string)
        assert date.end is not None
        assert days_between(date.start.first, date.end.last) == (b - a).days
        assert position(date.start.first) < midpoint(date) < position(next_day(date.end.last))


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2003-03", Day(2003, 3, 1), Day(2003, 3, 31), Precision.MONTH),
        ("2004-02", Day(2004, 2, 1), Day(2004, 2, 29), Precision.MONTH),
        ("1900-02", Day(1900, 2, 1), Day(1900, 2, 28), Precision.MONTH),
        ("201X", Day(2010, 1, 1), Day(2019, 12, 31), Precision.DECADE),
        ("19XX", Day(1900, 1, 1), Day(1999, 12, 31), Precision.CENTURY),
        ("-012X", Day(-129, 1, 1), Day(-120, 12, 31), Precision.DECADE),
        ("2004-XX", Day(2004, 1, 1), Day(2004, 12, 31), Precision.YEAR),
        ("2004-XX-XX", Day(2004, 1, 1), Day(2004, 12, 31), Precision.YEAR),
        ("1985-04-XX", Day(1985, 4, 1), Day(1985, 4, 30), Precision.MONTH),
        ("2001-21", Day(2001, 3, 1), Day(2001, 5, 31), Precision.SEASON),
        ("2003-24", Day(2003, 12, 1), Day(2004, 2, 29), Precision.SEASON),
        ("Y170000002", Day(170000002, 1, 1), Day(170000002, 12, 31), Precision.YEAR),
        ("Y-170000002", Day(-170000002, 1, 1), Day(-170000002, 12, 31), Precision.YEAR),
        ("0000", Day(0, 1, 1), Day(0, 12, 31), Precision.YEAR),
        (" 2011 ", Day(2011, 1, 1), Day(2011, 12, 31), Precision.YEAR),
    ],
)
def test_a_date_spans_all_that_it_can_mean(written: str, first: Day, last: Day, precision: Precision) -> None:
    """Months, seasons, decades, centuries and unspecified digits cover their first to their last day."""
    point = parse_edtf(written).start
    assert (point.first, point.last, point.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("written", "open_start", "open_end"),
    [("1985-04/..", False, True), ("1985-04/", False, True), ("../1985-04", True, False), ("/1985-04", True, False)],
)
def test_open_ends_repeat_the_end_that_is_known(written: str, open_start: bool, open_end: bool) -> None:
    """An open or unknown end is marked, and both points are the one that was written."""
    date = parse_edtf(written)
    assert (date.open_start, date.open_end) == (open_start, open_end)
    assert date.start == date.last_point == parse_edtf("1985-04").start
    assert not date.is_day


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "is empty"),
        ("18/12/2011", "write 2011-12-18"),
        ("12/18/2011", "write 2011-12-18"),
        ("03/04/2011", "write 2011-04-03 or 2011-03-04"),
        ("2011/12/18", "more than one slash"),
        ("2011-1-5", "write 2011-01-05"),
        ("2003–2011", "written 2003/2011"),
        ("2003-2011", "written 2003/2011"),
        ("2011-13", "month from 01 to 12"),
        ("2011-00", "month from 01 to 12"),
        ("2011-02-29", "from 01 to 28"),
        ("2011-12-00", "from 01 to 31"),
        ("2011-12-18T20:00", "write the date alone, 2011-12-18"),
        ("201x", "capital X"),
        ("2X11", "is no date"),
        ("1XXX", "is no date"),
        ("201X-05", "is no date"),
        ("2011-XX-05", "is no date"),
        ("20", "20XX"),
        ("Y2011", "write 2011"),
        ("-0000", "no sign"),
        ("../..", "at least one end"),
        ("/", "at least one end"),
        ("2011/2003", "ends before it begins"),
        ("Dec 2011", "is no date"),
        ("2004-06~-11", "is no date"),
        ("２０１１", "is no date"),
        ("2001-25", "season from 21 to 24"),
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(written: str, says: str) -> None:
    """A date that is no EDTF raises ValueError, whose words name what was probably meant."""
    with pytest.raises(ValueError, match=says):
        parse_edtf(written)


@settings(deadline=None)
@given(st.text("0123456789-/.XY~?% T", max_size=14))
def test_any_string_is_a_date_or_a_plain_refusal(written: str) -> None:
    """Nothing but ValueError comes of a malformed date, and what is read lies in order."""
    try:
        date = parse_edtf(written)
    except ValueError:
        return
    assert date.start.first <= date.last_point.last
    assert 1 <= date.start.first.day <= days_in_month(date.start.first.year, date.start.first.month)
