"""Time between dates says no more than the dates do."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.language.edtf import parse_edtf
from briefpress.model.dates import Day
from briefpress.model.quantity import Quantity
from briefpress.summary.arithmetic import RefusedError, to_quantity
from briefpress.summary.elapsed import elapsed, length, months_between, single
from summary.factory import IRAQ, quantity, worked

days = st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1))


def between(unit: str, start: str, end: str) -> Quantity:
    return to_quantity(elapsed(unit, parse_edtf(start), parse_edtf(end)).value.interval, unit)


@pytest.mark.parametrize(
    ("unit", "start", "end", "value", "bound"),
    [
        ("days", "2014-06-16", "2014-06-30", 14, "exact"),
        ("days", "2016-02-28", "2016-03-01", 2, "exact"),
        ("days", "2011-12-18~", "2014-06-16", 911, "about"),
        ("days", "2011-12-18", "2014-06-16?", 911, "about"),
        ("months", "2003-03", "2011-12", 105, "exact"),
        ("months", "2003-03-19", "2011-12", 105, "exact"),
        ("months", "2003-03-19", "2011-12-19", 105, "exact"),
        ("months", "2003-03", "2011-12~", 105, "about"),
        ("years", "2003", "2011", 8, "exact"),
        ("years", "2003", "2011-12-18", 8, "exact"),
        ("years", "2014-06", "2016-12", "2.5", "exact"),
        ("years", "2011-12~", "2014-06-16", "2.5", "about"),
        ("years", "-0044", "0014", 58, "exact"),
        ("years", "2011-12", "2011-12", 0, "exact"),
        ("days", "2014-05-16", "2014-06/..", 16, "at_least"),
        ("years", "../1999", "2003", 4, "at_least"),
        ("years", "2003/..", "../2011", 8, "at_most"),
    ],
)
def test_time_between_two_dates(unit: str, start: str, end: str, value: int | str, bound: str) -> None:
    """Time is counted at the level of the coarser date, about where a date is, at least where one is open."""
    assert between(unit, start, end) == quantity(value, unit, bound)


@pytest.mark.parametrize(
    ("unit", "start", "end", "low", "high"),
    [
        ("days", "2014-12", "2016-07-31", 578, 608),
        ("days", "2011", "2014-06", 883, 1276),
        ("months", "2003", "2011-12", 96, 107),
        ("years", "198X", "2011", 22, 31),
        ("years", "2003/2005", "2011", 6, 8),
        ("months", "2003-21", "2003-12", 7, 9),
    ],
)
def test_wide_dates_give_ranges(unit: str, start: str, end: str, low: int, high: int) -> None:
    """Where a date can mean several of what is counted, the time lies between two ends."""
    assert between(unit, start, end) == quantity(low, unit, "between", high)


@pytest.mark.parametrize(
    ("unit", "start", "end", "words"),
    [
        ("days", "2014-06-30", "2014-06-16", "comes before"),
        ("days", "2014", "2014-06-16", "overlap"),
        ("days", "2014-06-16~", "2014-01", "comes before"),
        ("days", "2014~", "2014-02", "overlap"),
        ("days", "2014-06-16", "2014-06/..", "overlap"),
        ("years", "2003/..", "2011/..", "are unknown"),
    ],
)
def test_times_that_are_not_known_are_refused(unit: str, start: str, end: str, words: str) -> None:
    """Dates the wrong way round, that overlap or that are open towards each other give no time."""
    with pytest.raises(RefusedError, match=words):
        elapsed(unit, parse_edtf(start), parse_edtf(end))


def test_length_of_an_interval() -> None:
    """A date that is an interval lasts from its beginning to its end; a single date has no length."""
    assert length("years", parse_edtf("2003/2011")).value.interval.known == 8
    for written in ("2003", "2003/.."):
        with pytest.raises(RefusedError, match="no beginning and end"):
            length("years", parse_edtf(written))


def test_the_length_of_the_war() -> None:
    """From March 2003 to about December 2011 is about 8 years 9 months, told in whole months."""
    fact = worked("months(invasion, last-troops)", *IRAQ, show="years-months")
    assert (fact.quantity, fact.digits) == (quantity(105, "months", "about"), None)
    exact = worked("years(invasion, war-ends)", *IRAQ, show="years-months")
    assert exact.quantity == quantity(105, "months")


def test_the_time_away() -> None:
    """From about 18 December 2011 to 16 June 2014 are about 2.5 years, in two digits."""
    fact = worked("years(last-troops, guards)", *IRAQ)
    assert (fact.quantity.bound, f"{fact.quantity.value:.1f}", fact.digits) == ("about", "2.5", 2)


def test_dates_are_printed_as_they_were_counted() -> None:
    """A formula that counts months shows months, and keeps the mark of an approximate date."""
    fact = worked("months(last-troops, us-troops)", *IRAQ)
    assert [term.date.written for term in fact.formula if term.date] == ["2011-12~", "2016-12"]
    assert [term.date.written for term in worked("years(invasion, guards)", *IRAQ).formula if term.date] == [
        "2003-03-19",
        "2014-06-16",
    ]


@given(days, days)
def test_days_are_those_of_the_calendar(a: dt.date, b: dt.date) -> None:
    """Days between two days are what the calendar of the standard library counts."""
    first, last = sorted((a, b))
    assert between("days", first.isoformat(), last.isoformat()).value == (last - first).days


@given(days, days)
def test_months_hold_whole_months(a: dt.date, b: dt.date) -> None:
    """Months are whole from one day of the month to the same, and else between the whole ones on either side."""
    first, last = sorted((a, b))
    months = months_between(Day(first.year, first.month, first.day), Day(last.year, last.month, last.day))
    calendar = (last.year - first.year) * 12 + last.month - first.month
    assert calendar - 1 < months < calendar + 1
    if first.day == last.day:
        assert months == calendar


@given(
    st.sampled_from(["2011", "2011-12", "2011-12-18", "-0044", "Y12345", "19XX", "198X", "2003-21", "2003-24"]),
    st.sampled_from(["", "~", "?", "%"]),
)
def test_dates_write_themselves(date: str, mark: str) -> None:
    """The EDTF that a date's end is given back in means that end."""
    point = parse_edtf(date + mark).start
    assert parse_edtf(single(point).written).start == point
