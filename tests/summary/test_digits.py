"""Printed precision never exceeds what the inputs carry, and rounding never makes a bound false."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.language.numbers import round_quantity
from briefpress.model.quantity import Bound, Quantity
from briefpress.summary.values import conclude, divide, of_quantity
from summary.factory import IRAQ, figure, worked


def printed(formula: str, *more: object, **options: str | int) -> str:
    fact = worked(formula, *IRAQ, *more, **options)  # type: ignore[arg-type]
    rounded = round_quantity(fact.quantity, fact.digits)
    ends = str(rounded.value) if rounded.high is None else f"{rounded.value} to {rounded.high}"
    return f"{rounded.bound} {ends} {rounded.unit}".strip()


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("wounded / killed", "more_than 7.1"),
        ("per(killed, deployed, 1000)", "about 4.5"),
        ("per(wounded, deployed, 1000)", "about_or_more 32"),
        ("us-strikes / us-share", "more_than 9300 strikes"),
        ("share(us-troops, troops@2008)", "at_least 0.031 share"),
        ("troops@2008 / 5000", "exact 31.6 people"),
        ("5262 - 615", "exact 4647"),
        ("strikes.coalition#last / strikes.us#last", "exact 1.47"),
        ("3 * strikes.us#last", "exact 19971 strikes"),
        ("8700000000 / 12100000", "exact 719"),
        ("cost-gbp / cost", "exact 0.8 GBP per USD"),
        ("deployed + killed", "about 1000000 people"),
        ("wounded + killed", "more_than 36486 people"),
        ("deployed", "about 1000000 people"),
        ("killed / 2", "exact 2243 people"),
        ("killed / 4", "about 1120 people"),
        ("killed * us-share", "about 3400 people"),
        ("cost / daily-cost", "about 830 day"),
    ],
)
def test_what_is_printed(formula: str, expected: str) -> None:
    """Two digits at least are printed, three of a quotient at most, sums of exact numbers in full."""
    assert printed(formula) == expected


def test_declared_digits_win() -> None:
    """The digits that a statistic declares are those printed, and a whole number that they change is about."""
    assert printed("killed", digits=2) == "about 4500 people"
    assert printed("wounded / killed", digits=4) == "more_than 7.133"


def test_rounding_to_a_whole_number_is_about() -> None:
    """9.96 that is printed as 10 says about; 7.96 that is printed as 8.0 shows its own precision."""
    assert printed("a / 100", figure("a", 996, ""), digits=2) == "about 10"
    assert printed("a / 100", figure("a", 796, ""), digits=2) == "exact 8.0"


def test_whole_per_cents_need_no_hedge() -> None:
    """A share that is printed in whole per cents is not about; one that is printed in tens of them is."""
    share = "share(strikes.us@2016-09-13, strikes.coalition@2016-09-13)"
    assert printed(share, digits=2) == "exact 0.68 share"
    assert printed(share, digits=2, unit="percent") == "exact 68 percent"
    assert printed(share, digits=1) == "about 0.7 share"
    assert printed(share, digits=1, unit="percent") == "about 70 percent"


def test_the_fact_keeps_its_digits() -> None:
    """What is printed is rounded; the quantity itself keeps 28 digits."""
    fact = worked("wounded / killed", *IRAQ)
    assert fact.quantity.value == Decimal("7.133303611234953187695051270")
    assert fact.digits == 2


positive = st.decimals("0.01", 99999, places=2)
bounds = st.sampled_from([Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN])


@given(positive, bounds, positive, st.integers(1, 6) | st.none())
def test_printed_bounds_stay_true(value: Decimal, bound: Bound, divisor: Decimal, digits: int | None) -> None:
    """However a quotient is rounded for print, a floor lies at or below the true one and a ceiling at or above it."""
    quotient = divide(of_quantity(Quantity(value, "", bound), "a"), of_quantity(Quantity(divisor), "b"))
    rounded = round_quantity(*conclude(quotient, digits))
    true = Fraction(value) / Fraction(divisor)
    if rounded.bound.is_floor:
        assert Fraction(rounded.value) <= true
    elif rounded.bound.is_ceiling:
        assert Fraction(rounded.value) >= true
    elif (
        rounded.bound is Bound.EXACT
        and rounded.value == rounded.value.to_integral_value()
        and "." not in str(rounded.value)
    ):
        assert int(rounded.value) == int(true)
