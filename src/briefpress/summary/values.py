"""Numbers on their way through a formula: interval, unit and the digits that may be printed of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import trunc

from briefpress.language.numbers import round_quantity, significant_digits
from briefpress.model.quantity import Bound, Quantity
from briefpress.summary import arithmetic
from briefpress.summary.arithmetic import Interval, RefusedError, point, to_decimal, to_interval, to_quantity
from briefpress.summary.units import (
    PERCENT,
    PLAIN,
    SHARE,
    SHARE_UNIT,
    Unit,
    combine,
    conversion,
    declare,
    parse_unit,
    per_many,
)

FEWEST = 2  #: a quotient of "about 1 million" still says two digits: about 4.5 per 1,000
MOST = 3  #: of a quotient, unless it comes out even


@dataclass(frozen=True, slots=True)
class Value:
    """`digits` is how many significant digits the inputs carry, None where nothing limits them; `full` tells that all
    digits may be printed; `bare` that only constants went in; `loose` that a constant multiplied or divided; `name` is
    what messages call it."""

    interval: Interval
    unit: Unit
    digits: int | None
    full: bool
    bare: bool = False
    loose: bool = False
    name: str = ""

    @property
    def place(self) -> int | None:
        """The power of ten of the last digit that means something, None where all do."""
        if self.full or self.digits is None:
            return None
        return magnitude(self.interval.known) - self.digits + 1

    @property
    def whole(self) -> bool:
        return self.interval.is_exact and self.interval.known.denominator == 1


def magnitude(number: Fraction) -> int:
    """The power of ten of the first digit: 2 for 719; 0 for zero."""
    return to_decimal(number).adjusted() if number else 0


def of_quantity(quantity: Quantity, name: str, digits: int | None = None) -> Value:
    """A stated number; `digits` for one that was worked out before. Raises RefusedError as `to_interval` does."""
    interval = to_interval(quantity)
    typed = [significant_digits(end) for end in (quantity.value, quantity.high) if end is not None]
    full = digits is None and not interval.approximate
    return Value(interval, parse_unit(quantity.unit), min(typed) if digits is None else digits, full, name=name)


def constant(number: Decimal, name: str) -> Value:
    """A number that stands in a formula: as exact as can be."""
    return Value(point(Fraction(number)), PLAIN, None, True, bare=True, name=name)


def negate(a: Value) -> Value:
    return replace(a, interval=arithmetic.negate(a.interval), name=f"-{a.name}")


def add(a: Value, b: Value, *, minus: bool = False) -> Value:
    """Sum or difference. Raises RefusedError where the units differ or the result is unknown."""
    a, b = _alike(a, b, "minus" if minus else "plus")
    operation, word = (arithmetic.subtract, "minus") if minus else (arithmetic.add, "plus")
    interval = _work(operation, a, b, word)
    places = [place for place in (a.place, b.place) if place is not None]
    counts = [value.digits for value in (a, b) if value.digits is not None]
    if places:
        digits: int | None = max(1, magnitude(interval.known) - max(places) + 1)
    else:
        digits = max(counts, default=None)
    name = _name(a, "-" if minus else "+", b)
    return Value(interval, a.unit, digits, not places, a.bare and b.bare, a.loose or b.loose, name)


def multiply(a: Value, b: Value) -> Value:
    """Product. Raises RefusedError where the result is unknown."""
    unit, scale = combine(a.unit, b.unit, 1)
    interval = _scaled(_work(arithmetic.multiply, a, b, "times"), scale)
    full = a.full and b.full and ((a.bare and b.bare) or (a.whole and b.whole and scale == 1))
    return Value(interval, unit, _fewest(a, b), full, a.bare and b.bare, _loose(a, b), _name(a, "*", b))


def divide(a: Value, b: Value) -> Value:
    """Quotient. Raises RefusedError where the result is unknown or the divisor may be zero."""
    unit, scale = combine(a.unit, b.unit, -1)
    return _quotient(a, b, unit, scale)


def share(part: Value, whole: Value) -> Value:
    """Part of a whole, as a fraction with the unit "share". Raises RefusedError where they are not of one unit."""
    ratio = conversion(part.unit, whole.unit)
    if ratio is None and not part.bare and not whole.bare:
        raise RefusedError(
            f"{part.unit.name} are no share of {whole.unit.name}", "A share needs a part and a whole of one unit."
        )
    return _quotient(part, whole, SHARE_UNIT, Fraction(1) if ratio is None else ratio)


def per(a: Value, b: Value, many: Value) -> Value:
    """`a` for every `many` of `b`. Raises RefusedError where `many` is no whole number above zero."""
    count = many.interval.known
    if not (many.bare and many.whole and count > 0):
        raise RefusedError(f"per() needs a whole number as its third part, not {many.name}", "Write per(a, b, 1000).")
    unit, scale = combine(a.unit, b.unit, -1)
    return _quotient(a, b, per_many(unit, a.unit, b.unit, count.numerator), scale * count)


def total(values: Iterable[Value]) -> Value:
    """The sum of one or more values."""
    first, *rest = values
    for value in rest:
        first = add(first, value)
    return first


def _quotient(a: Value, b: Value, unit: Unit, scale: Fraction) -> Value:
    interval = _scaled(_work(arithmetic.divide, a, b, "divided by"), scale)
    digits = _fewest(a, b)
    even = interval.is_exact and interval.known.denominator == 1
    if not even:
        digits = MOST if digits is None else min(MOST, digits)
    full = even and digits is None
    return Value(interval, unit, digits, full, a.bare and b.bare, _loose(a, b), _name(a, "/", b))


def _loose(a: Value, b: Value) -> bool:
    return a.loose or b.loose or a.bare or b.bare


def _fewest(a: Value, b: Value) -> int | None:
    counts = [value.digits for value in (a, b) if value.digits is not None]
    return max(FEWEST, min(counts)) if counts else None


def _work(operation: Callable[[Interval, Interval], Interval], a: Value, b: Value, word: str) -> Interval:
    try:
        return operation(a.interval, b.interval)
    except RefusedError as error:
        raise RefusedError(f"{a.name} {word} {b.name}: {error.message}", error.hint) from None


def _alike(a: Value, b: Value, word: str) -> tuple[Value, Value]:
    """Both in one unit; a number that stands in the formula takes the other's."""
    if a.bare or b.bare:
        return (replace(a, unit=b.unit) if a.bare else a), (replace(b, unit=a.unit) if b.bare and not a.bare else b)
    if a.unit.is_ratio and b.unit.kind and not a.unit.kind:
        b, a = _alike(b, a, word)
        return a, b
    ratio = conversion(b.unit, a.unit)
    if ratio is None:
        raise RefusedError(
            f"{a.name} {word} {b.name}: {a.unit.name} {word} {b.unit.name} has no meaning",
            "Only numbers of one unit can be added or subtracted; turn one into the other's unit first.",
        )
    return a, replace(b, interval=_scaled(b.interval, ratio), unit=a.unit)


def _scaled(interval: Interval, scale: Fraction) -> Interval:
    """The interval times a positive number."""
    if scale == 1:
        return interval
    low, high = (None if end is None else end * scale for end in (interval.low, interval.high))
    return replace(interval, low=low, high=high)


def _name(a: Value, sign: str, b: Value) -> str:
    return f"({a.name} {sign} {b.name})"


def called(value: Value, unit: str) -> Value:
    """The value in the unit that its statistic declares, or as it is where none is. Raises RefusedError where that unit
    does not fit."""
    if not unit:
        return value
    if value.bare:
        return replace(value, unit=parse_unit(unit), bare=False)
    declared, ratio = declare(value.unit, unit, loose=value.loose)
    return replace(value, interval=_scaled(value.interval, ratio), unit=declared)


def conclude(value: Value, digits: int | None = None) -> tuple[Quantity, int | None]:
    """The quantity that the value comes to, and how many significant digits of it may be printed (None: all).

    The quantity keeps its digits; where printing fewer changes a whole number, the bound says about.
    """
    quantity = to_quantity(value.interval, value.unit.words)
    printed = digits if digits is not None else None if value.full else value.digits
    if quantity.bound is Bound.EXACT and printed is not None and _loses(quantity.value, printed, value.unit.kind):
        quantity = replace(quantity, bound=Bound.ABOUT)
    return quantity, printed


def _loses(number: Decimal, digits: int, kind: str) -> bool:
    """Whether rounding changes what stands left of the decimal point. A printed decimal tells its own precision, and so
    do whole per cents: for those it begins with the tens."""
    rounded = round_quantity(Quantity(number), digits).value
    if kind in (SHARE, PERCENT):
        return rounded != number and number.adjusted() - digits + 1 > (-2 if kind == SHARE else 0)
    return int(rounded.as_tuple().exponent) >= 0 and trunc(rounded) != trunc(number)
