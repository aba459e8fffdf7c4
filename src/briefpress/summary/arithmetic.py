"""Arithmetic on numbers as sources put them: each is an interval that the true number lies in.

"More than 32,000" is the interval from 32,000, not included, to no known end. A result of which neither end is known
says nothing and is refused; so is a division by what may be zero. "About" says nothing of its own width: it is carried
as a mark beside the ends, and whatever an approximate number goes into is approximate.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import inf

from briefpress.model.quantity import Bound, Quantity

PRECISION = 28  #: significant digits of a Decimal that does not end, such as 1/3
MAY_BE_NEGATIVE = frozenset({"°C", "°F", "celsius", "fahrenheit"})  #: scales on which "at most 50" has no natural floor


class RefusedError(ValueError):
    """A calculation that has no honest result. The message says which operands and why."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a true number lies: from `low` to `high`, None where that end is not known.

    `not_negative` tells that an unknown low end is not below zero all the same, as for "at most 50 people". It helps
    where signs matter and is never printed as a bound of its own.
    """

    low: Fraction | None
    low_open: bool = False
    high: Fraction | None = None
    high_open: bool = False
    approximate: bool = False
    not_negative: bool = False

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def is_exact(self) -> bool:
        return self.is_point and not self.approximate

    @property
    def known(self) -> Fraction:
        """An end that is known: the low one where there is one."""
        end = self.low if self.low is not None else self.high
        assert end is not None
        return end


def point(value: Fraction | int, *, approximate: bool = False) -> Interval:
    """The interval of one number."""
    number = Fraction(value)
    return Interval(number, False, number, False, approximate, number >= 0)


def to_interval(quantity: Quantity) -> Interval:
    """The interval that a quantity stands for. Raises RefusedError for a number that is not finite, a range without its
    upper end or with its ends the wrong way round."""
    bound, low = quantity.bound, _fraction(quantity.value)
    approximate = bound.is_approximate
    if bound.is_range:
        high = _fraction(quantity.value if quantity.high is None else quantity.high)
        if quantity.high is None or high < low:
            raise RefusedError("a range needs a lower and a higher end", "Give the higher end in the column high.")
        return Interval(low, False, high, False, approximate, low >= 0)
    if bound.is_floor:
        return Interval(low, bound is Bound.MORE_THAN, None, True, approximate, low >= 0)
    if bound.is_ceiling:
        natural = low > 0 and quantity.unit not in MAY_BE_NEGATIVE
        return Interval(None, True, low, bound is Bound.LESS_THAN, approximate, natural)
    return point(low, approximate=approximate)


def to_quantity(interval: Interval, unit: str) -> Quantity:
    """The quantity that says no more than the interval. Ends of too many digits are moved outward."""
    low, high, about = interval.low, interval.high, interval.approximate
    if interval.is_point:
        return Quantity(to_decimal(interval.known), unit, Bound.ABOUT if about else Bound.EXACT)
    if low is not None and high is not None:
        between = Bound.ABOUT_BETWEEN if about else Bound.BETWEEN
        return Quantity(to_decimal(low, ROUND_FLOOR), unit, between, to_decimal(high, ROUND_CEILING))
    if low is not None:
        floor = Bound.ABOUT_OR_MORE if about else Bound.MORE_THAN if interval.low_open else Bound.AT_LEAST
        return Quantity(to_decimal(low, ROUND_FLOOR), unit, floor)
    ceiling = Bound.ABOUT_OR_LESS if about else Bound.LESS_THAN if interval.high_open else Bound.AT_MOST
    return Quantity(to_decimal(interval.known, ROUND_CEILING), unit, ceiling)


def to_decimal(value: Fraction, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """The fraction as a Decimal of at most 28 significant digits; whole numbers keep all theirs."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    context = Context(prec=PRECISION, rounding=rounding)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def describe(interval: Interval) -> str:
    """The interval in plain English, for messages."""
    about = "about " if interval.approximate else ""
    low, high = (None if end is None else f"{to_decimal(end).normalize():f}" for end in (interval.low, interval.high))
    if interval.is_point:
        return f"{about}{low}"
    if low is not None and high is not None:
        return f"between {about}{low} and {high}"
    if low is not None:
        return f"{'more than' if interval.low_open else 'at least'} {about}{low}"
    if high is not None:
        return f"{'less than' if interval.high_open else 'at most'} {about}{high}"
    return "an unknown number"


def add(a: Interval, b: Interval) -> Interval:
    """Every sum of a number in `a` and a number in `b`. Raises RefusedError where neither end is known."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    if low is None and high is None:
        raise _unknown(a, "plus", b)
    about = a.approximate or b.approximate
    return Interval(
        low, a.low_open or b.low_open, high, a.high_open or b.high_open, about, a.not_negative and b.not_negative
    )


def negate(a: Interval) -> Interval:
    """The numbers of `a` with their signs changed."""
    return Interval(
        None if a.high is None else -a.high,
        a.high_open,
        None if a.low is None else -a.low,
        a.low_open,
        a.approximate,
        a.high is not None and a.high <= 0,
    )


def subtract(a: Interval, b: Interval) -> Interval:
    """Every difference of a number in `a` and a number in `b`. Raises RefusedError where neither end is known."""
    try:
        return add(a, negate(b))
    except RefusedError:
        raise _unknown(a, "minus", b) from None


def multiply(a: Interval, b: Interval) -> Interval:
    """Every product of a number in `a` and a number in `b`. Raises RefusedError where neither end is known."""
    result = _span(_ends(a), _ends(b), a.approximate or b.approximate)
    if result.low is None and result.high is None:
        raise _unknown(a, "times", b)
    return result


def divide(a: Interval, b: Interval) -> Interval:
    """Every quotient of a number in `a` and a number in `b`.

    Raises RefusedError where `b` may be zero, and where neither end of the result is known.
    """
    result = _span(_ends(a), _reciprocal(a, b), a.approximate or b.approximate)
    if result.low is None and result.high is None:
        raise _unknown(a, "divided by", b)
    return result


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval. `value` is a Fraction or an infinity; `implied` tells a zero that no source states: it
    comes from a number that can't be negative, or from dividing by one without end."""

    value: Fraction | float
    open: bool
    implied: bool = False


def _ends(a: Interval) -> tuple[_End, _End]:
    if a.low is not None:
        low = _End(a.low, a.low_open)
    else:
        low = _End(Fraction(0), False, True) if a.not_negative else _End(-inf, True)
    return low, _End(inf, True) if a.high is None else _End(a.high, a.high_open)


def _reciprocal(a: Interval, b: Interval) -> tuple[_End, _End]:
    low, high = _ends(b)
    stated_zero = any(end.value == 0 and not end.open and not end.implied for end in (low, high))
    if low.value < 0 < high.value or stated_zero:
        what = "zero has no result" if b.is_point else f"{describe(b)} is unknown, since that may be zero"
        raise RefusedError(f"{describe(a)} divided by {what}", "Divide by a number that cannot be zero.")
    return _inverse(high, -inf), _inverse(low, inf)


def _inverse(end: _End, beyond: float) -> _End:
    """One divided by the end; `beyond` is the infinity on the side that a vanishing end comes from."""
    if end.value == 0:
        return _End(beyond, True)
    if end.value in (inf, -inf):
        return _End(Fraction(0), True, True)
    return _End(1 / Fraction(end.value), end.open)


def _span(a: tuple[_End, _End], b: tuple[_End, _End], approximate: bool) -> Interval:
    corners = [_product(x, y) for x in a for y in b]
    low = min(corners, key=lambda end: (end.value, end.open, end.implied))
    high = max(corners, key=lambda end: (end.value, not end.open, not end.implied))
    return Interval(
        _stated(low), low.open or _stated(low) is None, _stated(high), high.open, approximate, low.value >= 0
    )


def _stated(end: _End) -> Fraction | None:
    return end.value if isinstance(end.value, Fraction) and not end.implied else None


def _product(x: _End, y: _End) -> _End:
    zeros = [end for end in (x, y) if end.value == 0]
    if zeros:
        # Zero times anything is zero even where the other end is infinite: the infinity itself is never reached.
        return _End(Fraction(0), all(end.open for end in zeros), all(end.implied for end in zeros))
    if inf in (abs(x.value), abs(y.value)):
        return _End(inf if (x.value > 0) == (y.value > 0) else -inf, True)
    return _End(x.value * y.value, x.open or y.open)


def _unknown(a: Interval, word: str, b: Interval) -> RefusedError:
    return RefusedError(
        f"{describe(a)} {word} {describe(b)} is unknown: the result has neither a floor nor a ceiling",
        "Leave it out, or use a number whose other end a source states.",
    )


def _fraction(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise RefusedError(f"{value} is not a number that can be reckoned with", "Give a finite number.")
    return Fraction(value)
