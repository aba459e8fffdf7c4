"""Statistics of series: bounds carried, uneven dates told, nothing claimed that the points leave open."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.language.edtf import parse_edtf
from briefpress.model.quantity import Quantity
from briefpress.model.summary import ColumnSummary
from briefpress.model.text import Claim, Origin
from briefpress.summary.series import is_even
from summary.factory import IRAQ, Cell, quantity, series, summary


def column(rows: dict[str, Cell | tuple[Cell, ...]], unit: str = "people") -> ColumnSummary:
    return summary(series("x", rows, unit)).columns[0]


def values(found: ColumnSummary) -> dict[str, Quantity]:
    return {key: fact.quantity for key, fact in found.facts.items()}


def test_statistics_of_exact_points() -> None:
    """Each statistic is right, has its dates and cites the series' source."""
    found = summary(*IRAQ).columns[0]
    facts = {
        key: (fact.quantity.value, fact.as_of.written if fact.as_of else None) for key, fact in found.facts.items()
    }
    assert facts == {
        "count": (4, None),
        "first": (67700, "2003"),
        "last": (4100, "2012"),
        "min": (4100, "2012"),
        "max": (157800, "2008"),
        "median": (101650, None),
        "mean": (91300, None),
        "change": (-63600, "2003/2012"),
        "relative": (Decimal("-0.9394387001477104874446085672"), "2003/2012"),
        "step": (-131500, "2009/2012"),
    }
    assert all(fact.sources == ("s-troops",) for fact in found.facts.values())
    assert found.facts["relative"].quantity.unit == "share"


def test_references() -> None:
    """Cells and statistics are found with their column and, where the series has one, without; both are one fact."""
    facts = summary(*IRAQ).facts
    assert facts["troops#max"] is facts["troops.value#max"]
    assert facts["troops@2008"] is facts["troops.value@2008"]
    assert facts["troops#max"].claim == Claim(Origin.SUMMARY, "troops.value#max")
    assert facts["troops@2008"].claim == Claim(Origin.SERIES, "troops.value@2008")
    assert facts["strikes.us#max"].ref == "strikes.us#max"
    assert "strikes#max" not in facts
    assert "strikes.us@2014-12" not in facts


def test_estimates_and_uneven_dates_are_flagged() -> None:
    """A statistic that rests on an estimate says so, and median and mean of uneven dates do."""
    found = summary(*IRAQ).columns[0]
    assert not found.even
    flags = {key: fact.flags for key, fact in found.facts.items()}
    assert flags["first"] == flags["max"] == ()
    assert flags["last"] == flags["step"] == ("estimated",)
    assert flags["mean"] == flags["median"] == ("estimated", "uneven")


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=12))
def test_exact_points_agree_with_the_standard_library(numbers: list[int]) -> None:
    """Count, extremes, median, mean, change and largest step are those of plain arithmetic."""
    found = values(column({str(1900 + n): number for n, number in enumerate(numbers)}))
    exact = [Fraction(number) for number in numbers]
    assert found["count"].value == len(numbers)
    assert [int(found["min"].value), int(found["max"].value)] == [min(numbers), max(numbers)]
    assert abs(Fraction(found["median"].value) - median(exact)) < Fraction(1, 10**9)
    assert abs(Fraction(found["mean"].value) - mean(exact)) < Fraction(1, 10**9)
    assert found["change"].value == numbers[-1] - numbers[0]
    assert abs(found["step"].value) == max(abs(b - a) for a, b in pairwise(numbers))


def test_points_are_put_in_the_order_of_their_dates() -> None:
    """First and last are those of the dates, whatever the order of the rows."""
    found = values(column({"2012": 3, "2003-05": 1, "2003-01-02": 7}))
    assert [int(found["first"].value), int(found["last"].value)] == [7, 3]


def test_floors_are_carried() -> None:
    """A floor among the points makes what it can change a floor, and leaves what it can't as it is."""
    found = column({"2003": 10, "2004": quantity(50, bound="more_than"), "2005": 30, "2006": 20})
    assert values(found)["max"] == quantity(50, bound="more_than")
    assert values(found)["min"] == quantity(10)
    assert values(found)["mean"] == quantity("27.5", bound="more_than")
    assert values(found)["median"] == quantity(25)
    assert values(found)["change"] == quantity(10)
    assert found.left_out["step"].startswith(("which step", "x@2005 minus x@2004"))


def test_a_doubtful_extreme_has_no_date() -> None:
    """Where a floor lies below another number, the highest is at least that number, and when it was is not known."""
    fact = column({"2003": quantity(10, bound="at_least"), "2004": 50}).facts["max"]
    assert (fact.quantity, fact.as_of) == (quantity(50, bound="at_least"), None)
    fact = column({"2003": quantity(40, bound="between", high=60), "2004": 50}).facts["max"]
    assert fact.quantity == quantity(50, bound="between", high=60)
    fact = column({"2003": quantity(60, bound="at_most"), "2004": 50}).facts["min"]
    assert fact.quantity == quantity(50, bound="at_most")


@given(
    st.lists(
        st.tuples(
            st.integers(0, 100), st.integers(0, 100), st.sampled_from(["exact", "at_least", "at_most", "between"])
        ),
        min_size=1,
        max_size=7,
    )
)
def test_bounded_statistics_hold_the_true_ones(points: list[tuple[int, int, str]]) -> None:
    """Whatever the true numbers behind bounded points are, the statistics that are given allow the true ones."""
    rows: dict[str, Cell | tuple[Cell, ...]] = {}
    true = []
    for n, (value, step, bound) in enumerate(points):
        rows[str(1900 + n)] = quantity(value, bound=bound, high=value + 100 if bound == "between" else None)
        true.append({"exact": value, "at_most": max(0, value - step)}.get(bound, value + step))
    found = values(column(rows))
    expected: dict[str, Fraction | float] = {
        "min": min(true),
        "max": max(true),
        "median": median(true),
        "mean": Fraction(sum(true), len(true)),
    }
    for key, number in expected.items():
        if key in found:
            assert allows(found[key], Fraction(number)), (key, found[key], number)


def allows(stated: Quantity, number: Fraction) -> bool:
    slack, value = Fraction(1, 10**9), Fraction(stated.value)
    if stated.bound.is_range:
        assert stated.high is not None
        return value - slack <= number <= Fraction(stated.high) + slack
    if stated.bound.is_floor:
        return number >= value - slack
    if stated.bound.is_ceiling:
        return number <= value + slack
    # A mean that is printed in fewer digits is about.
    return abs(number - value) <= slack


def test_approximate_points_make_what_rests_on_them_approximate() -> None:
    """About goes into mean and change, and into the extreme that it is."""
    found = values(column({"2003": quantity(10, bound="about"), "2004": 20, "2005": 30}))
    assert found["min"].bound == found["change"].bound == found["mean"].bound == "about"
    assert found["max"].bound == found["median"].bound == "exact"


@pytest.mark.parametrize(
    ("rows", "unit", "left_out"),
    [
        ({"2003": None}, "people", {"first", "last", "min", "max", "median", "mean", "change", "relative", "step"}),
        ({"2003": 4}, "people", {"change", "relative", "step"}),
        ({"2003": 0, "2004": 3}, "people", {"relative"}),
        ({"2003": -2, "2004": 3}, "people", {"relative"}),
        ({"2003": 2, "2004": 3}, "°C", {"relative"}),
        (
            {"2003": quantity(2, bound="at_least"), "2004": quantity(3, bound="at_least")},
            "people",
            {"change", "relative", "step"},
        ),
        (
            {"2003": quantity(2, "km"), "2004": quantity(3, "kg")},
            "km",
            {"min", "max", "median", "mean", "change", "relative", "step"},
        ),
    ],
)
def test_what_has_no_honest_value_is_left_out(
    rows: dict[str, Cell | tuple[Cell, ...]], unit: str, left_out: set[str]
) -> None:
    """A statistic that the points do not give is left out, with the reason; the others stay."""
    found = column(rows, unit)
    assert set(found.left_out) == left_out
    assert all(found.left_out.values())
    assert set(found.facts) == {
        "count", "first", "last", "min", "max", "median", "mean", "change", "relative", "step",
    } - left_out  # fmt: skip


def test_ties_are_flagged() -> None:
    """The first of several equal highest points is named, and the tie told."""
    fact = column({"2003": 5, "2004": 5, "2005": 1}).facts["max"]
    assert fact.as_of == parse_edtf("2003")
    assert fact.flags == ("tied",)


def test_a_formula_that_names_what_was_left_out_is_told_why() -> None:
    """The reason why a series statistic does not exist is given to whoever asks for it."""
    result = summary(series("x", {"2003": 4}), formulas={"f": "x#change * 2"})
    assert "x#change has no value: there is one number only" in result.problems[0].message


def test_two_rows_of_one_date_are_a_warning() -> None:
    """A reference that two rows could have means the first, and a warning says so."""
    twice = series("x", {"2003": 4, "2004": 5})
    twice = replace(twice, points=(*twice.points, replace(twice.points[0], values={"value": quantity(9)})))
    result = summary(twice)
    assert result.facts["x@2003"].quantity.value == 4
    assert [problem.severity for problem in result.problems] == ["warning"]


@pytest.mark.parametrize(
    ("dates", "even"),
    [
        (["2003", "2004", "2005"], True),
        (["2003", "2005", "2006"], False),
        (["2011-01", "2011-02", "2011-03"], True),
        (["2011-01-31", "2011-02-28", "2011-03-31"], True),
        (["2011-01-15", "2011-02-15", "2011-03-15"], True),
        (["2011-01-01", "2011-01-08", "2011-01-15"], True),
        (["2011-01-01", "2011-01-08", "2011-01-16"], False),
        (["2011-01-01", "2012"], False),
        (["2011-01-01"], True),
        ([], True),
    ],
)
def test_even_dates(dates: list[str], even: bool) -> None:
    """Dates are even when they are as many days, or calendar months, apart each time and equally precise."""
    assert is_even([parse_edtf(date) for date in dates]) is even
