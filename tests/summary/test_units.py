"""Units: what words mean, what may be added, what a statistic may call its result."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefpress.model.dataset import Statistic
from briefpress.summary.units import conversion, parse_unit
from summary.factory import IRAQ, figure, quantity, refused, summary, worked


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("killed / cost", "people per USD"),
        ("killed / wounded * cost", "USD"),
        ("cost / daily-cost", "day"),
        ("us-share * us-strikes", "strikes"),
        ("us-strikes / us-share", "strikes"),
        ("us-share * us-share", "share"),
        ("1 - us-share", "share"),
        ("killed / deployed", ""),
        ("3 * killed", "people"),
        ("killed + 300", "people"),
        ("killed * killed", "people²"),
        ("1 / killed", "per people"),
        ("killed / cost / killed", "per USD"),
        ("cost-gbp / cost", "GBP per USD"),
        ('daily-cost * days(guards, "2014-06-19")', "USD"),
        ("per(us-strikes, cost, 1000)", "strikes per 1000 USD"),
    ],
)
def test_unit_of_a_result(formula: str, unit: str) -> None:
    """The unit follows from the formula: division gives people per dollar, like units cancel, a share leaves a unit."""
    nouns = [noun for noun in IRAQ if noun.id not in ("wounded", "deployed", "us-strikes")]
    exact = [figure("wounded", 32000), figure("deployed", 10**6), figure("us-strikes", 7000, "strikes")]
    assert worked(formula, *nouns, *exact).quantity.unit == unit


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("killed + cost", "people plus USD has no meaning"),
        ("cost - cost-gbp", "USD minus GBP has no meaning"),
        ("us-share + killed", "share plus people has no meaning"),
        ("share(killed, cost)", "people are no share of USD"),
        ("killed / wounded + killed", "a plain number plus people has no meaning"),
        ("years(invasion, guards) + days(invasion, guards)", "years plus days has no meaning"),
    ],
)
def test_unlike_units_are_refused(formula: str, words: str) -> None:
    """Numbers of different units are not added, subtracted or made a share; the message names both units."""
    exact = [noun for noun in IRAQ if noun.id != "wounded"]
    assert words in refused(formula, *exact, figure("wounded", 32000))


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "expected"),
    [
        (1, "share", "percent", 100),
        (75, "percent", "share", Fraction(3, 4)),
        (8, "USD billion", "USD", 8 * 10**9),
        (8, "billion USD", "USD million", 8000),
        (2, "weeks", "days", 14),
        (18, "months", "years", Fraction(3, 2)),
        (3, "centuries", "years", 300),
        (90, "km/h", "m per second", 25),
        (5, "km²", "m²", 5 * 10**6),
        (3, "deaths per 1,000 people", "deaths per person", Fraction(3, 1000)),
        (1, "Strikes", "strike", 1),
    ],
)
def test_units_of_one_kind_convert_exactly(value: int, unit: str, wanted: str, expected: Fraction | int) -> None:
    """Scales, shares, powers and times turn into one another with nothing lost."""
    ratio = conversion(parse_unit(unit), parse_unit(wanted))
    assert ratio is not None
    assert value * ratio == expected


@pytest.mark.parametrize(
    ("one", "other"), [("days", "years"), ("USD", "GBP"), ("km", "kg"), ("°C", "°F"), ("people", "people²")]
)
def test_units_of_two_kinds_do_not_convert(one: str, other: str) -> None:
    """No whole number of days makes a year, and no rate of exchange is known."""
    assert conversion(parse_unit(one), parse_unit(other)) is None


@pytest.mark.parametrize(
    ("formula", "unit", "value"),
    [
        ("killed / 100", "squares", "44.86"),
        ("troops@2008 / killed", "people", "35.17610343290236290682122158"),
        ("troops@2008 / killed", "people per person", "35.17610343290236290682122158"),
        ("killed / killed", "percent", "100"),
        ("us-share", "percent", "75"),
        ("us-share - 0.7", "points", "5"),
        ("per(killed, troops@2008, 1000)", "people per 1,000 people", "28.42839036755386565272496831"),
        ("months(invasion, war-ends)", "years", "8.75"),
        ("cost", "USD billion", "10"),
        ("2 * 3", "boats", "6"),
    ],
)
def test_declared_units(formula: str, unit: str, value: str) -> None:
    """A statistic may call a ratio by what it counts, a share per cent or points, a number by a unit of its kind."""
    fact = worked(formula, *IRAQ, unit=unit)
    assert (fact.quantity.unit, str(fact.quantity.value)) == (unit, value)


@pytest.mark.parametrize(
    ("formula", "unit", "hint"),
    [
        ("killed + killed", "strikes", 'Write unit = "people"'),
        ("cost / killed", "USD", 'Write unit = "USD per people"'),
        ("us-share", "people", 'Write unit = "share"'),
        ("killed / troops@2008", "USD", "Leave the unit out"),
        ("days(invasion, guards)", "years", "Days do not turn into months or years exactly"),
    ],
)
def test_wrong_declared_units_are_refused(formula: str, unit: str, hint: str) -> None:
    """A unit that the formula does not give is refused, with the one that it does give."""
    message = refused(formula, *IRAQ, unit=unit)
    assert f"cannot be called {unit!r}" in message
    assert hint in message


def test_declared_unit_goes_into_other_formulas() -> None:
    """A statistic that leans on another takes its number in the unit that the other declares."""
    first = Statistic("first", "First", "us-share", unit="percent")
    second = Statistic("second", "Second", "first + 5")
    facts = summary(*IRAQ, formulas=(second, first)).facts
    assert facts["second"].quantity == quantity(80, "percent")
