"""Bound arithmetic keeps every bound true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefpress.model.quantity import Bound, Quantity
from briefpress.summary.arithmetic import (
    Interval,
    RefusedError,
    add,
    divide,
    multiply,
    negate,
    subtract,
    to_interval,
    to_quantity,
)
from summary.factory import quantity

Operation = Callable[[Interval, Interval], Interval]
OPERATIONS: dict[Operation, Callable[[Fraction, Fraction], Fraction]] = {
    add: lambda a, b: a + b,
    subtract: lambda a, b: a - b,
    multiply: lambda a, b: a * b,
    divide: lambda a, b: a / b,
}
operations = st.sampled_from(list(OPERATIONS))
numbers = st.decimals(-10000, 10000, places=2).map(lambda n: n + 0)
steps = st.fractions(min_value=0, max_value=1000, max_denominator=50)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A quantity of any bound."""
    bound = draw(st.sampled_from(Bound))
    value = draw(numbers)
    high = value + abs(draw(numbers)) if bound.is_range else None
    return Quantity(value, draw(st.sampled_from(["people", "°C"])), bound, high)


@st.composite
def stated(draw: st.DrawFn) -> tuple[Quantity, Fraction]:
    """A quantity that is not approximate, and a true number that it allows."""
    given_quantity = replace(
        draw(quantities()), bound=draw(st.sampled_from([b for b in Bound if not b.is_approximate]))
    )
    value, bound = Fraction(given_quantity.value), given_quantity.bound
    if bound.is_range:
        high = given_quantity.value + abs(draw(numbers))
        share = draw(st.fractions(min_value=0, max_value=1, max_denominator=20))
        return replace(given_quantity, high=high), value + share * (Fraction(high) - value)
    given_quantity = replace(given_quantity, high=None)
    step = draw(steps)
    assume(step > 0 or bound not in (Bound.MORE_THAN, Bound.LESS_THAN))
    if bound.is_floor:
        return given_quantity, value + step
    if bound.is_ceiling:
        true = value - step
        # At most 50 people are not fewer than none.
        assume(true >= 0 or value < 0 or given_quantity.unit == "°C")
        return given_quantity, true
    return given_quantity, value


def holds(result: Quantity, true: Fraction) -> bool:
    value = Fraction(result.value)
    match result.bound:
        case Bound.EXACT:
            return abs(value - true) <= abs(true) * Fraction(1, 10**26)
        case Bound.AT_LEAST:
            return true >= value
        case Bound.MORE_THAN:
            return true > value
        case Bound.AT_MOST:
            return true <= value
        case Bound.LESS_THAN:
            return true < value
        case Bound.BETWEEN:
            assert result.high is not None
            return value <= true <= Fraction(result.high)
    return False


@given(operations, stated(), stated())
def test_true_result_lies_in_the_result(
    operation: Operation, a: tuple[Quantity, Fraction], b: tuple[Quantity, Fraction]
) -> None:
    """Whatever the true numbers behind two stated ones are, the true result is one that the result allows."""
    try:
        result = operation(to_interval(a[0]), to_interval(b[0]))
    except RefusedError:
        assume(False)
    if operation is divide:
        assume(b[1] != 0)
    assert holds(to_quantity(result, ""), OPERATIONS[operation](a[1], b[1]))


@given(operations, quantities(), quantities())
def test_approximation_is_never_lost(operation: Operation, a: Quantity, b: Quantity) -> None:
    """A result is approximate exactly where a number that went into it is."""
    try:
        result = to_quantity(operation(to_interval(a), to_interval(b)), "")
    except RefusedError:
        assume(False)
    assert result.bound.is_approximate == (a.bound.is_approximate or b.bound.is_approximate)


@given(st.sampled_from([add, multiply]), quantities(), quantities())
def test_sums_and_products_commute(operation: Operation, a: Quantity, b: Quantity) -> None:
    """The order of what is added or multiplied changes neither the result nor whether there is one."""

    def outcome(x: Quantity, y: Quantity) -> Interval | None:
        try:
            return operation(to_interval(x), to_interval(y))
        except RefusedError:
            return None

    assert outcome(a, b) == outcome(b, a)


@given(operations, numbers, numbers)
def test_exact_arithmetic_is_that_of_fractions(operation: Operation, a: Decimal, b: Decimal) -> None:
    """Exact numbers give what exact fractions give, to 28 digits."""
    assume(operation is not divide or b != 0)
    result = operation(to_interval(Quantity(a)), to_interval(Quantity(b)))
    expected = OPERATIONS[operation](Fraction(a), Fraction(b))
    assert (result.low, result.high) == (expected, expected)
    assert holds(to_quantity(result, ""), expected)


@given(quantities())
def test_quantity_comes_back(stated_quantity: Quantity) -> None:
    """A quantity is the same after it has been an interval, and a range of no width becomes a single number."""
    result = to_quantity(to_interval(stated_quantity), stated_quantity.unit)
    if stated_quantity.bound.is_range and stated_quantity.high == stated_quantity.value:
        single = Bound.ABOUT if stated_quantity.bound.is_approximate else Bound.EXACT
        assert result == Quantity(stated_quantity.value, stated_quantity.unit, single)
    else:
        assert result == stated_quantity


@given(quantities())
def test_two_changes_of_sign_change_nothing(stated_quantity: Quantity) -> None:
    """The negative of the negative has the same ends."""
    interval = to_interval(stated_quantity)
    assert replace(negate(negate(interval)), not_negative=interval.not_negative) == interval


@pytest.mark.parametrize(
    ("a", "operation", "b", "bound"),
    [
        ("more_than", divide, "exact", "more_than"),
        ("exact", divide, "more_than", "less_than"),
        ("exact", divide, "at_least", "at_most"),
        ("exact", divide, "at_most", "at_least"),
        ("at_most", divide, "at_least", "at_most"),
        ("at_least", divide, "at_most", "at_least"),
        ("more_than", divide, "about", "about_or_more"),
        ("at_most", divide, "about", "about_or_less"),
        ("about", multiply, "exact", "about"),
        ("at_least", add, "more_than", "more_than"),
        ("at_least", add, "at_least", "at_least"),
        ("at_most", multiply, "at_most", "at_most"),
        ("at_least", subtract, "at_most", "at_least"),
        ("at_most", subtract, "more_than", "less_than"),
        ("exact", subtract, "at_least", "at_most"),
        ("between", add, "exact", "between"),
        ("between", divide, "about", "about_between"),
        ("between", add, "at_least", "at_least"),
        ("about_or_more", add, "exact", "about_or_more"),
    ],
)
def test_bounds_of_results(a: str, operation: Operation, b: str, bound: str) -> None:
    """The bound of a result follows from those of its numbers, as the design's examples say."""
    intervals = [
        to_interval(quantity(n, bound=x, high=n + 2 if x == "between" else None)) for n, x in ((12, a), (4, b))
    ]
    assert to_quantity(operation(*intervals), "").bound == bound


@pytest.mark.parametrize(
    ("a", "operation", "b", "words"),
    [
        ("more_than", subtract, "more_than", "more than 12 minus more than 4 is unknown"),
        ("more_than", divide, "more_than", "more than 12 divided by more than 4 is unknown"),
        ("at_least", add, "at_most", "at least 12 plus at most 4 is unknown"),
        ("at_least", multiply, "at_most", "at least 12 times at most 4 is unknown"),
        ("about_or_more", subtract, "at_least", "at least about 12 minus at least 4 is unknown"),
    ],
)
def test_unknown_results_are_refused(a: str, operation: Operation, b: str, words: str) -> None:
    """A result of which neither end is known is refused in words that name both numbers."""
    with pytest.raises(RefusedError, match=words):
        operation(to_interval(quantity(12, bound=a)), to_interval(quantity(4, bound=b)))


@pytest.mark.parametrize(
    ("divisor", "words"),
    [
        (quantity(0), "3 divided by zero has no result"),
        (quantity(0, bound="about"), "3 divided by zero has no result"),
        (quantity(0, bound="at_least"), "3 divided by at least 0 is unknown, since that may be zero"),
        (quantity(-1, bound="between", high=1), "between -1 and 1 is unknown, since that may be zero"),
        (quantity(0, bound="between", high=1), "since that may be zero"),
        (quantity(2, "°C", "at_most"), "at most 2 is unknown, since that may be zero"),
        (quantity(0, bound="at_most"), "since that may be zero"),
    ],
)
def test_division_by_what_may_be_zero_is_refused(divisor: Quantity, words: str) -> None:
    """Nothing is divided by zero, nor by a number that could be zero."""
    with pytest.raises(RefusedError, match=words):
        divide(to_interval(quantity(3)), to_interval(divisor))


def test_more_than_zero_may_divide() -> None:
    """A number above zero is not zero: an exact one divided by between more than zero and four is a floor."""
    above = Interval(Fraction(0), True, Fraction(4), False)
    assert to_quantity(divide(to_interval(quantity(12)), above), "") == quantity(3, "", "at_least")


def test_endless_decimals_move_outward() -> None:
    """A third that is a floor is kept below the third, and one that is a ceiling above it."""
    third = [
        to_quantity(divide(to_interval(quantity(1, bound=b)), to_interval(quantity(3))), "")
        for b in ("at_least", "at_most")
    ]
    assert Fraction(third[0].value) < Fraction(1, 3) < Fraction(third[1].value)


@pytest.mark.parametrize(
    "broken",
    [quantity("NaN"), quantity("Infinity"), quantity(3, bound="between"), quantity(3, bound="between", high=2)],
)
def test_what_is_no_number_is_refused(broken: Quantity) -> None:
    """Not-a-number, infinity, and ranges without their upper end or with ends the wrong way round are refused."""
    with pytest.raises(RefusedError):
        to_interval(broken)
